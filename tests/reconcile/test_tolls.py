"""Low, best and high by the two written rules: rows of values by class of speaker, and what they add up to (docs/ledger.md)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.reconcile.test_compare import source_of
from tests.reports import counted, report

from fogline.model.incident import Rule, Standing, Value, Voice
from fogline.model.stated import Stated
from fogline.reconcile.standing import Standings
from fogline.reconcile.tolls import add_up

STANDINGS = Standings.load()
Row = tuple[str, Standing, int, int | None]  # who, class, low, high
UN: Standing = "uninvolved"


def value(row: Row, enemy: bool = False) -> Value:
    """One value of a voice. ``enemy``: Russia counts the dead of Ukraine."""
    name, standing, low, high = row
    document = report(f"{name} counted them.", "2025-01-03", name)
    claim = counted(document, "counted", "killed", low, high, targets=("Ukraine",) if enemy else ())
    side = "state:RU" if enemy else ""
    voice = Voice(name, name, standing, side)
    return Value(voice, low, high, date(2025, 1, 3), "first", "", counts=True, claim=Stated(claim, source_of(document)))


def added(rows: list[Row], rule: Rule) -> str:
    """``low–best–high``, with ``+`` where more is possible; the row of ``Moscow`` counts its enemy's dead."""
    total = add_up([value(r, enemy=r[0] == "Moscow") for r in rows], STANDINGS, rule)
    return f"{total.low}–{total.best}–{total.high}{'+' if total.open else ''}"


UCDP = [
    ([("UN", UN, 9, 9)], "9–9–9", "one origin"),
    ([("UN", UN, 9, 9), ("Doctors", "local", 12, 12)], "9–9–12", "the better class is best, the other the end"),
    ([("UN", UN, 12, 12), ("Doctors", "local", 9, 9)], "9–12–12", "the better class is best, though higher"),
    ([("UN", UN, 9, 9), ("Ministry", "official", 12, 12)], "9–9–12", "undecidable: the lower"),
    (
        [("A", "medium", 9, 9), ("B", "medium", 12, 12), ("C", "medium", 12, 12)],
        "9–12–12",
        "what most of the class give",
    ),
    ([("Army", "party", 3, 3), ("Nobody", "unnamed", 30, 30)], "3–3–30", "a party outweighs nobody in particular"),
    (
        [("Moscow", "party", 200, 200), ("Nobody", "unnamed", 20, 20)],
        "20–20–200",
        "its enemy's dead move only the ends",
    ),
    ([("Moscow", "party", 200, 200)], "200–200–200", "its enemy's dead, and nobody else counts"),
    ([("UN", UN, 20, None)], "20–20–20+", "at least 20"),
    ([("UN", UN, 20, None), ("Doctors", "local", 35, 35)], "20–20–35", "an open value lowers nothing and caps nothing"),
    ([("UN", UN, 15, 15), ("Doctors", "local", 20, None)], "15–15–20+", "the open value is the highest"),
    ([("UN", UN, 9, 9), ("A", "medium", 0, 30)], "9–9–30", "up to 30 moves only high"),
    ([("A", "medium", 0, 30)], "0–0–30", "only an upper limit"),
    ([("UN", UN, 9, 9), ("A", "medium", 0, 8)], "9–9–9", "an upper limit below what is counted changes nothing"),
    ([("A", "medium", 24, 99), ("UN", UN, 27, 27)], "27–27–27", "a vague word falls away beside a number in its range"),
    ([("A", "medium", 24, 99), ("UN", UN, 9, 9)], "9–9–99", "a vague word that does not agree stays"),
    ([("A", "medium", 10, 15)], "10–10–15", "between ten and fifteen"),
]


@pytest.mark.parametrize(("rows", "expected", "why"), UCDP, ids=[row[2] for row in UCDP])
def test_ucdp(rows: list[Row], expected: str, why: str) -> None:
    assert added(rows, "ucdp") == expected, why


CONSERVATIVE = [
    ([("UN", UN, 24, 99)], "12–12–99", "dozens are 12"),
    ([("UN", UN, 200, 999)], "100–100–999", "hundreds are 100"),
    ([("UN", UN, 20, 99)], "10–10–99", "tens are 10"),
    ([("UN", UN, 3, 9)], "3–3–9", "several are 3"),
    ([("UN", UN, 12, 12), ("Doctors", "local", 9, 9)], "9–9–12", "the lowest reliable"),
    ([("UN", UN, 12, 12), ("Army", "party", 3, 3)], "3–12–12", "a party's lower count is not reliable"),
    ([("Army", "party", 3, 3), ("Nobody", "unnamed", 2, 2)], "2–2–3", "nobody reliable: the lowest"),
    ([("UN", UN, 20, None)], "20–20–20+", "at least 20"),
]


@pytest.mark.parametrize(("rows", "expected", "why"), CONSERVATIVE, ids=[row[2] for row in CONSERVATIVE])
def test_conservative(rows: list[Row], expected: str, why: str) -> None:
    assert added(rows, "conservative") == expected, why


def test_the_rule_in_words_stands_beside_the_number() -> None:
    total = add_up([value(("UN", UN, 12, 12)), value(("Doctors", "local", 9, 9))], STANDINGS)
    assert (
        total.basis
        == "12 is what 1 of 1 independent origins of the best class (an uninvolved body or an official count) give"
    )
