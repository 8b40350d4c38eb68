"""Cells of data sets as values. What cannot be read raises ``CellWrong``, whose text is the reason the row is refused with."""

from __future__ import annotations

import re
from datetime import date

from fogline.exchange.csv_rows import Row

NUMBER = re.compile(r"(\d{1,9})(?:\.0+)?")
IDENTIFIER = re.compile(r"[\w .:/-]{1,60}")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T].*)?")
WRITTEN = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SHOWN = 40  # characters of a bad cell that a reason quotes


class CellWrong(ValueError):
    """A cell that is not what its column holds."""

    def __init__(self, name: str, expected: str, met: str) -> None:
        super().__init__(f"{name}: expected {expected}, met {met[:SHOWN]!r}")


def number(row: Row, name: str) -> int:
    """A whole number; "4.0" is one too."""
    if not (met := NUMBER.fullmatch(row.get(name))):
        raise CellWrong(name, "a whole number", row.get(name))
    return int(met[1])


def identifier(row: Row, name: str) -> str:
    """The data set's own id of an event; a whole number that a spreadsheet wrote as "214797.0" is mended."""
    if met := NUMBER.fullmatch(row.get(name)):
        return met[1]
    if not IDENTIFIER.fullmatch(row.get(name)):
        raise CellWrong(name, "an identifier", row.get(name))
    return row.get(name)


def day(row: Row, name: str) -> date:
    """A day written as 2024-11-30 (a time after it is left out) or 30 November 2024; 11/12/2024 may be two days and is none."""
    text = row.get(name)
    try:
        if met := ISO.fullmatch(text):
            return date(int(met[1]), int(met[2]), int(met[3]))
        if met := WRITTEN.fullmatch(text):
            return date(int(met[3]), MONTHS.index(met[2][:3].lower()) + 1, int(met[1]))
    except ValueError as error:
        raise CellWrong(name, "a day such as 2024-11-30", text) from error
    raise CellWrong(name, "a day such as 2024-11-30", text)
