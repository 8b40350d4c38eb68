"""Rows of tables in plain lines: how their cells are parted, and what is no row."""

from __future__ import annotations

import time

import pytest

from fogline.documents.rows import rows

READ = [
    # lines, the cells of each row by its number; a word on what the row proves
    (["State\tKilled", "Borno\t12"], {0: ["State", "Killed"], 1: ["Borno", "12"]}),
    (["Goma\t\t3"], {0: ["Goma", "", "3"]}),  # an empty cell keeps its column
    (["\tCasualties", "State\tKilled\tHurt"], {0: ["", "Casualties"], 1: ["State", "Killed", "Hurt"]}),
    (["| Site | IDPs |", "|---|---|", "| Bria | 40 |"], {0: ["Site", "IDPs"], 1: ["---", "---"], 2: ["Bria", "40"]}),
    (["Site | IDPs | Hurt"], {0: ["Site", "IDPs", "Hurt"]}),
    (["Killed | 12", "Hurt | 30"], {0: ["Killed", "12"], 1: ["Hurt", "30"]}),  # one bar, but two rows alike
    (["Site,Killed,Hurt", '"Sake, Masisi",4,11'], {0: ["Site", "Killed", "Hurt"], 1: ["Sake, Masisi", "4", "11"]}),
    (["Site   Killed   IDPs", "Goma   12       3,000"], {0: ["Site", "Killed", "IDPs"], 1: ["Goma", "12", "3,000"]}),
    (
        ["Site    Killed   IDPs", "Goma             3,000", "Sake    4        20"],
        {0: ["Site", "Killed", "IDPs"], 1: ["Goma", "", "3,000"], 2: ["Sake", "4", "20"]},
    ),  # a gap under a head
]

NONE = [
    ["Shells hit Kherson.  Two people died."],  # two spaces after a full stop
    ["The army, the police and the mayor met.", "They left, tired, at 12, by car."],  # commas of prose
    ["Aid  was late"],  # one line is no table
    ["\tThe army entered the town."],  # an indented paragraph
    ["He read A | B aloud."],
]


@pytest.mark.parametrize(("lines", "expected"), READ)
def test_cells(lines: list[str], expected: dict[int, list[str]]) -> None:
    assert {n: [lines[n][a:b] for a, b in cells] for n, cells in rows(lines).items()} == expected


@pytest.mark.parametrize("lines", NONE)
def test_no_row(lines: list[str]) -> None:
    assert rows(lines) == {}


@pytest.mark.parametrize("unit", ["a  ", "a,", '"', "| ", "a\t", "a | "])
def test_long_lines_cost_little(unit: str) -> None:
    start = time.perf_counter()
    rows([unit * 2000] * 50)
    assert time.perf_counter() - start < 2
