"""What a new document has to do with those already here: a later version of one url, or the same text elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import Connection, Row, insert, select, update

from fogline.ledger import schema
from fogline.ledger.likeness import bands, is_copy, likeness
from fogline.ledger.times import known
from fogline.model.document import Document

REWRITTEN = 0.3  # an article updated in place keeps a third of its word runs; the next issue of a rolling page does not
Other: TypeAlias = "Row[str, str | None, str, str, str]"  # id, title, text, known_day, known_at


@dataclass(frozen=True, slots=True)
class Links:
    """Ids of the documents that this one replaces, that replace it, and that have nearly the same text."""

    older: tuple[str, ...]
    newer: tuple[str, ...]
    copies: tuple[str, ...]


def link(connection: Connection, document: Document, moment: str) -> Links:
    """Store and return the links of a document just inserted. The links do not depend on the order of arrival."""
    older, newer = _versions(connection, document, moment)
    copies = _copies(connection, document, {*older, *newer}, moment)
    _store_sketch(connection, document)
    return Links(older, newer, copies)


def _versions(connection: Connection, document: Document, moment: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not document.url:
        return (), ()
    t = schema.document
    here = select(t.c.id, t.c.title, t.c.text, t.c.known_day, t.c.known_at)
    same_url = (t.c.url == document.url) & (t.c.id != document.id)
    versions = [o for o in connection.execute(here.where(same_url).order_by(t.c.id)) if _is_version(document, o)]
    day, instant = known(document, moment)
    mine = (day, instant, document.id)
    older = tuple(o.id for o in versions if (o.known_day, o.known_at, o.id) < mine)
    newer = tuple(o.id for o in versions if o.id not in older)
    days = {document.id: day} | {o.id: o.known_day for o in versions}
    pairs = [(o, document.id) for o in older] + [(document.id, n) for n in newer]
    for old, new in pairs:
        row = {"older": old, "newer": new, "newer_known_day": days[new], "recorded_at": moment}
        connection.execute(insert(schema.version), row)
        open_ = (t.c.id == old) & t.c.superseded_at.is_(None)
        connection.execute(update(t).where(open_).values(superseded_at=moment))
    return older, newer


def _is_version(document: Document, other: Other) -> bool:
    """The same article again; a page whose title and text both changed is another issue of a rolling page (a portal's day)."""
    return document.title == other.title or likeness(document.text, other.text) >= REWRITTEN


def _copies(connection: Connection, document: Document, versions: set[str], moment: str) -> tuple[str, ...]:
    t, sketch = schema.document, schema.sketch
    near = select(sketch.c.document).where(sketch.c.band.in_(bands(document.text)))
    candidates = select(t.c.id, t.c.text).where(t.c.id.in_(near), t.c.id != document.id).order_by(t.c.id)
    copies = [o for o in connection.execute(candidates) if o.id not in versions and is_copy(document.text, o.text)]
    _store_copies(connection, document, copies, moment)
    return tuple(o.id for o in copies)


def _store_copies(connection: Connection, document: Document, copies: Sequence[Row[str, str]], moment: str) -> None:
    for other in copies:
        share = round(likeness(document.text, other.text), 3)
        row = {
            "document": document.id,
            "like": other.id,
            "score": share,
            "reason": f"{share:.0%} of the word runs of the shorter text stand in the longer one too",
            "recorded_at": moment,
        }
        connection.execute(insert(schema.origin), row)


def _store_sketch(connection: Connection, document: Document) -> None:
    rows = [{"document": document.id, "band": band} for band in bands(document.text)]
    if rows:
        connection.execute(insert(schema.sketch), rows)
