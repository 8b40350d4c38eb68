"""The map: where incidents are, as uncertain as they are, and who is said to hold what, on an offline base."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from fogline.model.incident import Holding, Incident
from fogline.model.place import Place
from fogline.situation.situation import Situation
from fogline.web.region import Base, Frame, Region, base, country_of, divisions
from fogline.web.shapes import Point, inside

__all__ = ["Base", "Region", "atlas", "base", "country_of"]
REACH = {1: 4.0, 2: 25.0, 3: 40.0}  # km of uncertainty by UCDP where_prec; 4 is a province, more cannot be placed
PROVINCE = 4
KM = 111.2  # a degree of latitude
COLOURS = 5  # holders told apart; the rest share the last
LABELS, WIDE, TALL = 12, 110, 14  # at most so many names, none nearer to another than this
SMALLEST = 4.0  # units: a disc that can be seen


@dataclass(frozen=True, slots=True)
class Spot:
    """Incidents at one place: the centre, the radius of what is not known, the radius of the dot (size), the names."""

    name: str
    x: float
    y: float
    reach: float
    dot: float
    incidents: tuple[Incident, ...]
    labelled: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A shaded division, by its place in ``Base.divisions``, with the incidents that are told of it as a whole."""

    name: str
    division: int
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Who holds a place: ``fill`` is ``solid``, ``hatched`` (claimed) or ``crossed`` (contested); ``colour`` is the holder's.

    ``division`` is set where a whole division is meant.
    """

    x: float
    y: float
    fill: str
    colour: int
    division: int | None
    holding: Holding


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is drawn for one day; ``unplaced`` is what has no place, or only a country."""

    spots: tuple[Spot, ...]
    areas: tuple[Area, ...]
    grounds: tuple[Ground, ...]
    holders: tuple[tuple[str, int], ...]
    unplaced: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class Spotted:
    """Where a place stands in the drawing: ``division`` for a whole one, else a point with the reach of what is not known."""

    x: float
    y: float
    reach: float
    division: int | None = None


def atlas(situation: Situation, region: Region) -> Atlas:
    """The incidents and holdings of a situation on the frame of a region."""
    placed: dict[tuple[float, float, float], list[Incident]] = defaultdict(list)
    areas: dict[int, list[Incident]] = defaultdict(list)
    unplaced: list[Incident] = []
    for incident in (i for i in situation.incidents if i.status != "retracted"):
        spot = spotted(incident.place, region)
        if spot is None:
            unplaced.append(incident)
        elif spot.division is not None:
            areas[spot.division].append(incident)
        else:
            placed[spot.x, spot.y, spot.reach].append(incident)
    grounds = _grounds(situation.control, region, colours(situation.control))
    names = [name for name, _ in divisions(region)]
    return Atlas(
        _spots(placed),
        tuple(Area(names[d], d, tuple(areas[d])) for d in sorted(areas)),
        grounds,
        holders(grounds),
        tuple(unplaced),
    )


def spotted(place: Place | None, region: Region) -> Spotted | None:
    """Where a place stands on the map; ``None`` where it is not known, a whole country, or outside the frame."""
    if place is None or place.lat is None or place.lon is None:
        return None
    x, y = region.frame.at((place.lon, place.lat))
    if place.precision == PROVINCE:
        division = _division((place.lon, place.lat), region)
        return Spotted(x, y, 0.0, division) if division is not None else None
    if place.precision not in REACH or not region.on((x, y)):
        return None
    return Spotted(x, y, reach(place.precision, region.frame))


def reach(precision: int, frame: Frame) -> float:
    """The radius in the drawing of what is not known about a place."""
    return round(max(REACH[precision] / KM * frame.scale, SMALLEST), 1)


def colours(control: Iterable[Holding]) -> dict[str, int]:
    """The colour of each holder, those that hold most first."""
    held = Counter(h.holder for h in control if h.holder)
    order = sorted(held, key=lambda n: (-held[n], n))
    return {name: min(i + 1, COLOURS) for i, name in enumerate(order)}


def fill_of(holding: Holding) -> str:
    """How a holding is drawn, so that colour is never the only sign."""
    if holding.status in {"contested", "unknown"}:
        return "crossed"
    return "solid" if holding.basis == "confirmed" else "hatched"


def holders(grounds: Iterable[Ground]) -> tuple[tuple[str, int], ...]:
    """The legend: each holder by colour, those that share the last colour together."""
    named = sorted({(g.colour, g.holding.holder or "nobody known") for g in grounds})
    own = [(name, colour) for colour, name in named if colour < COLOURS]
    rest = [name for colour, name in named if colour == COLOURS]
    return (*own, (", ".join(rest), COLOURS)) if rest else tuple(own)


def _division(point: Point, region: Region) -> int | None:
    return next((i for i, (_, rings) in enumerate(divisions(region)) if inside(point, rings)), None)


def _spots(placed: dict[tuple[float, float, float], list[Incident]]) -> tuple[Spot, ...]:
    order = sorted(placed.items(), key=lambda p: (-len(p[1]), p[0]))
    seen: list[Point] = []
    spots = []
    for (x, y, uncertain), held in order:
        name = held[0].place.name if held[0].place else ""
        labelled = len(seen) < LABELS and all(abs(x - a) > WIDE or abs(y - b) > TALL for a, b in seen)
        seen += [(x, y)] if labelled else []
        spots.append(Spot(name, x, y, uncertain, round(2 + 1.6 * sqrt(len(held)), 1), tuple(held), labelled))
    return tuple(spots)


def _grounds(control: Iterable[Holding], region: Region, colour: dict[str, int]) -> tuple[Ground, ...]:
    grounds = []
    for holding in control:
        spot = ground_at(holding.place, region)
        if spot:
            mine = colour.get(holding.holder or "", 0)
            grounds.append(Ground(spot.x, spot.y, fill_of(holding), mine, spot.division, holding))
    return tuple(grounds)


def ground_at(place: Place, region: Region) -> Spotted | None:
    """Where a held place stands: as an incident's, and a place that is no known size as a point."""
    spot = spotted(place, region)
    if spot or place.lat is None or place.lon is None or place.precision > PROVINCE:
        return spot
    x, y = region.frame.at((place.lon, place.lat))
    return Spotted(x, y, 0.0) if region.on((x, y)) else None
