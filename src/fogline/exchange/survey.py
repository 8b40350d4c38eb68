"""A first look at a data set's file, before anything of it is stored: its digest, the days it covers, and what is refused."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fogline.exchange.csv_rows import Bad
from fogline.model.history import PastEvent

LISTED = 50  # refused rows that are kept with their reasons
PART = 1 << 20
LEAP = 10  # a month with so many times the events of the one before, and
MANY = 50  # with at least so many, is the first that a release is about: stray events of earlier months are amendments
YEAR = 366  # days: of a longer file every month is taken to be covered


@dataclass(frozen=True, slots=True)
class Survey:
    """How many rows are events, no violence, or refused (the first of them listed), and the days from the first to the last
    event; ``covers`` is the first day that the file is about. ``first`` is ``None`` for a file without an event.
    """

    events: int
    others: int
    refused: int
    listed: tuple[Bad, ...]
    first: date | None
    last: date | None
    covers: date | None


def digest(path: Path) -> str:
    """SHA-256 of the file's bytes as they lie there, packed or not."""
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while part := stream.read(PART):
            found.update(part)
    return found.hexdigest()


def survey(rows: Iterable[PastEvent | Bad | None]) -> Survey:
    """Count what the rows are. Holds no row but the first refused ones."""
    months: Counter[tuple[int, int]] = Counter()
    listed: list[Bad] = []
    events = others = refused = 0
    first, last = date.max, date.min
    for row in rows:
        if isinstance(row, PastEvent):
            events += 1
            first, last = min(first, row.first), max(last, row.last)
            months[row.first.year, row.first.month] += 1
        elif row is None:
            others += 1
        else:
            refused += 1
            listed += [row] if len(listed) < LISTED else []
    if not events:
        return Survey(0, others, refused, tuple(listed), None, None, None)
    covers = _covers(months, first, last)
    return Survey(events, others, refused, tuple(listed), first, last, covers)


def _covers(months: Counter[tuple[int, int]], first: date, last: date) -> date:
    """A monthly release holds a few amended events of the months before; it is no source for these months."""
    if (last - first).days > YEAR:
        return first
    leaps = [m for m in months if months[m] >= MANY and months[m] > LEAP * months[_before(m)]]
    start = date(*max(leaps), 1) if leaps else first
    return max(start, first)


def _before(month: tuple[int, int]) -> tuple[int, int]:
    year, number = month
    return (year, number - 1) if number > 1 else (year - 1, 12)
