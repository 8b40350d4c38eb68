"""The grammar of numbers: which words of a sentence say how many, and the bounds they set (claims.md §2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.language.tree import at
from fogline.model.figure import Qualifier
from fogline.model.sentence import Sentence

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9,
    "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9,
}  # fmt: skip
WORDS = {w: n for n, w in enumerate(ONES, 1)} | {w: 10 * n for n, w in enumerate(TENS, 2)}
VAGUE: dict[str, tuple[int, int | None]] = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "dozens of thousands": (24_000, 99_999), "millions": (2_000_000, 9_999_999), "tens of millions": (20_000_000, 99_999_999),
    "a few": (3, 9), "several": (3, 9),
}  # fmt: skip
QUALIFIERS: dict[str, Qualifier] = {
    **dict.fromkeys(
        ("at least", "no fewer than", "not fewer than", "no less than", "not less than", "a minimum of", "a total of at least"),
        "at_least",
    ),
    **dict.fromkeys(
        ("more than", "over", "well over", "just over", "slightly more than", "a little over", "upwards of", "upward of",
         "in excess of", "greater than", "exceeding", "exceeded", "exceed", "exceeds", "surpassing", "surpassed",
         "surpasses", "topped", "topping", "tops"),
        "more_than",
    ),
    **dict.fromkeys(("up to", "as many as", "as high as", "at most", "no more than", "not more than", "a maximum of"), "at_most"),
    **dict.fromkeys(("fewer than", "less than", "under", "just under", "well under"), "less_than"),
    **dict.fromkeys(
        ("about", "around", "some", "approximately", "nearly", "almost", "roughly", "an estimated", "estimated", "circa",
         "c.", "approx.", "approx", "close to", "perhaps", "~"),
        "about",
    ),
}  # fmt: skip

_SPACE = r"[ \u00a0\u202f\u2009]"
_DIGITS = r"(?:\d{1,3}(?:[,’'\u00a0\u202f\u2009]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d{1,12})(?:\.\d{1,3})?"
_SCALE = rf"(?:{_SPACE}{{0,2}}(?:dozen|hundred|thousand|million|billion|mn|bn|m|k)\b)?"
_WORD = (
    "(?:"
    + "|".join([*sorted(WORDS, key=len, reverse=True), "dozen", "hundred", "thousand", "million", "billion"])
    + ")"
)
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)) and "
_SCALES = "(?:dozen|hundred|thousand|million|billion)"
_OPENER = rf"(?:(?:(?:half )?an?|another)[ -](?={_SCALES})|half an? |(?!{_SCALES}))"  # "million" alone is no number
_RUN = rf"{_OPENER}{_WORD}(?:(?:[ -]|{_AND}){_WORD}){{0,8}}\b"
_AMOUNT = rf"(?:{_DIGITS}{_SCALE}|{_RUN})"
_LOOSE = (
    r"(?:(?:tens|dozens|hundreds) of (?:thousands|millions)|tens|dozens|scores|hundreds|thousands|millions"
    r"|(?:several|a few)(?: (?:dozen|hundred|thousand|million))?\b(?! (?:more )?(?:times|of the most))"
    r"|a couple(?: of)?(?: (?:dozen|hundred|thousand|million))?)"
)
_QUALIFIER = "|".join(re.escape(q).replace(r"\ ", r"\s+") for q in sorted(QUALIFIERS, key=len, reverse=True))
_PATTERN = re.compile(
    r"(?<![\w.,$€£¥#/+&°\[-])(?<!\d[:–-])"
    rf"(?:(?P<qualifier>{_QUALIFIER})(?:\s+|(?<=~)))?(?:(?P<between>between)\s+)?"
    rf"(?:(?P<loose>{_LOOSE})|(?P<first>{_AMOUNT})"
    rf"(?:(?P<joint>{_SPACE}?[–—-]{_SPACE}?| to | or | and )(?P<second>{_AMOUNT}))?)"
    r"(?P<strong>[-\s]strong\b)?(?P<after> or more\b| or so\b|\+|-plus\b|-odd\b)?"
    rf"(?![\w%°/\]]|[.,:]\d|[–-]\w|{_SPACE}?%)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its sentence: characters ``[start, end)`` of the canonical text with its qualifier, tokens ``[first, last)``.

    ``amount`` is the first token of the number proper, after its qualifier. ``strong`` is true in "a 500-strong force".
    """

    start: int
    end: int
    first: int
    last: int
    amount: int
    low: int
    high: int | None
    qualifier: Qualifier
    strong: bool = False


def numbers(sentence: Sentence) -> Iterator[Number]:
    """All counting numbers of the sentence, left to right; ordinals, decimals, percentages, names and fractions are none."""
    position = 0
    while match := _PATTERN.search(sentence.text, position):
        number = _number(sentence, match)
        # A range that is none ("12 and 30") gives back its second part.
        position = match.end() if number is None else max(number.end - sentence.start, match.start() + 1)
        if number is not None:
            yield number


