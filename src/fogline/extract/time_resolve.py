"""From a meaning to days: the document's day, the story's day and the direction of the words decide."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from functools import singledispatch

from fogline.extract import periods, time_counting
from fogline.extract.periods import Days
from fogline.extract.time_meanings import (
    Date,
    Direction,
    Feast,
    Meaning,
    Midweek,
    Nth,
    Overnight,
    Share,
    Slashed,
    Step,
    Stretch,
    Vague,
    Weekday,
    WeekOf,
    Window,
    Years,
)  # fmt: skip
from fogline.extract.time_scene import Scene

NEAR_AHEAD = 90  # days
BACKWARD = 5  # months: a story that jumps back further has gone on to the next year (best on WikiWars)


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
    if meaning.month is None and meaning.day is not None:
        return _of_month(meaning.day, scene, direction)
    if meaning.month is None:
        return periods.year_of(year, meaning.part) if year is not None else None
    if year is None and meaning.weekday is not None and meaning.day and scene.anchor and not scene.story:
        return _on_weekday(meaning, meaning.month, scene.anchor)
    if year is None:
        year = _year_of_month(meaning.month, meaning.day, scene, direction)
    return None if year is None else _in_year(meaning, meaning.month, year)


def _on_weekday(meaning: Date, month: int, anchor: date) -> Days | None:
    """The day nearest to the document's on which "Friday, August 30" is a Friday; where none is, the nearest at all."""
    around = [d for n in (-1, 0, 1) if (d := _in_year(meaning, month, anchor.year + n)) is not None]
    fitting = [d for d in around if d.first.weekday() == meaning.weekday] or around
    return min(fitting, key=lambda d: abs((d.first - anchor).days), default=None)


def _of_month(day: int, scene: Scene, direction: Direction) -> Days | None:
    """ "the 5th": of the month last told, or the nearest one of the document's day."""
    base = (scene.day or scene.month) if scene.story or scene.anchor is None else scene.anchor
    if base is None:
        return None
    ahead = not scene.story and direction == "future"
    move = (1 if ahead and day < base.day else 0) - (1 if not scene.story and not ahead and day > base.day else 0)
    return periods.day_of(*periods.shifted_month(base, move), day)


def _in_year(meaning: Date, month: int, year: int) -> Days | None:
    return periods.day_of(year, month, meaning.day) if meaning.day else periods.month_of(year, month, meaning.part)


def _nearest_month(meaning: Date, scene: Scene) -> Days | None:
    """ "last May", "next June", "that March": the nearest before, after, or of the year."""
    base = scene.anchor if meaning.basis == "now" else scene.latest
    if base is None or meaning.month is None:
        return None
    around = [_in_year(meaning, meaning.month, base.year + n) for n in (-1, 0, 1)]
    found = [d for d in around if d is not None]
    if meaning.shift == 0:
        return next((d for d in found if d.first.year == base.year), None)
    if meaning.shift == 1:
        return next((d for d in found if d.first > base), None)
    return next((d for d in reversed(found) if d.last < base), None)


def _year(year: int | Step | None, scene: Scene) -> int | None:
    """A year as told: the number, or worked out ("of that year", "last year")."""
    if not isinstance(year, Step):
        return year
    base = scene.year if year.basis == "then" and scene.year else (scene.anchor.year if scene.anchor else None)
    return None if base is None else base + year.offset


def _year_of_month(month: int, day: int | None, scene: Scene, direction: Direction) -> int | None:
    """The year of a bare "in May" or "on 7 May"."""
    if scene.story or scene.anchor is None:
        return _story_year(month, scene)
    here, told = (scene.anchor.month, scene.anchor.day if day else 0), (month, day or 0)
    near = direction == "open" and day is not None and _close_ahead(month, day, scene.anchor)
    if direction == "future" or near:
        return scene.anchor.year if told >= here else scene.anchor.year + 1
    return scene.anchor.year if told <= here else scene.anchor.year - 1


def _close_ahead(month: int, day: int, anchor: date) -> bool:
    """Whether the next such day is near: hanging on a noun ("the vote on 20 January") it is meant, not the one a year ago."""
    ahead = [d.first for n in (0, 1) if (d := periods.day_of(anchor.year + n, month, day)) and d.first > anchor]
    return bool(ahead) and (ahead[0] - anchor).days <= NEAR_AHEAD


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
        base = scene.latest
        if base is None or meaning.shift in {None, 0}:
            return _share(meaning, base.year) if base else None
    around = [d for n in (-2, -1, 0, 1, 2) if (d := _share(meaning, base.year + n)) is not None]
    if meaning.shift == 1 or (meaning.shift is None and direction == "future"):
        return next((d for d in around if d.first > base), None)
    if meaning.shift == 0:
        here = next((d for d in around if d.last >= base), None)
        ongoing = here is not None and here.first <= base and direction != "future" and meaning.part is None
        return Days(here.first, base) if here and ongoing else here
    if meaning.shift == -1:
        return next((d for d in reversed(around) if d.last < base), None)
    return next((d for d in reversed(around) if d.first <= base), None)


def _share(meaning: Share, year: int) -> Days | None:
    if meaning.kind == "quarter":
        return periods.months(year, 3 * meaning.number - 2, 3 * meaning.number)
    return periods.season_of(year, meaning.number, meaning.part)


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
    if base is None or not MINYEAR <= base + move <= MAXYEAR:
        return None
    if meaning.month is not None:
        return periods.day_of(base + move, meaning.month, meaning.day)
    day = periods.moved(periods.easter(base + move), meaning.day)
    return periods.one(day) if day else None


@resolve.register
def _(meaning: Weekday, scene: Scene, direction: Direction) -> Days | None:
    return time_counting.weekday_days(meaning, scene, direction)


@resolve.register
def _(meaning: Window, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    return time_counting.window_days(meaning, scene)


@resolve.register
def _(meaning: Step, scene: Scene, direction: Direction) -> Days | None:
    return time_counting.step_days(meaning, scene, direction)


@resolve.register
def _(meaning: Midweek, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    return time_counting.midweek_days(scene, direction)


@resolve.register
def _(meaning: Overnight, scene: Scene, direction: Direction) -> Days | None:
    if meaning.day is None:
        return time_counting.overnight_days(scene, direction)
    told = resolve(meaning.day, scene, direction)
    if told is None or (meaning.named and scene.story):
        return told
    leads_in = meaning.into or told.first == scene.anchor
    other = periods.moved(told.first, -1 if leads_in else 1)
    return None if other is None else Days(min(other, told.first), max(other, told.first))


@resolve.register
def _(meaning: Nth, scene: Scene, direction: Direction) -> Days | None:  # noqa: ARG001
    start = dict(scene.begun).get(meaning.what)
    day = periods.moved(start, meaning.number - 1) if start else None
    return periods.one(day) if day else None


@resolve.register
def _(meaning: Stretch, scene: Scene, direction: Direction) -> Days | None:
    whole = resolve(meaning.whole, scene, direction)
    if whole is None:
        return None
    edge = whole.last if meaning.ending else whole.first
    found = time_counting.stretch_days(edge, meaning.count, meaning.unit, ending=meaning.ending)
    return found if found and whole.first <= found.first and found.last <= whole.last else None


@resolve.register
def _(meaning: WeekOf, scene: Scene, direction: Direction) -> Days | None:
    day = resolve(meaning.day, scene, direction)
    if day is None or day.count > 1:
        return None
    start = periods.moved(day.last, -6)
    return (Days(start, day.last) if start else None) if meaning.ending else periods.week_of(day.first)
