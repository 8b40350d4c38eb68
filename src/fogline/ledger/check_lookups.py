"""What must always hold of the look-up tables: they say what the stored rows say, no more and no less."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, Integer, Table, column, select, table

from fogline.ledger import schema
from fogline.ledger.likeness import bands, wording
from fogline.ledger.reach import COLUMNS, places_and_months

Met = tuple[str, str, str]  # the id of the document or claim, the rule, what was met
PART = 1000  # rows at a time


def lookup_faults(connection: Connection) -> Iterator[Met]:
    """Every row of a look-up table that is missing or too many."""
    yield from _words(connection, schema.document)
    yield from _words(connection, schema.claim)
    yield from _reach(connection)
    yield from _sketches(connection)


def _words(connection: Connection, stored: Table) -> Iterator[Met]:
    served = connection.dialect.name == "postgresql"
    words = table(
        f"{stored.name}_words" if served else f"{stored.name}_words_docsize", column("row" if served else "id", Integer)
    )
    (row,) = words.c
    missing = select(stored.c.id).where(stored.c.row.not_in(select(row))).order_by(stored.c.row)
    for (name,) in connection.execute(missing):
        yield name, "full_text", "it is not in the full-text index"
    left = select(row).where(row.not_in(select(stored.c.row))).distinct().order_by(row)
    for (number,) in connection.execute(left):
        yield f"{stored.name} {number}", "full_text", "it is in the full-text index, but not here"


def _reach(connection: Connection) -> Iterator[Met]:
    c, r = schema.claim.c, schema.reach.c
    after = 0
    while rows := connection.execute(select(*COLUMNS, c.id).where(c.row > after).order_by(c.row).limit(PART)).all():
        held: dict[int, set[tuple[str, str]]] = defaultdict(set)
        among = r.claim.between(rows[0].row, rows[-1].row)
        for entry in connection.execute(select(r.claim, r.country, r.month).where(among)):
            held[entry.claim].add((entry.country, entry.month))
        for row in rows:
            if held[row.row] != set(places_and_months(row.countries, row.first_day, row.last_day)):
                yield row.id, "reach", "it is looked up under other countries or months than its own"
        after = rows[-1].row


def _sketches(connection: Connection) -> Iterator[Met]:
    d, s = schema.document.c, schema.sketch.c
    known: dict[int, set[int]] = defaultdict(set)
    for number, band in connection.execute(select(s.document, s.band).execution_options(yield_per=PART)):
        known[number].add(band)
    for row in connection.execute(select(d.row, d.id, d.text).order_by(d.row).execution_options(yield_per=PART)):
        if known.pop(row.row, set()) != set(bands(wording(row.text))):
            yield row.id, "sketch", "its bands are not those of its text"
    yield from ((f"document {number}", "sketch", "bands of a document that is not here") for number in sorted(known))
