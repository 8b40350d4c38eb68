"""A text as read, and its parts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

PassageKind = Literal["headline", "dateline", "body", "table", "note"]


@dataclass(frozen=True, slots=True)
class Document:
    """One report: canonical text (NFC, ``\\n`` line ends) and what is known of it.

    ``published`` is the day or instant of publication as an ISO string (``2024-12-01`` or ``2024-12-01T08:00:00Z``) or
    ``None``: unknown stays unknown. ``title`` is metadata and never evidence. ``raw_digest`` is the SHA-256 of the raw bytes.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    licence: str | None = None
    retrieved: str | None = None
    raw_digest: str | None = None

    @property
    def day(self) -> date | None:
        """The day of publication, or ``None`` where it is unknown."""
        return day_of(self.published)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a document's text with one role: half-open offsets into the canonical text.

    ``cells`` are the offsets of the cells of a table's row, from left to right; an empty cell has no width.
    """

    kind: PassageKind
    start: int
    end: int
    cells: tuple[tuple[int, int], ...] = ()


def document_id(text: str, publisher: str | None, url: str | None, published: str | None) -> str:
    """``d_`` and 16 hex digits of SHA-256 over publisher, url, published and text (claims.md §1)."""
    parts = "\x1f".join((publisher or "", url or "", published or "", text))
    return "d_" + hashlib.sha256(parts.encode("utf-8")).hexdigest()[:16]


def day_of(published: str | None) -> date | None:
    """The day in an ISO date or date-time; ``None`` for ``None``. Raises ``ValueError`` for anything else."""
    if published is None:
        return None
    return datetime.fromisoformat(published.replace("Z", "+00:00")).date()
