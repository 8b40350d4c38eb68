"""Which of a document's claims are history told as background."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.language.tree import clause_of, kids
from fogline.model.period import Period
from fogline.model.sentence import Sentence

MONTH = timedelta(days=31)
YEAR = timedelta(days=366)  # older than that is history in any report of a known day
HISTORY = 0.6  # of the dated claims: where more of them are old, the report itself is about the past
CLUES = re.compile(
    r"\b(?:historically|years (?:ago|earlier|before)|decades (?:ago|earlier)|in recent years|in past years|at that time|at the time"
    r"|in the past|in previous years|during the (?:19|20)\d\d|back in (?:19|20)\d\d|during the (?:civil|cold|first|second) war"
    r"|once (?:the|a) |previously"
    r"|(?:in|from|of|echoes|recalls) (?:the )?(?:earlier|early|previous|past) (?:stages|phases|years))\b",
    re.IGNORECASE,
)
PRESENT = frozenset({"VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim for this purpose: its sentence, its predicate token and the day(s) resolved for it, if any."""

    sentence: Sentence
    token: int
    period: Period | None


def backdrops(moments: Sequence[Moment], day: date | None) -> tuple[str | None, ...]:
    """For each claim the reason why it is background, else ``None``.

    Dated: it ended more than a month before ``day`` (the day of publication; unknown: the last day told). A report most of whose
    dated claims are that old is about the past, and only what is over a year old is background in it.
    Undated: its clause says that it lies in the past, or it goes on in the past tense, in the same passage, after a claim that is
    background.
    """
    anchor = day or max((m.period.last for m in moments if m.period), default=None)
    dated = [m.period for m in moments if m.period]
    old = [p for p in dated if anchor and p.last < anchor - MONTH]
    by_date = bool(anchor) and len(old) <= HISTORY * max(len(dated), 1)
    limit = anchor - (MONTH if by_date else YEAR) if anchor and (by_date or day) else None
    reasons: list[str | None] = []
    before: Moment | None = None
    for moment in moments:
        reason = _reason(moment, limit, before)
        reasons.append(reason)
        before = moment if reason else (None if before and before.sentence.index != moment.sentence.index else before)
    return tuple(reasons)


def _reason(moment: Moment, limit: date | None, before: Moment | None) -> str | None:
    period = moment.period
    if period is not None and not period.inherited:
        return "dated" if limit and period.last < limit else None
    if _clued(moment):
        return "told as past"
    if before is not None and before.sentence.passage == moment.sentence.passage and _follows(before, moment):
        return "goes on in the past"
    return None


def _clued(moment: Moment) -> bool:
    """Whether the words of the claim's own clause put it into the past."""
    hits = [moment.sentence.start + m.start() for m in CLUES.finditer(moment.sentence.text)]
    if not hits:
        return False
    clause = clause_of(moment.sentence, moment.token)
    here = [t for t in moment.sentence.tokens if any(t.start <= h < t.end for h in hits)]
    return any(clause_of(moment.sentence, t.i) == clause for t in here)


def _follows(before: Moment, here: Moment) -> bool:
    """Whether the next sentence stays in the past perfect, or a joined clause in the same sentence in the plain past."""
    verb = clause_of(here.sentence, here.token)
    tags = {k.tag for k in kids(here.sentence, verb, "aux", "auxpass")} | {here.sentence.tokens[verb].tag}
    if tags & PRESENT:
        return False
    had = any(k.lower == "had" for k in kids(here.sentence, verb, "aux"))
    same = here.sentence.index == before.sentence.index
    return (same and clause_of(before.sentence, before.token) == verb) or (
        had and here.sentence.index == before.sentence.index + 1
    )
