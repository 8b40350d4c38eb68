"""How much hangs on one document: what goes with it when it is forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, or_, select

from fogline.errors import NothingNamed
from fogline.ledger import schema


@dataclass(frozen=True, slots=True)
class Contents:
    """Numbers of rows; ``claims`` with those that a re-reading superseded, ``judgements`` on any of them."""

    document: str
    title: str | None
    characters: int
    claims: int
    issues: int
    decisions: int
    judgements: int


def contents(connection: Connection, document: str) -> Contents:
    """What the ledger holds of the document. Raises ``NothingNamed`` for one that is not there."""
    d, j = schema.document, schema.judgement
    row = connection.execute(select(d.c.title, d.c.text).where(d.c.id == document)).first()
    if row is None:
        raise NothingNamed("document", document)
    claims = select(schema.claim.c.id).where(schema.claim.c.document == document)
    judged = select(func.count()).select_from(j).where(or_(j.c.left.in_(claims), j.c.right.in_(claims)))
    return Contents(
        document=document,
        title=row.title,
        characters=len(row.text),
        claims=_count(connection, schema.claim, document),
        issues=_count(connection, schema.issue, document),
        decisions=_count(connection, schema.decision, document),
        judgements=int(connection.execute(judged).scalar() or 0),
    )


def _count(connection: Connection, table: Table, document: str) -> int:
    asked = select(func.count()).select_from(table).where(table.c.document == document)
    return int(connection.execute(asked).scalar() or 0)
