"""From a sentence to its time expressions: which rule may begin with which word, the longest reading wins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from fogline.extract import time_compound, time_dates, time_steps, time_years
from fogline.extract.time_meanings import Date, Meaning, Step, Vague
from fogline.extract.time_numbers import DASHES, JOINTS, TEMPORAL, Match, counts, day_number
from fogline.extract.time_words import Line, named_days

Rule: TypeAlias = Callable[[Line, int], Match]
Compound: TypeAlias = Callable[[Line, int, Rule], Match]


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
        simple = (rule(line, at) for rule in RULES.get(kind, ()))
        compound = (rule(line, at, longest) for rule in COMPOUNDS.get(kind, ()))
        for match in (*simple, *compound):
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
    dash = line.says(at - 1, *DASHES)
    if date.day and date.month and line.says(at - 1, *JOINTS) and line.get(before.last - 1, "digits") == str(date.day):
        day = day_number(line, at)
        if day is None or longest_is_longer(line, at, day[0]) or (not dash and counts(line, at)):
            return None
        year = time_years.year_after(line, day[0])
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
            number = line.number(at, "weekday_short" if short else "weekday")
            return match[0], replace(match[1], weekday=number)
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
    if line.says(at + 1, "-") and not line.says(at - 1, *TEMPORAL, "the"):
        return None  # "an annual year-end meeting"
    year = time_years.year_after(line, end)
    if unit == "year" and year:
        return year[0], Date(year[1], part="late")
    return end, Step("month" if unit == "month" else "year", 0, "then", "late")


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


def named_day(line: Line, at: int) -> Match:
    """ "the October 7 attacks", "9/11": days whose year is known to all."""
    if line.says(at, "9") and line.says(at + 1, "/") and line.says(at + 2, "11") and not line.says(at + 3, "/"):
        return at + 3, Date(2001, 9, 11)
    match = time_dates.month_first(line, at) or time_dates.day_first(line, at)
    if match is None or not isinstance(match[1], Date) or match[1].year is not None or not match[1].day:
        return None
    named = named_days().get((match[1].month or 0, match[1].day))
    near = any(line.says(match[0] + n, *named[1]) for n in (0, 1)) if named else False
    return (match[0], replace(match[1], year=named[0])) if named and near else None


DAY = (time_dates.day_first, time_years.century)
NUMBER = (time_dates.quarter, time_steps.counted)
RULES: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "digits": (named_day, time_dates.numeric, time_years.year_first, dated_part, *DAY, *NUMBER),
        "month": (named_day, time_dates.month_first, dated_part),
        "month_short": (named_day, time_dates.month_first, dated_part),
        "weekday": (time_steps.weekday, dated_weekday),
        "weekday_short": (dated_weekday,),
        "ordinal": (*DAY, time_dates.quarter, time_steps.ordinal_unit),
        "cardinal": (*DAY, *NUMBER),
        "several": (time_steps.counted,),
        "unit": (unit_end, time_steps.deictic, time_steps.counted, time_steps.weekend),
        "units": (time_steps.counted,),
        "season": (time_dates.season,),
        "step": (time_steps.step, time_dates.quarter),
        "deictic": (time_steps.deictic,),
        "midweek": (time_steps.midweek,),
        "feast": (time_steps.feast,),
        "feast_name": (time_steps.feast,),
        "moving_feast": (time_steps.feast,),
        "reference": (vague,),
        "set": (vague,),
        "each": (vague,),
        "span": (vague,),
    }
)
COMPOUNDS: Mapping[str, tuple[Compound, ...]] = MappingProxyType(
    {
        "digits": (time_compound.clock,),
        "ordinal": (time_compound.half_of, time_compound.stretch),
        "step": (time_compound.stretch,),
        "unit": (time_compound.week_of,),
        "part": (time_compound.part_of,),
        "part_of_day": (time_compound.day_part,),
        "shift": (time_compound.reach_of,),
        "overnight": (time_compound.overnight,),
    }
)
