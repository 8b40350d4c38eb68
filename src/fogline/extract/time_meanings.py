"""What the words of a time expression mean, before a document's day or the story gives them their days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from fogline.extract.periods import Part

Unit = Literal["hour", "day", "week", "weekend", "month", "year", "decade", "century"]
Basis = Literal["now", "then"]
Direction = Literal["past", "future", "open"]


@dataclass(frozen=True, slots=True)
class Step:
    """A unit counted from the document's day (``now``: "last week") or from the story's (``then``: "the next day").

    ``exact`` is false where the count itself is not told ("some days later"): then nothing can be worked out.
    """

    unit: Unit
    offset: int
    basis: Basis
    part: Part | None = None
    reach: Literal["earlier", "later"] | None = None
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year of the calendar; what is ``None`` is not said.

    ``year`` may be told by a step ("of that year"); ``shift`` and ``basis`` as in ``Weekday`` ("last May");
    a ``weekday`` told with a day helps to find its year.
    """

    year: int | Step | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    shift: int | None = None
    basis: Basis = "now"
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Slashed:
    """A numeric date whose first two numbers may be day and month or month and day ("7/12/2024")."""

    one: int
    two: int
    year: int


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century."""

    first: int
    last: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A season (0 spring … 3 winter) or quarter (1–4) of a year; ``shift`` and ``basis`` as in ``Weekday``."""

    kind: Literal["season", "quarter"]
    number: int
    year: int | Step | None = None
    part: Part | None = None
    shift: int | None = None
    basis: Basis = "now"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 Monday; ``shift`` −1 "last", 0 "this", 1 "next", ``None`` where tense decides.

    ``week`` is the calendar week meant, counted from the document's ("Friday of last week" −1).
    """

    number: int
    shift: int | None = None
    basis: Basis = "now"
    week: int | None = None


@dataclass(frozen=True, slots=True)
class Midweek:
    """Tuesday to Thursday of this week, or of last week where this one has not come that far."""


@dataclass(frozen=True, slots=True)
class Overnight:
    """The day before and the document's day; with ``day`` the night that begins on it, or leads ``into`` it.

    ``named``: "the night of 2 April"; histories call the whole night by its day.
    """

    day: Date | Weekday | None = None
    into: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The last (or next) so many units, ending (or beginning) today."""

    count: int
    unit: Unit
    forward: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The calendar week that holds a date, or the seven days that end with it."""

    day: Date
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The first or ``ending`` last so many days, weeks or months of a month or year."""

    count: int
    unit: Unit
    whole: Date | Step
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Nth:
    """The day so many of something that began ("the third day of the offensive"): ``what`` is its noun."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast with a computable day: days from Easter Sunday, or month and day."""

    month: int | None
    day: int
    year: int | Step | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """Words about time that name no days: a duration, a repetition, "now", an hour without its day, a year before Christ."""

    kind: Literal["duration", "set", "reference", "clock", "bc"]


Meaning: TypeAlias = (
    Date
    | Slashed
    | Years
    | Share
    | Weekday
    | Midweek
    | Overnight
    | Window
    | WeekOf
    | Stretch
    | Nth
    | Feast
    | Step
    | Vague
)
