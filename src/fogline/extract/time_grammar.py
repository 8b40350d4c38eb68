"""From a sentence to its time expressions: which rule may begin with which word, the longest reading wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal, TypeAlias, cast

from fogline.extract import time_dates, time_steps
from fogline.extract.periods import Part
from fogline.extract.time_dates import Match
from fogline.extract.time_meanings import Date, Meaning, Share, Step, Vague, Weekday, WeekOf, Years
from fogline.extract.time_words import Line

Rule: TypeAlias = Callable[[Line, int], Match]


@dataclass(frozen=True, slots=True)
class Atom:
    """One time expression: pieces ``[first, last)`` of its line and what they mean."""

    first: int
    last: int
    meaning: Meaning


def atoms(line: Line) -> tuple[Atom, ...]:
    """The time expressions of a sentence, left to right, none overlapping."""
    found: list[Atom] = []
    at = 0
    while at < len(line.pieces):
        match = tail_of_range(line, at, found[-1] if found else None) or longest(line, at)
        if match is None:
            at += 1
        else:
            found.append(Atom(at, match[0], match[1]))
            at = match[0]
    return tuple(found)


def longest(line: Line, at: int) -> Match:
    """The reading that takes most words, of all that may begin here."""
    best: Match = None
    for kind in line.pieces[at].readings:
        for rule in RULES.get(kind, ()):
            match = rule(line, at)
            if match is not None and (best is None or match[0] > best[0]):
                best = match
    return best


def tail_of_range(line: Line, at: int, before: Atom | None) -> Match:
    """The 5 of "May 3–5", the 15 of "2014–15": the rest is told by the expression before."""
    if (
        before is None
        or before.last != at - 1
        or not isinstance(before.meaning, Date)
        or line.get(at, "digits") is None
    ):
        return None
    date, digits = before.meaning, line.get(at, "digits") or ""
    dash = line.says(at - 1, *time_dates.DASHES)
    if (
        date.day
        and date.month
        and line.says(at - 1, *time_dates.JOINTS)
        and line.get(before.last - 1, "digits") == str(date.day)
    ):
        day = time_dates.day_number(line, at)
        if day is None or longest_is_longer(line, at, day[0]) or (not dash and time_dates.counts(line, at)):
            return None
        year = time_dates.year_after(line, day[0])
        return (year[0] if year else day[0]), Date(year[1] if year else date.year, date.month, day[1])
    if (
        dash
        and isinstance(date.year, int)
        and date.month is None
        and len(digits) == 2
        and int(digits) > date.year % 100
    ):
        return at + 1, Date(date.year - date.year % 100 + int(digits))
    if (
        dash
        and isinstance(date.year, int)
        and date.month is None
        and len(digits) == 4
        and date.year < int(digits) < date.year + 200
    ):
        return at + 1, Date(int(digits))
    return None


def longest_is_longer(line: Line, at: int, end: int) -> bool:
    """Whether the number begins a date of its own ("May 3 – 5 June")."""
    match = longest(line, at)
    return match is not None and match[0] > end


def part_of(line: Line, at: int) -> Match:
    """ "mid-March", "the end of 2016", "late on Sunday", "early next week", "the latter half of 2008"."""
    part = cast("Part | None", line.get(at, "part"))
    end = at + 1
    if line.get(end, "half") is not None:
        part, end = ("second half" if part == "late" else "first half"), end + 1
    elif line.says(end, "hours", "part", "days", "weeks", "months"):
        end += 1
    elif not line.says(at, "early", "late", "mid") and not line.says(end, "of", "-"):
        return None  # "beginning in 2015" is all of it
    match = _inner(line, line.after(end, "-"))
    return (match[0], cut(match[1], part)) if match and part else None


def half_of(line: Line, at: int) -> Match:
    """ "the first half of May", "the second half of 2021"."""
    number = line.number(at, "ordinal")
    if number not in {1, 2} or line.get(at + 1, "half") is None:
        return None
    match = _inner(line, at + 2)
    return (match[0], cut(match[1], "first half" if number == 1 else "second half")) if match else None


def _inner(line: Line, at: int) -> Match:
    start = line.after(line.after(at, "of", "in", "on"), "the")
    if (
        start > at
        and line.says(start - 1, "the")
        and (unit := line.get(start, "unit")) in {"day", "week", "month", "year", "decade"}
    ):
        return start + 1, Step(unit, 0, "then")  # type: ignore[arg-type]
    return longest(line, start) if start < len(line.pieces) else None


def cut(meaning: Meaning, part: Part) -> Meaning:
    """The meaning narrowed to a part of it; a day stays a day."""
    if isinstance(meaning, Date | Share | Years | Step):
        day = isinstance(meaning, Date) and meaning.day is not None
        return meaning if day or meaning.part else replace(meaning, part=part)
    return meaning


def reach_of(line: Line, at: int) -> Match:
    """ "earlier this month", "later in the year", "earlier today": up to the document's day, or from it."""
    if not line.says(at, "earlier", "later"):
        return None
    match = _inner(line, at + 1)
    if match is None or not isinstance(match[1], Step):
        return match if match and isinstance(match[1], Weekday | Date) else None
    reach: Literal["earlier", "later"] = "earlier" if line.says(at, "earlier") else "later"
    return match[0], replace(match[1], reach=None if match[1].unit == "day" else reach)


