"""Where a text stands in time: its own day, and the story's day as far as it has been told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fogline.extract.periods import Days

LONGEST_TOLD = 31  # days: news that names a year or a season in passing goes on with its own days


@dataclass(frozen=True, slots=True)
class Scene:
    """``anchor`` is the document's day; ``story`` whether it tells of years gone by, where "in May" takes the story's year.

    ``day``, ``month`` and ``year`` are the last told day, month (any day of it) and year of the story; ``begun`` the things
    that were told to begin, each with its day (the last word counts).
    """

    anchor: date | None
    story: bool
    day: date | None = None
    month: date | None = None
    year: int | None = None
    begun: tuple[tuple[str, date], ...] = ()

    @property
    def latest(self) -> date | None:
        """The last told day, the first of the last told month, or that of the last told year."""
        return self.day or self.month or (date(self.year, 1, 1) if self.year else None)

    def told(self, days: Days) -> Scene:
        """The scene after the text has told these days."""
        if not self.story and days.count > LONGEST_TOLD:
            return replace(self, year=days.first.year) if days.first.year == days.last.year else self
        same_year = days.first.year == days.last.year
        if days.count == 1:
            return replace(self, day=days.first, month=days.first, year=days.first.year)
        if days.count == 2:
            return replace(self, day=days.last, month=days.last, year=days.last.year)
        if (days.first.year, days.first.month) == (days.last.year, days.last.month):
            return replace(self, day=None, month=days.first, year=days.first.year)
        if same_year and days.first.year == self.year and days.first.month == 1 and days.last.month == 12:
            return self  # the year that is being told already
        if same_year or days.count < 200:
            whole = days.first.month == 1 and days.last.month == 12
            return replace(self, day=None, month=None if whole else days.first, year=days.first.year)
        return self
