"""Numbers that are days of a month, and numbers that are not; the words around them that tell."""

from __future__ import annotations

from typing import TypeAlias

from fogline.extract.time_meanings import Meaning
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
