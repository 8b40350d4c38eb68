"""What a ledger holds around one claim, as far as another claim may tell the same happening: its incident without all others."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select

from fogline.ledger import schema
from fogline.ledger.held import held
from fogline.ledger.read import ANYWHERE, NOW, Where, claim_by_id
from fogline.model.place import Place
from fogline.model.stated import Clocks, Held, Stated, Window

NEAR = 2.0  # degrees of latitude and longitude: more than the reach of "same place"


def around(connection: Connection, claim: str, days: int, clocks: Clocks = NOW) -> Held | None:
    """The claims of the same countries, told of at most so many ``days`` before or after, in reach or without a point.

    ``None`` for a claim that is not there.
    """
    c = schema.claim.c
    asked = select(c.countries, c.first_day, c.last_day).where(c.id == claim).order_by(c.row.desc())
    row, anchor = connection.execute(asked).first(), claim_by_id(connection, claim)
    if row is None or anchor is None:
        return None
    margin = timedelta(days=days)
    window = Window(date.fromisoformat(row.first_day) - margin, date.fromisoformat(row.last_day) + margin)
    told = [held(connection, clocks, window, where) for where in _places(row.countries)]
    near = {s.claim.id: s for part in told for s in part.claims if _in_reach(s, anchor.claim.place)}
    refused = {s.claim.id: s for part in told for s in part.rejected if _in_reach(s, anchor.claim.place)}
    sources = {s.id: s for part in told for s in part.sources}
    return Held(
        claims=tuple(sorted(near.values(), key=_order)),
        sources=tuple(sorted(sources.values(), key=lambda s: (s.known, s.instant, s.id))),
        judgements=told[0].judgements,
        rejected=tuple(sorted(refused.values(), key=_order)),
    )


def _places(countries: str) -> list[Where]:
    return [Where(country=country) for country in countries.split()] or [ANYWHERE]


def _in_reach(stated: Stated, place: Place | None) -> bool:
    other = stated.claim.place
    if place is None or other is None or None in (place.lat, place.lon, other.lat, other.lon):
        return True
    return abs(float(place.lat or 0) - float(other.lat or 0)) <= NEAR and (
        abs(float(place.lon or 0) - float(other.lon or 0)) <= NEAR
    )


def _order(stated: Stated) -> tuple[object, ...]:
    source, claim = stated.source, stated.claim
    return source.known, source.instant, source.id, claim.trigger, claim.id
