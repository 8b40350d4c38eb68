"""Bytes as they came, before they are a document, and what is known of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hints:
    """What the source says of a report; each is ``None`` where it says nothing. ``published`` is not yet checked."""

    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    licence: str | None = None


UNSAID = Hints()


@dataclass(frozen=True, slots=True)
class Raw:
    """One file, web page, record or entry. ``name`` is what messages call it: a path, an address, ``a.zip!/b.txt``.

    ``media`` is the source's own word for its type (``text/html; charset=utf-8``), often wrong; ``retrieved`` an ISO instant.
    """

    name: str
    data: bytes = field(repr=False)
    media: str | None = None
    retrieved: str | None = None
    hints: Hints = UNSAID

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The name's extension in lower case without the dot; empty where it has none."""
        last = self.name.rsplit("/", 1)[-1]
        return last.rsplit(".", 1)[-1].lower() if "." in last else ""
