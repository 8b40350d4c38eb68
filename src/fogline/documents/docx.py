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
from docx.text.paragraph import Paragraph

from fogline.documents.headline import is_headline
from fogline.documents.make import Text, day_of_file
from fogline.documents.published import from_file
from fogline.documents.refused import issue
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw

# lxml's error is a SyntaxError; the others are what zipfile and python-docx raise on damaged files
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, SyntaxError, LookupError, ValueError, TypeError, AttributeError),
    *(RecursionError, OverflowError, MemoryError),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WRAPPERS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo")
FALLBACK = (
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a text box once more, for old programs
)
HIDDEN = (FALLBACK, f"{W}del", f"{W}moveFrom")
LARGEST, RATIO, ENTRIES = 200_000_000, 250, 5000  # bytes unpacked; unpacked to packed; files inside
MOST_COLUMNS = 100  # that one cell spans
RATIO_FROM = 1_000_000
DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
TEMPLATE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)  # what python-docx's own empty file says: no one's date


def read(raw: Raw) -> Text | Issue:
    """Paragraphs, rows of tables (cells parted by tabs) and footnotes, with the title and dates that the file gives."""
    try:
        return _bomb(raw) or _text(raw, docx.Document(io.BytesIO(raw.data)))
    except BROKEN:
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
    names: dict[str | None, str] = {}  # of styles: the library takes half a millisecond to look one up
    for element in _elements(file.element.body):
        if element.tag == f"{W}tbl":
            yield from ((row, "Table") for row in _rows(element))
            continue
        if element.style not in names:
            style = Paragraph(element, file._body).style
            names[element.style] = (style.name or "") if style is not None else ""
        yield _words(element), names[element.style]
        yield from ((_words(boxed), "Box") for boxed in element.iter(f"{W}p") if boxed is not element)


def _elements(parent: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in WRAPPERS:
            yield from _elements(child)


def _rows(table: BaseOxmlElement) -> Iterator[str]:
    """Rows of a table. A cell over several columns has its words in the first, one over several rows in each row."""
    above: dict[int, str] = {}
    for row in table.tr_lst:
        cells: list[str] = []
        here: dict[int, str] = {}
        for cell in row.tc_lst:
            words = " ".join(" ".join(_words(p) for p in cell.iter(f"{W}p")).split())
            here[len(cells)] = above.get(len(cells), "") if cell.vMerge == "continue" else words
            # the file's word for the width is not trusted: a billion columns would fill the memory
            cells += [here[len(cells)], *[""] * (min(cell.grid_span, MOST_COLUMNS) - 1)]
        above = here
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
