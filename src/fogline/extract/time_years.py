"""Years, decades and centuries."""

from __future__ import annotations

from fogline.extract.time_meanings import Date, Meaning, Share, Step, Vague, Years
from fogline.extract.time_numbers import (
    APPROXIMATE,
    DASHES,
    EARLIEST_YEAR,
    INTO_YEARS,
    LABELS,
    LATEST_YEAR,
    PLAIN_YEARS,
    TEMPORAL,
    Match,
    counts,
    day_number,
    in_number,
)  # fmt: skip
from fogline.extract.time_words import Line


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
        return with_era(line, at + 2, _decade(digits))
    if line.get(at + 1, "era") and not line.glued(at + 1):
        return with_era(line, at + 1, Date(int(digits)))
    if not year_here(line, at):
        return None
    season = line.number(at + 1, "season")
    return (at + 2, Share("season", season, int(digits))) if season is not None else (at + 1, Date(int(digits)))


def _decade(digits: str) -> Meaning:
    if len(digits) == 4:
        return Years(int(digits), int(digits) + 99 if digits.endswith("00") else int(digits) + 9)
    return Years(1900 + int(digits), 1909 + int(digits)) if len(digits) == 2 else Vague("bc")


def with_era(line: Line, end: int, meaning: Meaning) -> Match:
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
    return with_era(
        line, end + 1, Years(number[1] * 100 - 100, number[1] * 100 - 1) if number[1] > 1 else Vague("reference")
    )
