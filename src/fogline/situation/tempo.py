"""Whether the tempo of violence changed: a negative-binomial CUSUM over counts.

Counts of events are overdispersed: a Poisson chart cries wolf on nearly every quiet series. After Höhle and Paul, "Count data
regression charts for the monitoring of surveillance time series" (2008): the log-likelihood ratio of a mean risen by a factor,
with the baseline learnt from the series' own past.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from math import lgamma, log
from statistics import fmean

# Set by simulation (tests/situation/test_tempo.py): with 13 weeks of learning one quiet series in seven gives a false alarm.
RISE = 4.0  # the change looked for: the mean times this
ALARM = 7.0  # log-likelihood ratio at which a change is called
LEARN = 26  # weeks before anything is called
SIZE = 1.0  # at least this overdispersed (variance mean + mean²/size), whatever a short past looks like
HALF = 0.5  # a mean of nothing is taken as half an event, so that one event is no change


@dataclass(frozen=True, slots=True)
class Change:
    """The tempo rose at ``day``; it was noticed with the counts up to ``noticed``. Means are per period."""

    day: date
    noticed: date
    before: float
    after: float


def changes(counts: Sequence[int], start: date, step: int = 7) -> tuple[Change, ...]:
    """Each rise of the mean in ``counts``, one a period of ``step`` days from ``start``; learning begins anew after each."""
    found, first = [], 0
    while (met := rise(counts[first:])) is not None:
        onset, noticed = met
        before, after = fmean(counts[first : first + onset]), fmean(counts[first + onset : first + noticed + 1])
        days = [start + timedelta(days=step * (first + i)) for i in (onset, noticed)]
        found.append(Change(days[0], days[1], round(before, 2), round(after, 2)))
        first += onset + (noticed - onset) + 1
    return tuple(found)


def rise(counts: Sequence[int]) -> tuple[int, int] | None:
    """Where the mean rose and where that is noticed, as positions; ``None`` for a series without a rise."""
    sums = list(accumulate(counts, initial=0))
    squares = list(accumulate((c * c for c in counts), initial=0))
    score, onset = 0.0, LEARN
    for now in range(LEARN, len(counts)):
        past = max(LEARN, onset)
        mean = sums[past] / past
        variance = squares[past] / past - mean * mean
        mean = max(mean, HALF)
        size = min(mean**2 / max(variance - mean, 0.1 * mean), SIZE)
        step = _log_likelihood(counts[now], mean * RISE, size) - _log_likelihood(counts[now], mean, size)
        if score + step <= 0:
            score, onset = 0.0, now + 1
            continue
        score += step
        if score > ALARM:
            return onset, now
    return None


def _log_likelihood(count: int, mean: float, size: float) -> float:
    rest = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
    return rest + size * log(size / (size + mean)) + count * log(mean / (size + mean))
