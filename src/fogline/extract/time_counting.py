"""Days counted from a day: from the document's ("last Friday", "the past 48 hours") or from the story's ("three days later")."""

from __future__ import annotations

from datetime import date

from fogline.extract import periods
from fogline.extract.periods import Days
from fogline.extract.time_meanings import Direction, Step, Unit, Weekday, Window
from fogline.extract.time_scene import Scene

HOURS = 24


def weekday_days(meaning: Weekday, scene: Scene, direction: Direction) -> Days | None:
    """The nearest such day on or before the document's day, or after it where the words look ahead or say "next"."""
    base = scene.day if meaning.basis == "then" or scene.story or scene.anchor is None else scene.anchor
    if base is None:
        return None
    if meaning.week is not None:
        week = periods.week_of(base, meaning.week)
        day = periods.moved(week.first, meaning.number) if week else None
        return periods.one(day) if day else None
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


def window_days(meaning: Window, scene: Scene) -> Days | None:
    """From so many units back up to the document's day, or from it on; hours make whole days."""
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


def step_days(meaning: Step, scene: Scene, direction: Direction) -> Days | None:
    """The unit so many steps off; the present one up to the document's day, or from it where the words look ahead."""
    base = _base(meaning, scene)
    if base is None or not meaning.exact:
        return None
    days = _stepped(meaning, base)
    anchor = scene.anchor
    if days is None or anchor is None or scene.story or meaning.offset != 0 or not days.first <= anchor <= days.last:
        return days
    return _to_or_from(days, anchor, meaning, direction)


def _to_or_from(days: Days, anchor: date, meaning: Step, direction: Direction) -> Days | None:
    """ "this week" up to the document's day when the words look back, from it when they look ahead."""
    ahead = meaning.reach == "later" or (meaning.reach is None and direction == "future")
    return Days(anchor, days.last) if ahead else Days(days.first, min(days.last, anchor))


def _base(meaning: Step, scene: Scene) -> date | None:
    """The day to count from: the unit must be told as finely as it is counted ("three days later" needs a day)."""
    if meaning.basis == "now" and (not scene.story or meaning.unit == "day"):
        return scene.anchor
    told = scene.day
    if meaning.unit == "month":
        told = told or scene.month
    if meaning.unit in {"year", "decade", "century"}:
        told = date(scene.year, 1, 1) if scene.year and meaning.offset == 0 else scene.latest
    if told is None and not scene.story and (meaning.offset < 0 if meaning.unit == "day" else meaning.offset == 0):
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


def stretch_days(edge: date, count: int, unit: Unit, *, ending: bool) -> Days | None:
    """So many days, weeks or whole months from ``edge`` on, or up to it."""
    if unit == "month":
        one = periods.month_of(*periods.shifted_month(edge, 0))
        other = periods.month_of(*periods.shifted_month(edge, (1 - count) if ending else (count - 1)))
        return None if one is None or other is None else (other.to(one) if ending else one.to(other))
    length = count * (7 if unit == "week" else 1) - 1
    far = periods.moved(edge, -length if ending else length)
    return None if far is None else Days(min(edge, far), max(edge, far))


def midweek_days(scene: Scene, direction: Direction) -> Days | None:
    """Tuesday to Thursday of this week, or of the last where this one has not come that far."""
    week = periods.week_of(scene.anchor, 0, "mid") if scene.anchor else None
    if week is None or scene.anchor is None or direction == "future" or week.last <= scene.anchor:
        return week
    return periods.week_of(scene.anchor, -1, "mid")


def overnight_days(scene: Scene, direction: Direction) -> Days | None:
    """The day before and the day; the day and the next where the words look ahead."""
    base = scene.day if scene.story or scene.anchor is None else scene.anchor
    before, after = (periods.moved(base, n) if base else None for n in (-1, 1))
    if base is None or before is None or after is None:
        return None
    return Days(base, after) if direction == "future" else Days(before, base)
