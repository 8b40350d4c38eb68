"""The one-screen view: fits, says who, and lets no control character through."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console
from tests.reports import counted, report, told
from tests.situations import filled, seen

from fogline.cli.screen import Screen, print_situation
from fogline.ledger.upgrade import created


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("screen") / "l.db"
    created(str(path))
    first = report(
        "Monitors said at least 20 people were killed in Aleppo. Rebels seized Hama.", "2024-12-01", "A\x1b[31mB"
    )
    denial = report("The army denied that rebels seized Hama.", "2024-12-02", "State Wire")
    seized = told(first, "takes", "seized", agents=("Rebels",), place="Hama", day="2024-11-30")
    denied = told(
        denial, "takes", "seized", agents=("rebels",), place="Hama", day="2024-11-30", stance="denied", by="The army"
    )
    toll = counted(first, "20", "killed", 20, None, scope="cumulative", by="Monitors", place="Aleppo")
    return filled(path, [(first, [toll, seized]), (denial, [denied])])


def printed(ledger: Path, width: int) -> str:
    out = io.StringIO()
    print_situation(seen(ledger), Screen(Console(file=out, width=width), "page.html"))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_fits_one_screen(ledger: Path, width: int) -> None:
    lines = printed(ledger, width).splitlines()
    assert len(lines) <= 40
    assert max(len(line) for line in lines) <= width


def test_says_how_many_by_whom_and_what_is_contested(ledger: Path) -> None:
    text = printed(ledger, 100)
    assert "20+" in text
    assert "running total, Monitors" in text
    assert "not: The army" in text
    assert "2 documents" in text
    assert "page.html" in text


def test_no_control_character_reaches_the_terminal(ledger: Path) -> None:
    assert "\x1b" not in printed(ledger, 100)
