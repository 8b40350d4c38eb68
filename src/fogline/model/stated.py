"""A claim as it stands in a ledger: which report made it, when that report became known, and whose voice it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.model.claim import Claim
from fogline.model.decision import Review
from fogline.model.history import Course, Division
from fogline.model.issue import Issue
from fogline.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Source:
    """A stored document without its text.

    ``known`` is the day from which a reader could know it: its publication, else its retrieval, else its recording.
    ``instant`` orders documents of one day (an ISO date-time, or empty). ``agency`` is the news agency the text itself names
    as its origin. ``origin`` is the id of the earliest document with nearly the same text: its own id when it is no copy.
    """

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    known: date
    instant: str
    agency: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim together with the document that makes it. ``claim`` carries a person's corrections; ``original`` is the
    machine's reading where it was corrected, ``review`` what people decided about it.
    """

    claim: Claim
    source: Source
    original: Claim | None = None
    review: Review | None = None


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two clocks: what a reader could know on a day, and what this ledger held at an instant. ``None`` = without limit.

    ``recorded`` is an instant as ``ledger.times.stamp`` writes it.
    """

    known: date | None = None
    recorded: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Days from ``first`` to ``last``, both inclusive; ``None`` leaves that end open."""

    first: date | None = None
    last: date | None = None

    def holds(self, first: date, last: date) -> bool:
        """Whether the interval from ``first`` to ``last`` shares a day with the window."""
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger holds under both clocks, in the window and place asked for.

    ``sources`` are the documents of the claims, those they are copies of, and those that told nothing; ``refused`` what could
    not be read at all; ``judgements`` a person's; ``rejected`` the claims that a person rejected: shown, never counted;
    ``history`` what was counted of the region before and by others: for rank and tempo alone; ``divisions`` where.
    """

    claims: tuple[Stated, ...]
    sources: tuple[Source, ...]
    refused: tuple[Issue, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    rejected: tuple[Stated, ...] = ()
    history: tuple[Course, ...] = ()
    divisions: tuple[Division, ...] = ()
