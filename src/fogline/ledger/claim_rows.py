"""Storing claims with all that finds them again: columns, countries and months, words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from fogline import __version__
from fogline.ledger import schema
from fogline.ledger.columns import claim_row
from fogline.ledger.reach import COLUMNS, reach
from fogline.ledger.words import index
from fogline.model.claim import Claim

STORED = insert(schema.claim).returning(*COLUMNS, schema.claim.c.evidence)


def store_claims(
    connection: Connection, claims: Sequence[Claim], companions: Sequence[Claim], moment: str, day: str | None = None
) -> None:
    """Store claims of one document, recorded at ``moment``; ``day`` is its ``known_day``.

    ``companions`` are all claims of that reading.
    """
    if not claims:
        return
    d = schema.document.c
    known = day or connection.execute(select(d.known_day).where(d.id == claims[0].document)).scalar_one()
    told = {"reader": __version__, "recorded_at": moment}
    rows = [{**claim_row(claim, companions, known), **told} for claim in claims]
    stored = connection.execute(STORED, rows).all()
    reach(connection, stored)
    index(connection, "claim", {row.row: (row.evidence,) for row in stored})
