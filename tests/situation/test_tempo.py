"""Rises of the tempo on simulated weekly counts: seldom false on quiet overdispersed series, seldom missed at a sixfold step."""

from __future__ import annotations

from datetime import date
from math import exp
from random import Random

import pytest

from fogline.situation.tempo import changes, rise

WEEKS = 104
SERIES = 200


def poisson(chance: Random, mean: float) -> int:
    """Knuth's method; fine for small means."""
    limit, product, count = exp(-mean), 1.0, -1
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def negative_binomial(chance: Random, mean: float, size: float) -> int:
    """A Poisson count whose mean is itself gamma distributed: variance mean + mean²/size."""
    return poisson(chance, chance.gammavariate(size, mean / size))


SHAPES = [(mean, size) for mean in (2.0, 5.0, 12.0) for size in (1.0, 2.0)]  # more and less overdispersed


@pytest.mark.parametrize(("mean", "size"), SHAPES)
def test_quiet_overdispersed_series_of_two_years_raise_few_false_alarms(mean: float, size: float) -> None:
    chance = Random(1)  # seeded: the same series in every run
    alarms = sum(rise([negative_binomial(chance, mean, size) for _ in range(WEEKS)]) is not None for _ in range(SERIES))
    assert alarms <= 0.10 * SERIES


@pytest.mark.parametrize(("mean", "size"), SHAPES)
def test_a_sixfold_step_is_seen_within_eight_weeks(mean: float, size: float) -> None:
    chance = Random(2)
    seen = 0
    for _ in range(SERIES):
        quiet = [negative_binomial(chance, mean, size) for _ in range(52)]
        loud = [negative_binomial(chance, 6 * mean, size) for _ in range(8)]
        met = rise(quiet + loud)
        seen += met is not None and met[1] >= 52
    assert seen >= 0.85 * SERIES


def test_the_day_of_the_change_is_the_first_loud_week() -> None:
    found = changes([2, 1, 3, 2] * 7 + [14, 15, 13], date(2024, 1, 1))
    assert [(c.day, c.before) for c in found] == [(date(2024, 7, 15), 2.0)]


@pytest.mark.parametrize("counts", [[], [3], [0] * 30, [5] * 30])
def test_a_short_or_flat_series_has_no_change(counts: list[int]) -> None:
    assert changes(counts, date(2024, 1, 1)) == ()
