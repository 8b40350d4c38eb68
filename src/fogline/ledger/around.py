"""What a ledger holds around some claims, as far as other claims may tell the same happening: an incident without all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, select

from fogline.ledger import schema
from fogline.ledger.decided import Asked, decided
from fogline.ledger.people import judged
from fogline.ledger.read import NOW, Where, claim_by_id, stated
from fogline.model.claim import Claim
from fogline.model.place import Place
from fogline.model.stated import Clocks, Held, Stated, Window

NOTHING = Held((), ())
Wanted = Callable[[Stated], bool]
RETOLD = timedelta(days=62)  # a happening is told again of the same place, with its toll, for about two months
BESIDE = timedelta(days=3)  # told of another place in reach
TOUCHING = timedelta(days=1)  # told by claims that name no place, and share only who acts
NEAR = 2.0  # degrees of latitude and longitude: more than the reach of "same place"
REGION = 4  # where_prec from which a point is the middle of a region


def around(connection: Connection, claims: Iterable[str], clocks: Clocks = NOW, known: Held = NOTHING) -> Held:
    """``known``, and the claims of the same countries and days that are in reach or name no point, those of the same places for
    longer.
    """
    parts = [known, *(part for name in sorted(set(claims)) for part in _around(connection, name, clocks))]
    near = {s.claim.id: s for part in parts for s in part.claims}
    refused = {s.claim.id: s for part in parts for s in part.rejected}
    return Held(
        claims=tuple(sorted(near.values(), key=_order)),
        sources=tuple({s.source.id: s.source for s in (*near.values(), *refused.values())}.values()),
        judgements=known.judgements or judged(connection, clocks),
        rejected=tuple(sorted(refused.values(), key=_order)),
    )


def _around(connection: Connection, name: str, clocks: Clocks) -> Iterator[Held]:
    c = schema.claim.c
    days = connection.execute(select(c.first_day, c.last_day).where(c.id == name).order_by(c.row.desc())).first()
    anchor = claim_by_id(connection, name)
    if days is None or anchor is None:
        return
    first, last = date.fromisoformat(days.first_day), date.fromisoformat(days.last_day)
    claim = anchor.claim
    countries = {a.country for a in (*claim.agents, *claim.targets) if a.country}
    if claim.place is None:
        everywhere = _told(connection, Asked(clocks, Window(first - TOUCHING, last + TOUCHING)))
        yield _kept(everywhere, lambda s: not countries or not countries.isdisjoint(_countries(s.claim)))
        return
    for country in sorted(_countries(claim)):
        beside = Window(first - BESIDE, last + BESIDE)
        near_by = _told(connection, Asked(clocks, beside, Where(country=country)))
        yield _kept(near_by, lambda s: _in_reach(s, claim.place))
    yield _told(connection, Asked(clocks, Window(first - RETOLD, last + RETOLD), Where(name=claim.place.name)))


def _told(connection: Connection, asked: Asked) -> Held:
    told = decided(connection, stated(connection, asked.clocks, asked.window, asked.where), asked)
    return Held(told.claims, (), rejected=told.rejected)


def _kept(told: Held, wanted: Wanted) -> Held:
    return Held(
        tuple(filter(wanted, told.claims)), told.sources, (), told.judgements, tuple(filter(wanted, told.rejected))
    )


def _countries(claim: Claim) -> set[str]:
    named = {a.country for a in (*claim.agents, *claim.targets)} | {claim.place.country if claim.place else None}
    return {code for code in named if code}


def _in_reach(stated: Stated, place: Place | None) -> bool:
    one, two = _point(place), _point(stated.claim.place)
    return one is None or two is None or (abs(one[0] - two[0]) <= NEAR and abs(one[1] - two[1]) <= NEAR)


def _point(place: Place | None) -> tuple[float, float] | None:
    if place is None or place.lat is None or place.lon is None or place.precision >= REGION:
        return None
    return place.lat, place.lon


def _order(stated: Stated) -> tuple[object, ...]:
    source, claim = stated.source, stated.claim
    return source.known, source.instant, source.id, claim.trigger, claim.id
