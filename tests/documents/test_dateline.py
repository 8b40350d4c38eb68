from __future__ import annotations

import time
from datetime import date

import pytest

from fogline.documents.dateline import dateline

LINES = [
    ("GENEVA, 3 Dec (Agency) – Aid workers fled.", "GENEVA, 3 Dec (Agency) –", ["GENEVA"], "3 Dec", None),
    ("(Beirut) – Two journalists were killed.", "(Beirut) –", ["Beirut"], None, None),
    (
        "(Port-au-Prince, January 5, 2025) – Gangs",
        "(Port-au-Prince, January 5, 2025) –",
        ["Port-au-Prince"],
        "January 5, 2025",
        date(2025, 1, 5),
    ),
    (
        "Damascus/Geneva, 12 March 2025 – The UN",
        "Damascus/Geneva, 12 March 2025 –",
        ["Damascus", "Geneva"],
        "12 March 2025",
        date(2025, 3, 12),
    ),
    ("KYIV (Reuters) - Russia said", "KYIV (Reuters) -", ["KYIV"], None, None),
    ("GOMA, DR Congo, Jan 27 (AFP) -- Rebels", "GOMA, DR Congo, Jan 27 (AFP) --", ["GOMA", "DR Congo"], "Jan 27", None),
    ("BAGHDAD - Officials said", "BAGHDAD -", ["BAGHDAD"], None, None),
    ("PORT SUDAN, Sudan — The army", "PORT SUDAN, Sudan —", ["PORT SUDAN", "Sudan"], None, None),
    ("Khartoum, Tuesday – The army", "Khartoum, Tuesday –", ["Khartoum"], "Tuesday", None),
    ("Friday, January 4, 2019", "Friday, January 4, 2019", [], "Friday, January 4, 2019", date(2019, 1, 4)),
    ("Sanaa, 2025-03-16", "Sanaa, 2025-03-16", ["Sanaa"], "2025-03-16", date(2025, 3, 16)),
]


@pytest.mark.parametrize(("text", "words", "places", "when", "day"), LINES)
def test_a_dateline(text: str, words: str, places: list[str], when: str | None, day: date | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.span.text, [p.text for p in found.places], found.day) == (words, places, day)
    assert (found.when.text if found.when else None) == when


NONE = [
    ("Hezbollah – Iran's ally – withdrew.", "an apposition"),
    ("Anti-junta fighters took Lashio.", "a hyphen inside a word"),
    ("QUESTION: Did the ceasefire hold?", "a transcript's speaker"),
    ("M23 – rebels backed by Rwanda – advanced.", "an armed group, too short to be a city in capitals"),
    ("The army – which denied it – left.", "a sentence"),
    ("On Friday, January 4, 2019, shells hit Taiz.", "a day inside a sentence"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "why"), NONE)
def test_no_dateline(text: str, why: str) -> None:
    assert dateline(text) is None, why


def test_offsets_are_those_of_the_document() -> None:
    text = "Title\n\nLVIV, Ukraine, 4 March 2022 – Trains were full."
    found = dateline(text, 7)
    assert found is not None
    assert [text[s.start : s.end] for s in (found.span, *found.places)] == [
        "LVIV, Ukraine, 4 March 2022 –",
        "LVIV",
        "Ukraine",
    ]


@pytest.mark.parametrize("text", ["Aa " * 5000, "A, " * 5000, "(" * 5000, "Jan 1, " * 3000, "A/" * 4000])
def test_hostile_lines_cost_little(text: str) -> None:
    start = time.perf_counter()
    dateline(text)
    assert time.perf_counter() - start < 0.2
