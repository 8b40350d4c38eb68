"""Times told from somewhere else: from the document's day ("last week", "two days ago") or from the story's ("the next day")."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from fogline.extract.time_dates import month_at
from fogline.extract.time_meanings import (
    Basis,
    Date,
    Feast,
    Midweek,
    Nth,
    Share,
    Step,
    Unit,
    Vague,
    Weekday,
    Window,
)
from fogline.extract.time_numbers import Match, day_number
from fogline.extract.time_words import Line
from fogline.extract.time_years import year_after

NEAR = frozenset(
    {
        "last",
        "past",
        "previous",
        "next",
        "coming",
        "preceding",
        "following",
        "subsequent",
        "succeeding",
        "ensuing",
        "upcoming",
    }
)
ROUGH = ("than", "over", "nearly", "almost", "about", "around", "roughly", "some", "under")
CLAUSE_ENDS = frozenset({"PUNCT", "CCONJ", "AUX", "VERB", "ADV", "SCONJ", "PART"})


def deictic(line: Line, at: int) -> Match:
    """ "today", "yesterday evening", "the day before yesterday"."""
    offset, token = line.number(at, "deictic"), line.token(at)
    if token is not None and token.pos == "PROPN" and token.i > 0 and token.text[:1].isupper():
        return None  # "USA Today"
    if offset is not None:
        end = at + 2 if line.get(at + 1, "part_of_day") is not None else at + 1
        return end, Step("day", offset, "now")
    if line.says(at, "day") and line.says(at + 1, "before", "after"):
        further = line.number(at + 2, "deictic")
        if further is not None:
            return at + 3, Step("day", further + (-1 if line.says(at + 1, "before") else 1), "now")
    return None


def midweek(line: Line, at: int) -> Match:
    """ "midweek", "mid-week"."""
    if line.get(at, "midweek") is not None:
        return at + 1, Midweek()
    return (
        (at + 3, Midweek()) if line.says(at, "mid") and line.says(at + 1, "-") and line.says(at + 2, "week") else None
    )


def weekday(line: Line, at: int) -> Match:
    """ "Friday", "Friday night", "Friday last", "a Friday"; a date behind it is the grammar's matter."""
    number = line.number(at, "weekday")
    if number is None:
        return None
    end = at + 1
    if line.get(end, "part_of_day") is not None:
        end += 1
    start = line.after(end, "of", "in")
    if line.says(start, "last", "this", "next", "the") and line.says(start + 1, "week", "following"):
        week = {"last": -1, "this": 0, "next": 1}.get(line.pieces[start].lower)
        return (end, Weekday(number)) if week is None else (start + 2, Weekday(number, week=week))
    if line.says(end, "last", "next") and not _unit(line, end + 1):
        return end + 1, Weekday(number, -1 if line.says(end, "last") else 1)
    return None if _named_day(line, at) else (end, Weekday(number))


def _named_day(line: Line, at: int) -> bool:
    """Whether the weekday belongs to a name: "the Friday Mosque", "Bloody Sunday", "Ash Wednesday"."""
    token, before, after = line.token(at), line.token(at - 1), line.token(at + 1)
    if token is None:
        return False
    if (
        before is not None
        and before.i > 0
        and before.text[:1].isupper()
        and before.dep in {"compound", "amod"}
        and before.head == token.i
    ):
        return line.get(at - 1, "step") is None and line.get(at - 1, "part") is None
    if before is not None and before.text in {"Bloody", "Black", "Ash", "Good", "Palm", "Holy", "Maundy"}:
        return True
    led = before is not None and before.lower == "the"
    return led and after is not None and after.text[:1].isupper() and token.dep in {"compound", "nmod", "amod"}


def step(line: Line, at: int) -> Match:
    """ "last week", "that day", "the following morning", "next June", "the past 48 hours", "the same time"."""
    value = line.get(at, "step")
    preposition = (
        line.says(at, "following") and not line.says(at - 1, "the", "'s", "’s") and line.get(at + 1, "unit") is None
    )
    if value is None or preposition:
        return None
    offset_text, basis_text = value.split()
    offset, basis = int(offset_text), cast(Basis, basis_text)
    the = line.says(at - 1, "the")
    end = at + 1
    if line.get(end, "step") is not None:  # "that same day", "this past week", "this coming Friday"
        inner = line.get(end, "step") or ""
        if not line.says(end, "same"):
            offset, the = int(inner.split()[0]), line.says(end, "past", "last")
        end += 1
    if (the and line.says(at, "next")) or (line.says(at, "this") and line.says(end, "day")):
        basis = "then"
    return _stepped(line, end, offset, basis, the and line.says(end - 1, "past", "last")) or _window(line, at, end)


