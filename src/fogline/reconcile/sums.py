"""What single incidents add up to, country by country: never with a running toll among them, never across countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from fogline.model.incident import Incident, Sum, Toll

MEASURES = ("killed", "injured")
VIOLENCE = "violence"


def sums(incidents: Iterable[Incident], tolls: Iterable[Toll]) -> tuple[Sum, ...]:
    """For the dead and the hurt of every country with an incident of violence: the sum, and how many incidents tell none."""
    counted: dict[tuple[str, str], list[Toll]] = defaultdict(list)
    for toll in tolls:
        if toll.incident and toll.scope == "incident":
            counted[toll.incident, toll.measure].append(toll)
    countries: dict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        if is_violence(incident):
            countries[(incident.place.country if incident.place else None) or ""].append(incident)
    rows = ((m, country, held) for m in MEASURES for country, held in sorted(countries.items()))
    found = (
        _sum(measure, country, [counted.get((i.id, measure), []) for i in held]) for measure, country, held in rows
    )
    return tuple(s for s in found if s.without_figure < s.incidents)


def is_violence(incident: Incident) -> bool:
    """Whether somebody affirms an act of violence, or its dead, as a fact."""
    claims = [h.stated.claim for h in incident.claims]
    told = incident.family == VIOLENCE and any(c.stance == "affirmed" and c.modality == "actual" for c in claims)
    return told and any(c.kind == "event" or c.type in ("killed", "injured", "strikes") for c in claims)


def total(tolls: Sequence[Toll]) -> Toll | None:
    """The toll of an incident that counts all its dead: the one of everybody, else the largest part told."""
    return max(tolls, key=lambda t: (t.population == ("all",), t.best, t.population), default=None)


def _sum(measure: str, country: str, tolls: Sequence[Sequence[Toll]]) -> Sum:
    told = [t for of_one in tolls if (t := total(of_one)) is not None]
    return Sum(
        measure=measure,
        country=country or None,
        low=sum(t.low for t in told),
        best=sum(t.best for t in told),
        high=sum(t.high for t in told),
        open=any(t.open for t in told),
        incidents=len(tolls),
        without_figure=len(tolls) - len(told),
    )
