"""Numbers that count nothing: dates, ages, names and units; and counts that are no matter of conflict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fogline.extract.figure_lexicon import Lexicon
from fogline.extract.figure_nouns import Counted
from fogline.extract.figure_numbers import Number
from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.sentence import Sentence

MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
LABELS = frozenset(
    [
        "resolution",
        "brigade",
        "regiment",
        "battalion",
        "division",
        "unit",
        "highway",
        "route",
        "article",
        "chapter",
        "phase",
        "no",
        "no.",
        "number",
        "nos.",
        "grade",
        "sector",
        "zone",
        "area",
        "room",
        "level",
        "block",
        "checkpoint",
        "camp",
        "group",
        "ward",
        "section",
        "page",
        "line",
        "type",
        "mark",
        "model",
        "operation",
        "day",
        "protocol",
        "channel",
        "flight",
        "gate",
        "km",
        "road",
        "district",
        "year",
        "class",
        "level",
        "tier",
        "category",
        "stage",
        "corridor",
        "branch",
        "annex",
        "appendix",
        "table",
        "figure",
        "paragraph",
        "volume",
        "issue",
        "version",
        "point",
        "top",
        "age",
        "aged",
        "formula",
        "group-of",
        "boeing",
        "airbus",
        "mig",
        "sukhoi",
        "$",
        "€",
        "£",
        "usd",
        "us$",
        "eur",
        "№",
    ]
)
OLDEST = 110


def is_no_count(sentence: Sentence, number: Number, phrase: Counted, times: Sequence[Mention[Period]]) -> bool:
    """Whether the number is a date, a time, an age, a label ("Resolution 2254") or has a unit ("20 kilometres")."""
    if phrase.kind == "unit":
        return True
    if any(t.sentence == sentence.index and t.first <= number.amount < t.last for t in times):
        return True
    return _is_date(sentence, number, phrase) or _is_label(sentence, number) or _is_age(sentence, number, phrase)


def _is_date(sentence: Sentence, number: Number, phrase: Counted) -> bool:
    before, after = _lower(sentence, number.first - 1), _lower(sentence, number.last)
    if {before, after} & MONTHS and number.low <= 31 and not (after == "may" and phrase.noun >= number.last):
        return True
    bare = phrase.noun < number.last
    year = number.qualifier == "exact" and 1900 <= number.low <= 2099 and sentence.tokens[number.amount].text.isdigit()
    return (
        year
        and bare
        and before
        in MONTHS
        | {"in", "since", "of", "by", "until", "from", "during", "before", "after", "early", "late", "mid", ","}
    )


def _is_label(sentence: Sentence, number: Number) -> bool:
    token = sentence.tokens[number.first - 1] if number.first else None
    if token is None or number.first != number.amount:
        return False
    named = token.text[:1].isupper() or token.lower in {"no", "no.", "number", "aged", "age", "$", "€", "£"}
    return token.lower in LABELS and named and number.first > 0


def _is_age(sentence: Sentence, number: Number, phrase: Counted) -> bool:
    before, after = _lower(sentence, number.first - 1), _lower(sentence, number.last)
    if before in {"aged", "age", "ages"} or after in {"year", "years", "months"}:
        return True
    if phrase.noun >= number.last or not 0 < number.low < OLDEST:
        return False
    if number.qualifier in {"less_than", "more_than"} and _pos(sentence, number.first - 1) in {"NOUN"}:
        return True
    between = before in {",", "("} and after in {",", ")"}
    return between and _pos(sentence, number.first - 2) in {"PROPN", "NOUN"} and number.qualifier == "exact"


def refusal(sentence: Sentence, measure: str, words: Lexicon) -> str | None:
    """Why a count told in this sentence is no matter of conflict (``sport``, ``disaster``); ``None`` where it is one."""
    text = sentence.text.lower()
    for word, reason in words.refusals.items():
        if reason == "disaster" and measure not in {"killed", "injured", "missing"}:
            continue
        if word in text and re.search(rf"\b{re.escape(word)}(?:s|es|d|ed)?\b", text):
            return reason
    return None


def _lower(sentence: Sentence, token: int) -> str:
    return sentence.tokens[token].lower if 0 <= token < len(sentence.tokens) else ""


def _pos(sentence: Sentence, token: int) -> str:
    return sentence.tokens[token].pos if 0 <= token < len(sentence.tokens) else ""
