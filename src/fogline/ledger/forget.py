"""The one erasure: a document with everything read in it, leaving a tombstone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.decisions import all_decisions
from fogline.ledger.links import unsketch
from fogline.ledger.times import stamp
from fogline.ledger.words import unindex


def forget(connection: Connection, document: str, by: str, because: str, at: datetime) -> int:
    """Erase the document's text, claims, index and links; who, when and why stay. Returns how many claims went.

    The freed pages are overwritten (``secure_delete``). Raises ``NothingNamed`` for a document that is not there.
    """
    d = schema.document
    with connection.begin():
        stored = connection.execute(select(d.c.row, d.c.text).where(d.c.id == document)).first()
        if stored is None:
            raise NothingNamed("document", document)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        unindex(connection, document)
        unsketch(connection, stored.row, stored.text)
        entered = {d.claim for d in all_decisions(connection, documents=[document]) if d.action == "missed"}
        claims = select(schema.claim.c.id).where(schema.claim.c.document == document)
        j, v, o = schema.judgement, schema.version, schema.origin
        connection.execute(delete(j).where(or_(j.c.left.in_(claims), j.c.right.in_(claims))))
        for name in entered:
            connection.execute(delete(j).where(or_(j.c.left == name, j.c.right == name)))
        connection.execute(delete(v).where(or_(v.c.older == document, v.c.newer == document)))
        connection.execute(delete(o).where(or_(o.c.document == document, o.c.like == document)))
        for table in (schema.issue, schema.decision):
            connection.execute(delete(table).where(table.c.document == document))
        gone = connection.execute(delete(schema.claim).where(schema.claim.c.document == document)).rowcount
        connection.execute(delete(d).where(d.c.id == document))
        row = {"document": document, "by": by, "because": because, "recorded_at": stamp(at)}
        connection.execute(insert(schema.tombstone), row)
    if connection.dialect.name == "sqlite":
        checkpoint(connection)
    return gone


def checkpoint(connection: Connection) -> None:
    """Move everything out of the write-ahead log and empty it: it still holds the pages of before."""
    file = connection.connection.driver_connection
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]  # the driver's own connection
