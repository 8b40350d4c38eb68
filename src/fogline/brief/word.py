"""The brief as DOCX: python-docx has no footnotes, so citations are links to a numbered list of sources with bookmarks."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from fogline.brief.brief import Brief
from fogline.brief.sentence import Block, Bullets, Drawing, Grid, Line, Sentence
from fogline.brief.sources import Entry, rows_cited, unbroken

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP file can tell: all its parts bear it
LANGUAGES = {("en", "british"): "en-GB", ("en", "american"): "en-US"}
INK = RGBColor(0x22, 0x22, 0x22)
ACCENT = RGBColor(0x8A, 0x1C, 0x1C)
LINE = 174  # mm between the margins


def word(brief: Brief, pictures: Mapping[str, bytes]) -> bytes:
    """The file; ``pictures`` are the drawings as PNG by name. The same brief always gives the same bytes."""
    document = Document()
    _prepared(document, brief)
    document.add_heading(brief.title.text, level=0)
    document.add_paragraph(brief.subtitle.text, style="Subtitle")
    for section in brief.sections:
        document.add_heading(section.title.text, level=1)
        for block in section.blocks:
            _block(document, block, brief, pictures)
    document.add_heading(brief.sources_title.text, level=1)
    for entry in brief.sources:
        _entry(document, entry, brief)
    for note in brief.notes:
        _small(document.add_paragraph(note.text))
    return _packed(document)


def _prepared(document: Written, brief: Brief) -> None:
    """Page, language and properties; nothing of this machine or this hour."""
    american = brief.wording.dates == "american"
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(216), Mm(279)) if american else (Mm(210), Mm(297))
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(17)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Cambria", Pt(10)
    style.paragraph_format.space_after = Pt(4)
    for name, size in (("Title", 20), ("Subtitle", 10), ("Heading 1", 12)):
        font = document.styles[name].font
        font.name, font.size, font.italic, font.color.rgb = "Cambria", Pt(size), False, ACCENT if size == 12 else INK
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGES.get((brief.wording.language, brief.wording.dates), brief.wording.language))
    style.element.get_or_add_rPr().append(language)
    core = document.core_properties
    core.title, core.author, core.comments = brief.title.text, "Fogline", brief.subtitle.text
    core.language = language.get(qn("w:val"))
    stamp = datetime.combine(brief.day, time(12)) if brief.day else datetime(2000, 1, 1, tzinfo=UTC)
    core.created = core.modified = stamp.replace(tzinfo=None)
    core.last_modified_by, core.revision = "Fogline", 1


def _block(document: Written, block: Block, brief: Brief, pictures: Mapping[str, bytes]) -> None:
    match block:
        case Line():
            paragraph = document.add_paragraph()
            _sentence(paragraph, block.sentence, brief)
            if block.quiet:
                _small(paragraph)
        case Bullets():
            for item in block.items:
                _sentence(document.add_paragraph(style="List Bullet"), item, brief)
        case Grid():
            _grid(document, block, brief)
        case Drawing():
            _picture(document, block, brief, pictures[block.name])


def _grid(document: Written, grid: Grid, brief: Brief) -> None:
    table = document.add_table(rows=1, cols=len(grid.head), style="Table Grid")
    table.autofit = False
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # the library has no other way to name a heading row
    for cells in (grid.head, *rows_cited(grid)):
        row = table.rows[0] if cells is grid.head else table.add_row()
        for i, (cell, sentence) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Mm(LINE * grid.wide[i] / sum(grid.wide))
            paragraph = cell.paragraphs[0]
            _sentence(paragraph, sentence, brief)
            _small(paragraph)
            if i in grid.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            for run in paragraph.runs if cells is grid.head else ():
                run.bold = True
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _picture(document: Written, drawing: Drawing, brief: Brief, content: bytes) -> None:
    shape = document.add_picture(BytesIO(content), width=Mm(120))
    properties = shape._inline.docPr  # the library has no other way to set the alternative text
    properties.set("descr", drawing.alt.text)
    properties.set("name", drawing.name)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    caption = document.add_paragraph()
    _sentence(caption, drawing.caption, brief)
    _small(caption)


def _sentence(paragraph: Paragraph, sentence: Sentence, brief: Brief) -> None:
    for piece in sentence.pieces:
        paragraph.add_run(unbroken(piece)).bold = piece.strong or None
    for number in sorted({brief.numbers[c] for c in sentence.cites}):
        paragraph.add_run(" ")
        _link(paragraph, f"[{number}]", anchor=f"source_{number}")


def _entry(document: Written, entry: Entry, brief: Brief) -> None:
    """A source: its number bears the bookmark that citations lead to."""
    paragraph = document.add_paragraph()
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(entry.number))
    start.set(qn("w:name"), f"source_{entry.number}")
    paragraph._p.append(start)  # the library knows no bookmarks
    paragraph.add_run(f"[{entry.number}]")
    paragraph._p.append(end)
    paragraph.add_run(f" {entry.sentence.text}")
    _small(paragraph)
    if entry.address:
        paragraph.add_run(" ")
        _link(paragraph, brief.wording.phrases["open_words"], address=entry.address)


def _link(paragraph: Paragraph, text: str, anchor: str = "", address: str = "") -> None:
    link = OxmlElement("w:hyperlink")
    if anchor:
        link.set(qn("w:anchor"), anchor)
    else:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        link.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    run = paragraph.add_run(text)
    run.font.color.rgb = ACCENT
    run.font.size = Pt(8)
    run.font.underline = bool(address)
    link.append(run._r)  # a run inside a link is no run of the paragraph
    paragraph._p.append(link)


def _small(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(8.5)


def _packed(document: Written) -> bytes:
    """The file with every part at the same time, in the same order."""
    raw, packed = BytesIO(), BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            out.writestr(info, parts.read(name))
    return packed.getvalue()