def _stepped(line: Line, end: int, offset: int, basis: Basis, window: bool) -> Match:
    unit = line.get(end, "unit")
    if unit is not None and not line.says(end + 1, "-"):
        return _unit_step(line, end, offset, basis, window)
    if line.get(end, "part_of_day") is not None:
        return end + 1, Step("day", offset, basis)
    number = line.number(end, "weekday")
    if number is not None:
        after = end + 2 if line.get(end + 1, "part_of_day") is not None else end + 1
        return after, Weekday(number, offset, basis)
    month = month_at(line, end)
    if month is not None:
        day = day_number(line, month[0])
        return (day[0] if day else month[0]), Date(None, month[1], day[1] if day else None, None, offset, basis)
    season = line.number(end, "season")
    if season is not None:
        return end + 1, Share("season", season, None, None, offset, basis)
    return (end + 1, Vague("reference")) if line.get(end, "span") is not None else None


def _unit_step(line: Line, end: int, offset: int, basis: Basis, window: bool) -> Match:
    unit = _unit(line, end)
    if line.says(end + 1, "of") and not line.says(end + 2, "this", "that", "last"):
        return end + 1, Vague("duration")  # "the last week of the siege"
    if unit is None or line.says(end, "second", "minute", "hour"):
        return end + 1, Vague("duration")
    if window and unit not in {"weekend", "century"}:
        return end + 1, Window(14 if line.says(end, "fortnight") else 1, "day" if line.says(end, "fortnight") else unit)
    return end + 1, Step(unit, offset, basis)


def _window(line: Line, at: int, end: int) -> Match:
    """ "last ten days", "past 48 hours", "next two years", "the first few weeks"."""
    count, after = amount(line, end)
    if line.get(after, "units") is None or not line.says(at, *NEAR):
        return None
    unit = _unit(line, after)
    if line.says(at, "previous", "preceding") and count and line.says(after, "hours"):
        return after + 1, Window(count, "hour")
    if (
        count is None
        or unit is None
        or line.says(at, "previous", "preceding", "following", "subsequent", "succeeding", "ensuing")
    ):
        return after + 1, Vague("duration")
    if line.says(after, "seconds", "minutes", "weekends") or line.says(after + 1, "of"):
        return after + 1, Vague("duration")
    if line.says(after, "fortnights"):
        return after + 1, Window(14 * count, "day")
    return after + 1, Window(count, unit, line.says(at, "next", "coming", "upcoming"))


def amount(line: Line, at: int) -> tuple[int | None, int]:
    """A number in words or digits and where it ends; ``None`` for "several", "a few" or no number at all."""
    if line.get(at, "several") is not None or (line.says(at, "a") and line.get(at + 1, "several") is not None):
        end = at + 2 if line.says(at, "a") else at + 1
        return None, line.after(line.after(end, "more"), "of")
    digits = line.number(at, "digits")
    word = line.number(at, "cardinal")
    count, end = (digits if digits is not None else word), at + 1
    if count is None:
        return None, at
    if word is not None and word >= 20 and line.says(end, "-") and (ones := line.number(end + 1, "cardinal")):
        count, end = count + ones, end + 2
    if line.says(end, "-", "to", "or", "–") and (line.number(end + 1, "cardinal") or line.get(end + 1, "digits")):
        return None, end + 2
    if line.says(end, "and") and (line.says(end + 1, "half") or line.says(end + 2, "half")):
        return None, end + (2 if line.says(end + 1, "half") else 3)
    return count, line.after(line.after(end, "more", "full", "whole", "calendar"), "-")


