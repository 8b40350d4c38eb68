"""PDF files. The only file that knows pypdfium2."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pypdfium2
import pypdfium2.raw as pdfium

from fogline.documents.canonical import one_line
from fogline.documents.flow import heading, paragraphs
from fogline.documents.furniture import Sheet, body_size, notes_at_foot, without_furniture
from fogline.documents.layout import Glyph, lines_of, runs_of
from fogline.documents.make import Text, day_of_file
from fogline.documents.published import from_file
from fogline.documents.refused import issue
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw

MOST_PAGES = 2000
MOST_CHARACTERS = 6_000_000
MOST_GLYPHS = 100_000  # a page: a dense broadsheet has some 40,000
FEWEST_GLYPHS = 20  # a page on average: below that the pages are pictures
STAMP = re.compile(r"D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")
NO_TITLE = re.compile(r"(?i)^(?:untitled|microsoft word|document\d*|.*\.(?:docx?|indd|pdf|qxp|odt)$)")
SPACE = 32
TURN = 2 * math.pi
UPRIGHT = 0.2  # radians: text turned further is a stamp or a watermark


def read(raw: Raw) -> Text | Issue:
    """The text in reading order without running heads and page numbers; tables by row; footnotes at the end."""
    try:
        with pypdfium2.PdfDocument(raw.data) as file:
            return _text(raw, file)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            return issue("encrypted", raw.name, "locked with a password. Save it without one.")
        return issue("broken_file", raw.name, f"not a whole PDF ({error}). Fetch or save it again.")


def _text(raw: Raw, file: pypdfium2.PdfDocument) -> Text | Issue:
    if len(file) > MOST_PAGES:
        return issue("too_large", raw.name, f"has more than {MOST_PAGES:,} pages. Split it.")
    sheets: list[Sheet] = []
    count = 0
    for number in range(len(file)):
        if (sheet := _sheet(file, number)) is None:
            return issue(
                "too_large", raw.name, f"page {number + 1} holds more than {MOST_GLYPHS:,} characters. Split it."
            )
        sheets.append(sheet)
        count += sum(len(run.text) for run in sheets[-1].runs)
        if count > MOST_CHARACTERS:
            return issue("too_large", raw.name, f"holds more than {MOST_CHARACTERS:,} characters. Split it.")
    if count < FEWEST_GLYPHS * max(len(sheets), 1):
        return issue("scanned", raw.name, "its pages are pictures without text. Run it through OCR first.")
    sheets = without_furniture(sheets)
    size = body_size(sheets)
    pages, notes = [], []
    for sheet in sheets:
        lines, found = notes_at_foot(lines_of(sheet.runs, sheet.width), size)
        pages.append(lines)
        notes.extend(found)
    return Text("\n".join([*paragraphs(pages), *notes]), *_known(raw, file, heading(pages, size)))


def _known(raw: Raw, file: pypdfium2.PdfDocument, largest: str | None) -> tuple[Hints, tuple[Issue, ...]]:
    title = one_line(_said(file, "Title"))
    made = from_file(_stamp(_said(file, "CreationDate")), _stamp(_said(file, "ModDate")))
    published, odd = day_of_file(raw.name, made)
    if title is None or NO_TITLE.match(title):
        title = largest
    return Hints(title=title, published=published), odd


def _said(file: pypdfium2.PdfDocument, key: str) -> str:
    try:
        return str(file.get_metadata_value(key))
    except UnicodeError:  # half a character
        return ""


def _sheet(file: pypdfium2.PdfDocument, number: int) -> Sheet | None:
    """A page with its runs; ``None`` for one that holds more than any page does."""
    page = file[number]
    text = page.get_textpage()
    try:
        if text.count_chars() > MOST_GLYPHS:
            return None
        width, height = page.get_size()
        return Sheet(width, height, tuple(runs_of(list(_glyphs(text, height)))))
    finally:
        text.close()
        page.close()


def _glyphs(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Glyph]:
    box = pdfium.FS_RECTF()
    last: Glyph | None = None
    for n in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, n)
        if code == SPACE and last and pdfium.FPDFText_IsGenerated(text, n) == 1:
            # files that set words apart without a space: pdfium adds one, with a box that means nothing
            last = replace(last, char=" ", left=last.right)
            yield last
            continue
        if code in (0, 10, 13) or UPRIGHT < pdfium.FPDFText_GetCharAngle(text, n) < TURN - UPRIGHT:
            continue
        if pdfium.FPDFText_GetLooseCharBox(text, n, ctypes.byref(box)):
            base = height - _base(text, n, chr(code))
            last = Glyph(chr(code), box.left, height - box.top, box.right, height - box.bottom, base)
            yield last


def _base(text: pypdfium2.PdfTextPage, n: int, char: str) -> float:
    """The foot of a digit's ink, as fonts have raised digits of their own; the line that any other character stands on."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if char.isdigit():
        pdfium.FPDFText_GetCharBox(text, n, left, right, bottom, top)
        return bottom.value
    pdfium.FPDFText_GetCharOrigin(text, n, left, bottom)
    return bottom.value


def _stamp(value: str) -> datetime | None:
    match = STAMP.match(value)
    try:
        return datetime.strptime("".join(match.groups("00")), "%Y%m%d%H%M%S").replace(tzinfo=UTC) if match else None
    except ValueError:
        return None
