"""Storing claims with all that finds them again: columns, countries and months, words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from fogline import __version__
from fogline.ledger import schema
from fogline.ledger.columns import claim_row
from fogline.ledger.reach import COLUMNS, reach
from fogline.ledger.words import index
from fogline.model.claim import Claim


def store_claims(connection: Connection, claims: Sequence[Claim], companions: Sequence[Claim], moment: str) -> None:
    """Store claims of one document, recorded at ``moment``. ``companions`` are all claims of that reading."""
    if not claims:
        return
    d, c = schema.document.c, schema.claim.c
    document = claims[0].document
    day = connection.execute(select(d.known_day).where(d.id == document)).scalar_one()
    last = connection.execute(select(func.max(c.row))).scalar() or 0
    told = {"reader": __version__, "recorded_at": moment}
    connection.execute(insert(schema.claim), [{**claim_row(claim, companions, day), **told} for claim in claims])
    stored = connection.execute(select(*COLUMNS).where(c.document == document, c.row > last)).all()
    reach(connection, stored)
    index(connection, "claim", [row.row for row in stored])
