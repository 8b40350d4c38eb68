"""From a meaning to days: the document's day, the story's day and the direction of the words decide."""

from __future__ import annotations

from datetime import date
from functools import singledispatch

from fogline.extract import periods
from fogline.extract.periods import Days
from fogline.extract.time_meanings import (
    Date,
    Direction,
    Feast,
    Meaning,
    Midweek,
    Overnight,
    Share,
    Slashed,
    Step,
    Vague,
    Weekday,
    Window,
    Years,
)  # fmt: skip
from fogline.extract.time_scene import Scene

HOURS = 24
BACKWARD = (
    5  # months: a story that jumps back further than this has gone on to the next year instead (best on WikiWars)
)


@singledispatch
def resolve(meaning: Meaning, scene: Scene, direction: Direction) -> Days | None:
    """The days meant, or ``None`` where the words name none or nothing tells from where to count."""
    raise TypeError(f"expected a meaning of time, met {meaning!r} in {scene!r} {direction!r}")


@resolve.register
def _(meaning: Vague, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    return None


@resolve.register
def _(meaning: Years, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    return periods.years(meaning.first, meaning.last, meaning.part)


@resolve.register
def _(meaning: Slashed, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    readings = {periods.day_of(meaning.year, m, d) for m, d in ((meaning.two, meaning.one), (meaning.one, meaning.two))}
    days = [r for r in readings if r is not None]
    if len(days) > 1 and scene.anchor is not None:
        days = [d for d in days if d.first <= scene.anchor]
    return days[0] if len(days) == 1 else None


@resolve.register
def _(meaning: Date, scene: Scene, direction: Direction) -> Days | None:
    if meaning.shift is not None:
        return _nearest_month(meaning, scene)
    year = _year(meaning.year, scene)
    if meaning.year is not None and year is None:
        return None
    if meaning.month is None:
        return periods.year_of(year, meaning.part) if year is not None else None
    if year is None:
        year = _year_of_month(meaning.month, meaning.day or 1, scene, direction)
    return None if year is None else _in_year(meaning, meaning.month, year)


def _in_year(meaning: Date, month: int, year: int) -> Days | None:
    return periods.day_of(year, month, meaning.day) if meaning.day else periods.month_of(year, month, meaning.part)


def _nearest_month(meaning: Date, scene: Scene) -> Days | None:
    """ "last May", "next June", "that March": the nearest before, after, or of the year."""
    base = scene.anchor if meaning.basis == "now" else (scene.day or scene.month or _start(scene.year))
    if base is None or meaning.month is None:
        return None
    around = [_in_year(meaning, meaning.month, base.year + n) for n in (-1, 0, 1)]
    found = [d for d in around if d is not None]
    if meaning.shift == 0:
        return next((d for d in found if d.first.year == base.year), None)
    if meaning.shift == 1:
        return next((d for d in found if d.first > base), None)
    return next((d for d in reversed(found) if d.last < base), None)


def _start(year: int | None) -> date | None:
    return date(year, 1, 1) if year else None


def _year(year: int | Step | None, scene: Scene) -> int | None:
    """A year as told: the number, or worked out ("of that year", "last year")."""
    if not isinstance(year, Step):
        return year
    base = scene.year if year.basis == "then" and scene.year else (scene.anchor.year if scene.anchor else None)
    return None if base is None else base + year.offset


def _year_of_month(month: int, day: int, scene: Scene, direction: Direction) -> int | None:
    """The year of a bare "in May" or "on 7 May"."""
    if scene.story or scene.anchor is None:
        return _story_year(month, scene)
    here = (scene.anchor.month, scene.anchor.day)
    if direction == "future":
        later = (month, day) >= here if day > 1 else month >= here[0]
        return scene.anchor.year if later else scene.anchor.year + 1
    return scene.anchor.year if (month, day) <= here else scene.anchor.year - 1


def _story_year(month: int, scene: Scene) -> int | None:
    if scene.year is None:
        return None
    if scene.month is None or scene.month.year != scene.year:
        return scene.year
    return scene.year + 1 if scene.month.month - month > BACKWARD else scene.year


@resolve.register
def _(meaning: Share, scene: Scene, direction: Direction) -> Days | None:
    year = _year(meaning.year, scene)
    if year is not None:
        return _share(meaning, year)
    base = scene.anchor
    if scene.story or meaning.basis == "then" or base is None:
        base = scene.day or scene.month or _start(scene.year)
        if base is None or meaning.shift in {None, 0}:
            return _share(meaning, base.year) if base else None
    around = [d for n in (-2, -1, 0, 1, 2) if (d := _share(meaning, base.year + n)) is not None]
    if meaning.shift == 1 or (meaning.shift is None and direction == "future"):
        return next((d for d in around if d.first > base), None)
    if meaning.shift == 0:
        return next((d for d in around if d.last >= base), None)
    if meaning.shift == -1:
        return next((d for d in reversed(around) if d.last < base), None)
    return next((d for d in reversed(around) if d.first <= base), None)


def _share(meaning: Share, year: int) -> Days | None:
    if meaning.kind == "quarter":
        return periods.months(year, 3 * meaning.number - 2, 3 * meaning.number)
    return periods.season_of(year, meaning.number, meaning.part)


@resolve.register
def _(meaning: Weekday, scene: Scene, direction: Direction) -> Days | None:
    base = scene.day if meaning.basis == "then" or scene.story or scene.anchor is None else scene.anchor
    if base is None:
        return None
    back = (base.weekday() - meaning.number) % 7
    if meaning.basis == "then":
        move = {1: 7 - back, 0: -base.weekday() + meaning.number, -1: -(back or 7)}[meaning.shift or 0]
    elif meaning.shift == 1 or (meaning.shift is None and direction == "future"):
        move = (7 - back) if meaning.shift == 1 or back else 0
    elif meaning.shift == 0:
        move = -back if direction != "future" else -base.weekday() + meaning.number
    else:
        move = -(back or 7) if meaning.shift == -1 else -back
    day = periods.moved(base, move)
    return periods.one(day) if day else None


@resolve.register
def _(meaning: Midweek, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    week = periods.week_of(scene.anchor, 0, "mid") if scene.anchor else None
    if week is None or scene.anchor is None or direction == "future" or week.last <= scene.anchor:
        return week
    return periods.week_of(scene.anchor, -1, "mid")


@resolve.register
def _(meaning: Overnight, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    base = scene.day if scene.story or scene.anchor is None else scene.anchor
    before, after = (periods.moved(base, n) if base else None for n in (-1, 1))
    if base is None or before is None or after is None:
        return None
    return Days(base, after) if direction == "future" else Days(before, base)


@resolve.register
def _(meaning: Window, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    base = scene.anchor
    if base is None or scene.story:
        return None
    sign = 1 if meaning.forward else -1
    if meaning.unit in {"month", "year", "decade", "century"}:
        size = {"month": 1, "year": 12, "decade": 120, "century": 1200}[meaning.unit]
        year, month = periods.shifted_month(base, sign * meaning.count * size)
        day = next((d for n in (0, 1, 2, 3) if (d := periods.day_of(year, month, base.day - n))), None)
        other = day.first if day else None
    else:
        count = -(-meaning.count // HOURS) if meaning.unit == "hour" else meaning.count
        other = periods.moved(base, sign * count * (7 if meaning.unit in {"week", "weekend"} else 1))
    if other is None:
        return None
    return Days(base, other) if meaning.forward else Days(other, base)


@resolve.register
def _(meaning: Feast, scene: Scene, direction: Direction) -> Days | None:
    around = [d for n in (-1, 0, 1) if (d := _feast(meaning, n, scene)) is not None]
    year = _year(meaning.year, scene)
    if year is not None:
        return next((d for d in around if d.first.year == year), None) or _feast(
            meaning, 0, Scene(date(year, 6, 1), story=False)
        )
    base = scene.anchor
    if scene.story or base is None:
        return next((d for d in around if d.first.year == scene.year), None)
    if direction == "future":
        return next((d for d in around if d.first >= base), None)
    return next((d for d in reversed(around) if d.first <= base), None)


def _feast(meaning: Feast, move: int, scene: Scene) -> Days | None:
    base = scene.year if scene.story or scene.anchor is None else scene.anchor.year
    if base is None:
        return None
    if meaning.month is not None:
        return periods.day_of(base + move, meaning.month, meaning.day)
    day = periods.moved(periods.easter(base + move), meaning.day)
    return periods.one(day) if day else None


@resolve.register
def _(meaning: Step, scene: Scene, direction: Direction) -> Days | None:
    base = _base(meaning, scene)
    if base is None or not meaning.exact:
        return None
    days = _stepped(meaning, base)
    if days is None or meaning.basis == "then" or meaning.offset != 0 or scene.anchor is None or meaning.part:
        return days
    return _to_or_from(days, scene.anchor, meaning, direction)


def _to_or_from(days: Days, anchor: date, meaning: Step, direction: Direction) -> Days | None:
    """ "this week" up to the document's day when the words look back, from it when they look ahead."""
    ahead = meaning.reach == "later" or (meaning.reach is None and direction == "future")
    return Days(anchor, days.last) if ahead else Days(days.first, min(days.last, anchor))


def _base(meaning: Step, scene: Scene) -> date | None:
    """The day to count from: the unit must be told as finely as it is counted ("three days later" needs a day)."""
    if meaning.basis == "now" and (not scene.story or meaning.offset == 0):
        return scene.anchor
    told = scene.day
    if meaning.unit == "month":
        told = told or scene.month
    if meaning.unit in {"year", "decade", "century"}:
        told = told or scene.month or _start(scene.year)
    if told is None and meaning.offset == 0 and not scene.story and meaning.unit != "day":
        return scene.anchor
    return told


def _stepped(meaning: Step, base: date) -> Days | None:
    if meaning.unit in {"day", "hour"}:
        day = periods.moved(base, meaning.offset)
        return periods.one(day) if day else None
    if meaning.unit == "week":
        return periods.week_of(base, meaning.offset, meaning.part)
    if meaning.unit == "weekend":
        week = periods.week_of(base, meaning.offset - (1 if base.weekday() < 5 and meaning.offset == 0 else 0))
        return Days(date.fromordinal(week.last.toordinal() - 1), week.last) if week else None
    if meaning.unit == "month":
        return periods.month_of(*periods.shifted_month(base, meaning.offset), meaning.part)
    if meaning.unit == "year":
        return periods.year_of(base.year + meaning.offset, meaning.part)
    size = 10 if meaning.unit == "decade" else 100
    if abs(meaning.offset) == 1 and meaning.basis == "now":
        return periods.year_of(base.year + size * meaning.offset)  # "a decade ago": the year, ten years back
    start = base.year - base.year % size + size * meaning.offset
    return periods.years(start, start + size - 1, meaning.part)
