"""How much violence is told, day by day, in all and by first-order division."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.model.incident import Incident, Toll
from fogline.reconcile.nearness import place_key
from fogline.reconcile.sums import is_violence, total

LONGEST = 1  # days: an incident told over more is not counted on any of them


@dataclass(frozen=True, slots=True)
class Day:
    """Incidents of violence on one day, their deaths (running tolls left out), their places, and how many tell no deaths."""

    day: date
    incidents: int
    low: int
    best: int
    high: int
    places: int
    without_figure: int


@dataclass(frozen=True, slots=True)
class Region:
    """A country and its first-order division; ``None`` for what is told of no place, or of a whole country."""

    country: str | None
    admin1: str | None


@dataclass(frozen=True, slots=True)
class RegionDay:
    """One day in one region."""

    region: Region
    told: Day


def intensity(incidents: Iterable[Incident], tolls: Iterable[Toll]) -> tuple[Day, ...]:
    """One entry for every day on which an incident of violence is told, in order."""
    deaths = _deaths(tolls)
    days: dict[date, list[Incident]] = defaultdict(list)
    for day, incident in _of_one_day(incidents):
        days[day].append(incident)
    return tuple(_day(day, held, deaths) for day, held in sorted(days.items()))


def by_region(incidents: Iterable[Incident], tolls: Iterable[Toll]) -> tuple[RegionDay, ...]:
    """One entry for every day and first-order division in which an incident of violence is told, by day, country and name."""
    deaths = _deaths(tolls)
    held: dict[tuple[date, str, str], list[Incident]] = defaultdict(list)
    for day, incident in _of_one_day(incidents):
        place = incident.place
        held[day, (place.country if place else None) or "", (place.admin1 if place else None) or ""].append(incident)
    return tuple(
        RegionDay(Region(country or None, admin1 or None), _day(day, told, deaths))
        for (day, country, admin1), told in sorted(held.items())
    )


def _deaths(tolls: Iterable[Toll]) -> dict[str, list[Toll]]:
    deaths: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        if toll.incident and toll.measure == "killed":
            deaths[toll.incident].append(toll)
    return deaths


def _of_one_day(incidents: Iterable[Incident]) -> list[tuple[date, Incident]]:
    return [
        (i.first, i) for i in incidents if i.first and i.last and (i.last - i.first).days <= LONGEST and is_violence(i)
    ]


def _day(day: date, incidents: Sequence[Incident], deaths: dict[str, list[Toll]]) -> Day:
    counted = [t for i in incidents if (t := total(deaths.get(i.id, []))) is not None]
    places = {place_key(i.place) for i in incidents if i.place}
    return Day(
        day=day,
        incidents=len(incidents),
        low=sum(t.low for t in counted),
        best=sum(t.best for t in counted),
        high=sum(t.high for t in counted),
        places=len(places),
        without_figure=len(incidents) - len(counted),
    )
