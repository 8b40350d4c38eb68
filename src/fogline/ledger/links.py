"""What a new document has to do with those already here: a later version of one url, or the same text elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from fogline.ledger import schema
from fogline.ledger.likeness import Wording, bands, is_copy, likeness, wording
from fogline.ledger.times import known
from fogline.model.document import Document

REWRITTEN = 0.3  # an article updated in place keeps a third of its word runs; the next issue of a rolling page does not
MOST = 50  # candidates compared in full: a text with more copies is linked with the nearest, and over these with all


_NEAR = (
    select(schema.sketch.c.document, func.count().label("shared"))
    .where(schema.sketch.c.band.in_(bindparam("bands", expanding=True)))
    .group_by(schema.sketch.c.document)
    .subquery()
)
_ALIKE = (
    select(schema.document.c.id, schema.document.c.text)
    .join(_NEAR, _NEAR.c.document == schema.document.c.row)
    .where(schema.document.c.id != bindparam("id"))
    .order_by(_NEAR.c.shared.desc(), schema.document.c.id)
    .limit(MOST)
)


@dataclass(frozen=True, slots=True)
class Links:
    """Ids of the documents that this one replaces, that replace it, and that have nearly the same text."""

    older: tuple[str, ...]
    newer: tuple[str, ...]
    copies: tuple[str, ...]


def link(connection: Connection, row: int, document: Document, moment: str) -> Links:
    """Store and return the links of a document just inserted as ``row``. The links do not depend on the order of arrival."""
    told = wording(document.text)
    older, newer = _versions(connection, document, told, moment)
    copies = _copies(connection, document, told, {*older, *newer})
    _store_copies(connection, document, copies, moment)
    sketch(connection, row, told)
    return Links(older, newer, tuple(copies))


def sketch(connection: Connection, row: int, told: Wording) -> None:
    """Enter a document's text into the look-up table for near-duplicates."""
    rows = [{"band": band, "document": row} for band in bands(told)]
    if rows:
        connection.execute(insert(schema.sketch), rows)


def unsketch(connection: Connection, row: int, text: str) -> None:
    """Take it out again."""
    s = schema.sketch.c
    connection.execute(delete(schema.sketch).where(s.band.in_(bands(wording(text))), s.document == row))


def _versions(
    connection: Connection, document: Document, told: Wording, moment: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not document.url:
        return (), ()
    t = schema.document
    here = select(t.c.id, t.c.title, t.c.text, t.c.known_day, t.c.known_at)
    same_url = (t.c.url == document.url) & (t.c.id != document.id)
    others = connection.execute(here.where(same_url).order_by(t.c.id))
    versions = [o for o in others if document.title == o.title or _is_rewritten(told, o.text)]
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


def _is_rewritten(told: Wording, text: str) -> bool:
    """The same article again; a page whose title and text both changed is another issue of a rolling page (a portal's day)."""
    return likeness(told, wording(text)) >= REWRITTEN


def _copies(connection: Connection, document: Document, told: Wording, versions: set[str]) -> dict[str, float]:
    """The documents of nearly the same text, with the share in common, by id. Those that share most bands are looked at first."""
    candidates = connection.execute(_ALIKE, {"bands": bands(told), "id": document.id})
    others = {row.id: wording(row.text) for row in candidates if row.id not in versions}
    return {name: round(likeness(told, other), 3) for name, other in sorted(others.items()) if is_copy(told, other)}


def _store_copies(connection: Connection, document: Document, copies: Mapping[str, float], moment: str) -> None:
    for other, share in copies.items():
        row = {
            "document": document.id,
            "like": other,
            "score": share,
            "reason": f"{share:.0%} of the word runs of the shorter text stand in the longer one too",
            "recorded_at": moment,
        }
        connection.execute(insert(schema.origin), row)
