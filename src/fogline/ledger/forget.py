"""The one erasure: a document with everything read in it, leaving a tombstone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, text

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.times import stamp


def forget(connection: Connection, document: str, by: str, because: str, at: datetime) -> int:
    """Erase the document's text, claims, index and links; who, when and why stay. Returns how many claims went.

    The freed pages are overwritten (``secure_delete``). Raises ``NothingNamed`` for a document that is not there.
    """
    d = schema.document
    with connection.begin():
        if connection.execute(select(d.c.row).where(d.c.id == document)).first() is None:
            raise NothingNamed("document", document)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
            _unindex(connection, document)
        claims = select(schema.claim.c.id).where(schema.claim.c.document == document)
        j, v, o = schema.judgement, schema.version, schema.origin
        connection.execute(delete(j).where(or_(j.c.left.in_(claims), j.c.right.in_(claims))))
        connection.execute(delete(v).where(or_(v.c.older == document, v.c.newer == document)))
        connection.execute(delete(o).where(or_(o.c.document == document, o.c.like == document)))
        for table in (schema.sketch, schema.issue, schema.decision):
            connection.execute(delete(table).where(table.c.document == document))
        gone = connection.execute(delete(schema.claim).where(schema.claim.c.document == document)).rowcount
        connection.execute(delete(d).where(d.c.id == document))
        row = {"document": document, "by": by, "because": because, "recorded_at": stamp(at)}
        connection.execute(insert(schema.tombstone), row)
    if connection.dialect.name == "sqlite":
        _checkpoint(connection)
    return gone


def _checkpoint(connection: Connection) -> None:
    """Move everything out of the write-ahead log and empty it: it still holds the pages of before."""
    file = connection.connection.driver_connection
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]  # the driver's own connection


def _unindex(connection: Connection, document: str) -> None:
    """An index over another table's content is told what to take out, then rewritten so that no word stays in an old segment."""
    rows = {
        "claim_words(claim_words, rowid, evidence)": "row, evidence FROM claim WHERE document = :document",
        "document_words(document_words, rowid, title, text)": "row, title, text FROM document WHERE id = :document",
    }
    for index, words in rows.items():
        connection.execute(text(f"INSERT INTO {index} SELECT 'delete', {words}"), {"document": document})
    for index in ("claim_words", "document_words"):
        connection.execute(text(f"INSERT INTO {index}({index}) VALUES ('optimize')"))  # noqa: S608 - two names of ours
