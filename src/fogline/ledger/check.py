"""What must always hold in a ledger, looked at row by row (docs/claims-and-evidence.md, "what must always hold")."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, select, text

from fogline.ledger import schema
from fogline.ledger.check_links import clock_faults, link_faults, orphans
from fogline.ledger.check_lookups import lookup_faults
from fogline.ledger.check_people import people_faults
from fogline.ledger.check_references import reference_faults
from fogline.ledger.columns import claim_row
from fogline.ledger.times import known
from fogline.ledger.write import digest
from fogline.model.claim import Claim
from fogline.model.document import Document, document_id
from fogline.model.record import from_record, identified, to_line

Faults = Callable[[Claim, str], Sequence[str]]
Stored: TypeAlias = Row[Any]  # a row of document or of claim, every column
MADE = re.compile(r"d_[0-9a-f]{16}")  # an id that Fogline made; others were given
PART = 200  # documents called up at a time


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
    yield from (Fault(*met) for met in orphans(connection))
    for row in connection.execute(
        select(schema.document).order_by(schema.document.c.row).execution_options(yield_per=PART)
    ):
        yield from (Fault(row.id, *met) for met in _document(row))
        claims = connection.execute(
            select(schema.claim).where(schema.claim.c.document == row.id).order_by(schema.claim.c.row)
        )
        yield from _claims(row, claims.all(), faults)
    yield from (
        Fault(*met) for met in (*clock_faults(connection), *link_faults(connection), *lookup_faults(connection))
    )
    yield from (Fault(*met) for met in (*people_faults(connection, faults), *reference_faults(connection)))


def _file(connection: Connection) -> Iterator[Fault]:
    if connection.dialect.name == "sqlite":
        met = (row[0] for row in connection.execute(text("PRAGMA integrity_check")))
        yield from (Fault("", "file", str(words)) for words in met if words != "ok")


def _document(row: Stored) -> Iterator[tuple[str, str]]:
    if digest(row.text) != row.text_digest:
        yield "text_digest", "the text is not the text that was stored"
    if MADE.fullmatch(row.id) and document_id(row.text, row.publisher, row.url, row.published) != row.id:
        yield "identity", "its id is not the digest of publisher, url, published and text"
    given = Document(row.id, row.text, published=row.published, retrieved=row.retrieved)
    try:
        expected = known(given, row.recorded_at)
    except ValueError as error:
        yield "known", f"its days are none ({error})"
        return
    if (row.known_day, row.known_at) != expected:
        yield (
            "known",
            f"known from {row.known_day}, {row.known_at}, where its own days give {expected[0]}, {expected[1]}",
        )


def _claims(document: Stored, rows: Sequence[Stored], faults: Faults) -> Iterator[Fault]:
    current = [row.id for row in rows if row.superseded_at is None]
    if len(set(current)) < len(current):
        yield Fault(document.id, "twice", "a claim is in force twice")
    read: dict[int, Claim] = {}
    for row in rows:
        try:
            read[row.row] = from_record(json.loads(row.record))
        except (KeyError, TypeError, ValueError) as error:
            yield Fault(row.id, "record", f"its JSON is no claim ({error!r})")
    for row in rows:
        if (claim := read.get(row.row)) is not None:
            yield from (Fault(row.id, *met) for met in _claim(row, claim, document.text, faults))
            companions = [read[other.row] for other in rows if other.row in read and _beside(other, row)]
            yield from (Fault(row.id, *met) for met in _columns(row, claim_row(claim, companions, document.known_day)))
            if row.superseded_at is None and claim.subset_of and claim.subset_of not in current:
                yield Fault(row.id, "subset_of", f"its total {claim.subset_of} is not in force")


def _claim(row: Stored, claim: Claim, words: str, faults: Faults) -> Iterator[tuple[str, str]]:
    yield from (("claim", met) for met in faults(claim, words))
    if (row.id, row.document) != (claim.id, claim.document) or to_line(claim) != row.record:
        yield "record", "the row's id, document and JSON do not agree"
    if identified(claim).id != row.id:
        yield "identity", "its id is not the digest of its content"


def _columns(row: Stored, expected: Mapping[str, str | bool | None]) -> Iterator[tuple[str, str]]:
    for name, value in expected.items():
        if name not in ("id", "document", "record") and row._mapping[name] != value:
            yield "columns", f"{name} is {row._mapping[name]!r}, where the claim gives {value!r}"


def _beside(other: Stored, row: Stored) -> bool:
    """Whether the other claim belongs to the reading in which this one came."""
    moment = row.recorded_at
    return bool(other.recorded_at <= moment and (other.superseded_at is None or other.superseded_at > moment))
