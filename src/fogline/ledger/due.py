"""Which documents an older Fogline read, and the note that one was read again: an interrupted re-reading goes on there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select

from fogline import __version__
from fogline.ledger import schema
from fogline.ledger.reread import Reread
from fogline.ledger.times import stamp
from fogline.model.issue import Issue

STAGE, CODE = "reread", "read_again"


def due(connection: Connection, version: str = __version__) -> tuple[str, ...]:
    """Ids of the documents read by another version and not since by this one, in the order of arrival."""
    d, i = schema.document, schema.issue
    noted = select(i.c.row).where(i.c.document == d.c.id, i.c.code == CODE, i.c.message.startswith(_said(version)))
    asked = select(d.c.id).where(d.c.reader != version, ~noted.exists()).order_by(d.c.row)
    return tuple(row.id for row in connection.execute(asked))


def every(connection: Connection) -> tuple[str, ...]:
    """Ids of all documents, in the order of arrival."""
    d = schema.document
    return tuple(row.id for row in connection.execute(select(d.c.id).order_by(d.c.row)))


def note(
    connection: Connection, changed: Reread, issues: Sequence[Issue], at: datetime, version: str = __version__
) -> None:
    """Store that the document was read again, and what could not be read in it that was not known before."""
    i, d = schema.issue, schema.document
    with connection.begin():
        day = connection.execute(select(d.c.known_day).where(d.c.id == changed.document)).scalar()
        asked = select(i.c.code, i.c.message, i.c.start).where(i.c.document == changed.document)
        known = {(row.code, row.message, row.start) for row in connection.execute(asked)}
        message = f"{_said(version)}: {len(changed.added)} claims came, {len(changed.superseded)} went."
        for issue in (*issues, Issue(STAGE, CODE, message)):
            span = (issue.span.start, issue.span.end) if issue.span else (None, None)
            if (issue.code, issue.message, span[0]) not in known or issue.code == CODE:
                row = {"start": span[0], "end": span[1], "known_day": day, "recorded_at": stamp(at)}
                said = {
                    "stage": issue.stage,
                    "code": issue.code,
                    "message": issue.message,
                    "document": changed.document,
                }
                connection.execute(insert(i), said | row)


def _said(version: str) -> str:
    return f"Read again by Fogline {version}"
