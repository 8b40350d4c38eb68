"""Full text over documents and the sentences of claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from fogline.ledger import schema
from fogline.ledger.words import holding, parts

MOST = 200
AROUND = 12  # words shown on either side of the first one found
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or claim that holds all the words. ``words`` is the part of the text around them."""

    noun: str
    id: str
    document: str
    known: str
    publisher: str | None
    words: str


def search(connection: Connection, words: Sequence[str], most: int = MOST) -> tuple[Hit, ...]:
    """The claims, then the documents that hold all ``words`` (in any order, case and accents aside), best first."""
    plain = [word for phrase in words for word in phrase.split()]
    return (*_claims(connection, plain, most), *_documents(connection, plain, most))


def _claims(connection: Connection, words: Sequence[str], most: int) -> tuple[Hit, ...]:
    c, d = schema.claim.c, schema.document.c
    held = holding(connection, "claim", words)
    if held is None:
        return ()
    asked = select(c.id, d.id.label("document"), d.known_day, d.publisher, c.evidence)
    asked = asked.select_from(schema.claim.join(held, held.c.row == c.row).join(schema.document, d.id == c.document))
    ordered = asked.where(c.superseded_at.is_(None)).order_by(held.c.rank, d.known_day, c.id).limit(most)
    return tuple(Hit("claim", *row) for row in connection.execute(ordered))


def _documents(connection: Connection, words: Sequence[str], most: int) -> tuple[Hit, ...]:
    d = schema.document.c
    held = holding(connection, "document", words)
    if held is None:
        return ()
    asked = select(d.id, d.known_day, d.publisher, d.text)
    asked = asked.select_from(schema.document.join(held, held.c.row == d.row))
    rows = connection.execute(asked.order_by(held.c.rank, d.known_day, d.id).limit(most))
    sought = {part for word in words for part in parts(word)}
    return tuple(Hit("document", r.id, r.id, r.known_day, r.publisher, _around(r.text, sought)) for r in rows)


def _around(text: str, sought: set[str]) -> str:
    """The words around the first one sought; the beginning where only the title holds it."""
    words = list(WORD.finditer(text))
    at = next((n for n, met in enumerate(words) if not sought.isdisjoint(parts(met[0]))), 0)
    first, last = max(0, at - AROUND), min(len(words), at + AROUND) - 1
    cut = " ".join(text[words[first].start() : words[last].end()].split()) if words else ""
    return f"{'…' if first else ''}{cut}{'…' if last + 1 < len(words) else ''}"