def value(words: str) -> int | None:
    """The whole number said by digits or words ("1.2 million", "one hundred and thirty"); ``None`` for what is none."""
    text = re.sub(r"\s+", " ", words.lower().strip())
    if match := re.fullmatch(rf"({_DIGITS}){_SPACE}?([a-z]*)", text):
        digits, scale = re.sub(r"[^\d.]", "", match[1]), SCALES.get(match[2], 1)
        scaled = round(float(digits) * scale, 3)
        return int(scaled) if scaled == int(scaled) and ("." not in digits or scale > 1) else None
    return _spelled(text)


def _spelled(text: str) -> int | None:
    half = text.startswith("half ")
    parts = [w for w in re.split(r"[ -]", text.removeprefix("half ")) if w not in {"and", "a", "an", "another"}]
    total = group = 0
    for word in parts:
        if word in WORDS:
            if not _fits(group, WORDS[word]):
                return None
            group += WORDS[word]
        elif word in {"hundred", "dozen"}:
            group = max(group, 1) * SCALES[word]
        else:
            total, group = total + max(group, 1) * SCALES[word], 0
    whole = total + group
    return whole // 2 if half else whole


def _fits(group: int, word: int) -> bool:
    """Whether a word may follow in the same number: "twenty" + "one", not "nine" + "twelve"."""
    return group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0 and word < 10)


def _number(sentence: Sentence, match: re.Match[str]) -> Number | None:
    qualifier = QUALIFIERS.get(re.sub(r"\s+", " ", (match["qualifier"] or "").lower()))
    end, strong, after = match.end(), bool(match["strong"]), (match["after"] or "").strip().lower()
    if match["loose"]:
        bounds = _loose(match["loose"].lower(), qualifier)
    else:
        first, second = value(match["first"]), value(match["second"]) if match["second"] else None
        if first is None:
            return None
        if match["second"] and not _is_range(match, first, second):
            end, second, after = match.end("first"), None, ""
        bounds = _bounds(first, second, qualifier or _suffix(after), "dozen" in match["first"].lower())
    return _placed(sentence, match, end, bounds, strong)


def _placed(
    sentence: Sentence, match: re.Match[str], end: int, bounds: tuple[int, int | None, Qualifier], strong: bool
) -> Number | None:
    inner = match.start("loose") if match["loose"] else match.start("first")
    start = match.start("qualifier") if match["qualifier"] else match.start("between") if match["between"] else inner
    tokens = at(sentence, sentence.start + start, sentence.start + end)
    amount = at(sentence, sentence.start + inner, sentence.start + end)
    if tokens is None or amount is None:
        return None
    low, high, qualifier = bounds
    span = (sentence.start + start, sentence.start + end)
    return Number(*span, *tokens, amount[0], low, high, qualifier, strong)


def _is_range(match: re.Match[str], first: int, second: int | None) -> bool:
    """Whether two amounts are the ends of one: "20 to 30", "two or three", "between 20 and 30"; "12 and 30" are two."""
    joint = match["joint"].strip().lower()
    if joint == "to" and match.string[: match.start()].lower().endswith("from "):
        return False  # "rose from 14 to 19"
    if second is None or first >= second or (joint == "and" and not match["between"]):
        return False
    if joint == "to" and not match["between"] and (second > 10 * first or _is_year(match["first"])):
        return False
    return joint != "or" or second - first <= max(2, first)


def _is_year(words: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", words))


def _suffix(after: str) -> Qualifier | None:
    return None if not after else "about" if after in {"or so", "-odd"} else "at_least"


def _bounds(
    first: int, second: int | None, qualifier: Qualifier | None, dozen: bool
) -> tuple[int, int | None, Qualifier]:
    if second is not None and qualifier in {None, "about"}:
        return first, second, "between"
    top = first if second is None else second
    match qualifier:
        case "at_least":
            return first, None, qualifier
        case "more_than":
            return first + 1, None, qualifier
        case "at_most":
            return 0, top, qualifier
        case "less_than":
            return 0, max(top - 1, 0), qualifier
        case "about":
            return first, first, qualifier
        case _:
            return first, first, "about" if dozen else "exact"


def _loose(words: str, qualifier: Qualifier | None) -> tuple[int, int | None, Qualifier]:
    """Bounds of a vague number: "dozens", "several hundred" (3 × 100 … 9 × 100 + 99), "a couple of"."""
    head, _, scale = words.partition(" " + words.rsplit(" ", 1)[-1] if words.rsplit(" ", 1)[-1] in SCALES else "\0")
    unit = SCALES[scale or words.rsplit(" ", 1)[-1]] if words.rsplit(" ", 1)[-1] in SCALES else 1
    head = head.removesuffix(" of") if head.startswith("a couple") else head
    if head == "a couple":
        return 2 * unit, 2 * unit, "about"
    low, high = VAGUE[head]
    low, high = low * unit, None if high is None else high * unit + unit - 1
    if qualifier in {"at_least", "more_than"}:
        return low, None, qualifier
    return low, high, "vague"
