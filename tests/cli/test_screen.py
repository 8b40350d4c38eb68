"""The one-screen view: fits, says who, and lets no control character through."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console
from tests.reports import counted, report, told
from tests.situations import filled, seen

from fogline.cli.letters import letters_of
from fogline.cli.screen import Screen, print_situation
from fogline.language.actor_lexicon import ActorLexicon
from fogline.ledger.upgrade import created


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("screen") / "l.db"
    created(str(path))
    first = report(
        "Monitors said at least 20 people were killed in Aleppo. Rebels seized Hama.", "2024-12-01", "A\x1b[31mB"
    )
    denial = report("The army denied that rebels seized Hama.", "2024-12-02", "State Wire")
    seized = told(first, "takes", "seized", agents=("rebels",), place="Hama", day="2024-11-30")
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
    (killed,) = [row.split() for row in text.splitlines() if "killed*" in row]
    assert killed == ["killed*", "20", "20+", "20+", "Monitors:", "Aleppo"]
    assert "not: The army" in text
    assert "2 documents" in text
    assert "page.html" in text


def test_no_control_character_reaches_the_terminal(ledger: Path) -> None:
    assert "\x1b" not in printed(ledger, 100)


def test_a_narrow_screen_calls_a_long_name_by_the_letters_it_is_known_by(tmp_path: Path) -> None:
    created(str(tmp_path / "l.db"))
    name = "Syrian Observatory for Human Rights"
    one = report(f"{name} said 20 people were killed in Aleppo.", "2024-12-01")
    toll = counted(one, "20 people", "killed", 20, by=name, place="Aleppo")
    found = seen(filled(tmp_path / "l.db", [(one, [toll])]))
    out = {width: io.StringIO() for width in (80, 120)}
    for width, stream in out.items():
        print_situation(found, Screen(Console(file=stream, width=width), None, letters_of(ActorLexicon.load())))
    assert "SOHR: Aleppo" in out[80].getvalue()
    assert f"{name}: Aleppo" in out[120].getvalue()


def test_a_dumb_terminal_gets_no_escape(ledger: Path) -> None:
    out = io.StringIO()
    dumb = Console(file=out, width=80, force_terminal=True, _environ={"TERM": "dumb"})
    print_situation(seen(ledger), Screen(dumb))
    assert "\x1b" not in out.getvalue()
    assert "CONTESTED" in out.getvalue()
