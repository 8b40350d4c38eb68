"""Calendar dates in words and digits: days, months, years, decades, centuries, seasons and quarters of a year."""

from __future__ import annotations

from typing import TypeAlias

from fogline.extract.time_meanings import Date, Meaning, Share, Slashed, Step, Vague, Years
from fogline.extract.time_words import Line

Match: TypeAlias = "tuple[int, Meaning] | None"
DASHES = ("-", "–", "—", "‐", "‑", "/")
JOINTS = (*DASHES, "and", "or", "to", ",", "until", "till", "through", "&")
TEMPORAL = frozenset(
    {"in", "since", "until", "till", "by", "from", "between", "through", "during", "of", "to", "and", "or", "before",
     "after", "for", "around", "throughout", "circa", "ca", "into", "late", "early", "on", "as", "last", "next", "this",
     "mid", "towards", "toward"}
)  # fmt: skip
NAMES = ("movement", "brigade", "brigades", "street", "square", "bridge", "avenue", "university", "party", "front",
         "division", "battalion", "alliance", "road", "stadium")  # fmt: skip
INTO_YEARS = ("in", "since", "during", "until", "by", "from", "between", "throughout")
LABELS = frozenset(
    {"no", "number", "resolution", "flight", "route", "highway", "article", "room", "#", "unit", "regulation", "order",
     "hill", "model"}
)  # fmt: skip
MONEY = ("$", "€", "£", "¥", "%")
APPROXIMATE = frozenset(
    {"least", "about", "some", "over", "nearly", "than", "approximately", "almost", "roughly", "another"}
)
WORD_AND_NAME = frozenset({"may", "march"})
EARLIEST_YEAR, LATEST_YEAR = 1000, 2100
PLAIN_YEARS = range(1900, 2036)  # in these a bare number of four digits is by far most often a year


def day_number(line: Line, at: int) -> tuple[int, int] | None:
    """A day of the month, "7", "7th", "twenty-first", and where it ends."""
    digits = line.get(at, "digits")
    if digits is not None:
        value, end = int(digits), at + 1
        if line.glued(end) and line.says(end, "st", "nd", "rd", "th"):
            end += 1
        return (end, value) if 1 <= value <= 31 and len(digits) <= 2 and not in_number(line, at, end) else None
    tens = line.number(at, "cardinal")
    if tens in {20, 30} and line.says(at + 1, "-") and (unit := line.number(at + 2, "ordinal")):
        return (at + 3, tens + unit) if tens + unit <= 31 else None
    word = line.number(at, "ordinal")
    return (at + 1, word) if word and line.pieces[at].text.islower() else None


def in_number(line: Line, first: int, end: int) -> bool:
    """Whether the digits are part of a longer number, a price or a percentage: 12,000, 3.5, $7, 12 %."""
    return (
        _joined(line, first - 1)
        or _joined(line, end)
        or line.says(first - 1, *MONEY)
        or line.says(end, "%", "percent", "per")
    )


def _joined(line: Line, mark: int) -> bool:
    """Whether a point, comma or colon ties digits to digits."""
    digits = line.get(mark - 1, "digits") is not None and line.get(mark + 1, "digits") is not None
    return digits and line.says(mark, ".", ",", ":") and line.glued(mark) and line.glued(mark + 1)


def counts(line: Line, at: int) -> bool:
    """Whether the number counts a plural noun that follows ("in December 12 people")."""
    token = line.token(at)
    if token is None or token.dep not in {"nummod", "compound"} or token.head <= token.i:
        return False
    return line.sentence.tokens[token.head].tag in {"NNS", "NNPS"}


def year_after(line: Line, at: int) -> tuple[int, int | Step] | None:
    """The year behind a day or month: "2024", ", 2024", "of 2024", "of that year", "last year"."""
    start = line.after(at, ",")
    start = line.after(start, "of", "in")
    digits = line.get(start, "digits")
    if (
        digits
        and len(digits) == 4
        and EARLIEST_YEAR <= int(digits) < LATEST_YEAR
        and not in_number(line, start, start + 1)
    ):
        doubtful = start > at and line.says(at, ",") and counts(line, start)
        return None if doubtful else (start + 1, int(digits))
    start = line.after(line.after(at, "of", "in"), "the")
    step = line.get(start, "step")
    if step and line.get(start + 1, "unit") == "year":
        offset, basis = step.split()
        return start + 2, Step("year", int(offset), "then" if basis == "then" else "now")
    return None


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
        return _with_era(line, year[0], Date(year[1], number))
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


