"""Reading again after an upgrade: what is no longer said is superseded, what is new is added, what stays is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, update

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.claim_rows import store_claims
from fogline.ledger.times import stamp
from fogline.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Reread:
    """Ids of the claims that came and went."""

    document: str
    added: tuple[str, ...]
    superseded: tuple[str, ...]


def reread(connection: Connection, document: str, claims: Sequence[Claim], at: datetime) -> Reread:
    """Replace a document's claims in one transaction. The older claims stay and answer for earlier instants."""
    d, c = schema.document, schema.claim
    with connection.begin():
        known_day = connection.execute(select(d.c.known_day).where(d.c.id == document)).scalar()
        if known_day is None:
            raise NothingNamed("document", document)
        moment = max(
            stamp(at),
            str(connection.execute(select(func.max(c.c.recorded_at)).where(c.c.document == document)).scalar() or ""),
        )
        in_force = select(c.c.id).where(c.c.document == document, c.c.superseded_at.is_(None))
        before = {row.id for row in connection.execute(in_force)}
        now = {claim.id: claim for claim in claims}
        gone, new = sorted(before - set(now)), [claim for name, claim in now.items() if name not in before]
        open_ = (c.c.document == document) & c.c.superseded_at.is_(None)
        connection.execute(update(c).where(open_, c.c.id.in_(gone)).values(superseded_at=moment))
        store_claims(connection, new, claims, moment)
    return Reread(document, tuple(claim.id for claim in new), tuple(gone))
