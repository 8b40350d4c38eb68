"""Which of the places of one name is meant. A score is a table of named functions, each with its reason."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from fogline.gazetteer.entry import Candidate, Kind

EARTH = 6371.0
NEAREST = ((60.0, 2.0), (150.0, 1.4), (400.0, 0.7))  # km to another place of the report, and what that is worth
LEAST = 1.2  # below this no candidate is good enough


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole report is about: the weight of each country (ISO 2, at most 1.0) and the points sure so far."""

    countries: Mapping[str, float] = field(default_factory=dict)
    points: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words around one name ask for: kinds of place, the places it lies in, the country whose people it is said to be of,
    the ids of places that hold what is told to lie in it ("Atlanta, Georgia"), and whether an area is meant.
    """

    kinds: tuple[Kind, ...] = ()
    within: tuple[Candidate, ...] = ()
    country: str | None = None
    holds: frozenset[str] = frozenset()
    area: bool = False
    divided: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, its score and the reason that weighed most."""

    candidate: Candidate
    score: float
    reason: str


def choose(candidates: tuple[Candidate, ...], wanted: Wanted, setting: Setting) -> Choice | None:
    """The best candidate, or ``None`` where none is good enough: unresolved is an answer."""
    best: Choice | None = None
    wanted = replace(wanted, divided=any(c.match == 100 and c.kind in {"country", "admin1"} for c in candidates))
    for candidate in candidates:
        parts = [(rule(candidate, wanted, setting), reason) for rule, reason in TABLE]
        score = sum(value for value, _ in parts)
        if best is None or score > best.score + 1e-9:
            value, reason = max(parts, key=lambda part: part[0])
            best = Choice(candidate, score, reason.format(value=value, place=candidate))
    return best if best and best.score >= LEAST else None


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    a = math.sin((p2 - p1) / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return EARTH * 2 * math.asin(math.sqrt(min(1.0, a)))


def lies_in(place: Candidate, container: Candidate) -> bool:
    """Whether the place lies in the container: by country and division name first, by distance for regions and towns."""
    if container.kind == "country":
        return place.country == container.country
    if container.country and place.country and place.country != container.country:
        return False
    if container.kind == "admin1" and place.admin1 and container.admin1:
        return place.admin1 == container.admin1  # a division's code outranks a distance
    near = kilometres(place.lat, place.lon, container.lat, container.lon)
    return near <= max(40.0, 1.8 * container.reach)


def _fame(place: Candidate, _w: Wanted, _s: Setting) -> float:
    return 0.6 * math.log10(place.population + 1)


def _match(place: Candidate, wanted: Wanted, _s: Setting) -> float:
    if wanted.divided and place.kind == "city" and place.match < 100 and not place.seat and place.population < TOWN:
        return -2.0  # "New Mexico" is a state, and only once the name of a town called Mexico
    if place.seat in {"a", "c"} and place.match == 98:
        return -0.2  # provinces are called after their seats: "Hama" for Ḩamāh
    return {100: 0.0, 98: -0.8, 96: -1.6, 95: -1.0}.get(place.match, -1.5)


SHARED = 2.0


def _kind(place: Candidate, wanted: Wanted, _s: Setting) -> float:
    if wanted.kinds:
        return 2.5 - 0.8 * wanted.kinds.index(place.kind) if place.kind in wanted.kinds else -2.5
    if wanted.area and place.reach:
        return 1.2
    if place.kind == "country":
        return COUNTRY if place.match == 100 else PRIOR["country"]
    if place.kind == "city" and not place.seat and place.population < TOWN:
        return 0.0
    return PRIOR.get(place.kind, 0.0)


TOWN = 50_000  # people; smaller towns are not meant before the state of their name
COUNTRY = 3.0  # a country by its own name; other towns of that name do not matter
PRIOR: dict[Kind, float] = {
    "country": 2.0,
    "continent": 2.0,
    "city": 0.7,
    "admin1": -0.7,
    "admin2": -0.4,
    "section": -0.6,
    "airport": -1.0,
    "base": -0.3,
    "site": -0.5,
    "region": 0.8,
}


def _seat(place: Candidate, _w: Wanted, _s: Setting) -> float:
    return {"c": 1.4, "a": 1.2, "b": 0.2}.get(place.seat, 0.0)


def _focus(place: Candidate, _w: Wanted, setting: Setting) -> float:
    if not setting.countries:
        return 0.0
    if not place.country:
        return SHARED  # a river or a sea of several countries
    return 3.0 * setting.countries.get(place.country, 0.0)


def _within(place: Candidate, wanted: Wanted, _s: Setting) -> float:
    if not wanted.within:
        return 0.0
    return 5.0 if any(lies_in(place, container) for container in wanted.within) else -2.0


def _holds(place: Candidate, wanted: Wanted, _s: Setting) -> float:
    return 4.0 if place.id in wanted.holds else 0.0


def _people(place: Candidate, wanted: Wanted, _s: Setting) -> float:
    if wanted.country is None:
        return 0.0
    return 3.0 if place.country == wanted.country else -1.0


def _near(place: Candidate, _w: Wanted, setting: Setting) -> float:
    if not setting.points:
        return 0.0
    if place.kind in {"country", "continent", "sea"}:
        return NEAREST[-1][1]  # they are never far from what lies in them
    nearest = min(kilometres(place.lat, place.lon, lat, lon) for lat, lon in setting.points) - place.reach
    least = NEAREST[-1][1] if place.kind == "admin1" else 0.0
    return next((worth for limit, worth in NEAREST if nearest <= limit), least)


Rule = Callable[[Candidate, Wanted, Setting], float]
TABLE: tuple[tuple[Rule, str], ...] = (
    (_within, "the text says in what it lies"),
    (_holds, "a place told to lie in it does"),
    (_people, "the text says whose town it is"),
    (_focus, "the report is about {place.country}"),
    (_near, "it is near other places of the report"),
    (_kind, "it is the kind of place meant ({place.kind})"),
    (_fame, "it is the best known of the name"),
    (_seat, "it is a capital or seat"),
    (_match, "the name is the same"),
)
