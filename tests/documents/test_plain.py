from __future__ import annotations

import pytest

from fogline.documents.load import load
from fogline.model.document import Document
from fogline.model.raw import Raw


def read(data: bytes, name: str = "report.txt", media: str | None = None) -> Document:
    (document,) = load(Raw(name, data, media)).items
    return document


UKRAINIAN = "Унаслідок обстрілу Харкова загинули четверо людей, повідомила обласна влада у вівторок вранці."
ENCODINGS = [
    ("Kırkkale’de".encode(), "Kırkkale’de", "UTF-8"),
    (b"\xef\xbb\xbfGoma", "Goma", "UTF-8 with its mark"),
    ("Alep — quartier".encode("utf-16"), "Alep — quartier", "UTF-16 with its mark"),
    ("The town of Sumy was hit".encode("utf-16-le"), "The town of Sumy was hit", "UTF-16 without"),
    ("San José “fell” – again".encode("cp1252"), "San José “fell” – again", "Windows-1252, curly quotes and all"),
    (UKRAINIAN.encode("cp1251"), UKRAINIAN, "Cyrillic, guessed"),
]


@pytest.mark.parametrize(("data", "expected", "why"), ENCODINGS)
def test_encodings(data: bytes, expected: str, why: str) -> None:
    assert read(data).text == expected, why


def test_what_the_source_says_of_the_encoding_counts() -> None:
    assert read("Ровно".encode("koi8-r"), media="text/plain; charset=koi8-r").text == "Ровно"


WRAPPED = """\
Army retakes bridge in Bahri

The Sudanese army said on Tuesday that it had retaken the Halfaya bridge
between Omdurman and Bahri after a week of fighting. The RSF, whose Saudi-
led talks collapsed, denied it.

  - Nine people were killed.
  - Two markets burned.
"""


def test_wrapped_lines_become_paragraphs_and_a_hyphen_stays() -> None:
    assert read(WRAPPED.encode()).text.split("\n\n") == [
        "Army retakes bridge in Bahri",
        "The Sudanese army said on Tuesday that it had retaken the Halfaya bridge between Omdurman and Bahri "
        "after a week of fighting. The RSF, whose Saudi-led talks collapsed, denied it.",
        "- Nine people were killed.",
        "- Two markets burned.",
    ]


def test_the_headline_is_the_title_too() -> None:
    assert read(WRAPPED.encode()).title == "Army retakes bridge in Bahri"


@pytest.mark.parametrize("first", ["Nine people were killed.", "LVIV, 3 May 2022 – Trains were full", "3 May 2022"])
def test_a_sentence_or_a_dateline_is_no_title(first: str) -> None:
    assert read(f"{first}\n\nMore to come.".encode()).title is None


def test_nothing_is_guessed_of_the_day() -> None:
    assert read(b"3 May 2022\n\nShells hit the port of Odesa in the night.").published is None


def test_markdown_loses_its_marks() -> None:
    text = (
        "# Taiz: *front* quiet\n\n> The **army** said [it](http://x.org/a) held `al-Houban`.\n\n---\nEnd of 5 * 3 * 2."
    )
    assert read(text.encode(), "a.md").text == (
        "Taiz: front quiet\n\nThe army said it held `al-Houban`.\n\nEnd of 5 * 3 * 2."
    )
