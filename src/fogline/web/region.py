"""The part of the world that a map shows, and its outlines there: only the shapes shown, no finer than a screen draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from fogline.model.place import Place
from fogline.situation.situation import Situation
from fogline.web.shapes import Country, Point, Ring, Shapes

WIDTH = 640
LOWEST, TALLEST = 260, 720
SHARE = 0.1  # of the placed incidents: a country with fewer does not stretch the map
MARGIN = 0.04
EDGE = 4.0  # outlines run on so far beyond the frame, that its border is not taken for theirs
FINEST = 0.7  # units: points of an outline nearer to each other are one
LEAST = 0.5  # degrees across, where all incidents are at one place
WHOLE = 6  # less precise than this names no place on a map (UCDP where_prec)
Box = tuple[float, float, float, float]  # west, south, east, north


@dataclass(frozen=True, slots=True)
class Frame:
    """From degrees to the drawing: a plain cylinder, true in scale at the middle of the region."""

    left: float
    top: float
    across: float
    scale: float

    def at(self, point: Point) -> tuple[float, float]:
        """The point in the drawing."""
        return (
            round((point[0] - self.left) * self.across * self.scale, 1),
            round((self.top - point[1]) * self.scale, 1),
        )


@dataclass(frozen=True, slots=True)
class Region:
    """The countries that the map is about, its frame and height."""

    countries: tuple[Country, ...]
    frame: Frame
    height: int

    def on(self, point: tuple[float, float]) -> bool:
        """Whether a point of the drawing lies in the frame."""
        return 0 <= point[0] <= WIDTH and 0 <= point[1] <= self.height


@dataclass(frozen=True, slots=True)
class Base:
    """The base map: what never changes with the day. ``divisions`` are names with paths, in the order of ``Area.division``."""

    width: int
    height: int
    country: str
    outline: str
    divisions: tuple[tuple[str, str], ...]
    neighbours: str


def country_of(situation: Situation, shapes: Shapes) -> Region | None:
    """The country that most incidents are in, or several where the reports are of several; ``None`` where none is known."""
    places = [i.place for i in situation.incidents if i.place and i.place.country in shapes]
    told = Counter(p.country for p in places)
    if not told:
        return None
    wanted = sorted((c for c, n in told.items() if n >= SHARE * len(places)), key=lambda c: (-told[c], c or ""))
    wanted = wanted or [min(told, key=lambda c: (-told[c], c or ""))]
    countries = tuple(shapes[c] for c in wanted if c)
    if len(countries) == 1:
        return _framed(countries, _box(p for ring in countries[0].rings for p in ring))
    points = [(p.lon, p.lat) for p in places if p.country in wanted and _is_spot(p)]
    return _framed(countries, _box((lon or 0.0, lat or 0.0) for lon, lat in points) if points else _all(countries))


def base(region: Region, shapes: Shapes) -> Base:
    """The base map: the countries, their divisions, and the neighbours that show."""
    own = {c.iso for c in region.countries}
    near = [r for c in shapes.values() if c.iso not in own for r in c.rings]
    return Base(
        WIDTH,
        region.height,
        ", ".join(sorted(own)),
        path((r for c in region.countries for r in c.rings), region),
        tuple((name, path(rings, region)) for name, rings in divisions(region)),
        path(near, region),
    )


def divisions(region: Region) -> list[tuple[str, tuple[Ring, ...]]]:
    """The first-order divisions of the region's countries; of several countries, each with its country's code."""
    several = len(region.countries) > 1
    return [(f"{d.name} ({c.iso})" if several else d.name, d.rings) for c in region.countries for d in c.divisions]


def path(rings: Iterable[Ring], region: Region) -> str:
    """The outlines as the path of a drawing, cut at its frame."""
    drawn = []
    for ring in rings:
        points = thinned(clipped([region.frame.at(p) for p in ring], region.height))
        if len(points) > 2:
            (x, y), rest = points[0], points[1:]
            steps = []
            for a, b in rest:  # relative steps are shorter to write
                steps.append(f"{a - x:.1f} {b - y:.1f}".replace(".0", "").replace(" -", "-"))
                x, y = a, b
            drawn.append(f"M{points[0][0]:g} {points[0][1]:g}l" + " ".join(steps) + "z")
    return "".join(drawn)


def clipped(points: list[Point], height: int) -> list[Point]:
    """A ring cut at the frame (Sutherland and Hodgman 1974)."""
    left, right, top, bottom = -EDGE, WIDTH + EDGE, -EDGE, height + EDGE
    points = _cut(points, 0, left, keep_larger=True)
    points = _cut(points, 0, right, keep_larger=False)
    points = _cut(points, 1, top, keep_larger=True)
    return _cut(points, 1, bottom, keep_larger=False)


def thinned(points: list[Point]) -> list[Point]:
    """A ring without the points that a screen would not tell from the one before."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= FINEST:
            kept.append((round(x, 1), round(y, 1)))
    return kept


def _cut(points: list[Point], axis: int, limit: float, *, keep_larger: bool) -> list[Point]:
    kept: list[Point] = []
    for i, here in enumerate(points):
        before = points[i - 1]
        inside, was_inside = ((p[axis] >= limit) == keep_larger or p[axis] == limit for p in (here, before))
        if inside != was_inside:
            part = (limit - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + part * (here[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            kept.append(here)
    return kept


def _framed(countries: tuple[Country, ...], box: Box) -> Region:
    west, south, east, north = box
    margin = max(MARGIN * max(east - west, north - south), LEAST / 2)
    west, east, south, north = west - margin, east + margin, max(south - margin, -89.0), min(north + margin, 89.0)
    across = cos(radians((south + north) / 2))
    scale = WIDTH / ((east - west) * across)
    height = round((north - south) * scale)
    wanted = min(max(height, LOWEST), TALLEST)
    if height > TALLEST:  # too tall: wider than the box
        scale = TALLEST / (north - south)
        west -= (WIDTH / (scale * across) - (east - west)) / 2
    north += (wanted - (north - south) * scale) / scale / 2
    return Region(countries, Frame(west, north, across, scale), wanted)


def _is_spot(place: Place) -> bool:
    return place.lat is not None and place.lon is not None and place.precision < WHOLE - 1


def _all(countries: Iterable[Country]) -> Box:
    return _box(p for c in countries for ring in c.rings for p in ring)


def _box(points: Iterable[Point]) -> Box:
    held = list(points)
    xs, ys = [x for x, _ in held], [y for _, y in held]
    return min(xs), min(ys), max(xs), max(ys)
