"""Calendar dates in words and digits: days, months, seasons and quarters of a year."""

from __future__ import annotations

from fogline.extract.time_meanings import Date, Share, Slashed, Step, Vague
from fogline.extract.time_numbers import DASHES, JOINTS, NAMES, TEMPORAL, WORD_AND_NAME, Match, counts, day_number
from fogline.extract.time_words import Line
from fogline.extract.time_years import with_era, year_after, year_here


def month_at(line: Line, at: int) -> tuple[int, int] | None:
    """A month's name, full or short with or without its point, and where it ends."""
    full = line.number(at, "month")
    if full:
        token = line.token(at)
        return None if token is None or token.pos == "AUX" else (at + 1, full)
    short = line.number(at, "month_short")
    if not short:
        return None
    if line.says(at + 1, ".") and line.glued(at + 1):
        return at + 2, short
    near = (line.get(at + 1, "digits"), line.get(at - 1, "digits"), line.get(at - 2, "digits"))
    return (at + 1, short) if any(near) else None


def month_first(line: Line, at: int) -> Match:
    """ "December 7, 2024", "Dec. 7", "December 2024", "December"."""
    month = month_at(line, at)
    if month is None:
        return None
    end, number = month
    day = day_number(line, line.after(end, "the"))
    if day and _names(line, day[0]):
        return None
    if day and not (counts(line, line.after(end, "the")) and line.says(at - 1, "in", "during", "of", "since")):
        year = year_after(line, day[0]) or _year_of_range(line, day[0])
        past = year_after(line, day[0])
        return (past[0] if past else day[0]), Date(year[1] if year else None, number, day[1])
    if line.get(end, "digits") and counts(line, end) and not year_here(line, end):
        return end, Date(None, number)
    year = year_after(line, end)
    if year:
        return with_era(line, year[0], Date(year[1], number))
    return (end, Date(None, number)) if _stands_alone(line, at, end) else None


def _names(line: Line, at: int) -> bool:
    """Whether the date is part of a name: "March 23 Movement", "October 17 Bridge"."""
    return line.says(at, *NAMES) and line.pieces[at].text[:1].isupper()


def _year_of_range(line: Line, at: int) -> tuple[int, int | Step] | None:
    """The year behind the second day of "May 3–5, 2015"."""
    if not line.says(at, *JOINTS):
        return None
    second = day_number(line, at + 1)
    return year_after(line, second[0]) if second else None


def _stands_alone(line: Line, at: int, end: int) -> bool:
    """Whether a month's name with neither day nor year is a month: not "March on", "April Glaspie", "October Revolution"."""
    token, after = line.token(at), line.token(end)
    if token is None:
        return False
    part = line.get(at - 1, "part") is not None or (line.says(at - 1, "-") and line.get(at - 2, "part") is not None)
    led = part or line.says(at - 1, *TEMPORAL) or line.get(at - 1, "step") is not None
    led = led or (line.says(end, *DASHES) and line.get(end + 1, "month") is not None)
    modifies = after is not None and token.dep in {"compound", "amod", "nmod"} and token.head > token.i
    if token.lower in WORD_AND_NAME and not led:
        owned = line.says(at - 1, "a", "the", "its", "their")
        return modifies and owned and after is not None and after.text.islower()
    return part or not (token.pos == "VERB" or (modifies and after is not None and after.text[:1].isupper()))


def day_first(line: Line, at: int) -> Match:
    """ "7 December 2024", "the 7th of December", and the 3 of "3 and 5 May", "27–29 November"."""
    day = day_number(line, at)
    if day is None:
        return None
    month = month_at(line, line.after(day[0], "of"))
    if month and not _names(line, month[0]):
        year = year_after(line, month[0])
        end = year[0] if year else month[0]
        return end, Date(year[1] if year else None, month[1], day[1])
    led = line.says(at - 1, "between", "from", "on", "of")
    if line.says(day[0], *JOINTS) and line.get(at, "digits") and (led or not counts(line, at)):
        rest = day_first(line, day[0] + 1)
        if rest and isinstance(rest[1], Date) and rest[1].month:
            return day[0], Date(rest[1].year, rest[1].month, day[1])
    return (day[0], Date(day=day[1])) if _bare_day(line, at, day[0]) else None


def _bare_day(line: Line, at: int, end: int) -> bool:
    """Whether "the 5th" is a day of the month that is being told: "on the 5th", not "the 5th Brigade"."""
    token = line.token(end - 1)
    ordinal = (
        end == at + 2
        and line.says(at - 1, "the")
        and line.says(at - 2, "on", "by", "from", "to", "until", "since", "and")
    )
    return ordinal and token is not None and token.dep not in {"amod", "nummod", "compound", "nmod", "advmod"}


def numeric(line: Line, at: int) -> Match:
    """ "2024-12-07", "7/12/2024", "07.12.2024"."""
    parts = [line.get(at + n, "digits") for n in (0, 2, 4)]
    marks = {line.pieces[at + n].text for n in (1, 3)} if at + 4 < len(line.pieces) else set()
    if not all(parts) or len(marks) != 1 or not all(line.glued(at + n) for n in range(1, 5)):
        return None
    one, two, three = (str(p) for p in parts)
    if len(one) == 4 and marks <= {"-", "/", "."} and len(two) == len(three) == 2:
        return at + 5, Date(int(one), int(two), int(three))
    if len(three) == 4 and marks <= {"/", "."} and len(one) <= 2 and len(two) <= 2:
        return at + 5, Date(int(three), int(two), int(one)) if marks == {"."} else Slashed(
            int(one), int(two), int(three)
        )
    return None


def season(line: Line, at: int) -> Match:
    """ "summer 2024", "the spring of 2019", "that winter", "the autumn"."""
    number = line.number(at, "season")
    if number is None:
        return None
    year = year_after(line, at + 1)
    if year:
        return with_era(line, year[0], Share("season", number, year[1]))
    token = line.token(at)
    noun = token is not None and token.pos in {"NOUN", "PROPN"} and token.tag in {"NN", "NNP"}
    if token is not None and token.dep in {"compound", "amod", "nmod"} and token.head > token.i:
        return at + 1, Vague("reference")  # "winter storm", "spring offensive": a kind, not a date
    return (at + 1, Share("season", number)) if noun and not _falling(line, at) else None


def _falling(line: Line, at: int) -> bool:
    """Whether "fall" is a city's or a government's: "the fall of Aleppo", "the city's fall"."""
    start = at - 1 if line.says(at - 1, "the") else at
    led = line.says(start - 1, *TEMPORAL) or line.get(start - 1, "part") is not None
    return line.says(at, "fall") and (not led or line.says(at + 1, "of"))


def quarter(line: Line, at: int) -> Match:
    """ "the first quarter of 2024", "Q3 2024"."""
    if line.says(at, "q") and line.glued(at + 1) and line.get(at + 1, "digits") in {"1", "2", "3", "4"}:
        year = year_after(line, at + 2)
        return (year[0] if year else at + 2), Share(
            "quarter", int(line.get(at + 1, "digits") or 0), year[1] if year else None
        )
    number = line.number(at, "ordinal")
    if line.says(at, "last"):
        number = 4
    if number is None or number > 4 or not line.get(at + 1, "quarter"):
        return None
    year = year_after(line, at + 2)
    return (year[0], Share("quarter", number, year[1])) if year else None
