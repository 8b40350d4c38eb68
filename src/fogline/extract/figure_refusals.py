"""Numbers that count nothing: dates, ages, names and units; and counts that are no matter of conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.extract.figure_lexicon import Lexicon
from fogline.extract.figure_nouns import Counted
from fogline.extract.figure_numbers import Number
from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.sentence import Sentence, Token

OLDEST = 110
BEFORE_YEARS = frozenset(
    {"in", "since", "of", "by", "until", "from", "during", "before", "after", "early", "late", "mid", ","}
)
SIZES = frozenset(
    ["mm", "cm", "km", "kg", "millimetre", "millimeter", "centimetre", "metre", "meter", "kilometre", "kilometer", "mile",
     "kilogram", "kilo", "tonne", "litre"]
)  # fmt: skip
KIN = frozenset(
    ["boy", "brother", "child", "cousin", "daughter", "girl", "sibling", "sister", "son", "teenager", "twin", "woman", "man"]
)  # fmt: skip
WHOLES = frozenset(
    ["three", "3", "four", "4", "five", "5", "six", "ten", "10", "20", "twenty", "100", "1,000"]
)  # "one in five"
SHARES = frozenset(
    {
        "half",
        "most",
        "majority",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "percent",
        "%",
        "part",
        "none",
        "average",
        "cent",
    }
)


def is_no_count(
    sentence: Sentence, number: Number, phrase: Counted, times: Sequence[Mention[Period]], words: Lexicon
) -> bool:
    """Whether the number is a date, a time, an age, a label ("Resolution 2254") or has a unit ("20 kilometres")."""
    if phrase.kind == "unit" or _is_share(sentence, number) or _is_size(sentence, number):
        return True
    if any(t.sentence == sentence.index and t.first <= number.amount < t.last for t in times):
        return True
    return (
        _is_date(sentence, number, phrase, words.sets["month"])
        or _is_label(sentence, number, words.sets["label"])
        or _is_age(sentence, number, phrase)
    )


def _is_date(sentence: Sentence, number: Number, phrase: Counted, months: frozenset[str]) -> bool:
    before, after = _lower(sentence, number.first - 1), _lower(sentence, number.last)
    if {before, after} & months and number.low <= 31 and not (after == "may" and phrase.noun >= number.last):
        return True
    bare = phrase.noun < number.last
    year = number.qualifier == "exact" and 1900 <= number.low <= 2099 and sentence.tokens[number.amount].text.isdigit()
    return year and (before in months or (bare and before in BEFORE_YEARS))


def _is_label(sentence: Sentence, number: Number, labels: frozenset[str]) -> bool:
    token = sentence.tokens[number.first - 1] if number.first else None
    if token is None or number.first != number.amount:
        return False
    named = token.text[:1].isupper() or token.lower in {"no", "no.", "number", "aged", "age", "$", "€", "£"}
    return named and (token.lower in labels or token.text.isdigit())


def _is_size(sentence: Sentence, number: Number) -> bool:
    """Whether the number measures a thing ("155 mm shells", "500 kg bombs")."""
    unit = sentence.tokens[number.last] if number.last < len(sentence.tokens) else None
    return unit is not None and (unit.lower in SIZES or unit.lemma.lower() in SIZES)


def _is_share(sentence: Sentence, number: Number) -> bool:
    """Whether only some of the number are meant: "half of the 4,000 residents"."""
    before = [t.lower for t in sentence.tokens[max(number.first - 3, 0) : number.first]]
    while before and before[-1] in {"the", "its", "their", "those", "these"}:
        before.pop()
    if _is_ratio(sentence, number.last, 1) or _is_ratio(sentence, number.first - 1, -1):
        return True
    return len(before) > 1 and before[-1] == "of" and before[-2] in SHARES


def _is_ratio(sentence: Sentence, here: int, step: int) -> bool:
    """Whether a number stands on the other side of "in" or "out of": "one in five", "nine out of 10"."""
    first = _lower(sentence, here)
    if first == ("out" if step > 0 else "of") and _lower(sentence, here + step) == ("of" if step > 0 else "out"):
        other = here + 2 * step
    elif first == "in":
        other = here + step
    else:
        return False
    whole = _lower(sentence, other if step > 0 else here - step)
    return (_pos(sentence, other) == "NUM" or _lower(sentence, other) in WHOLES) and whole in WHOLES


def _is_age(sentence: Sentence, number: Number, phrase: Counted) -> bool:
    before, after = _lower(sentence, number.first - 1), _lower(sentence, number.last)
    if before in {"aged", "age", "ages"} or after in {"year", "years", "months"}:
        return True
    if phrase.noun >= number.last or not 0 < number.low < OLDEST:
        return False
    if _is_apposed(sentence, sentence.tokens[number.amount]) and number.qualifier == "exact":
        return True  # "two sisters, 8 and 11, died"
    if number.qualifier in {"less_than", "more_than"} and _pos(sentence, number.first - 1) in {"NOUN"}:
        return True
    between = before in {",", "("} and after in {",", ")"}
    return between and _pos(sentence, number.first - 2) in {"PROPN", "NOUN"} and number.qualifier == "exact"


def _is_apposed(sentence: Sentence, token: Token) -> bool:
    """Whether a bare number follows the noun for a relative, or the other age, after a comma or "and"."""
    before = _lower(sentence, token.i - 1)
    while before in {",", "and"} and _pos(sentence, token.i - 2) == "NUM":
        token = sentence.tokens[token.i - 2]
        before = _lower(sentence, token.i - 1)
    named = sentence.tokens[token.i - 2] if token.i > 1 else None
    return before == "," and named is not None and named.lemma.lower() in KIN


def refusal(sentence: Sentence, measure: str, words: Lexicon) -> str | None:
    """Why a count told in this sentence is no matter of conflict (``sport``, ``disaster``); ``None`` where it is one."""
    text = sentence.text.lower()
    for word, reason in words.refusals.items():
        if reason in {"disaster", "disease"} and measure not in {"killed", "injured", "missing"}:
            continue
        if word in text and re.search(rf"\b{re.escape(word)}(?:s|es|d|ed)?\b", text):
            return reason
    return None


def _lower(sentence: Sentence, token: int) -> str:
    return sentence.tokens[token].lower if 0 <= token < len(sentence.tokens) else ""


def _pos(sentence: Sentence, token: int) -> str:
    return sentence.tokens[token].pos if 0 <= token < len(sentence.tokens) else ""
