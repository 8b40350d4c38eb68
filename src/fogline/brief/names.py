"""By which words a brief names an actor, speaker or place: those of the report itself wherever it names it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.brief.evidence import Evidence, Name, named
from fogline.brief.sentence import Piece
from fogline.brief.wording import clean, small
from fogline.model.actor import Actor
from fogline.model.incident import Heard
from fogline.model.place import Place
from fogline.model.span import Span

VAGUE = re.compile(
    r"(?:it|its|itself|they|their|them|he|his|him|she|her|who|which|we|our|us|i|this|these|those|that|both|one)\b|the ",
    re.IGNORECASE,
)
MOST = 3  # names in a row


def name(heard: Heard, field: str, evidence: Evidence) -> tuple[Piece, ...]:
    """The name in one field of a claim; the name as resolved where the report's words there are a pronoun or description."""
    claim = heard.stated.claim
    held = dict(named(claim))[field]
    words = _in_full(held, claim.document, evidence) or _own(held, claim.document, evidence)
    words = words or _elsewhere(held, claim.document, evidence)
    return (Piece(words or clean(held.name).strip(), "named", (claim.id,), field),)


def names(heard: Heard, kind: str, evidence: Evidence) -> tuple[Piece, ...]:
    """All names of one kind (``agents``, ``targets``, ``speakers``) in a row, each once."""
    once: dict[str, tuple[Piece, ...]] = {}
    for field, _ in named(heard.stated.claim):
        if field.startswith(f"{kind}."):
            pieces = name(heard, field, evidence)
            once.setdefault(pieces[0].text.casefold(), pieces)
    return joined(list(once.values())[:MOST], evidence)


def joined(found: Sequence[tuple[Piece, ...]], evidence: Evidence) -> tuple[Piece, ...]:
    """Names with commas and a last "and"."""
    pieces: list[Piece] = []
    for i, one in enumerate(found):
        if i:
            pieces.extend(evidence.wording.fill("and" if i == len(found) - 1 else "comma"))
        pieces.extend(one)
    return tuple(pieces)


def is_named(held: Name) -> bool:
    """Whether the words used here are a name and no pronoun, description or part of a word such as "Russian"."""
    words = held.span.text if held.span else ""
    if not words or VAGUE.match(words):
        return False
    if isinstance(held, Actor) and held.kind == "state" and " " not in words:
        return words == held.name
    return isinstance(held, Place) is False or any(c.isupper() for c in words)


def _own(held: Name, document: str, evidence: Evidence) -> str:
    if held.span is None or not is_named(held) or not evidence.stands(document, held.span):
        return ""
    if isinstance(held, Place) and evidence.is_part(document, held.span):
        return ""
    return _with_article(held.span, document, evidence)


def _in_full(held: Name, document: str, evidence: Evidence) -> str:
    """The full name where the report has it: "the Observatory" is the Syrian Observatory for Human Rights."""
    best = min((s for s in _spans(held, document, evidence) if s.text == held.name), default=None)
    return _with_article(best, document, evidence) if best else ""


def _elsewhere(held: Name, document: str, evidence: Evidence) -> str:
    """The first words of the same report that name the same by identity, those with a capital before others."""
    spans = _spans(held, document, evidence)
    best = min(spans, key=lambda s: (not any(c.isupper() for c in s.text), s), default=None)
    return _with_article(best, document, evidence) if best else ""


def _spans(held: Name, document: str, evidence: Evidence) -> set[Span]:
    """Where the same report names the same by identity."""
    return {
        other.span
        for heard in evidence.documents.get(document, ())
        for _, other in named(heard.stated.claim)
        if _is_same(held, other)
        if other.span and is_named(other) and evidence.stands(document, other.span)
        if not isinstance(other, Place) or not evidence.is_part(document, other.span)
    }


def _is_same(one: Name, other: Name) -> bool:
    """Whether two names are of one thing: the same identity, or the same name where there is none."""
    return one.id == other.id and (one.id is not None or one.name.casefold() == other.name.casefold())


def _with_article(span: Span, document: str, evidence: Evidence) -> str:
    """The words with "the" where it stands before them; a capital that only a sentence's start gave them is undone."""
    words = clean(span.text)
    first = words.split(" ", 1)[0].split("-", 1)[0]
    if words[:1].isupper() and not any(c.isupper() for c in words[1:]) and evidence.is_written_small(document, first):
        words = small(words)
    return f"the {words}" if evidence.before(document, span).lower() == "the " else words
