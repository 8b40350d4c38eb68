"""Full text over documents and the sentences of claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from fogline.errors import LedgerUnreachable

MOST = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or claim that holds all the words. ``words`` is the part of the text around them."""

    noun: str
    id: str
    document: str
    known: str
    publisher: str | None
    words: str


_DOCUMENTS = """
    SELECT d.id AS id, d.id AS document, d.known_day AS known, d.publisher AS publisher,
           snippet(document_words, 1, '', '', '…', 24) AS words
    FROM document_words JOIN document d ON d.row = document_words.rowid
    WHERE document_words MATCH :words ORDER BY bm25(document_words), d.known_day, d.id LIMIT :most
"""
_CLAIMS = """
    SELECT c.id AS id, d.id AS document, d.known_day AS known, d.publisher AS publisher, c.evidence AS words
    FROM claim_words JOIN claim c ON c.row = claim_words.rowid JOIN document d ON d.id = c.document
    WHERE claim_words MATCH :words AND c.superseded_at IS NULL
    ORDER BY bm25(claim_words), d.known_day, c.id LIMIT :most
"""
_POSTGRES = {
    "document": """
    SELECT id, id AS document, known_day AS known, publisher, left(text, 160) AS words FROM document
    WHERE to_tsvector('simple', coalesce(title, '') || ' ' || text) @@ plainto_tsquery('simple', :words)
    ORDER BY known_day, id LIMIT :most""",
    "claim": """
    SELECT c.id, d.id AS document, d.known_day AS known, d.publisher, c.evidence AS words
    FROM claim c JOIN document d ON d.id = c.document
    WHERE to_tsvector('simple', c.evidence) @@ plainto_tsquery('simple', :words) AND c.superseded_at IS NULL
    ORDER BY d.known_day, c.id LIMIT :most""",
}
_SQLITE = {"document": _DOCUMENTS, "claim": _CLAIMS}


def search(connection: Connection, words: Sequence[str], most: int = MOST) -> tuple[Hit, ...]:
    """The claims, then the documents that hold all ``words`` (in any order, case and accents aside), best first."""
    plain = [word for phrase in words for word in phrase.split()]
    if not plain:
        return ()
    dialect = connection.dialect.name
    if dialect not in ("sqlite", "postgresql"):
        raise LedgerUnreachable(dialect, "full text is known for SQLite and PostgreSQL only")
    asked = _SQLITE if dialect == "sqlite" else _POSTGRES
    query = " ".join(f'"{word.replace(chr(34), "")}"' for word in plain) if dialect == "sqlite" else " ".join(plain)
    found = []
    for noun in ("claim", "document"):
        rows = connection.execute(text(asked[noun]), {"words": query, "most": most})
        found += [Hit(noun, r.id, r.document, r.known, r.publisher, r.words) for r in rows]
    return tuple(found)
