"""What happened when, by lane: one line an incident."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from fogline.model.incident import Contradiction, Incident, Lane, Status
from fogline.model.stated import Window


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of the timeline. ``day`` to ``until`` is the time told, never the report's day; ``None`` where nobody tells one."""

    day: date | None
    until: date | None
    lane: Lane
    incident: str
    title: str
    status: Status


def timeline(incidents: Iterable[Incident], window: Window) -> tuple[Moment, ...]:
    """The incidents whose time meets the window, by day; those without a time last."""
    moments = [Moment(i.first, i.last, i.lane, i.id, i.title, i.status) for i in incidents if _inside(i, window)]
    return tuple(sorted(moments, key=lambda m: (m.day is None, m.day or date.max, m.lane, m.title, m.incident)))


def with_contested(incidents: Iterable[Incident], contested: Iterable[Contradiction]) -> tuple[Incident, ...]:
    """The incidents, those marked contested whose claims stand in an open contradiction."""
    disputed = {h.stated.claim.id for c in contested for h in (*c.affirmed, *c.denied)}
    return tuple(
        replace(i, status="contested")
        if disputed & {h.stated.claim.id for h in i.claims} and i.status != "denied_only"
        else i
        for i in incidents
    )


def _inside(incident: Incident, window: Window) -> bool:
    if incident.first is None or incident.last is None:
        return True
    return window.holds(incident.first, incident.last)
