"""Tables of reports: JSONL and JSON as claims.md §1 has them, CSV and TSV with a header."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from fogline.documents.decode import decode
from fogline.documents.make import Text, document
from fogline.documents.refused import issue, refused
from fogline.documents.relevance import vocabulary
from fogline.documents.rows import rows
from fogline.model.document import Document
from fogline.model.issue import Found, Issue
from fogline.model.raw import Hints, Raw

FIELDS = ("id", "title", "published", "publisher", "url", "language", "licence")
HEADERS = {
    "text": ("text", "body", "content", "report", "description", "notes", "full_text", "article"),
    "id": ("id", "document_id", "report_id"),
    "title": ("title", "headline", "subject"),
    "published": ("published", "published_at", "publication_date", "date_published", "pubdate", "date"),
    "publisher": ("publisher", "source", "source_name", "outlet"),
    "url": ("url", "link", "address", "source_url"),
    "language": ("language", "lang"),
    "licence": ("licence", "license"),
}
MOST_ROWS = 300  # of a table of figures: a longer one is a data set, and no report
DELIMITERS = (",", "\t", ";", "|")


def read_jsonl(raw: Raw, published: str | None = None) -> Found[Document]:
    """One document a line; a line that is none is an issue and costs nothing else."""
    return _all(raw, published, _lines(raw))


def read_json(raw: Raw, published: str | None = None) -> Found[Document]:
    """One object, or a list of objects, as in JSONL; JSONL under the name ``.json`` is read too."""
    try:
        whole = json.loads(decode(raw.data, raw.media))
    except (ValueError, RecursionError):
        return read_jsonl(raw, published)
    items = whole if isinstance(whole, list) else [whole]
    return _all(raw, published, ((f"{raw.name}, item {n}", item, raw.digest) for n, item in enumerate(items, 1)))


def read_csv(raw: Raw, published: str | None = None) -> Found[Document]:
    """One document a row, from the columns that are named ``text``, ``title``, ``published`` and so on.

    A short table of figures without such a column ("Location,Killed,IDPs") is one report as it stands.
    """
    text = decode(raw.data, raw.media)
    head = text.split("\n", 1)[0].rstrip("\r")
    delimiter = max(DELIMITERS, key=head.count)
    columns = _columns([name.strip().strip('"').lower() for name in head.split(delimiter)])
    if "text" not in columns and _is_sitrep(text, delimiter):
        return document(raw, Text(text, exact=True), published)
    if "text" not in columns:
        why = f"no column holds the reports' text (expected one named {', '.join(HEADERS['text'])}; met: {head[:200]})."
        return refused("no_text_column", raw.name, why)
    return _all(raw, published, _rows(raw, text, delimiter, columns))


def _is_sitrep(text: str, delimiter: str) -> bool:
    """Whether a table without reports is one itself: short, and with a head of conflict over a column."""
    lines = [line for line in text.split("\n", MOST_ROWS + 1) if line.strip()]
    if not 1 < len(lines) <= MOST_ROWS:
        return False
    known = vocabulary()
    words = {word for name in lines[0].split(delimiter) for word in name.strip(' "\r').lower().split()}
    return len(rows(lines)) == len(lines) and any(known.weight(word) is not None for word in words)


def _all(raw: Raw, published: str | None, items: Iterable[tuple[str, object, str] | Issue]) -> Found[Document]:
    documents: list[Document] = []
    issues: list[Issue] = []
    for item in items:
        if isinstance(item, Issue):
            issues.append(item)
            continue
        name, value, digest = item
        found = _one(Raw(name, b"", retrieved=raw.retrieved, hints=raw.hints), value, published, digest)
        documents.extend(found.items)
        issues.extend(found.issues)
    if not documents and not issues:
        return refused("empty", raw.name, "holds no reports. Check the file, or take it out.")
    return Found(tuple(documents), tuple(issues))


def _one(raw: Raw, value: object, published: str | None, digest: str) -> Found[Document]:
    if not isinstance(value, Mapping):
        return refused("bad_line", raw.name, "not an object with the key text. Mend the line or take it out.")
    text = value.get("text")
    if not isinstance(text, str):
        return refused("bad_line", raw.name, "the key text is missing or not a string. Mend the line or take it out.")
    given = {field: _word(value.get(field)) for field in FIELDS}
    return document(raw, Text(text, Hints(**given), exact=True), published, digest)


def _word(value: object) -> str | None:
    """Strings as they are, numbers (an ``id`` of 17) as their digits, everything else as not said."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _lines(raw: Raw) -> Iterator[tuple[str, object, str] | Issue]:
    for n, line in enumerate(io.BytesIO(raw.data.removeprefix(b"\xef\xbb\xbf")), 1):
        if not line.strip():
            continue
        name = f"{raw.name}, line {n}"
        try:
            yield name, json.loads(line.decode("utf-8")), hashlib.sha256(line.rstrip(b"\r\n")).hexdigest()
        except (ValueError, RecursionError) as error:
            why = f"not a JSON object ({type(error).__name__}). Mend the line or take it out."
            yield issue("bad_line", name, why)


def _columns(head: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for field, names in HEADERS.items():
        for name in names:
            if name in head:
                found[field] = head.index(name)
                break
    return found


def _rows(raw: Raw, text: str, delimiter: str, columns: dict[str, int]) -> Iterator[tuple[str, object, str] | Issue]:
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    head = True
    while True:
        name = f"{raw.name}, line {reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield issue("bad_line", name, f"not a row of the table ({error}). Mend the line or take it out.")
            continue
        finally:
            was_head, head = head, False
        if not was_head and any(cell.strip() for cell in row):
            cells = {field: row[at] for field, at in columns.items() if at < len(row)}
            yield name, cells, hashlib.sha256(delimiter.join(row).encode("utf-8", "replace")).hexdigest()