def counted(line: Line, at: int) -> Match:
    """ "two days later", "a decade ago", "several months", "ten-day", "the week before": from a number or a unit on."""
    count, end = amount(line, at)
    if line.get(end, "unit") is None and line.get(end, "units") is None:
        return None
    if end == at and line.get(end, "units") is None and not line.says(at - 1, "the"):
        return None  # a bare singular unit: "day" in "working day"
    unit, after = _unit(line, end), end + 1
    after = line.after(after, "'s", "’s")
    shift = line.get(after, "shift")
    if shift is None or unit is None:
        return _duration(line, at, end)
    offset_text, basis = shift.split()
    if not _adverb(line, after):
        return after + 1, Vague("reference")  # "two days after the truce": the event's day is not told here
    told = 1 if end == at and line.get(end, "unit") else count
    if line.says(end, "fortnight"):
        unit, told = "week", 2
    rough = line.says(at - 1, *ROUGH)
    exact = (
        told is not None and not rough and not line.says(end, "second", "seconds", "minute", "minutes", "hour", "hours")
    )
    return after + 1, Step(unit, int(offset_text) * (told or 1), cast(Basis, basis), exact=exact)


def _duration(line: Line, at: int, end: int) -> Match:
    if end == at and line.get(end, "unit") is not None:
        return None
    return end + 1, Vague("duration")


def ordinal_unit(line: Line, at: int) -> Match:
    """ "the third day of the offensive": its days are told only where its beginning is."""
    if line.number(at, "ordinal") is None and not line.says(at, "final", "last"):
        return None
    unit, number = line.get(at + 1, "unit"), line.number(at, "ordinal")
    noun = line.token(line.after(at + 3, "the", "its", "their", "this"))
    if number and line.says(at + 1, "day") and line.says(at + 2, "of") and noun is not None:
        return at + 2, Nth(number, noun.lemma.lower())
    return (at + 2, Vague("reference")) if unit in {"hour", "day", "week", "month", "year", "decade"} else None


def weekend(line: Line, at: int) -> Match:
    """ "over the weekend", "at the weekend": the nearest one."""
    return (
        (at + 1, Step("weekend", 0, "now")) if line.get(at, "unit") == "weekend" and line.says(at - 1, "the") else None
    )


def _adverb(line: Line, at: int) -> bool:
    """Whether "before", "after" stand alone here, with no event behind them."""
    if not line.says(at, "before", "after", "prior"):
        return True
    after = line.token(at + 1)
    if after is not None and after.tag in {"VBG", "DT", "PRP"}:
        return False
    return after is None or after.pos in CLAUSE_ENDS or (after.pos == "ADP" and not line.says(at + 1, "than", "to"))


def _unit(line: Line, at: int) -> Unit | None:
    value = line.get(at, "unit") or line.get(at, "units")
    return cast(Unit, "week" if value == "fortnight" else value) if value else None


def feast(line: Line, at: int) -> Match:
    """ "Christmas Day 2023", "Easter Monday", "Good Friday", "New Year's Eve"; Ramadan and the like stay without days."""
    if not line.pieces[at].text[:1].isupper():
        return None
    if line.get(at, "moving_feast") is not None:
        return at + 1, Vague("reference")
    named = _named_feast(line, at)
    if named is None:
        return None
    end, day = named
    year, token = year_after(line, end), line.token(end - 1)
    if year:
        return year[0], replace(day, year=year[1])
    modifies = token is not None and token.dep in {"compound", "amod", "nmod"} and token.head > token.i
    return (end, Vague("reference")) if modifies and end == at + 1 else (end, day)  # "a Christmas market"


def _named_feast(line: Line, at: int) -> tuple[int, Feast] | None:
    if line.says(at, "good", "palm"):
        number = line.number(at + 1, "weekday")
        return (at + 2, Feast(None, -2 if line.says(at, "good") else -7)) if number is not None else None
    if line.says(at, "new"):
        end = next((n for n in range(at + 2, at + 6) if line.says(n, "day", "eve")), None)
        if end is None or not line.says(at + 1, "year"):
            return None
        return end + 1, Feast(12, 31) if line.says(end, "eve") else Feast(1, 1)
    value = line.get(at, "feast")
    if value is None:
        return None
    numbers = [int(n) for n in value.split()]
    end = line.after(at + 1, "day", "night", "sunday", "monday", "eve", "morning")
    move = {"eve": -1, "monday": 1}.get(line.pieces[end - 1].lower, 0) if end > at + 1 else 0
    return end, Feast(numbers[0] if len(numbers) > 1 else None, numbers[-1] + move)
