"""The DOCX: headings, tables and pictures that a reader's machine can tell, links that lead somewhere, always the same bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from fogline.brief.brief import Brief
from fogline.brief.typeset import png
from fogline.brief.word import word


@pytest.fixture(scope="module")
def made(demo: Brief) -> bytes:
    return word(demo, {d.name: png(d, demo) for d in demo.drawings})


def test_headings_are_headings_in_order(made: bytes) -> None:
    styled = [(p.style.name if p.style else "", p.text) for p in Document(BytesIO(made)).paragraphs]
    headings = [text for style, text in styled if style == "Heading 1"]
    assert styled[0] == ("Title", "Syria: situation brief")
    assert headings[:3] == ["Highlights", "Key figures", "Situation overview"]
    assert headings[-1] == "Sources"


def test_every_citation_leads_to_a_bookmark(made: bytes, demo: Brief) -> None:
    body = Document(BytesIO(made)).element.body
    anchors = {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} - {None}
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert anchors == set(marks)
    assert marks == [f"source_{entry.number}" for entry in demo.sources]


def test_pictures_have_a_text(made: bytes) -> None:
    texts = [p.get("descr") for p in Document(BytesIO(made)).element.body.iter(qn("wp:docPr"))]
    assert texts[0].startswith("Step chart, killed, as counted by the Syrian Observatory for Human Rights: 255 on")
    assert texts[1].startswith("Map with incidents at Aleppo")


def test_tables_name_their_heading_row(made: bytes) -> None:
    tables = Document(BytesIO(made)).tables
    assert [t.rows[0].cells[0].text for t in tables] == ["Figure", "Place", "Says that it is so"]
    assert all(list(t.rows[0]._tr.iter(qn("w:tblHeader"))) for t in tables)


def test_it_is_in_its_language(made: bytes) -> None:
    document = Document(BytesIO(made))
    assert document.core_properties.language == "en-GB"
    assert document.core_properties.title == "Syria: situation brief"


def test_links_open_at_the_words(made: bytes, demo: Brief) -> None:
    targets = {r.target_ref for r in Document(BytesIO(made)).part.rels.values() if r.is_external}
    assert targets == {entry.address for entry in demo.sources}


def test_the_same_brief_gives_the_same_bytes(made: bytes, demo: Brief) -> None:
    assert word(demo, {d.name: png(d, demo) for d in demo.drawings}) == made
    with zipfile.ZipFile(BytesIO(made)) as parts:
        assert {i.date_time for i in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
