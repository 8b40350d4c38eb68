"""Reading again after an upgrade: what is no longer said is superseded, what is new is added, what stays is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select, update

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.binding import parted
from fogline.ledger.claim_rows import store_claims
from fogline.ledger.times import stamp
from fogline.model.claim import Claim
from fogline.model.record import to_line


@dataclass(frozen=True, slots=True)
class Reread:
    """Ids of the claims that came and went, and of those whose content stayed while their confidence, rule or total changed."""

    document: str
    added: tuple[str, ...]
    superseded: tuple[str, ...]
    renewed: tuple[str, ...] = ()


def reread(connection: Connection, document: str, claims: Sequence[Claim], at: datetime) -> Reread:
    """Replace a document's claims in one transaction. The older claims stay and answer for earlier instants."""
    c = schema.claim
    with connection.begin():
        moment = _moment(connection, document, at)
        in_force = select(c.c.id, c.c.record).where(c.c.document == document, c.c.superseded_at.is_(None))
        before = {row.id: row.record for row in connection.execute(in_force)}
        now = {claim.id: claim for claim in claims}
        gone = sorted(before.keys() - now.keys())
        added = [claim for name, claim in now.items() if name not in before]
        renewed = [claim for name, claim in now.items() if name in before and to_line(claim) != before[name]]
        ended = [*gone, *(claim.id for claim in renewed)]
        open_ = (c.c.document == document) & c.c.superseded_at.is_(None)
        for part in parted(ended):
            connection.execute(update(c).where(open_, c.c.id.in_(part)).values(superseded_at=moment))
        store_claims(connection, [*added, *renewed], claims, moment)
    return Reread(document, tuple(claim.id for claim in added), tuple(gone), tuple(claim.id for claim in renewed))


def _moment(connection: Connection, document: str, at: datetime) -> str:
    """Never earlier than what the ledger holds, and later than every reading of this document: one claim, one row an instant."""
    d, c = schema.document, schema.claim
    if connection.execute(select(d.c.row).where(d.c.id == document)).first() is None:
        raise NothingNamed("document", document)
    anywhere = str(connection.execute(select(func.max(d.c.recorded_at))).scalar() or "")
    read = connection.execute(select(func.max(c.c.recorded_at)).where(c.c.document == document)).scalar()
    moment = max(stamp(at), anywhere)
    if read is None or moment > str(read):
        return moment
    return stamp(datetime.fromisoformat(str(read)) + timedelta(microseconds=1))
