"""Reading a ledger as known on a day and as recorded at an instant."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, or_, select

from fogline.ledger import schema
from fogline.ledger.reach import reaching
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Issue
from fogline.model.name import fold
from fogline.model.record import from_record
from fogline.model.span import Span
from fogline.model.stated import Clocks, Source, Stated, Window

NOW = Clocks()
EVER = Window()
SOURCE = tuple(
    schema.document.c[name]
    for name in ("id", "title", "publisher", "published", "url", "language", "known_day", "known_at", "agency")
)
BATCH = 500  # ids in one question: SQLite takes 32,766 variables, PostgreSQL plans long lists badly


@dataclass(frozen=True, slots=True)
class Where:
    """A country (ISO 3166-1 alpha-2) or the name of a place or first-order division; at most one of the two."""

    country: str | None = None
    name: str | None = None


ANYWHERE = Where()


def latest_day(connection: Connection, clocks: Clocks = NOW) -> date | None:
    """The last day on which anything here became known; ``None`` for an empty ledger."""
    table = schema.document
    found = connection.execute(select(func.max(table.c.known_day)).where(*document_clock(clocks))).scalar()
    return date.fromisoformat(found) if found else None


def sources(connection: Connection, clocks: Clocks = NOW, ids: Iterable[str] | None = None) -> tuple[Source, ...]:
    """The documents in force under both clocks, in the order in which they became known; of ``ids`` only, when given."""
    t = schema.document
    asked = select(*SOURCE).where(*document_clock(clocks), ~replaced(clocks))
    rows = [row for part in _parts(ids) for row in connection.execute(asked.where(*_among(t.c.id, part)))]
    found = [source_of(row) for row in rows]
    origins = _origins(connection, found, clocks)
    return tuple(replace(s, origin=origins[s.id]) for s in sorted(found, key=lambda s: (s.known, s.instant, s.id)))


def stated(
    connection: Connection, clocks: Clocks = NOW, window: Window = EVER, where: Where = ANYWHERE
) -> tuple[Stated, ...]:
    """The claims in force under both clocks whose time (else the day they became known) meets the window, in that place.

    Ordered by document and position; the order of adding does not show.
    """
    c, d = schema.claim, schema.document
    asked = select(c.c.record, c.c.document).join(d, d.c.id == c.c.document)
    asked = asked.where(*document_clock(clocks), ~replaced(clocks), *_claim_clock(clocks))
    asked = asked.where(*_in_window(window), *_there(where, window))
    claims = [_claim(row.record) for row in connection.execute(asked)]
    told = {s.id: s for s in sources(connection, clocks, sorted({claim.document for claim in claims}))}
    found = (Stated(claim, told[claim.document]) for claim in claims)
    return tuple(
        sorted(found, key=lambda s: (s.source.known, s.source.instant, s.source.id, s.claim.trigger, s.claim.id))
    )


def claim_by_id(connection: Connection, claim_id: str) -> Stated | None:
    """The claim as stored last, whether or not it is still in force."""
    c = schema.claim
    row = connection.execute(select(c.c.record).where(c.c.id == claim_id).order_by(c.c.row.desc())).first()
    if row is None:
        return None
    claim = _claim(row.record)
    named = select(*SOURCE).where(schema.document.c.id == claim.document)
    return Stated(claim, source_of(connection.execute(named).one()))


def source_by_id(connection: Connection, document_id: str) -> Source | None:
    """The document without its text, whether or not it is still in force."""
    row = connection.execute(select(*SOURCE).where(schema.document.c.id == document_id)).first()
    return source_of(row) if row else None


def document_by_id(connection: Connection, document_id: str) -> Document | None:
    """The document with its text."""
    t = schema.document
    names = ("id", "text", "title", "published", "publisher", "url", "language", "licence", "retrieved", "raw_digest")
    row = connection.execute(select(*(t.c[name] for name in names)).where(t.c.id == document_id)).first()
    return Document(*row) if row else None


def issues(
    connection: Connection,
    clocks: Clocks = NOW,
    code: str | None = None,
    stages: Sequence[str] = (),
    codes: Sequence[str] = (),
) -> tuple[Issue, ...]:
    """What could not be read, of documents known by then; codes that begin with ``code``, when given; of these stages or with
    these codes, when given.
    """
    t = schema.issue
    asked = select(t.c.stage, t.c.code, t.c.message, t.c.document, t.c.start, t.c.end).where(*_clock(t, clocks))
    if code:
        asked = asked.where(t.c.code.startswith(code, autoescape=True))
    if stages or codes:
        asked = asked.where(or_(t.c.stage.in_(stages), t.c.code.in_(codes)))
    ordered = asked.order_by(t.c.document, t.c.start, t.c.code, t.c.message)
    return tuple(_issue(row) for row in connection.execute(ordered))


def claims_of(connection: Connection, document: str) -> tuple[Stated, ...]:
    """The claims of one document that no re-reading has superseded, in the order of the text."""
    c = schema.claim.c
    source = source_by_id(connection, document)
    if source is None:
        return ()
    asked = select(c.record).where(c.document == document, c.superseded_at.is_(None))
    found = [Stated(_claim(row.record), source) for row in connection.execute(asked)]
    return tuple(sorted(found, key=lambda s: (s.claim.trigger, s.claim.id)))


def _claim(line: str) -> Claim:
    return from_record(json.loads(line))


def _clock(table: Table, clocks: Clocks) -> list[ColumnElement[bool]]:
    limits = []
    if clocks.known:
        limits.append(table.c.known_day <= clocks.known.isoformat())
    if clocks.recorded:
        limits.append(table.c.recorded_at <= clocks.recorded)
    return limits


def document_clock(clocks: Clocks) -> list[ColumnElement[bool]]:
    """Whether the document was known by the one clock and recorded by the other."""
    return _clock(schema.document, clocks)


def _claim_clock(clocks: Clocks) -> list[ColumnElement[bool]]:
    c = schema.claim
    if clocks.recorded is None:
        return [c.c.superseded_at.is_(None)]
    return [c.c.recorded_at <= clocks.recorded, or_(c.c.superseded_at.is_(None), c.c.superseded_at > clocks.recorded)]


def replaced(clocks: Clocks) -> ColumnElement[bool]:
    """Whether a later version was known by the one clock and recorded by the other."""
    v = schema.version
    asked: Select[tuple[int]] = select(v.c.row).where(v.c.older == schema.document.c.id)
    if clocks.known:
        asked = asked.where(v.c.newer_known_day <= clocks.known.isoformat())
    if clocks.recorded:
        asked = asked.where(v.c.recorded_at <= clocks.recorded)
    return asked.exists()


def _in_window(window: Window) -> list[ColumnElement[bool]]:
    c = schema.claim
    limits = []
    if window.last:
        limits.append(c.c.first_day <= window.last.isoformat())
    if window.first:
        limits.append(c.c.last_day >= window.first.isoformat())
    return limits


def _there(where: Where, window: Window) -> list[ColumnElement[bool]]:
    c = schema.claim
    if where.country:
        return [c.c.row.in_(reaching(where.country, window))]
    if where.name:
        return [or_(c.c.place_key == fold(where.name), c.c.admin1_key == fold(where.name))]
    return []


def _parts(ids: Iterable[str] | None) -> list[Sequence[str] | None]:
    if ids is None:
        return [None]
    listed = list(ids)
    return [listed[i : i + BATCH] for i in range(0, len(listed), BATCH)]


def _among(column: ColumnElement[str], ids: Sequence[str] | None) -> list[ColumnElement[bool]]:
    return [] if ids is None else [column.in_(ids)]


def source_of(row: Row[*tuple[str, ...]]) -> Source:
    """A row of ``SOURCE`` as a document that is no copy of another."""
    known = date.fromisoformat(row.known_day)
    return Source(
        row.id, row.title, row.publisher, row.published, row.url, row.language, known, row.known_at, row.agency, row.id
    )


def _origins(connection: Connection, found: Sequence[Source], clocks: Clocks) -> dict[str, str]:
    """For each document the earliest of those that share its text, directly or over others."""
    order = {s.id: (s.known, s.instant, s.id) for s in found}
    first = {s.id: s.id for s in found}

    def root(document: str) -> str:
        while first[document] != document:
            document = first[document]
        return document

    t = schema.origin
    limit = [t.c.recorded_at <= clocks.recorded] if clocks.recorded else []
    for part in _parts(sorted(order)):
        for row in connection.execute(select(t.c.document, t.c.like).where(*limit, *_among(t.c.document, part))):
            if row.like in first:
                one, two = sorted((root(row.document), root(row.like)), key=order.__getitem__)
                first[two] = one
    return {document: root(document) for document in first}


def _issue(row: Row[str, str, str, str, int | None, int | None]) -> Issue:
    span = None if row.start is None else Span(row.start, row.end, "")
    return Issue(row.stage, row.code, row.message, row.document, span)
