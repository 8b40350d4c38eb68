"""Reads written days again, for the check: British and American, with and without a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date


def read_days(text: str, months: Sequence[str], year: int | None = None) -> tuple[date, date] | None:
    """First and last of a written day or span of days; ``None`` where the text is anything else.

    A day without a year takes that of the day after it, else ``year``; without either it is none. With ``year`` the days may
    stand among other words.
    """
    met = list(_pattern(months).finditer(text))
    if not 1 <= len(met) <= 2 or (year is None and _rest(text, months)):
        return None
    late = _year(met[-1]) or year
    first, last = _ends(met[0], months, _year(met[0]) or late), _ends(met[-1], months, late)
    return (first[0], last[1]) if first and last else None


def _pattern(months: Sequence[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(m) for m in months)
    days = r"(\d{1,2})(?:–(\d{1,2}))?"
    return re.compile(rf"(?<!\d)(?:{days} ({names})|({names}) {days})(?:,? (\d{{4}}))?(?!\d)")


def _year(met: re.Match[str]) -> int | None:
    return int(met[7]) if met[7] else None


def _ends(met: re.Match[str], months: Sequence[str], year: int | None) -> tuple[date, date] | None:
    first, last, month = (met[1], met[2], met[3]) if met[1] else (met[5], met[6], met[4])
    if year is None:
        return None
    try:
        start = date(year, months.index(month) + 1, int(first))
        return start, start.replace(day=int(last)) if last else start
    except ValueError:
        return None


def _rest(text: str, months: Sequence[str]) -> str:
    """What is left when the days and the dash between them are taken out: a date with anything beside it is no date."""
    return _pattern(months).sub("", text).replace(" – ", "").strip()
