"""What must always hold between the rows of a ledger: what they name is there, and no clock runs backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, FromClause, and_, select

from fogline.ledger import schema
from fogline.ledger.likeness import is_copy, wording

Met = tuple[str, str, str]  # the id of the document or claim, the rule, what was met
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")
PART = 1000


def orphans(connection: Connection) -> Iterator[Met]:
    """Rows that name a row that is not there."""
    for table in schema.metadata.sorted_tables:
        for key in sorted(table.foreign_keys, key=lambda k: str(k.parent)):
            child, parent = key.parent, key.column
            lost = select(child).select_from(table.outerjoin(parent.table, child == parent)).where(parent.is_(None))
            for (name,) in connection.execute(lost.distinct().order_by(child)):
                yield str(name), "orphan", f"a row of {table.name} names a {parent.table.name} that is not there"
    known, buried, d = schema.document.c.id, schema.tombstone.c.document, schema.decision.c.document
    left = select(d).where(d.not_in(select(known)), d.not_in(select(buried))).distinct().order_by(d)
    for (name,) in connection.execute(left):  # an issue may name a document that was refused
        yield name, "orphan", "a decision names a document that is not there"


def clock_faults(connection: Connection) -> Iterator[Met]:
    """Instants that are none, or before what they depend on."""
    for table in (t for t in schema.metadata.sorted_tables if "recorded_at" in t.c):
        name = table.c.id if "id" in table.c else table.c.row
        ended = table.c.superseded_at if "superseded_at" in table.c else None
        asked = select(name, table.c.recorded_at, *([] if ended is None else [ended])).order_by(table.c.row)
        for row in connection.execute(asked.execution_options(yield_per=PART)):
            at = str(row[0]) if "id" in table.c else f"{table.name} {row[0]}"
            instants = [instant for instant in row[1:] if instant is not None]
            if not all(INSTANT.fullmatch(instant) for instant in instants):
                yield at, "clock", f"{' or '.join(map(repr, instants))} is no instant"
            elif instants != sorted(instants):
                yield at, "clock", f"superseded at {instants[1]}, before it was recorded at {instants[0]}"
    d, c = schema.document.c, schema.claim.c
    early = select(c.id).join(schema.document, d.id == c.document).where(c.recorded_at < d.recorded_at).order_by(c.row)
    for (name,) in connection.execute(early):
        yield name, "clock", "recorded before its document"
    order = connection.execute(select(d.id, d.recorded_at).order_by(d.row).execution_options(yield_per=PART))
    for before, after in pairwise(order):
        if after.recorded_at < before.recorded_at:
            yield after.id, "clock", f"recorded at {after.recorded_at}, dated back before {before.id}"


def link_faults(connection: Connection) -> Iterator[Met]:
    """Versions and copies that do not follow from the documents they link."""
    yield from _versions(connection)
    yield from _unlinked(connection)
    yield from _copies(connection)


def _versions(connection: Connection) -> Iterator[Met]:
    v, old, new = schema.version.c, schema.document.alias("old"), schema.document.alias("new")
    both = schema.version.join(old, old.c.id == v.older).join(new, new.c.id == v.newer)
    asked = select(
        v.older, v.newer_known_day, v.recorded_at, old.c.url, new.c.url.label("other"), new.c.known_day,
        old.c.recorded_at.label("here"), new.c.recorded_at.label("there"), old.c.superseded_at, *_order(old), *_order(new),
    ).select_from(both).order_by(v.row)  # fmt: skip
    for row in connection.execute(asked.execution_options(yield_per=PART)):
        if row.url is None or row.url != row.other:
            yield row.older, "version", "replaced by a document of another url"
        if tuple(row[-6:-3]) >= tuple(row[-3:]):
            yield row.older, "version", "replaced by a document that was known before it"
        if row.newer_known_day != row.known_day:
            yield (
                row.older,
                "version",
                f"replaced from {row.newer_known_day}, but the newer is known from {row.known_day}",
            )
        if row.recorded_at < max(row.here, row.there):
            yield row.older, "clock", "a version was linked before both were here"
        if row.superseded_at is None or row.superseded_at > row.recorded_at:
            yield row.older, "version", "replaced, but not marked as superseded from then on"


def _order(document: FromClause) -> tuple[ColumnElement[str], ...]:
    return document.c.known_day, document.c.known_at, document.c.id


def _unlinked(connection: Connection) -> Iterator[Met]:
    d, v = schema.document.c, schema.version.c
    alone = and_(d.superseded_at.is_not(None), ~select(v.row).where(v.older == d.id).exists())
    for (name,) in connection.execute(select(d.id).where(alone).order_by(d.row)):
        yield name, "version", "superseded by no version"


def _copies(connection: Connection) -> Iterator[Met]:
    o, one, two = schema.origin.c, schema.document.alias("one"), schema.document.alias("two")
    both = schema.origin.join(one, one.c.id == o.document).join(two, two.c.id == o.like)
    asked = select(o.document, o.like, o.recorded_at, one.c.text, two.c.text, one.c.recorded_at, two.c.recorded_at)
    for row in connection.execute(asked.select_from(both).order_by(o.row).execution_options(yield_per=PART)):
        name, like, at, text, other, here, there = row
        if name == like or not is_copy(wording(text), wording(other)):
            yield name, "origin", f"said to be one voice with {like}, whose text is another"
        if at < max(here, there):
            yield name, "clock", "a copy was linked before both were here"
