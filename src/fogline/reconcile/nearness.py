"""How far apart two claims are in space and time."""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt

from fogline.model.name import fold
from fogline.model.place import Place
from fogline.model.stated import Stated

EARTH = 6371.0  # km, mean radius
COUNTRY = 6  # where_prec of a whole country
REGION = 4  # where_prec of a first-order division


def place_key(place: Place) -> str:
    """What tells two places apart: the gazetteer's id, else country and folded name."""
    return place.id or f"{place.country or ''}/{fold(place.name)}"


def distance(one: Place, two: Place) -> float | None:
    """Kilometres between two places that have coordinates; ``None`` where one has none."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    lat1, lon1, lat2, lon2 = map(radians, (one.lat, one.lon, two.lat, two.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def within(small: Place, large: Place) -> bool:
    """Whether ``large`` is the country or the first-order division in which ``small`` lies."""
    if small.country is None or small.country != large.country:
        return False
    if large.precision >= COUNTRY:
        return True
    named = large.admin1 or large.name
    return large.precision == REGION and small.admin1 is not None and fold(small.admin1) == fold(named)


def days_of(stated: Stated) -> tuple[date, date] | None:
    """The first and last day of the claim's time; ``None`` where it tells none."""
    time = stated.claim.time
    return (time.first, time.last) if time else None


def when(stated: Stated) -> tuple[date, date] | None:
    """The claim's time, else the day of a dated report; the day on which an undated one was stored tells nothing."""
    if stated.claim.time:
        return days_of(stated)
    return (stated.source.known, stated.source.known) if stated.source.published else None


def gap(one: tuple[date, date], two: tuple[date, date]) -> int:
    """Days between two intervals; 0 when they share a day."""
    return max((two[0] - one[1]).days, (one[0] - two[1]).days, 0)


def moment(stated: Stated) -> tuple[date, date]:
    """The claim's time, else the day on which it became known, for questions of order only."""
    return days_of(stated) or (stated.source.known, stated.source.known)
