from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.documents.load import load
from fogline.documents.passages import LONGEST, passages
from fogline.model.document import Document
from fogline.model.raw import Raw

TEXTS = [
    (
        "Shelling resumes in Taiz\n\nTAIZ, Yemen, 3 March 2024 – Three people were killed.\n\nThe front is quiet.",
        [
            "headline Shelling resumes in Taiz",
            "dateline TAIZ, Yemen, 3 March 2024 –",
            "body Three people were killed.",
            "body The front is quiet.",
        ],
        "a headline, and a dateline apart from its sentence",
    ),
    (
        "Friday, January 4, 2019\n\nA bomb went off in Mogadishu.",
        ["dateline Friday, January 4, 2019", "body A bomb went off in Mogadishu."],
        "a day on a line of its own",
    ),
    ("Rebels seize Goma", ["body Rebels seize Goma"], "one line is no headline of anything"),
    ("State\tKilled\nBorno\t12\n", ["table State\tKilled", "table Borno\t12"], "rows of a table"),
    (
        "Clashes were heavy.[1]\n[1] Figures of the ministry.",
        ["body Clashes were heavy.[1]", "note [1] Figures of the ministry."],
        "a footnote",
    ),
    (
        "The army said on Tuesday that it had taken the bridge at\nShambat after three days of fighting with the Rapid\n"
        "Support Forces, who denied it.",
        [
            "body The army said on Tuesday that it had taken the bridge at\nShambat after three days of fighting with the Rapid\n"
            "Support Forces, who denied it."
        ],
        "lines wrapped by a program are one paragraph",
    ),
    (
        "Drones hit Odesa.\nA port was damaged.\nNobody was killed.",
        ["body Drones hit Odesa.", "body A port was damaged.", "body Nobody was killed."],
        "short paragraphs are not wrapped lines",
    ),
]


def read(text: str, title: str | None = None) -> list[str]:
    document = Document("d_x", text, title=title)
    return [f"{p.kind} {text[p.start : p.end]}" for p in passages(document)]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS)
def test_passages(text: str, expected: list[str], why: str) -> None:
    assert read(text) == expected, why


def test_a_first_line_that_repeats_the_title_is_a_headline() -> None:
    assert read("Goma has fallen.\n\nRebels hold it.", "Goma has fallen.")[0] == "headline Goma has fallen."


@given(
    st.text(alphabet=st.characters(), max_size=400)
    | st.lists(
        st.sampled_from(
            ["A", "GOMA - ", "\n", "\n\n", "\t", " ", ". ", "3 May 2024", "[1] ", "x" * 60, "\r", "\0", "(Beirut) – "]
        )
    ).map("".join)
)
@settings(deadline=None, max_examples=300)
def test_passages_tile_the_text(text: str) -> None:
    for name in ("a.txt", "a.html"):
        for document in load(Raw(name, text.encode("utf-8", "replace"))).items:
            assert unicodedata.is_normalized("NFC", document.text)
            end = 0
            for p in passages(document):
                assert end <= p.start < p.end <= len(document.text)
                assert not document.text[end : p.start].strip()
                assert document.text[p.start : p.end].strip() == document.text[p.start : p.end]
                end = p.end
            assert not document.text[end:].strip()


@pytest.mark.parametrize("unit", ["x", "word ", "Shells fell. ", "a\tb ", "(", "A, "])
def test_a_line_of_ten_megabytes_is_cut_in_seconds(unit: str) -> None:
    text = unit * (10_000_000 // len(unit))
    start = time.perf_counter()
    found = passages(Document("d_x", text))
    assert time.perf_counter() - start < 5
    assert max(p.end - p.start for p in found) <= LONGEST


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "The shelling of the town went on all day. " * 300
    found = passages(Document("d_x", text))
    assert len(found) > 2
    assert all(text[p.start : p.end].endswith(".") for p in found)
