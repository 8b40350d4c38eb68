"""One incident out of a ledger, without making the whole situation of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.model.incident import Incident
    from fogline.model.stated import Clocks
    from fogline.reconcile.acts import Acts
    from fogline.reconcile.standing import Standings

MOST = 40  # claims looked around: an incident of more is cut where nobody reads on


def nearby(target: str, name: str, clocks: Clocks, tables: tuple[Standings, Acts]) -> Incident | None:
    """The incident named after its first claim, made of what the ledger holds around its claims, until no more of them turn up.

    ``None`` where the claim is not there, or is not the first of an incident as known by then.
    """
    from fogline.ledger.around import NOTHING, around
    from fogline.ledger.connection import opened, reading
    from fogline.model.stated import Window
    from fogline.situation.situation import Asked, situation

    looked: set[str] = set()
    members = {f"c_{name.removeprefix('i_')}"}
    kept, found = NOTHING, None
    with reading(opened(target)) as connection:
        while members - looked and len(looked) < MOST:
            kept = around(connection, members - looked, clocks, kept)
            looked |= members
            told = situation(kept, Asked(clocks.known, Window()), *tables)
            found = next((i for i in told.incidents if i.id == name), None)
            members = {h.stated.claim.id for h in found.claims} if found else set()
    return found
