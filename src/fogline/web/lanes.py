"""The timeline as a drawing: days across, a lane for each kind of happening, words and deeds above and below the axis."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from typing import get_args

from fogline.model.incident import Lane
from fogline.situation.disconnect import Gap
from fogline.situation.situation import Situation
from fogline.situation.timeline import Moment

LEFT, RIGHT, ROW, HEAD, BAND = 96, 8, 9, 22, 34
WIDTH = 960
DEEPEST = 14  # bars above each other in a lane; the table below the drawing has them all
LONGEST = 62  # days drawn: those with most incidents; the list has all
Bar = tuple[float, float, float, Moment]


@dataclass(frozen=True, slots=True)
class Strip:
    """One lane: where it starts, how high it is, its bars (x, y, width, moment), and how many found no room."""

    lane: str
    y: int
    height: int
    bars: tuple[Bar, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """``days`` with their x, ``strips``, and the disconnect bars (x, width, up, down, gap) around ``axis``."""

    width: int
    height: int
    days: tuple[tuple[float, date], ...]
    step: float
    strips: tuple[Strip, ...]
    axis: int
    gaps: tuple[tuple[float, float, float, float, Gap], ...]


def lanes(situation: Situation) -> Lanes | None:
    """The drawing of a timeline; ``None`` where nothing has a day."""
    first, last = ends(situation)
    if first is None or last is None:
        return None
    count = (last - first).days + 1
    step = (WIDTH - LEFT - RIGHT) / count
    days = tuple((round(LEFT + i * step, 1), first + timedelta(days=i)) for i in range(count))
    y, strips = HEAD, []
    for lane in get_args(Lane):
        held = [m for m in situation.timeline if m.lane == lane and m.day and _meets(m, first, last)]
        strip = _strip(lane, held, y, (first, last, step))
        strips.append(strip)
        y += strip.height
    axis = y + BAND
    gaps = tuple(
        (round(LEFT + (g.day - first).days * step + 2, 1), round(min(step - 4, 24), 1), *_heights(g), g)
        for g in situation.indicators.disconnect
        if first <= g.day <= last
    )
    return Lanes(WIDTH, axis + BAND, days, round(step, 1), tuple(strips), axis, gaps)


def ends(situation: Situation) -> tuple[date | None, date | None]:
    """The first and last day drawn: the window asked for; where that is too long, the days with most incidents in it."""
    window = situation.asked.window
    days = sorted(m.day for m in situation.timeline if m.day)
    last = window.last or max((m.until or m.day for m in situation.timeline if m.day), default=None)
    first = window.first or min(days, default=None)
    if first is None or last is None or (last - first).days < LONGEST:
        return first, last
    inside = [d for d in days if first <= d <= last] or [last]

    def held(day: date) -> int:
        return bisect_left(inside, day + timedelta(days=LONGEST)) - bisect_left(inside, day)

    densest = max(sorted(set(inside)), key=lambda d: (held(d), d))
    return densest, densest + timedelta(days=LONGEST - 1)


def _meets(moment: Moment, first: date, last: date) -> bool:
    return bool(moment.day and moment.day <= last and (moment.until or moment.day) >= first)


def _strip(lane: str, held: list[Moment], y: int, frame: tuple[date, date, float]) -> Strip:
    first, last, step = frame
    ends: list[date] = []
    bars: list[Bar] = []
    left_out = 0
    for moment in held:
        start = max(moment.day or first, first)
        end = min(moment.until or start, last)
        row = next((i for i, busy in enumerate(ends) if busy < start), len(ends))
        if row >= DEEPEST:
            left_out += 1
            continue
        ends[row : row + 1] = [end]
        x = LEFT + (start - first).days * step + 2
        bars.append((round(x, 1), y + 4 + row * ROW, round(((end - start).days + 1) * step - 4, 1), moment))
    return Strip(lane, y, max(len(ends), 1) * ROW + 8, tuple(bars), left_out)


def _heights(gap: Gap) -> tuple[float, float]:
    up = max(gap.cooperation or 0.0, 0.0) / 10 * (BAND - 6)
    down = max(-(gap.conflict or 0.0), 0.0) / 10 * (BAND - 6)
    return round(up, 1), round(down, 1)
