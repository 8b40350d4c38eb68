"""What must always hold in a ledger, looked at row by row (docs/claims-and-evidence.md, "what must always hold")."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from fogline.ledger import schema
from fogline.ledger.check_people import people_faults
from fogline.ledger.write import digest
from fogline.model.claim import Claim
from fogline.model.record import from_record, identified, to_line

Faults = Callable[[Claim, str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not be. ``at`` is the id of the document or claim, empty for the file; ``rule`` a short name."""

    at: str
    rule: str
    met: str


def check(connection: Connection, faults: Faults) -> Iterator[Fault]:
    """Every fault of the ledger, none for a sound one. Holds one document's claims in memory at a time.

    ``faults`` says what is wrong with a claim against its document's text (``fogline.claims.check.faults``).
    """
    yield from _file(connection)
    d = schema.document
    for row in connection.execute(select(d.c.id, d.c.text, d.c.text_digest).order_by(d.c.row)):
        if digest(row.text) != row.text_digest:
            yield Fault(row.id, "text_digest", "the text is not the text that was stored")
        yield from _document(connection, row.id, row.text, faults)
    yield from _orphans(connection)
    yield from (Fault(*met) for met in people_faults(connection, faults))


def _file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name != "sqlite":
        return
    for (met,) in connection.execute(text("PRAGMA integrity_check")):
        if met != "ok":
            yield Fault("", "file", str(met))
    for table, _, other, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault("", "orphan", f"a row of {table} names a row of {other} that is not there")
    for noun in ("document", "claim"):
        tables = (noun, f"{noun}_words_docsize")
        rows, words = (connection.execute(text(f"SELECT count(*) FROM {t}")).scalar() for t in tables)  # noqa: S608 - ours
        if rows != words:
            yield Fault("", "full_text", f"{rows} rows of {noun}, {words} of them in the full-text index")


def _document(connection: Connection, document: str, words: str, faults: Faults) -> Iterator[Fault]:
    c = schema.claim
    asked = select(c.c.id, c.c.record, c.c.superseded_at).where(c.c.document == document).order_by(c.c.row)
    rows = [(row.id, row.record, row.superseded_at is None) for row in connection.execute(asked)]
    current = [name for name, _, in_force in rows if in_force]
    if len(set(current)) < len(current):
        yield Fault(document, "twice", "a claim is in force twice")
    for name, record, in_force in rows:
        claim = from_record(json.loads(record))
        yield from (Fault(name, "claim", met) for met in faults(claim, words))
        if (name, document) != (claim.id, claim.document) or to_line(claim) != record:
            yield Fault(name, "record", "the row's id, document and JSON do not agree")
        if identified(claim).id != name:
            yield Fault(name, "identity", "its id is not the digest of its content")
        if in_force and claim.subset_of and claim.subset_of not in current:
            yield Fault(name, "subset_of", f"its total {claim.subset_of} is not in force")


def _orphans(connection: Connection) -> Iterator[Fault]:
    known = select(schema.document.c.id)
    buried = select(schema.tombstone.c.document)
    named = schema.decision.c.document  # an issue may name a document that was refused
    for (document,) in connection.execute(select(named).where(named.not_in(known), named.not_in(buried)).distinct()):
        yield Fault(document, "orphan", "a decision names a document that is not there")
    v = schema.version
    for row in connection.execute(select(v.c.older).where(v.c.older == v.c.newer)):
        yield Fault(row.older, "version", "a document cannot replace itself")
