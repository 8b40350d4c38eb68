"""The tables: nothing in them runs as a formula, one number a row for the indicators."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from tests.reports import counted, report, told
from tests.situations import filled, seen

from fogline.situation.tables import table, tables


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "＝1+1"])
def test_a_cell_that_a_spreadsheet_would_run_is_defused(cell: str) -> None:
    ((read,),) = list(csv.reader(io.StringIO(table(("a",), [(cell,)]), newline="")))[1:]
    assert read == f"'{cell}"


@pytest.mark.parametrize("cell", ["2024-12-01", "a=b", "Al-Bab", "'quoted'", ""])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    rows = list(csv.reader(io.StringIO(table(("a", "b"), [(cell, 1)]), newline="")))
    assert rows[1] == [cell, "1"]


def test_indicators_and_network_are_tables_too(ledger: Path) -> None:
    one = report("HTS struck Syrian army in Hama, killing 9.", "2024-12-01", "A")
    raid = told(one, "ASSAULT", "struck", agents=("HTS",), targets=("Syrian army",), place="Hama", day="2024-12-01")
    dead = counted(one, "9", "killed", 9, place="Hama", day="2024-12-01")
    found = tables(seen(filled(ledger, [(one, [raid, dead])])))
    assert list(found) == ["figures", "control", "contested", "timeline", "sources", "indicators", "network"]
    assert "intensity,ledger,SY/Hama,2024-12-01,killed_best,9\r\n" in found["indicators"]
    assert "tempo,ledger,,2024-11-25,incidents,1\r\n" in found["indicators"]
    assert found["network"].splitlines()[1].startswith("HTS,sy.hts,armed_group,fights,Syrian army,state.sy.army,state,")
