"""Reading again after an upgrade: what is no longer said is superseded, what is new is added, what stays is left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, text, update

from fogline import __version__
from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.columns import claim_row
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
        for claim in new:
            row = claim_row(claim, claims, known_day) | {"reader": __version__, "recorded_at": moment}
            connection.execute(insert(c), row)
        _index_new(connection, document, moment, [claim.id for claim in new])
    return Reread(document, tuple(claim.id for claim in new), tuple(gone))


def _index_new(connection: Connection, document: str, moment: str, names: Sequence[str]) -> None:
    if connection.dialect.name != "sqlite":
        return
    statement = text(
        "INSERT INTO claim_words(rowid, evidence) SELECT row, evidence FROM claim "
        "WHERE document = :document AND id = :name AND recorded_at = :moment"
    )
    for name in names:
        connection.execute(statement, {"document": document, "name": name, "moment": moment})
