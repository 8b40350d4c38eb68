"""The PDF: tagged, in its language, always the same bytes, and nothing in a report is ever run."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from tests.reports import counted, report, told
from tests.situations import Told, filled, seen

from fogline.brief.brief import Brief, brief
from fogline.brief.markdown import markdown
from fogline.brief.typeset import pdf, png
from fogline.brief.word import word
from fogline.brief.wording import Wording
from fogline.cli.brief import outlines
from fogline.ledger.upgrade import created

CODE = '#eval("1+41") #panic("x") $x^2$ \\ ] [ ` * _ <label> @cite // ~ #read("/etc/passwd") = head'
SIGNS = "名前 😀 \u202egnp.exe \x07 မြန်မာ"


def text_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@pytest.fixture(scope="module")
def made(demo: Brief) -> bytes:
    return pdf(demo)


def test_it_is_tagged_and_in_a_language(made: bytes) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert re.search(rb"/Lang ?\(en", made)
    assert re.search(rb"/MarkInfo ?<<", made) or b"/StructTreeRoot" in made


def test_its_title_is_that_of_the_brief(made: bytes) -> None:
    assert pypdfium2.PdfDocument(made).get_metadata_dict()["Title"] == "Syria: situation brief"


def test_it_is_two_pages_and_the_sources(made: bytes) -> None:
    assert len(pypdfium2.PdfDocument(made)) <= 3


def test_it_says_what_the_brief_says(made: bytes, demo: Brief) -> None:
    set_ = " ".join(text_of(made).replace("\u00a0", " ").split())
    assert "According to Levant Wire, Syrian rebels captured Damascus on 8 December 2024." in set_
    assert len(re.findall(r"characters \d+ to \d+", set_)) == len(demo.sources)


def test_the_same_brief_gives_the_same_bytes(made: bytes, demo: Brief) -> None:
    assert pdf(demo) == made


def test_pictures_are_png(demo: Brief) -> None:
    assert [d.name for d in demo.drawings] == ["chart", "map"]
    assert all(png(d, demo).startswith(b"\x89PNG") for d in demo.drawings)


def hostile(words: str) -> list[Told]:
    """A report whose publisher, speaker, place and sentence carry the words."""
    first = report(
        f"Monitors {words} said 40 people were killed in Aleppo. Rebels {words} seized Aleppo.", "2024-12-01", words
    )
    return [
        (
            first,
            [
                counted(first, "40", "killed", 40, by=f"Monitors {words}", place="Aleppo", day="2024-11-30"),
                told(first, "takes", "seized", agents=(f"Rebels {words}",), place="Aleppo", day="2024-11-30"),
            ],
        )
    ]


def brief_of(words: str, folder: Path) -> Brief:
    created(str(folder / "l.db"))
    reports = hostile(words)
    ledger = filled(folder / "l.db", reports)
    return brief(seen(ledger, place="Aleppo"), {d.id: d.text for d, _ in reports}, Wording.load("en"), outlines())


def test_code_in_a_report_is_text(tmp_path: Path) -> None:
    made = brief_of(CODE, tmp_path)
    shown = " ".join(text_of(pdf(made)).split())
    assert '#eval("1+41")' in shown
    assert "42" not in shown.replace("1+41", "")
    assert "root:" not in shown


@pytest.mark.parametrize(
    "words", [CODE, SIGNS, "<b>&amp;</b> ]]> <w:t>", "a" * 150], ids=["code", "signs", "xml", "long"]
)
def test_no_text_breaks_any_format(words: str, tmp_path: Path) -> None:
    made = brief_of(words, tmp_path)
    assert pdf(made).startswith(b"%PDF")
    assert word(made, {d.name: png(d, made) for d in made.drawings}).startswith(b"PK")
    assert "\u202e" not in markdown(made)
    assert "<b>" not in markdown(made)
