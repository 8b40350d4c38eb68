"""Who is said to hold the ground, day by day: claimed or confirmed, contested, changed hands; a part is not the whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reports import report, told
from tests.situations import Told, filled, ground, seen

from fogline.pipeline import Knowledge, read

Read = Callable[..., list[str]]


@pytest.fixture
def held(known: Knowledge, ledger: Path) -> Read:
    """``held((published, text), …)``: one line a place, the reports read by the real reader."""

    def look(*items: tuple[str, str]) -> list[str]:
        documents = [report(text, published, f"Paper {n}") for n, (published, text) in enumerate(items)]
        filled(ledger, [(document, read(document, known).items) for document in documents])
        return [ground(h) for h in seen(ledger).control]

    return look


@pytest.mark.parametrize(
    ("items", "expected", "why"),
    [
        (
            [("2025-01-27", "M23 said that it had captured Goma on Monday.")],
            ["Goma: held by March 23 Movement, claimed"],
            "the taker's word alone",
        ),
        (
            [("2025-01-27", "The United Nations said that M23 captured Goma on Monday.")],
            ["Goma: held by March 23 Movement, confirmed"],
            "a third party saw it",
        ),
        (
            [
                ("2025-01-11", "The Sudanese army captured Wad Madani on Saturday."),
                ("2025-01-20", "The Rapid Support Forces captured Wad Madani on Monday."),
            ],
            ["Wad Medani: changed_hands by Rapid Support Forces, confirmed"],
            "a later taking ends the earlier holding",
        ),
        (
            [("2024-11-29", "Air raids hit rebel-held Idlib on Friday.")],
            ["Idlib: held by Syrian rebels, claimed"],
            "an adjective confirms nothing",
        ),
        (
            [
                ("2024-11-29", "The Syrian army captured Idlib on Friday."),
                ("2024-11-30", "Jets struck rebel-held Idlib on Saturday."),
            ],
            ["Idlib: held by Syrian Army, confirmed"],
            "an adjective changes nothing of what was said",
        ),
        (
            [("2024-11-29", "Jets struck rebel-held towns in Idlib Governorate on Friday.")],
            [],
            "towns in a region are not the region",
        ),
    ],
)
def test_ground(held: Read, items: list[tuple[str, str]], expected: list[str], why: str) -> None:
    assert held(*items) == expected, why


def history(ledger: Path) -> list[str]:
    """The days of change of the only place: ``2024-11-29 contested by nobody, claimed``."""
    (holding,) = seen(ledger).control
    return [f"{s.day} {s.status} by {s.holder or 'nobody'}, {s.basis}" for s in holding.history]


def test_the_history_of_a_place_tells_each_day_of_change(ledger: Path) -> None:
    one = report("HTS entered Aleppo.", "2024-11-29", "A")
    two = report("The Syrian army said that it withdrew from Aleppo.", "2024-11-30", "B")
    three = report("HTS holds Aleppo.", "2024-12-01", "C")
    claims: list[Told] = [
        (one, [told(one, "enters", "entered", agents=("HTS",), place="Aleppo", day="2024-11-29")]),
        (
            two,
            [
                told(
                    two,
                    "withdraws_from",
                    "withdrew",
                    agents=("Syrian army",),
                    by="Syrian army",
                    place="Aleppo",
                    day="2024-11-30",
                )
            ],
        ),
        (three, [told(three, "holds", "holds", agents=("HTS",), place="Aleppo", day="2024-12-01")]),
    ]
    assert history(filled(ledger, claims)) == [
        "2024-11-29 contested by nobody, confirmed",
        "2024-11-30 changed_hands by HTS, confirmed",
    ]


def test_half_a_town_is_not_the_town_and_its_airport_another_place(ledger: Path) -> None:
    one = report("M23 captured half of Goma. The army holds Goma's airport.", "2025-01-27", "A")
    airport = told(one, "holds", "holds", agents=("army",), place="Goma airport", day="2025-01-27")
    half = told(one, "takes", "captured", agents=("M23",), place="Goma", day="2025-01-27", extent="part")
    grounds = [ground(h) for h in seen(filled(ledger, [(one, [half, airport])])).control]
    assert grounds == [
        "Goma: contested by nobody known, confirmed",
        "Goma International Airport: held by army, confirmed",
    ]
