from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from fogline.documents.load import load
from fogline.documents.passages import passages
from fogline.model.document import Document
from fogline.model.raw import Raw

Word = Callable[[docx.document.Document], bytes]
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(data: bytes, name: str = "report.docx") -> Document:
    (document,) = load(Raw(name, data)).items
    return document


@pytest.fixture
def report() -> docx.document.Document:
    made = docx.Document()
    made.core_properties.created = datetime(2024, 12, 3)
    made.add_heading("Situation in Goma", 0)
    made.add_paragraph("M23 fighters entered Goma on Monday.")
    table = made.add_table(2, 2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["Site", "Arrivals", "Bulengo", "5,100"], strict=True
    ):
        cell.text = text
    made.add_paragraph("Hospitals are full.")
    return made


def test_paragraphs_and_rows_in_their_order(report: docx.document.Document, word: Word) -> None:
    d = read(word(report))
    assert [(p.kind, d.text[p.start : p.end]) for p in passages(d)] == [
        ("headline", "Situation in Goma"),
        ("body", "M23 fighters entered Goma on Monday."),
        ("table", "Site\tArrivals"),
        ("table", "Bulengo\t5,100"),
        ("body", "Hospitals are full."),
    ]


def test_a_merged_cell_keeps_the_others_in_their_columns(report: docx.document.Document, word: Word) -> None:
    table = report.add_table(2, 3)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["Site", "Harm", "", "Bria", "1", "2"], strict=True
    ):
        cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    d = read(word(report))
    assert [d.text[a:b] for p in passages(d)[-2:] for a, b in p.cells] == ["Site Bria", "Harm", "Site Bria", "1", "2"]


def test_title_and_day(report: docx.document.Document, word: Word) -> None:
    d = read(word(report))
    assert (d.title, d.published) == ("Situation in Goma", "2024-12-03")


def test_the_day_of_the_file_is_said_to_be_that_unless_the_user_knows(
    report: docx.document.Document, word: Word
) -> None:
    raw = Raw("r.docx", word(report))
    assert [(i.stage, i.code) for i in load(raw).issues] == [("metadata", "published_from_file")]
    assert load(raw, "2024-12-05").issues == ()


def test_the_templates_day_is_no_ones(word: Word) -> None:
    made = docx.Document()
    made.add_paragraph("M23 fighters entered Goma on Monday.")
    found = load(Raw("r.docx", word(made)))
    assert (found.items[0].published, [i.code for i in found.issues]) == (None, ["no_published"])


def test_inserted_text_counts_and_deleted_text_does_not(report: docx.document.Document, word: Word) -> None:
    paragraph = report.paragraphs[1]._p
    paragraph.append(parse_xml(f'<w:ins {NS} w:id="1" w:author="x"><w:r><w:t> Nine died.</w:t></w:r></w:ins>'))
    paragraph.append(
        parse_xml(f'<w:del {NS} w:id="2" w:author="x"><w:r><w:delText> Two died.</w:delText></w:r></w:del>')
    )
    assert "on Monday. Nine died.\n" in read(word(report)).text


def test_text_in_content_controls_and_nested_tables_counts(report: docx.document.Document, word: Word) -> None:
    control = f"<w:sdt {NS}><w:sdtContent><w:p><w:r><w:t>Water is cut.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    report.element.body.insert(1, parse_xml(control))
    report.tables[0].cell(1, 1).add_table(1, 1).cell(0, 0).text = "of them children"
    text = read(word(report)).text
    assert text.split("\n")[1] == "Water is cut."
    assert "Bulengo\t5,100 of them children" in text


def test_footnotes_are_notes(report: docx.document.Document, word: Word) -> None:
    notes = (
        f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Seen by staff.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), report.part.package)
    report.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    d = read(word(report))
    assert [d.text[p.start : p.end] for p in passages(d) if p.kind == "note"] == ["[1] Seen by staff."]


def test_the_name_does_not_make_the_type(report: docx.document.Document, word: Word) -> None:
    assert read(word(report), "report.txt").title == "Situation in Goma"


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>'
REFUSED = [
    (packed(word__document=LAUGHS), "bomb", "entities that define each other"),
    (packed(word__document=b" " * 50_000_000), "bomb", "unpacks to far more than its size"),
    (packed(word__document=b"<w:document/>"), "broken_file", "parts are missing"),
    (packed(word__document=b"<w:document/>")[:-30], "broken_file", "cut off"),
]


@pytest.mark.parametrize(("data", "code", "why"), REFUSED, ids=[r[2] for r in REFUSED])
def test_refusals(data: bytes, code: str, why: str) -> None:
    found = load(Raw("r.docx", data))
    assert (found.items, [i.code for i in found.issues]) == ((), [code]), why
