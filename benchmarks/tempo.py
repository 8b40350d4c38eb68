"""False alarms and changes seen, of the tempo's chart, on many simulated weekly series.

    python -m benchmarks.tempo [SERIES]

Bars: at most 10 in 100 quiet overdispersed series of two years with an alarm; at least 85 in 100 sixfold steps seen within eight
weeks. Every shape (mean and size of the negative binomial) has to hold them.
"""

from __future__ import annotations

import sys
from random import Random

from tests.situation.test_tempo import SHAPES, WEEKS, negative_binomial

from fogline.situation.tempo import rise

QUIET, SEEN = 0.10, 0.85
YEAR, WITHIN = 52, 8  # weeks before the step, weeks in which it is to be seen


def main(series: int) -> int:
    """Print a line a shape; 1 where one misses a bar."""
    missed = 0
    sys.stdout.write(f"{'mean':>5} {'size':>5} {'false alarms':>13} {'sixfold step seen':>18}\n")
    for mean, size in SHAPES:
        alarms, seen = shares(mean, size, series)
        missed += alarms > QUIET or seen < SEEN
        sys.stdout.write(f"{mean:>5} {size:>5} {alarms:>13.3f} {seen:>18.3f}\n")
    return min(missed, 1)


def shares(mean: float, size: float, series: int) -> tuple[float, float]:
    """The share of quiet series with an alarm, and of stepped ones in which the step is seen in time and not before."""
    chance = Random(20)
    alarms = seen = 0
    for _ in range(series):
        alarms += rise([negative_binomial(chance, mean, size) for _ in range(WEEKS)]) is not None
        quiet = [negative_binomial(chance, mean, size) for _ in range(YEAR)]
        met = rise(quiet + [negative_binomial(chance, 6 * mean, size) for _ in range(WITHIN)])
        seen += met is not None and met[1] >= YEAR
    return alarms / series, seen / series


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
