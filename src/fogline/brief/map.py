"""The map of a brief: where incidents are told, as uncertain as they are, drawn as plain SVG."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt

from fogline.brief.chosen import lead
from fogline.brief.evidence import Evidence
from fogline.brief.names import joined, name
from fogline.brief.sentence import Drawing, Sentence
from fogline.brief.svg import label, svg
from fogline.brief.wording import capital, cited
from fogline.model.incident import Heard, Incident
from fogline.model.place import Place

Point = tuple[float, float]
Ring = tuple[Point, ...]
WIDTH, HEIGHT = 400, 250
LEAST, ROOM = 1.2, 0.25  # degrees that a map shows at least; the margin around the places, by their spread
REACH = {1: 4.0, 2: 25.0, 3: 40.0}  # km of uncertainty by UCDP where_prec; a province is shaded, more cannot be placed
PROVINCE = 4
KM = 111.2  # a degree of latitude
LABELS, WIDE, TALL = 10, 90, 13  # at most so many names, none nearer to another than this


@dataclass(frozen=True, slots=True)
class Outline:
    """The outer rings of a country and of its divisions by name, in degrees of longitude and latitude."""

    rings: tuple[Ring, ...]
    divisions: tuple[tuple[str, tuple[Ring, ...]], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """From degrees to the drawing: a plain cylinder, true in scale in the middle."""

    left: float
    top: float
    across: float
    scale: float

    @classmethod
    def of(cls, points: Sequence[Point]) -> Frame:
        """The points in the middle with room around them."""
        xs, ys = [x for x, _ in points], [y for _, y in points]
        wide, high = (max(values) - min(values) for values in (xs, ys))
        margin = ROOM * max(wide, high, LEAST)
        across = max(cos(radians((max(ys) + min(ys)) / 2)), 0.1)
        scale = min(WIDTH / ((wide + 2 * margin) * across), HEIGHT / (high + margin))
        left = (max(xs) + min(xs)) / 2 - WIDTH / 2 / scale / across
        return cls(left, (max(ys) + min(ys)) / 2 + HEIGHT / 2 / scale, across, scale)

    def at(self, lon: float, lat: float) -> Point:
        """The point in the drawing."""
        return round((lon - self.left) * self.across * self.scale, 1), round((self.top - lat) * self.scale, 1)

    def shows(self, outline: Outline) -> bool:
        """Whether some of the shape may lie in the drawing."""
        points = [self.at(*p) for ring in outline.rings for p in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return min(xs) < WIDTH and max(xs) > 0 and min(ys) < HEIGHT and max(ys) > 0

    def path(self, rings: Iterable[Ring]) -> str:
        """The rings as the path of an SVG."""
        drawn = ("L".join(f"{x:g} {y:g}" for x, y in (self.at(*p) for p in ring)) for ring in rings)
        return "".join(f"M{points}Z" for points in drawn)


def incident_map(evidence: Evidence, outlines: Mapping[str, Outline]) -> Drawing | None:
    """The map of the country that most incidents are about; ``None`` where no shape of it is known."""
    incidents = _told(evidence)
    places = Counter(i.place.country for i in incidents if i.place and i.place.country in outlines)
    if not places:
        return None
    country = min(places, key=lambda c: (-places[c], c or ""))
    outline = outlines[country or ""]
    spots = _spots(i for i in incidents if i.place and i.place.country == country)
    if not spots:
        return None
    frame = Frame.of([(lon, lat) for lon, lat, _ in spots])
    labels = [(heard, point) for heard, point in _labels(spots, frame, evidence)]
    near = [o for iso, o in sorted(outlines.items()) if iso != country and frame.shows(o)]
    drawn = [*_base(outline, near, frame), *_areas(incidents, outline, frame), *_dots(spots, frame)]
    names = [(cited(capital(name(h, "place", evidence))), at) for h, at in labels]
    drawn += [label(sentence.text, x + 7, y + 4) for sentence, (x, y) in names]
    return Drawing(
        name="map",
        svg=svg(drawn, WIDTH, HEIGHT),
        labels=tuple(sentence for sentence, _ in names),
        alt=_alt([h for h, _ in labels], evidence),
        caption=evidence.wording.sentence("map_caption"),
    )


def _told(evidence: Evidence) -> list[Incident]:
    shown = {m.incident for m in evidence.situation.timeline}
    return [i for i in evidence.situation.incidents if i.id in shown and i.status not in {"retracted", "denied_only"}]


def _spots(incidents: Iterable[Incident]) -> dict[tuple[float, float, int], list[Incident]]:
    found: dict[tuple[float, float, int], list[Incident]] = defaultdict(list)
    for incident in incidents:
        place = incident.place
        if place and place.lat is not None and place.lon is not None and place.precision in REACH:
            found[place.lon, place.lat, place.precision].append(incident)
    return dict(sorted(found.items(), key=lambda s: (-len(s[1]), s[0])))


def _base(outline: Outline, near: Iterable[Outline], frame: Frame) -> list[str]:
    divisions = frame.path(r for _, rings in outline.divisions for r in rings)
    neighbours = frame.path(r for other in near for r in other.rings)
    return [
        f'<path d="M0 0H{WIDTH}V{HEIGHT}H0Z" fill="#e9eff2"/>',
        f'<path d="{neighbours}" fill="#fbfaf7" stroke="#bbb" stroke-width="0.6"/>',
        f'<path d="{frame.path(outline.rings)}" fill="#f4f1ea" stroke="#555" stroke-width="1"/>',
        f'<path d="{divisions}" fill="none" stroke="#bbb" stroke-width="0.6"/>',
    ]


def _areas(incidents: Iterable[Incident], outline: Outline, frame: Frame) -> list[str]:
    """Provinces that incidents are told of as a whole: shaded, never pinned."""
    points = [i.place for i in incidents if i.place and i.place.precision == PROVINCE]
    shaded = [rings for _, rings in outline.divisions if any(_inside(p, rings) for p in points)]
    return [f'<path d="{frame.path(rings)}" fill="#8a1c1c" fill-opacity="0.12"/>' for rings in shaded]


def _inside(place: Place, rings: tuple[Ring, ...]) -> bool:
    """Whether the point lies in the shape (a ray to the east crosses its border an odd number of times)."""
    if place.lon is None or place.lat is None:
        return False
    x, y, odd = place.lon, place.lat, False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd


def _dots(spots: Mapping[tuple[float, float, int], list[Incident]], frame: Frame) -> list[str]:
    drawn = []
    for (lon, lat, precision), held in spots.items():
        x, y = frame.at(lon, lat)
        reach = round(max(REACH[precision] / KM * frame.scale, 4.0), 1)
        drawn.append(f'<circle cx="{x}" cy="{y}" r="{reach}" fill="#8a1c1c" fill-opacity="0.15"/>')
        drawn.append(f'<circle cx="{x}" cy="{y}" r="{round(1.5 + 1.3 * sqrt(len(held)), 1)}" fill="#8a1c1c"/>')
    return drawn


def _labels(
    spots: Mapping[tuple[float, float, int], list[Incident]], frame: Frame, evidence: Evidence
) -> list[tuple[Heard, Point]]:
    """The names with room beside each other, the places with most incidents first."""
    found: list[tuple[Heard, Point]] = []
    for (lon, lat, _), held in spots.items():
        x, y = frame.at(lon, lat)
        free = all(abs(x - a) > WIDE or abs(y - b) > TALL for _, (a, b) in found)
        heard = _namer(held, evidence)
        if free and heard and len(found) < LABELS:
            found.append((heard, (x, y)))
    return found


def _namer(incidents: Iterable[Incident], evidence: Evidence) -> Heard | None:
    """A claim that names the place of its incident itself."""
    own = [
        h
        for i in incidents
        for h in i.claims
        if (p := h.stated.claim.place) and p.span and not p.inherited and i.place and p.id == i.place.id
    ]
    return lead(own, evidence)


def _alt(labelled: Iterable[Heard], evidence: Evidence) -> Sentence:
    places = joined([name(h, "place", evidence) for h in labelled], evidence)
    return cited(evidence.wording.fill("map_alt_one", places=places))