def day_part(line: Line, at: int) -> Match:
    """ "the night of 8 February", "morning of that day", "dawn on Sunday"; alone it names no day."""
    start = line.after(at + 1, "hours")
    if line.says(start, "of", "on", ",") or line.get(start, "deictic") is not None:
        match = _inner(line, start + 1 if line.says(start, ",") else start)
        if match and not isinstance(match[1], Vague):
            return match
    return start, Vague("clock")


def clock(line: Line, at: int) -> Match:
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
    match = longest(line, start) if start < len(line.pieces) else None
    return match if match and not isinstance(match[1], Vague) else (end, Vague("clock"))


def dated_weekday(line: Line, at: int) -> Match:
    """ "Monday, Dec. 26", "Sat 7 December": the date rules, the weekday only joins it."""
    short = line.get(at, "weekday_short") is not None
    if line.get(at, "weekday") is None and not short:
        return None
    end = line.after(at + 1, ".") if short else at + 1
    end = line.after(line.after(line.after(end, ","), "the", "("), "on")
    for rule in (time_dates.month_first, time_dates.day_first, time_dates.numeric):
        match = rule(line, end) if end < len(line.pieces) else None
        if match and isinstance(match[1], Date) and match[1].day:
            return match
    return None


def dated_part(line: Line, at: int) -> Match:
    """A date with a part of the day behind it: "8 February at night", "7 December morning"."""
    for rule in (time_dates.month_first, time_dates.day_first):
        match = rule(line, at)
        if match and isinstance(match[1], Date) and match[1].day and line.get(match[0], "part_of_day") is not None:
            return match[0] + 1, match[1]
    return None


def unit_end(line: Line, at: int) -> Match:
    """ "month's end", "year-end"."""
    unit = line.get(at, "unit")
    end = next((n + 1 for n in (at + 2, at + 3) if line.says(n, "end")), None)
    if unit not in {"month", "year"} or end is None or not line.says(at + 1, "'s", "’s", "'", "’", "-"):
        return None
    return end, Step("month" if unit == "month" else "year", 0, "then", "late")


def week_of(line: Line, at: int) -> Match:
    """ "the week of 25 November", "the week ending 30 November"; "the week before last"."""
    if line.get(at, "unit") != "week":
        return None
    if line.says(at + 1, "before") and line.says(at + 2, "last"):
        return at + 3, Step("week", -2, "now")
    start = line.after(line.after(at + 1, "of", "ending", "ended"), "on")
    match = longest(line, start) if at + 1 < start < len(line.pieces) else None
    if match is None or not isinstance(match[1], Date) or match[1].day is None:
        return None
    return match[0], WeekOf(match[1], line.says(at + 1, "ending", "ended"))


def vague(line: Line, at: int) -> Match:
    """ "now", "recently", "daily", "every day": found, but they name no days."""
    if line.get(at, "reference") is not None:
        token = line.token(at)
        return (at + 1, Vague("reference")) if token is not None and token.pos in {"ADV", "ADJ", "NOUN"} else None
    if line.get(at, "set") is not None:
        return at + 1, Vague("set")
    if line.get(at, "each") is not None:
        kinds = ("unit", "weekday", "season", "month", "part_of_day")
        return (at + 2, Vague("set")) if any(line.get(at + 1, k) is not None for k in kinds) else None
    return (at + 1, Vague("reference")) if line.says(at, "time") and line.says(at - 1, "the") else None


DAY = (time_dates.day_first, time_dates.century)
NUMBER = (time_dates.quarter, time_steps.counted)
RULES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "digits": (time_dates.numeric, time_dates.year_first, clock, dated_part, *DAY, *NUMBER),
        "month": (time_dates.month_first, dated_part),
        "month_short": (time_dates.month_first, dated_part),
        "weekday": (time_steps.weekday, dated_weekday),
        "weekday_short": (dated_weekday,),
        "ordinal": (half_of, *DAY, time_dates.quarter, time_steps.ordinal_unit),
        "cardinal": (*DAY, *NUMBER),
        "several": (time_steps.counted,),
        "unit": (week_of, unit_end, time_steps.deictic, time_steps.counted, time_steps.weekend),
        "units": (time_steps.counted,),
        "season": (time_dates.season,),
        "part": (part_of,),
        "part_of_day": (day_part,),
        "step": (time_steps.step, time_dates.quarter),
        "shift": (reach_of,),
        "deictic": (time_steps.deictic,),
        "overnight": (time_steps.overnight,),
        "midweek": (time_steps.overnight,),
        "feast": (time_steps.feast,),
        "feast_name": (time_steps.feast,),
        "moving_feast": (time_steps.feast,),
        "reference": (vague,),
        "set": (vague,),
        "each": (vague,),
        "span": (vague,),
        "era": (),
    }
)
