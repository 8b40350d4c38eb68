"""From raw bytes to documents: the entry of this stage."""

from __future__ import annotations

from collections.abc import Callable

from fogline.documents import docx, html, mail, pdf, plain, tables
from fogline.documents.make import Text, document
from fogline.documents.refused import refused
from fogline.documents.sniff import FORMS, Kind, kind
from fogline.model.document import Document
from fogline.model.issue import Found, Issue
from fogline.model.raw import Raw

TABLES: dict[Kind, Callable[[Raw, str | None], Found[Document]]] = {
    "jsonl": tables.read_jsonl,
    "json": tables.read_json,
    "csv": tables.read_csv,
}
TEXTS: dict[Kind, Callable[[Raw], Text | Issue]] = {
    "plain": plain.read,
    "markdown": plain.read_markdown,
    "html": html.read,
    "pdf": pdf.read,
    "docx": docx.read,
}


def load(raw: Raw, published: str | None = None) -> Found[Document]:
    """The documents in one file, or none and an issue that says why. A pure function of its arguments.

    ``published`` is the user's word and outranks the file's. Containers (archives, feeds) are for ``sources`` to open.
    """
    found = kind(raw)
    if found in TABLES:
        return TABLES[found](raw, published)
    if found == "mail":
        return _letter(raw, published)
    if found in TEXTS:
        text = TEXTS[found](raw)
        return Found((), (text,)) if isinstance(text, Issue) else document(raw, text, published)
    return refused(found, raw.name, FORMS[found])


def _letter(raw: Raw, published: str | None) -> Found[Document]:
    """The letter and its attachments; a letter that only carries attachments is none itself."""
    read = mail.read(raw)
    if isinstance(read, Issue):
        return Found((), (read,))
    text, attached = read
    parts = [document(raw, text, published)] if text.text.strip() or not attached else []
    day = published or text.hints.published
    parts += [load(each, day) for each in attached]
    return Found(tuple(d for part in parts for d in part.items), tuple(i for part in parts for i in part.issues))
