"""The number grammar, without a parser: words in, bounds out."""

from __future__ import annotations

import pytest

from fogline.extract.figure_numbers import numbers, value
from fogline.model.document import Passage
from fogline.model.sentence import Sentence, Token


def sentence_of(text: str) -> Sentence:
    """The text as tokens at white space: enough for the grammar, which reads characters."""
    tokens, start = [], 0
    for n, word in enumerate(text.split(" ")):
        tokens.append(Token(n, start, start + len(word), word, word, "X", "XX", "dep", 0))
        start += len(word) + 1
    return Sentence(0, 0, len(text), text, tuple(tokens), ((),) * len(tokens), Passage("body", 0, len(text)))


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "qualifier"),
    [
        ("seventy-nine people", "seventy-nine", 79, 79, "exact"),
        ("one hundred and thirty people", "one hundred and thirty", 130, 130, "exact"),
        ("a hundred people", "a hundred", 100, 100, "exact"),
        ("1.2 million people", "1.2 million", 1_200_000, 1_200_000, "exact"),
        ("2,500–3,000 people", "2,500–3,000", 2500, 3000, "between"),
        ("between 20 and 30 people", "between 20 and 30", 20, 30, "between"),
        ("two or three people", "two or three", 2, 3, "between"),
        ("at least 20 people", "at least 20", 20, None, "at_least"),
        ("no fewer than 12 people", "no fewer than 12", 12, None, "at_least"),
        ("more than 14,000 people", "more than 14,000", 14_001, None, "more_than"),
        ("upwards of 100 people", "upwards of 100", 101, None, "more_than"),
        ("up to 300 people", "up to 300", 0, 300, "at_most"),
        ("as many as 300 people", "as many as 300", 0, 300, "at_most"),
        ("fewer than 50 people", "fewer than 50", 0, 49, "less_than"),
        ("an estimated 50 people", "an estimated 50", 50, 50, "about"),
        ("a dozen people", "a dozen", 12, 12, "about"),
        ("nearly two dozen people", "nearly two dozen", 24, 24, "about"),
        ("dozens of people", "dozens", 24, 99, "vague"),
        ("scores of people", "scores", 40, 99, "vague"),
        ("tens of thousands of people", "tens of thousands", 20_000, 99_999, "vague"),
        ("hundreds of thousands of people", "hundreds of thousands", 200_000, 999_999, "vague"),
        ("several hundred people", "several hundred", 300, 999, "vague"),
        ("a few people", "a few", 3, 9, "vague"),
        ("14 000 people", "14 000", 14_000, 14_000, "exact"),
        ("40+ people", "40+", 40, None, "at_least"),
        ("30 or so people", "30 or so", 30, 30, "about"),
    ],
)
def test_bounds(text: str, words: str, low: int, high: int | None, qualifier: str) -> None:
    (number,) = numbers(sentence_of(text))
    assert (text[number.start : number.end], number.low, number.high, number.qualifier) == (words, low, high, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "a 12-year-old",
        "155mm guns",
        "the S-300",
        "an F-16",
        "$500",
        "12%",
        "12.5 percent",
        "the 46th",
        "10:30",
        "9/11",
        "the M5",
    ],
)
def test_no_number(text: str) -> None:
    assert list(numbers(sentence_of(text))) == []


@pytest.mark.parametrize(("text", "first", "second"), [("12 and 30 people", 12, 30), ("2023 to 44,235", 2023, 44_235)])
def test_two_numbers_are_no_range(text: str, first: int, second: int) -> None:
    assert [n.low for n in numbers(sentence_of(text))] == [first, second]


@pytest.mark.parametrize(
    ("words", "expected"), [("half a million", 500_000), ("nine twelve", None), ("2.5", None), ("3k", 3000)]
)
def test_value(words: str, expected: int | None) -> None:
    assert value(words) == expected
