"""The day of publication: checked, never guessed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from fogline.model.document import day_of

NUMERIC_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
WRITTEN = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y", "%A, %B %d, %Y", "%A, %d %B %Y")
EARLIEST, LATEST = 1900, 2200
DRIFT = timedelta(days=7)  # a file changed longer after its making than this was made from another file


def iso(value: str) -> str | None:
    """An ISO day or instant for a date as people and programs write it; ``None`` where it is none or two are possible.

    ``03/04/2024`` is March or April and therefore none; ``2024-12`` names no day and is none.
    """
    value = value.strip()
    if _is_iso(value):
        return value
    if match := NUMERIC_ISO.fullmatch(value):
        padded = f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"
        return padded if _is_iso(padded) else None
    return _written(value) or _mail_date(value)


def from_file(created: datetime | None, modified: datetime | None) -> datetime | None:
    """The instant a file was made, where its two dates agree to a week; ``None`` where it was made from an older file."""
    if created is None or modified is None:
        return created or modified
    if modified < created or modified - created <= DRIFT:
        return created
    return None


def _is_iso(value: str) -> bool:
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:$|[T ]\d{2}:)", value, re.ASCII):
        return False
    try:
        day = day_of(value)
    except ValueError:
        return False
    return day is not None and EARLIEST <= day.year <= LATEST


def _written(value: str) -> str | None:
    for shape in WRITTEN:
        try:
            found = datetime.strptime(value, shape).date().isoformat()
        except ValueError:
            continue
        return found if _is_iso(found) else None
    return None


def _mail_date(value: str) -> str | None:
    if not re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d", value):
        return None
    try:
        found = parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError):
        return None
    return found if _is_iso(found) else None
