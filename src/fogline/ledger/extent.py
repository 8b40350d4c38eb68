"""How much of a ledger a question reaches, so that no page reads a million claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, or_, select

from fogline.ledger import schema
from fogline.ledger.read import ANYWHERE, EVER, Where
from fogline.model.name import fold
from fogline.model.stated import Window


@dataclass(frozen=True, slots=True)
class Size:
    """How many documents and claims a ledger was ever given."""

    documents: int
    claims: int


def size(connection: Connection) -> Size:
    """By the last rows: forgotten documents count too."""
    documents, claims = schema.document.c.row, schema.claim.c.row
    found = connection.execute(select(func.max(documents), func.max(claims))).one()
    return Size(int(found[0] or 0), int(found[1] or 0))


def reached_back(
    connection: Connection, most: int, known: date | None = None, window: Window = EVER, where: Where = ANYWHERE
) -> date | None:
    """The day to begin with, so that not many more than ``most`` claims are told; ``None`` where there are no more anyway.

    Claims without a place are not counted in: the answer is a bound on the work, not a count.
    """
    c, d = schema.claim, schema.document
    asked = select(c.c.first_day).where(c.c.superseded_at.is_(None), *_met(window, where))
    if known:
        asked = asked.join(d, d.c.id == c.c.document).where(d.c.known_day <= known.isoformat())
    found = connection.execute(asked.order_by(c.c.first_day.desc()).offset(most).limit(1)).scalar()
    return date.fromisoformat(found) if found else None


def _met(window: Window, where: Where) -> list[ColumnElement[bool]]:
    c = schema.claim.c
    limits = []
    if window.first:
        limits.append(c.last_day >= window.first.isoformat())
    if window.last:
        limits.append(c.first_day <= window.last.isoformat())
    if where.country:
        limits.append(c.country == where.country)
    if where.name:
        limits.append(or_(c.place_key == fold(where.name), c.admin1_key == fold(where.name)))
    return limits
