"""How much violence is told, day by day."""

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


def intensity(incidents: Iterable[Incident], tolls: Iterable[Toll]) -> tuple[Day, ...]:
    """One entry for every day on which an incident of violence is told, in order."""
    deaths: dict[str, list[Toll]] = defaultdict(list)
    for toll in tolls:
        if toll.incident and toll.measure == "killed":
            deaths[toll.incident].append(toll)
    days: dict[date, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if (
            is_violence(incident)
            and incident.first
            and incident.last
            and (incident.last - incident.first).days <= LONGEST
        ):
            days[incident.first].append(incident)
    return tuple(_day(day, held, deaths) for day, held in sorted(days.items()))


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
