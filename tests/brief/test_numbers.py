"""The words of a number, read again: text, low, high (``None`` unbounded)."""

from __future__ import annotations

import pytest

from fogline.brief.numbers import Numbers

NUMBERS = Numbers.load("en")


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("514", (514, 514)),  # digits
        ("280,000", (280_000, 280_000)),  # grouped digits
        ("1.5 million", (1_500_000, 1_500_000)),  # a scale after a fraction
        ("Nineteen", (19, 19)),  # a word
        ("two hundred and six", (206, 206)),  # words that add up
        ("three thousand four hundred", (3400, 3400)),  # a scale within
        ("More than 14,000", (14_001, None)),  # a limit above
        ("at least twenty", (20, None)),
        ("40 or more", (40, None)),  # a limit after the number
        ("up to 1.5 million", (0, 1_500_000)),
        ("fewer than 50", (0, 49)),
        ("dozens", (24, 99)),  # a vague word
        ("tens of thousands", (20_000, 99_999)),
        ("a few", (3, 9)),
        ("half-empty trucks", None),  # no number
        ("nearly two dozen", (24, 24)),  # dozens counted
        ("between 30 and 45", (30, 45)),  # a range
        ("nobody", (0, 0)),
    ],
)
def test_words_give_their_bounds(words: str, bounds: tuple[int, int | None] | None) -> None:
    assert NUMBERS.read(words) == bounds


@pytest.mark.parametrize(
    ("words", "plural"),
    [("dozens", True), ("up to hundreds", True), ("tens of thousands", True), ("several", False), ("514", False)],
)
def test_vague_plurals_count_with_of(words: str, plural: bool) -> None:
    assert NUMBERS.is_vague_plural(words) is plural


@pytest.mark.parametrize(
    ("words", "low", "high", "agree"),
    [
        ("20", 20, None, True),  # "at least" stands beside the number
        ("14,000", 14_001, None, True),
        ("20", 21, 21, True),  # "more than"
        ("20", 23, 23, False),
        ("dozens", 12, 99, False),  # another meaning of a vague word
        ("his son", 1, 1, True),  # one who is not counted in words
        ("his son", 2, 2, False),
        ("514", 5140, 5140, False),
    ],
)
def test_a_value_must_be_what_its_words_can_mean(words: str, low: int, high: int | None, agree: bool) -> None:
    assert NUMBERS.agrees(words, low, high) is agree
