"""Calendar arithmetic: runs of days, both ends inclusive, and the UCDP precision of a run."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

Part = Literal["early", "mid", "late", "first half", "second half"]
DAYS_OF_MONTH: dict[Part, tuple[int, int]] = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 31), "first half": (1, 15), "second half": (16, 31),
}  # fmt: skip
MONTHS_OF_YEAR: dict[Part, tuple[int, int]] = {
    "early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12),
}  # fmt: skip
TENTHS: dict[Part, tuple[int, int]] = {
    "early": (0, 4), "mid": (4, 7), "late": (7, 10), "first half": (0, 5), "second half": (5, 10),
}  # fmt: skip
MONTHS_OF_SEASON: dict[Part, tuple[int, int]] = {
    "early": (0, 0), "mid": (1, 1), "late": (2, 2), "first half": (0, 1), "second half": (1, 2),
}  # fmt: skip
DAYS_OF_WEEK: dict[Part, tuple[int, int]] = {
    "early": (0, 1), "mid": (1, 3), "late": (4, 6), "first half": (0, 3), "second half": (3, 6),
}  # fmt: skip
SEASON_MONTHS = 3
DAYS_IN_WEEK = 7
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days ``first`` to ``last``, both inclusive."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def to(self, other: Days) -> Days | None:
        """From the first day of this to the last day of ``other``; ``None`` when that runs backwards."""
        return Days(self.first, other.last) if self.first <= other.last else None


def precision(days: Days) -> int:
    """The UCDP ``date_prec``: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer (UCDP GED codebook)."""
    if days.count == 1:
        return 1
    if days.count < DAYS_IN_WEEK:
        return 2
    if days.count == DAYS_IN_WEEK:
        return 3
    return 4 if days.count <= LONGEST_MONTH else 5


def one(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def day_of(year: int, month: int, day: int) -> Days | None:
    """That day, or ``None`` where the calendar has none (30 February, year 0)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return one(date(year, month, day))


def month_of(year: int, month: int, part: Part | None = None) -> Days | None:
    """That month, or a part of it (thirds by days 10 and 20)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    length = monthrange(year, month)[1]
    first, last = DAYS_OF_MONTH[part] if part else (1, length)
    return Days(date(year, month, first), date(year, month, min(last, length)))


def year_of(year: int, part: Part | None = None) -> Days | None:
    """That year, or a part of it (thirds of four months)."""
    first, last = MONTHS_OF_YEAR[part] if part else (1, 12)
    return months(year, first, last)


def months(year: int, first: int, last: int) -> Days | None:
    """From the first day of month ``first`` to the end of month ``last`` of one year."""
    start, end = month_of(year, first), month_of(year, last)
    return start.to(end) if start and end else None


def years(first: int, last: int, part: Part | None = None) -> Days | None:
    """A run of whole years (a decade, a century) or a part of it (of ten years: 0–3, 4–6, 7–9)."""
    low, high = TENTHS[part] if part else (0, 10)
    length = last - first + 1
    start, end = year_of(first + length * low // 10), year_of(first + length * high // 10 - 1)
    return start.to(end) if start and end else None


def season_of(year: int, season: int, part: Part | None = None) -> Days | None:
    """Northern season 0 spring … 3 winter: March–May … December–February of the next year; a part is one month of it."""
    first, last = MONTHS_OF_SEASON[part] if part else (0, 2)
    start = SEASON_MONTHS * (season + 1)
    low, high = start + first, start + last
    begin = month_of(year + (low - 1) // 12, (low - 1) % 12 + 1)
    end = month_of(year + (high - 1) // 12, (high - 1) % 12 + 1)
    return begin.to(end) if begin and end else None


def shifted_month(day: date, offset: int) -> tuple[int, int]:
    """Year and month that lie ``offset`` months from the month of ``day``."""
    number = day.year * 12 + day.month - 1 + offset
    return number // 12, number % 12 + 1


def week_of(day: date, offset: int = 0, part: Part | None = None) -> Days | None:
    """Monday to Sunday of the week that lies ``offset`` weeks from that of ``day``; parts Mon–Tue, Tue–Thu, Fri–Sun."""
    monday = moved(day, DAYS_IN_WEEK * offset - day.weekday())
    low, high = DAYS_OF_WEEK[part] if part else (0, 6)
    return Days(monday + timedelta(low), monday + timedelta(high)) if monday and monday.year < MAXYEAR else None


def moved(day: date, days: int) -> date | None:
    """``day`` moved by some days, ``None`` where the calendar ends."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876, as given by Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
