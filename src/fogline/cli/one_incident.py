"""One incident out of a ledger, without making the whole situation of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.model.incident import Incident
    from fogline.model.stated import Clocks
    from fogline.reconcile.acts import Acts
    from fogline.reconcile.standing import Standings

DAYS = (3, 10, 31)  # looked around the claim that names the incident, until the incident ends well inside
MARGIN = 2  # days


def nearby(target: str, name: str, clocks: Clocks, tables: tuple[Standings, Acts]) -> Incident | None:
    """The incident named after its first claim, made of what the ledger holds around that claim.

    ``None`` where the claim is not there, or is not the first of an incident as known by then.
    """
    from fogline.ledger.around import around
    from fogline.ledger.connection import opened, reading
    from fogline.model.stated import Window
    from fogline.situation.situation import Asked, situation

    found = None
    for days in DAYS:
        with reading(opened(target)) as connection:
            kept = around(connection, f"c_{name.removeprefix('i_')}", days, clocks)
        if kept is None:
            return None
        told = situation(kept, Asked(clocks.known, Window()), *tables)
        found = next((i for i in told.incidents if i.id == name), None)
        if found is not None and _ends_inside(found, days):
            return found
    return found


def _ends_inside(incident: Incident, days: int) -> bool:
    moments = [d for h in incident.claims if (t := h.stated.claim.time) for d in (t.first, t.last)]
    return not moments or (max(moments) - min(moments)).days <= days - MARGIN
