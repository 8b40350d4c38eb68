"""The day of a digest: a document whose title says that it tells one day."""

from __future__ import annotations

import re
from datetime import date

from fogline.extract.periods import day_of, one, precision
from fogline.model.document import Document
from fogline.model.period import Period

KINDS = re.compile(
    r"\b(current events|daily|day in review|news in brief|round-?up|situation (?:report|update)|sit-?rep|flash update|"
    r"(?:morning|evening|news) brief(?:ing|s)?|day \d{1,5}|digest|events of|as of|live updates?|bulletin|"
    r"incident report|media monitoring)\b",
    re.IGNORECASE,
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAME = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
DAY_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)? {NAME},? (\d{{4}})\b", re.IGNORECASE)
MONTH_DAY = re.compile(rf"\b{NAME} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
RANGE = re.compile(r"\d\s*(?:st|nd|rd|th)?\s*(?:-|–|—|to|and)\s*\d{1,2}(?:st|nd|rd|th)?[ ,]", re.IGNORECASE)


def digest_day(document: Document) -> Period | None:
    """The one day that the title's words tell of ("Current events, 2024-12-03"); ``None`` for anything else.

    The title must name a kind of daily report and exactly one full date; a span of days is no day. Where the day of
    publication is known it may not lie before the title's day, nor more than a week behind it.
    """
    title = document.title or ""
    found = _dates(title)
    if len(found) != 1 or not KINDS.search(title):
        return None
    day = found.pop()
    if document.day is not None and not 0 <= (document.day - day).days <= 7:
        return None
    return Period(None, day, day, precision(one(day)), inherited=True)


def _dates(title: str) -> set[date]:
    """The full dates in the title; none at all where it names a span of days."""
    numbers = [(int(y), int(m), int(d)) for y, m, d in ISO.findall(title)]
    if not numbers and RANGE.search(title):
        return set()
    numbers += [(int(y), MONTHS.index(m[:3].lower()) + 1, int(d)) for d, m, y in DAY_MONTH.findall(title)]
    numbers += [(int(y), MONTHS.index(m[:3].lower()) + 1, int(d)) for m, d, y in MONTH_DAY.findall(title)]
    return {days.first for n in numbers if (days := day_of(*n)) is not None}
