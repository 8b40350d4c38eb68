"""A small step chart: the values of one figure over time, a line a speaker."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from fogline.model.incident import Toll, Value

WIDTH, HEIGHT, EDGE = 220, 56, 6
MOST = 4  # lines: more are not told apart at this size
ELSEWHERE = {"subset", "other_scope", "other_place", "other_period"}  # values of something else
DASHES = ("none", "5 3", "2 2", "8 3 2 3")


@dataclass(frozen=True, slots=True)
class Line:
    """One speaker: ``path`` the steps, ``dots`` the values, ``dash`` tells lines apart without colour."""

    name: str
    path: str
    dots: tuple[tuple[float, float, str], ...]
    dash: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of ``width`` × ``height`` units; ``first`` and ``last`` are its days, ``top`` its largest value."""

    width: int
    height: int
    first: date
    last: date
    top: int
    lines: tuple[Line, ...]
    left_out: int


def chart(toll: Toll) -> Chart | None:
    """The chart of every value of the same thing, superseded ones too; ``None`` where all are of one day."""
    values = [v for v in toll.series if v.difference not in ELSEWHERE]
    days = sorted({v.on for v in values})
    if len(days) < 2:
        return None
    spoken: dict[str, list[Value]] = defaultdict(list)
    for value in sorted(values, key=lambda v: (v.on, v.claim.claim.id)):
        spoken[value.voice.name].append(value)
    order = sorted(spoken, key=lambda n: (-len(spoken[n]), n))
    top = max(*(height(v) for v in values), 1)
    lines = tuple(_line(name, spoken[name], (days[0], days[-1], top), DASHES[i]) for i, name in enumerate(order[:MOST]))
    return Chart(WIDTH, HEIGHT, days[0], days[-1], top, lines, max(len(order) - MOST, 0))


def height(value: Value) -> int:
    """Where a value is drawn: its lower end where it is open."""
    return value.low if value.high is None else value.high


def _line(name: str, values: list[Value], frame: tuple[date, date, int], dash: str) -> Line:
    first, last, top = frame
    dots = []
    for value in values:
        x = EDGE + (WIDTH - 2 * EDGE) * (value.on - first).days / (last - first).days
        y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * height(value) / top
        dots.append((round(x, 1), round(y, 1), f"{value.on}: {height(value):,}"))
    path = f"M{dots[0][0]} {dots[0][1]}" + "".join(f"H{x}V{y}" for x, y, _ in dots[1:]) + f"H{WIDTH - EDGE}"
    return Line(name, path, tuple(dots), dash)
