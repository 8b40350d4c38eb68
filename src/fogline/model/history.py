"""What others coded of the past: a yardstick for rank and tempo, never a claim and never part of a toll."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dataset:
    """A data set that can be imported: its short name, its title, its licence, and the words that it asks to be cited with."""

    name: str
    title: str
    licence: str
    attribution: str


@dataclass(frozen=True, slots=True)
class PastEvent:
    """One event of violence as a data set has it. ``id`` is the data set's own; ``admin1`` and ``place`` are folded names.

    ``country`` is an ISO 3166-1 alpha-2 code. ``place`` is ``None`` where the data set gives no more than an area.
    """

    id: str
    first: date
    last: date
    country: str
    admin1: str | None
    place: str | None
    type: str
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Counted:
    """One day: how many events, in how many places, and how many people they killed by the data set's best estimate.

    ``killed`` is ``None`` where the source does not count them.
    """

    day: date
    incidents: int
    places: int
    killed: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """What one source tells of a region without a break from ``first`` to ``last``: a day that is not in ``days`` had nothing."""

    dataset: Dataset
    first: date
    last: date
    days: tuple[Counted, ...]


LEDGER = Dataset("ledger", "this ledger, before the window", "", "")


@dataclass(frozen=True, slots=True)
class Division:
    """A first-order division (folded name) in which violence was told: how many events by that source, the last on which day."""

    country: str
    admin1: str
    last: date
    events: int
    source: str
