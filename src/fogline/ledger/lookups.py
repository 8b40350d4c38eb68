"""The look-up tables made anew from what is stored: after an upgrade, whose version may look things up in another way."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Column, Connection, Table, delete, select

from fogline.ledger import schema
from fogline.ledger.likeness import wording
from fogline.ledger.links import sketch
from fogline.ledger.reach import COLUMNS, reach
from fogline.ledger.words import empty, index

BATCH = 500  # rows at a time


def rebuild(connection: Connection) -> None:
    """Empty and fill every look-up table, in the transaction of ``connection``."""
    for table in (schema.reach, schema.sketch):
        connection.execute(delete(table))
    empty(connection)
    c, d = schema.claim.c, schema.document.c
    for rows in _parts(connection, c.row, schema.claim):
        reach(connection, connection.execute(select(*COLUMNS).where(c.row.in_(rows))).all())
        told = connection.execute(select(c.row, c.evidence).where(c.row.in_(rows))).all()
        index(connection, "claim", {row.row: (row.evidence,) for row in told})
    for rows in _parts(connection, d.row, schema.document):
        texts = connection.execute(select(d.row, d.title, d.text).where(d.row.in_(rows))).all()
        index(connection, "document", {row.row: (row.title, row.text) for row in texts})
        for row in texts:
            sketch(connection, row.row, wording(row.text))


def _parts(connection: Connection, column: Column[int], table: Table) -> Iterator[list[int]]:
    after = 0
    asked = select(column).select_from(table).order_by(column).limit(BATCH)
    while rows := [row[0] for row in connection.execute(asked.where(column > after))]:
        yield rows
        after = rows[-1]
