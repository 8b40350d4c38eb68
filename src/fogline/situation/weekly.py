"""Weekly counts of a region, from this ledger and from reference history, and since when the last week is the largest.

Sources are never added up or joined to one series: they count by other rules, and a seam would look like a change. They are
compared by rank alone, with what each of them covers beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from fogline.model.history import LEDGER, Course, Dataset
from fogline.model.stated import Source
from fogline.situation.intensity import Day
from fogline.situation.tempo import Change, changes

SILENCE = 28  # days without a report after which coverage counts as broken
LOOKED_AT = 130  # weeks of a course in which changes are looked for: the chart was tried on series of two years
WEEK = timedelta(days=7)
Unit = Literal["incidents", "places"]
Measure = Literal["incidents", "places", "killed"]


@dataclass(frozen=True, slots=True)
class Weeks:
    """What a source counts a week from the Monday ``start`` on; it covers ``first`` to ``last``. ``killed`` is its best estimate,
    empty where it counts none; ``changes`` are rises of ``incidents``.
    """

    dataset: Dataset
    first: date
    last: date
    start: date
    incidents: tuple[int, ...]
    places: tuple[int, ...]
    killed: tuple[int, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Rank:
    """The ledger's last week is the largest since the week ``since``, which had as many; ``unmatched`` where no week had, and
    ``since`` is the first day that a source compared covers.
    """

    measure: Measure
    week: date
    count: int
    since: date
    unmatched: bool


@dataclass(frozen=True, slots=True)
class Tempo:
    """Weekly counts of this ledger from ``start`` (where its unbroken coverage begins), the rises in them, and since when the
    last week is the largest, against ``history`` too. ``unit`` is ``places`` (places with violence, day by day) where weeks
    before the window are among them: these are not brought together to incidents.
    """

    start: date | None
    weekly: tuple[int, ...]
    changes: tuple[Change, ...]
    largest_since: date | None
    unit: Unit = "incidents"
    largest: tuple[Rank, ...] = ()
    history: tuple[Weeks, ...] = ()


def tempo(daily: Sequence[Day], sources: Sequence[Source], courses: Sequence[Course]) -> Tempo:
    """The tempo of the days of violence told in the window. Weeks that nobody reported on are unknown, not quiet."""
    history = tuple(_weeks(c) for c in courses)
    covered = covered_since(sources)
    told = [d for d in daily if covered and d.day >= covered]
    if covered is None or not told:
        return Tempo(None, (), (), None, history=history)
    before = next(
        (c for c in reversed(courses) if c.dataset == LEDGER and (covered - c.last).days <= SILENCE + 1), None
    )
    mine = _mine(told, covered, before)
    unit: Unit = "places" if before else "incidents"
    weekly = mine.places if before else mine.incidents
    others = [weeks for weeks, course in zip(history, courses, strict=True) if course != before]
    ranks = [r for m in (unit, "killed") if (r := rank(m, mine, others)) is not None]
    since = next((r.since for r in ranks if r.measure == unit), None)
    return Tempo(mine.start, weekly, changes(weekly, mine.start), since, unit, tuple(ranks), history)


def covered_since(sources: Iterable[Source]) -> date | None:
    """The first day after the last long silence of dated reports."""
    days = sorted({s.known for s in sources if s.published})
    breaks = [later for earlier, later in pairwise(days) if (later - earlier).days > SILENCE]
    return breaks[-1] if breaks else min(days, default=None)


def rank(measure: Measure, mine: Weeks, others: Iterable[Weeks]) -> Rank | None:
    """Since when the last week of ``mine`` is the largest, among the weeks before it of every source that counts the measure.

    ``None`` where it is no peak (nothing happened, or the week before had as many), or where nothing is there to compare.
    """
    counts = _counts(measure, mine)
    compared = [w for w in others if _counts(measure, w)]
    if not counts or counts[-1] == 0:
        return None
    last = mine.start + (len(counts) - 1) * WEEK
    weeks = [(w.start + i * WEEK, n) for w in (mine, *compared) for i, n in enumerate(_counts(measure, w))]
    earlier = [(week, number) for week, number in weeks if week < last]
    matched = max((week for week, number in earlier if number >= counts[-1]), default=None)
    if not earlier or matched == last - WEEK:
        return None
    first = min(w.first for w in (mine, *compared))
    return Rank(measure, last, counts[-1], matched or first, unmatched=matched is None)


def _counts(measure: Measure, weeks: Weeks) -> tuple[int, ...]:
    return {"incidents": weeks.incidents, "places": weeks.places, "killed": weeks.killed}[measure]


def _mine(told: Sequence[Day], covered: date, before: Course | None) -> Weeks:
    """The ledger's own weeks to the last one told of; deaths only of the window."""
    first, last = before.first if before else covered, told[-1].day
    start = _monday(first)
    past = [(d.day, d.places) for d in before.days] if before else []
    return Weeks(
        dataset=LEDGER,
        first=first,
        last=last,
        start=start,
        incidents=_weekly(((d.day, d.incidents) for d in told), start, last),
        places=_weekly([*past, *((d.day, max(d.places, 1)) for d in told)], start, last),
        killed=_weekly(((d.day, d.best) for d in told), start, last),
    )


def _weeks(course: Course) -> Weeks:
    start = _monday(course.first)
    incidents = _weekly(((d.day, d.incidents) for d in course.days), start, course.last)
    places = _weekly(((d.day, d.places) for d in course.days), start, course.last)
    counted = [(d.day, d.killed) for d in course.days if d.killed is not None]
    killed = _weekly(counted, start, course.last) if counted else ()
    left_out = max(len(incidents) - LOOKED_AT, 0)
    rises = changes(incidents[left_out:], start + left_out * WEEK)
    return Weeks(course.dataset, course.first, course.last, start, incidents, places, killed, rises)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekly(counts: Iterable[tuple[date, int]], start: date, last: date) -> tuple[int, ...]:
    weeks = [0] * ((last - start).days // 7 + 1)
    for day, number in counts:
        if start <= day <= last:
            weeks[(day - start).days // 7] += number
    return tuple(weeks)
