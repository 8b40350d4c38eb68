"""From a place of the gazetteer to the place meant: moved, widened, and with the precision that the words allow."""

from __future__ import annotations

import math

from fogline.extract.place_lead import Lead
from fogline.extract.place_words import heading
from fogline.gazetteer.entry import Candidate
from fogline.gazetteer.kinds import KindWord
from fogline.model.place import Place
from fogline.model.span import Span

KM_A_DEGREE = 111.2
AREAS = frozenset({"country", "admin1", "admin2", "region", "island", "continent"})
PART = 0.5  # how far the middle of "northern X" lies from the middle of X, as a share of its reach
COUNTRYSIDE = 20.0  # km from a town to the middle of its "western countryside"
FARTHEST = 400.0  # km; "3,000 km east of" tells no place
AROUND = frozenset({"countryside", "front", "axis", "direction", "sector", "road", "highway"})


def placed(words: Span, candidate: Candidate, how: Lead, kind: KindWord | None) -> Place:
    """The place as the contract wants it: its point, moved as the words say, and its ``where_prec``."""
    lat, lon, precision = candidate.lat, candidate.lon, candidate.where_prec
    if how.beside:
        precision = max(precision, 5 if candidate.kind in AREAS else 2)
        if how.km and how.heading and how.km <= FARTHEST:
            lat, lon = moved(lat, lon, how.heading, how.km)
    elif how.heading and candidate.kind in AREAS:
        precision = max(precision, 5) if candidate.kind != "country" else 5
        lat, lon = moved(lat, lon, how.heading, PART * candidate.reach)
    if kind and kind.word in AROUND:
        precision = max(precision, 2)
        if how.heading and candidate.kind not in AREAS:
            lat, lon = moved(lat, lon, how.heading, COUNTRYSIDE)
            precision = 5
    return Place(
        words,
        candidate.name,
        candidate.id,
        candidate.country,
        candidate.admin1,
        candidate.admin2,
        round(lat, 4),
        round(lon, 4),
        precision,
    )


def moved(lat: float, lon: float, direction: str, km: float) -> tuple[float, float]:
    """The point ``km`` away in a compass direction ("north", "south-eastern")."""
    north, east = heading(direction)
    scale = max(0.1, math.cos(math.radians(lat)))
    return max(-90.0, min(90.0, lat + north * km / KM_A_DEGREE)), lon + east * km / (KM_A_DEGREE * scale)
