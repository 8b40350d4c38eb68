"""Expressions that hold another: "mid-March", "the night of 8 May", "4 a.m. on Sunday", "the week of 25 November"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal, TypeAlias, cast

from fogline.extract.periods import Part
from fogline.extract.time_meanings import (
    Date,
    Meaning,
    Overnight,
    Share,
    Step,
    Stretch,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Years,
)
from fogline.extract.time_numbers import Match
from fogline.extract.time_steps import amount
from fogline.extract.time_words import Line

Reader: TypeAlias = Callable[[Line, int], Match]  # reads the longest expression that begins at a piece


def part_of(line: Line, at: int, read: Reader) -> Match:
    """ "mid-March", "the end of 2016", "late on Sunday", "early next week", "the latter half of 2008"."""
    part = cast("Part | None", line.get(at, "part"))
    end = at + 1
    if line.get(end, "half") is not None:
        part, end = ("second half" if part == "late" else "first half"), end + 1
    elif line.says(end, "hours", "part", "days", "weeks", "months"):
        end += 1
    elif not line.says(at, "early", "late", "mid") and not line.says(end, "of", "-"):
        return None  # "beginning in 2015" is all of it
    match = _inner(line, line.after(end, "-"), read)
    return (match[0], cut(match[1], part)) if match and part else None


def half_of(line: Line, at: int, read: Reader) -> Match:
    """ "the first half of May", "the second half of 2021"."""
    number = line.number(at, "ordinal")
    if number not in {1, 2} or line.get(at + 1, "half") is None:
        return None
    match = _inner(line, at + 2, read)
    return (match[0], cut(match[1], "first half" if number == 1 else "second half")) if match else None


def _inner(line: Line, at: int, read: Reader) -> Match:
    start = line.after(line.after(at, "of", "in", "on"), "the")
    if (
        start > at
        and line.says(start - 1, "the")
        and (unit := line.get(start, "unit")) in {"day", "week", "month", "year", "decade"}
    ):
        return start + 1, Step(cast(Unit, unit), 0, "then")
    return read(line, start) if start < len(line.pieces) else None


def cut(meaning: Meaning, part: Part) -> Meaning:
    """The meaning narrowed to a part of it; a day stays a day."""
    if isinstance(meaning, Date | Share | Years | Step):
        day = isinstance(meaning, Date) and meaning.day is not None
        return meaning if day or meaning.part else replace(meaning, part=part)
    return meaning


def reach_of(line: Line, at: int, read: Reader) -> Match:
    """ "earlier this month", "later in the year", "earlier today": up to the document's day, or from it."""
    if not line.says(at, "earlier", "later"):
        return None
    match = _inner(line, at + 1, read)
    if match is None or not isinstance(match[1], Step):
        return match if match and isinstance(match[1], Weekday | Date) else None
    reach: Literal["earlier", "later"] = "earlier" if line.says(at, "earlier") else "later"
    return match[0], replace(match[1], reach=None if match[1].unit == "day" else reach)


def day_part(line: Line, at: int, read: Reader) -> Match:
    """ "the night of 8 February", "morning of that day", "dawn on Sunday"; alone it names no day."""
    start = line.after(at + 1, "hours")
    if line.says(start, "of", "on", ",") or line.get(start, "deictic") is not None:
        match = _inner(line, start + 1 if line.says(start, ",") else start, read)
        if match and not isinstance(match[1], Vague):
            return match[0], (line.says(at, "night") and line.says(start, "of") and night_of(match[1])) or match[1]
    return start, Vague("clock")


def night_of(meaning: Meaning) -> Overnight | None:
    """ "the night of 2 April" begins on it and ends on the next day; "the night of 2–3 April" tells both days itself."""
    whole = isinstance(meaning, Date) and meaning.day is not None and meaning.month is not None
    return (
        Overnight(meaning, named=True)
        if isinstance(meaning, Weekday) or (isinstance(meaning, Date) and whole)
        else None
    )


def clock(line: Line, at: int, read: Reader) -> Match:
    """ "5:34 AM on 20 March", "04:00 GMT", "11 a.m.": the day that follows, else an hour without a day."""
    if line.get(at, "digits") is None:
        return None
    end, timed = at + 1, False
    if (
        line.says(end, ":", ".")
        and line.glued(end)
        and len(line.get(end + 1, "digits") or "") == 2
        and line.glued(end + 1)
    ):
        end, timed = end + 2, line.says(end, ":")
    if line.get(end, "meridiem") is not None:
        end, timed = end + 1, True
    elif line.says(end, "a", "p") and line.says(end + 1, ".") and line.says(end + 2, "m"):
        end, timed = line.after(end + 3, "."), True
    elif line.says(end, "hrs", "o'clock"):
        end, timed = end + 1, timed or line.glued(end)
    if not timed or int(line.get(at, "digits") or 99) > 24:
        return None
    while line.get(end, "zone") is not None or line.says(end, "time"):
        end += 1
    start = line.after(line.after(end, ","), "on")
    match = read(line, start) if start < len(line.pieces) else None
    return match if match and not isinstance(match[1], Vague) else (end, Vague("clock"))


def week_of(line: Line, at: int, read: Reader) -> Match:
    """ "the week of 25 November", "the week ending 30 November"; "the week before last"."""
    if line.get(at, "unit") != "week":
        return None
    if line.says(at + 1, "before") and line.says(at + 2, "last"):
        return at + 3, Step("week", -2, "now")
    start = line.after(line.after(at + 1, "of", "ending", "ended", "to"), "on")
    match = read(line, start) if at + 1 < start < len(line.pieces) else None
    if match is None or not isinstance(match[1], Date) or match[1].day is None:
        return None
    return match[0], WeekOf(match[1], not line.says(at + 1, "of"))


def overnight(line: Line, at: int, read: Reader) -> Match:
    """ "overnight", "overnight on Friday", "overnight into Sunday"."""
    if line.get(at, "overnight") is None:
        return None
    start = line.after(at + 1, "on", "into", "from", "of", "to")
    match = read(line, start) if start < len(line.pieces) else None
    if match is None or not isinstance(match[1], Date | Weekday) or (isinstance(match[1], Date) and not match[1].day):
        return at + 1, Overnight()
    return match[0], Overnight(match[1], line.says(start - 1, "into", "to"))


def stretch(line: Line, at: int, read: Reader) -> Match:
    """ "the first three months of 2024", "the last ten days of November"."""
    if not line.says(at, "first", "last", "final"):
        return None
    count, end = amount(line, at + 1)
    unit = line.get(end, "units") or line.get(end, "unit")
    if not line.says(end + 1, "of") or unit not in {"day", "week", "month"} or (count is None and end > at + 1):
        return None
    match = _inner(line, end + 1, read)
    if match is None or not isinstance(match[1], Date | Step) or (isinstance(match[1], Date) and match[1].day):
        return None
    return match[0], Stretch(count or 1, cast(Unit, unit), match[1], not line.says(at, "first"))