def year_here(line: Line, at: int) -> bool:
    """Whether a number of four digits is a year here, and not a count, a price, a resolution or a name."""
    digits = line.get(at, "digits")
    if not digits or len(digits) != 4 or not EARLIEST_YEAR <= int(digits) < LATEST_YEAR or in_number(line, at, at + 1):
        return False
    if line.glued(at + 1) and line.pieces[at + 1].text.isalpha():  # "1900D"
        return False
    if line.says(at - 1, *LABELS, *APPROXIMATE) or line.says(at - 2, *LABELS):
        return False
    if line.glued(at) and line.says(at - 1, "-", "/", ".") and not line.get(at - 2, "part"):
        return line.get(at - 2, "digits") is not None
    if _years_of_range(line, at):
        return True
    led = line.says(at - 1, *TEMPORAL) or line.get(at - 1, "part") is not None or line.get(at - 1, "season") is not None
    plain, token = int(digits) in PLAIN_YEARS, line.token(at)
    if counts(line, at):
        owned = line.says(at - 1, "the", "its", "their", "his", "s", "'s", "’s")
        told = owned or line.says(at - 1, *INTO_YEARS) or line.get(at - 1, "part") is not None
        return plain and int(digits) % 100 != 0 and told
    if token is not None and token.dep in {"dobj", "nsubjpass"} and not led:
        return False
    of_noun = line.says(at - 1, "the") and int(digits) % 100 != 0
    return led or plain or of_noun or line.says(at - 1, "(") or (at == 0 and len(line.pieces) < 8)


def _years_of_range(line: Line, at: int) -> bool:
    """Whether "1861-1863" begins here."""
    one, two = line.get(at, "digits") or "", line.get(at + 2, "digits") or ""
    return line.says(at + 1, *DASHES) and len(two) == 4 and 0 < int(two) - int(one) < 100


def year_first(line: Line, at: int) -> Match:
    """ "2016", "1990s", "480 BC", "AD 762"."""
    digits = line.get(at, "digits")
    if digits is None:
        return None
    if line.says(at + 1, "s") and line.glued(at + 1) and digits.endswith("0"):
        return _with_era(line, at + 2, _decade(digits))
    if line.get(at + 1, "era") and not line.glued(at + 1):
        return _with_era(line, at + 1, Date(int(digits)))
    if not year_here(line, at):
        return None
    season = line.number(at + 1, "season")
    return (at + 2, Share("season", season, int(digits))) if season is not None else (at + 1, Date(int(digits)))


def _decade(digits: str) -> Meaning:
    if len(digits) == 4:
        return Years(int(digits), int(digits) + 99 if digits.endswith("00") else int(digits) + 9)
    return Years(1900 + int(digits), 1909 + int(digits)) if len(digits) == 2 else Vague("bc")


def _with_era(line: Line, end: int, meaning: Meaning) -> Match:
    """The date, or "before Christ", which no calendar of ours holds."""
    era = line.get(end, "era")
    if era is None or not line.pieces[end].text.isupper():
        return end, meaning
    return end + 1, Vague("bc") if era == "bc" else meaning


def century(line: Line, at: int) -> Match:
    """ "the 19th century", "eighteenth-century"."""
    number = day_number(line, at)
    if number is None:
        return None
    end = line.after(number[0], "-")
    if line.get(end, "unit") != "century" and line.get(end, "units") != "century":
        return None
    return _with_era(
        line, end + 1, Years(number[1] * 100 - 100, number[1] * 100 - 1) if number[1] > 1 else Vague("reference")
    )


def season(line: Line, at: int) -> Match:
    """ "summer 2024", "the spring of 2019", "that winter", "the autumn"."""
    number = line.number(at, "season")
    if number is None:
        return None
    year = year_after(line, at + 1)
    if year:
        return _with_era(line, year[0], Share("season", number, year[1]))
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
