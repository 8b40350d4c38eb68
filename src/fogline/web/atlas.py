"""The map: where incidents are, as uncertain as they are, and who is said to hold what, on an offline base."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sqrt

from fogline.model.incident import Holding, Incident
from fogline.model.place import Place
from fogline.situation.situation import Situation
from fogline.web.shapes import Country, Point, Ring, Shapes, inside

WIDTH = 640
REACH = {1: 4.0, 2: 25.0, 3: 40.0}  # km of uncertainty by UCDP where_prec; 4 is a province, more cannot be placed
PROVINCE = 4
KM = 111.2  # a degree of latitude
COLOURS = 5  # holders told apart; the rest share the last
LABELS, WIDE, TALL = 12, 110, 14  # at most so many names, none nearer to another than this


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
    """A shaded province with the incidents that are told of it as a whole."""

    name: str
    path: str
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """Who holds a place: ``fill`` is ``solid``, ``hatched`` (claimed) or ``crossed`` (contested); ``colour`` is the holder's."""

    x: float
    y: float
    fill: str
    colour: int
    holding: Holding


@dataclass(frozen=True, slots=True)
class Base:
    """The base map of one country: what never changes with the day."""

    width: int
    height: int
    country: str
    outline: str
    divisions: str
    neighbours: str


@dataclass(frozen=True, slots=True)
class Frame:
    """From degrees to the drawing: a plain cylinder, true in scale at the middle of the country."""

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
class Atlas:
    """What is drawn for one day; ``unplaced`` is what has no place, or only a country."""

    spots: tuple[Spot, ...]
    areas: tuple[Area, ...]
    grounds: tuple[Ground, ...]
    holders: tuple[tuple[str, int], ...]
    unplaced: tuple[Incident, ...]


def country_of(situation: Situation, shapes: Shapes) -> Country | None:
    """The country that most claims are about, where a shape of it is known."""
    told = Counter(i.place.country for i in situation.incidents if i.place and i.place.country in shapes)
    return shapes[min(told, key=lambda c: (-told[c], c or ""))] if told else None


def framed(country: Country) -> tuple[Frame, int]:
    """The frame of a country with a margin, and the height of the drawing."""
    xs = [x for ring in country.rings for x, _ in ring]
    ys = [y for ring in country.rings for _, y in ring]
    margin = 0.04 * max(max(xs) - min(xs), max(ys) - min(ys))
    across = cos(radians((max(ys) + min(ys)) / 2))
    scale = WIDTH / ((max(xs) - min(xs) + 2 * margin) * across)
    height = round((max(ys) - min(ys) + 2 * margin) * scale)
    return Frame(min(xs) - margin, max(ys) + margin, across, scale), height


def base(country: Country, shapes: Shapes) -> Base:
    """The base map: the country, its divisions, and the neighbours that show."""
    frame, height = framed(country)
    near = [r for c in shapes.values() if c.iso != country.iso for r in c.rings if _shows(r, frame, height)]
    divisions = [r for d in country.divisions for r in d.rings]
    return Base(WIDTH, height, country.iso, _path(country.rings, frame), _path(divisions, frame), _path(near, frame))


def atlas(situation: Situation, country: Country) -> Atlas:
    """The incidents and holdings of a situation on the frame of a country."""
    frame, height = framed(country)
    placed: dict[tuple[float, float, int], list[Incident]] = defaultdict(list)
    areas: dict[str, list[Incident]] = defaultdict(list)
    unplaced: list[Incident] = []
    for incident in situation.incidents:
        spot = _spot(incident.place)
        division = _division(incident.place, country) if incident.place and incident.place.precision == PROVINCE else ""
        if division:
            areas[division].append(incident)
        elif spot and _on(frame.at((spot[0], spot[1])), height):
            placed[spot].append(incident)
        else:
            unplaced.append(incident)
    grounds = _grounds(situation.control, frame, height)
    return Atlas(
        _spots(placed, frame),
        tuple(
            Area(d.name, _path(d.rings, frame), tuple(areas[d.name])) for d in country.divisions if areas.get(d.name)
        ),
        grounds,
        _holders(grounds),
        tuple(unplaced),
    )


def _spot(place: Place | None) -> tuple[float, float, int] | None:
    if place is None or place.lat is None or place.lon is None or place.precision not in REACH:
        return None
    return place.lon, place.lat, place.precision


def _division(place: Place, country: Country) -> str:
    if place.lat is None or place.lon is None:
        return ""
    return next((d.name for d in country.divisions if inside((place.lon or 0, place.lat or 0), d.rings)), "")


def _spots(placed: dict[tuple[float, float, int], list[Incident]], frame: Frame) -> tuple[Spot, ...]:
    order = sorted(placed.items(), key=lambda p: (-len(p[1]), p[0]))
    seen: list[Point] = []
    spots = []
    for (lon, lat, precision), held in order:
        name = held[0].place.name if held[0].place else ""
        x, y = frame.at((lon, lat))
        labelled = len(seen) < LABELS and all(abs(x - a) > WIDE or abs(y - b) > TALL for a, b in seen)
        seen += [(x, y)] if labelled else []
        reach = round(max(REACH[precision] / KM * frame.scale, 4.0), 1)
        spots.append(Spot(name, x, y, reach, round(2 + 1.6 * sqrt(len(held)), 1), tuple(held), labelled))
    return tuple(spots)


def _grounds(control: Iterable[Holding], frame: Frame, height: int) -> tuple[Ground, ...]:
    placed = [h for h in control if h.place.lat is not None and h.place.lon is not None]
    held = Counter(h.holder for h in placed if h.holder)
    order = sorted(held, key=lambda n: (-held[n], n))
    colours = {name: min(i + 1, COLOURS) for i, name in enumerate(order)}
    grounds = []
    for holding in placed:
        x, y = frame.at((holding.place.lon or 0, holding.place.lat or 0))
        if _on((x, y), height):
            grounds.append(Ground(x, y, fill_of(holding), colours.get(holding.holder or "", 0), holding))
    return tuple(grounds)


def _holders(grounds: Iterable[Ground]) -> tuple[tuple[str, int], ...]:
    """The legend: each holder by colour, those that share the last colour together."""
    named = sorted({(g.colour, g.holding.holder or "nobody known") for g in grounds})
    own = [(name, colour) for colour, name in named if colour < COLOURS]
    rest = [name for colour, name in named if colour == COLOURS]
    return (*own, (", ".join(rest), COLOURS)) if rest else tuple(own)


def fill_of(holding: Holding) -> str:
    """How a holding is drawn, so that colour is never the only sign."""
    if holding.status in {"contested", "unknown"}:
        return "crossed"
    return "solid" if holding.basis == "confirmed" else "hatched"


def _on(point: tuple[float, float], height: int) -> bool:
    return 0 <= point[0] <= WIDTH and 0 <= point[1] <= height


def _shows(ring: Ring, frame: Frame, height: int) -> bool:
    points = [frame.at(p) for p in ring]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < height


def _path(rings: Iterable[Ring], frame: Frame) -> str:
    drawn = []
    for ring in rings:
        points = [frame.at(p) for p in ring]
        drawn.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(drawn)
