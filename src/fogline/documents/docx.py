"""Word files. The only file that knows python-docx."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime

import docx
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from fogline.documents.headline import is_headline
from fogline.documents.make import Text, day_of_file
from fogline.documents.published import from_file
from fogline.documents.refused import issue
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WRAPPERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")
FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box once more, for old programs
)
HIDDEN = (FALLBACK, f"{W}del", f"{W}moveFrom")
LARGEST, RATIO, ENTRIES = 200_000_000, 250, 5000  # bytes unpacked; unpacked to packed; files inside
RATIO_FROM = 1_000_000
DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
TEMPLATE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)  # what python-docx's own empty file says: no one's date


def read(raw: Raw) -> Text | Issue:
    """Paragraphs, rows of tables (cells parted by tabs) and footnotes, with the title and dates that the file gives."""
    try:
        return _bomb(raw) or _text(raw, docx.Document(io.BytesIO(raw.data)))
    except (zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, OSError, RecursionError):
        # lxml's error is a SyntaxError; the others are what zipfile and python-docx raise on damaged files
        return issue("broken_file", raw.name, "not a whole Word file. Save it again, or save it as text.")


def _text(raw: Raw, file: docx.document.Document) -> Text:
    blocks = [(text, style) for text, style in _blocks(file) if text.strip()]
    core = file.core_properties
    published, odd = day_of_file(raw.name, from_file(_utc(core.created), _utc(core.modified)))
    first = blocks[0][0] if blocks else ""
    styled = next((text for text, style in blocks if style in ("Title", "Heading 1")), None)
    hints = Hints(
        title=core.title or styled or (first if is_headline(first) else None),
        published=published,
        language=core.language or None,
    )
    return Text("\n".join([*(text for text, _ in blocks), *_notes(file)]), hints, odd)


def _bomb(raw: Raw) -> Issue | None:
    with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
        infos = archive.infolist()
        size = sum(info.file_size for info in infos)
        if len(infos) > ENTRIES or size > LARGEST or (size > RATIO_FROM and size > RATIO * len(raw.data)):
            return issue("bomb", raw.name, "unpacks to far more than its size. Not read.")
        for info in infos:
            if info.filename.endswith((".xml", ".rels")) and DECLARES.search(archive.read(info)):
                return issue("bomb", raw.name, "defines entities of its own, as no Word file does. Not read.")
    return None


def _blocks(file: docx.document.Document) -> Iterator[tuple[str, str]]:
    """Paragraphs and rows of tables with the name of their style, also those in content controls and text boxes."""
    for element in _elements(file.element.body):
        if element.tag == f"{W}tbl":
            yield from ((row, "Table") for row in _rows(Table(element, file._body)))
            continue
        style = Paragraph(element, file._body).style
        yield _words(element), (style.name or "") if style is not None else ""
        yield from ((_words(boxed), "Box") for boxed in element.iter(f"{W}p") if boxed is not element)


def _elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in WRAPPERS:
            yield from _elements(child)


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: list[object] = []
        for cell in row.cells:
            words = " ".join(" ".join(_words(p) for p in cell._tc.iter(f"{W}p")).split())
            cells.append(
                "" if cell._tc in seen else words
            )  # a merged cell is listed once a column: its words stand in the first
            seen.append(cell._tc)
        yield "\t".join(cells).rstrip()


def _notes(file: docx.document.Document) -> Iterator[str]:
    for relation in file.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            notes = [n for n in root if n.get(f"{W}type") in (None, "normal")]
            for number, note in enumerate(notes, 1):
                words = " ".join(_words(p) for p in note.iter(f"{W}p"))
                yield f"[{number}] " + " ".join(words.split())


def _words(paragraph: BaseOxmlElement) -> str:
    """The text of a paragraph, with what was inserted under tracked changes and without what was deleted."""
    parts: list[str] = []
    for part in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        above = [ancestor for ancestor in part.iterancestors() if ancestor.tag in (*HIDDEN, f"{W}p")]
        if above[0] is not paragraph or any(ancestor.tag in HIDDEN for ancestor in above):
            continue
        kind = part.tag.removeprefix(W)
        parts.append((part.text or "") if kind == "t" else {"tab": " ", "noBreakHyphen": "-"}.get(kind, "\n"))
    return "".join(parts)


def _utc(when: datetime | None) -> datetime | None:
    if when is None:
        return None
    aware = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    return None if aware == TEMPLATE else aware
