"""Claims as sentences: told where a sentence can be built of checked parts, quoted everywhere else; always with who says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.brief.evidence import Evidence
from fogline.brief.names import is_named, name, names
from fogline.brief.sentence import Piece
from fogline.brief.wording import capital, clean
from fogline.model.claim import Claim
from fogline.model.incident import Heard
from fogline.model.span import Span

LONGEST_QUOTE = 300  # characters; of longer evidence the part around the words that tell the claim is quoted
LONGEST_NAME = 160
Pieces = tuple[Piece, ...]
OPENING, CLOSING = '“"', '”"'
PRONOUNS = {"it", "they", "he", "she"}


def who(heard: Heard, evidence: Evidence) -> Pieces:
    """Who says so: the speakers nearest the claim, and who cites them; empty where the publication itself asserts it."""
    speakers = heard.stated.claim.attribution
    near = [i for i, s in enumerate(speakers) if s.level == 0]
    if not near:
        return ()
    found = names(heard, "speakers", evidence) if len(near) > 1 else name(heard, f"speakers.{near[0]}", evidence)
    other = next((i for i, s in enumerate(speakers) if s.level == 1), None)
    if other is None or len(near) > 1:
        return found
    return evidence.wording.fill("cited_by", who=found, other=name(heard, f"speakers.{other}", evidence))


def publisher(heard: Heard) -> Pieces:
    """Who published the report; empty where that is unknown or no name."""
    source = heard.stated.source
    words = clean(source.publisher or "").strip()
    return (Piece(words, "publisher", (heard.stated.claim.id,)),) if 0 < len(words) <= LONGEST_NAME else ()


def published(heard: Heard, evidence: Evidence) -> Pieces:
    """The day of publication; empty where that is unknown."""
    source, claim = heard.stated.source, heard.stated.claim
    return (evidence.wording.day(source.known, "published", (claim.id,)),) if source.published else ()


def according(heard: Heard, clause: Pieces, evidence: Evidence) -> Pieces:
    """``According to X, …`` with the speaker, else the publisher, else the day of the report."""
    if speaker := who(heard, evidence) or publisher(heard):
        return evidence.wording.fill("according", who=speaker, clause=clause)
    if day := published(heard, evidence):
        return evidence.wording.fill("according_dated", day=day, clause=clause)
    return evidence.wording.fill("according_undated", clause=clause)


def saying(heard: Heard, evidence: Evidence) -> Pieces:
    """``X: “…” (publisher, day)`` – the evidence in its own words; X is left out where the words name the speaker themselves."""
    wording, claim = evidence.wording, heard.stated.claim
    speaker = () if _names_speaker(claim) else who(heard, evidence)
    head = wording.fill("said", who=capital(speaker)) if speaker else ()
    return wording.fill("told_in", who=head, words=quoted(heard, evidence), source=_source(heard, evidence))


def _source(heard: Heard, evidence: Evidence) -> Pieces:
    medium, day = publisher(heard), published(heard, evidence)
    comma = evidence.wording.fill("comma") if medium and day else ()
    return evidence.wording.fill("in_source", source=(*medium, *comma, *day)) if medium or day else ()


def _names_speaker(claim: Claim) -> bool:
    """Whether the quoted words themselves say who says so."""
    near = [s for s in claim.attribution if s.level == 0]
    quoted_ = _cut(claim)
    return bool(near) and all((quoted_.holds(s.span) and is_named(s)) or s.name in quoted_.text for s in near)


def quoted(heard: Heard, evidence: Evidence, *, gloss: bool = True) -> Pieces:
    """The evidence, or the part of it around the claim; ``gloss`` adds the day that its time words mean."""
    claim = heard.stated.claim
    span = _cut(claim)
    start = claim.evidence.start
    pieces: list[Piece] = []
    at, head = span.start, "… " if span.start > start + 1 else ""
    for end, meant in _glosses(heard, span, evidence) if gloss else ():
        pieces += [_words(head + claim.evidence.text[at - start : end - start], claim)]
        pieces += evidence.wording.fill("gloss", day=meant)
        at, head = end, ""
    tail = " …" if span.end < claim.evidence.end - 1 else ""
    rest = head + claim.evidence.text[at - start : span.end - start] + tail
    return (*pieces, *((_words(rest, claim),) if rest else ()))


def _glosses(heard: Heard, span: Span, evidence: Evidence) -> list[tuple[int, Pieces]]:
    """Where in the words which name or day belongs: who a pronoun is, and the day that a word such as "Sunday" means."""
    claim = heard.stated.claim
    found: list[tuple[int, Pieces]] = []
    agent = claim.agents[0] if claim.agents and claim.kind == "event" else None
    if agent and agent.id and agent.span.text.lower() in PRONOUNS and span.holds(agent.span):
        found.append((agent.span.end, name(heard, "agents.0", evidence)))
    at = _glossed(claim, span, evidence.wording.months)
    if at is not None and claim.time is not None:
        found.append((at, (evidence.wording.day(claim.time.first, "day", (claim.id,), "first"),)))
    return sorted(found, key=lambda f: f[0])


def _words(text: str, claim: Claim) -> Piece:
    return Piece(clean(text), "quoted", (claim.id,))


def _unquoted(text: str) -> tuple[int, int]:
    """Where the words begin and end without a quotation mark at one end that has no other."""
    start = 1 if text[:1] in OPENING and not any(c in text[1:] for c in CLOSING) else 0
    end = 1 if text[-1:] in CLOSING and not any(c in text[:-1] for c in OPENING) else 0
    return start, len(text) - end


def _cut(claim: Claim) -> Span:
    """The whole evidence, or so many words around trigger and figure."""
    evidence = claim.evidence
    if len(evidence.text) <= LONGEST_QUOTE:
        return evidence
    core = [claim.trigger, *([claim.figure.span] if claim.figure else [])]
    middle = (min(s.start for s in core) + max(s.end for s in core)) // 2 - evidence.start
    first = max(0, min(middle - LONGEST_QUOTE // 2, len(evidence.text) - LONGEST_QUOTE))
    last = min(len(evidence.text), first + LONGEST_QUOTE)
    start = evidence.text.find(" ", first) + 1 if first else 0
    end = evidence.text.rfind(" ", start, last) if last < len(evidence.text) else last
    end = max(end, start)
    return Span(evidence.start + start, evidence.start + end, evidence.text[start:end])


def _glossed(claim: Claim, span: Span, months: Sequence[str]) -> int | None:
    """Where the day belongs: after time words that name a day and no date."""
    time = claim.time
    if time is None or time.span is None or time.inherited or not span.holds(time.span):
        return None
    if any(c.isdigit() for c in time.span.text) or (time.first != time.last and not _since(claim)):
        return None
    if any(month.lower() in time.span.text.lower() for month in months):
        return None
    return time.span.end


def tells_day(claim: Claim, months: Sequence[str]) -> bool:
    """Whether the time words tell a day: "since May" and "since 2011" begin on the first of it only for counting."""
    words = claim.time.span.text.lower() if claim.time and claim.time.span else ""
    if re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", words):
        return True
    return (
        bool(words) and not re.search(r"\d{4}|year|month|week\b", words) and not any(m.lower() in words for m in months)
    )


def _since(claim: Claim) -> bool:
    return claim.time is not None and claim.time.span is not None and claim.time.span.text.lower().startswith("since ")
