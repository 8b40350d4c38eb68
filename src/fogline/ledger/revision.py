"""Whether anything changed: a ledger only grows, so its last rows name its state."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from fogline.ledger import schema

Revision = tuple[int, ...]
TABLES = (
    schema.document, schema.version, schema.claim, schema.origin, schema.judgement, schema.decision, schema.issue,
    schema.tombstone,
)  # fmt: skip


def revision(connection: Connection) -> Revision:
    """The last row of every table: two equal revisions of one ledger give equal answers, re-readings that only drop apart."""
    last = (select(func.coalesce(func.max(table.c.row), 0)).scalar_subquery() for table in TABLES)
    return tuple(int(value) for value in connection.execute(select(*last)).one())
