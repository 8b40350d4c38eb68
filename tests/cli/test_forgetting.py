"""``fogline ledger forget`` and ``reread``, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text
from tests.reports import report, told
from tests.situations import filled

from fogline.cli.main import fogline
from fogline.errors import NothingNamed
from fogline.ledger.connection import opened, writing
from fogline.ledger.upgrade import created

RAID = report("Jets struck Idlib on 1 December 2024.", "2024-12-02", "Daily Post")
WRONG = told(RAID, "PROTEST", "struck", place="Idlib", day="2024-12-01")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger in which another Fogline took the raid for a protest."""
    created(str(tmp_path / "l.db"))
    filled(tmp_path / "l.db", [(RAID, [WRONG])])
    with writing(opened(str(tmp_path / "l.db"))) as connection, connection.begin():
        connection.execute(text("UPDATE document SET reader = '0.0.1'"))
    return tmp_path / "l.db"


def run(ledger: Path, *words: str, answer: str | None = None) -> Result:
    result = CliRunner().invoke(fogline, [*words, "--ledger", str(ledger)], input=answer, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def test_reading_again_lists_what_came_and_what_went(ledger: Path) -> None:
    out = run(ledger, "ledger", "reread").stdout
    assert f"- {WRONG.id}  event PROTEST" in out
    assert "+ c_" in out
    assert "event ASSAULT/aerial" in out
    assert "1 documents read again, 1 of them changed" in out
    assert run(ledger, "ledger", "check").stdout == "sound\n"


def test_what_was_read_again_is_not_read_a_third_time(ledger: Path) -> None:
    run(ledger, "ledger", "reread")
    assert "0 documents read again" in run(ledger, "ledger", "reread").stdout


def test_reading_again_keeps_the_decision(ledger: Path) -> None:
    run(ledger, "decide", WRONG.id, "reject", "--because", "no protest", "--by", "Ada")
    run(ledger, "ledger", "reread")
    made = json.loads(run(ledger, "show", "document", RAID.id, "--json").stdout)["claims"]
    assert [(c["type"], c["status"]) for c in made] == [("ASSAULT", "rejected, decided on an earlier reading")]


def test_forgetting_tells_what_went_and_by_whom(ledger: Path) -> None:
    out = run(ledger, "ledger", "forget", RAID.id, "--because", "names a witness", "--by", "Ada", "--yes").stdout
    assert "37 characters, 1 claims, 0 notes, 0 decisions, 0 judgements; by Ada: names a witness" in out
    with pytest.raises(NothingNamed):
        run(ledger, "show", "document", RAID.id)


def test_what_was_forgotten_comes_back_only_on_ones_word(ledger: Path, tmp_path: Path) -> None:
    line = {"id": RAID.id, "text": RAID.text, "published": RAID.published, "publisher": RAID.publisher}
    (tmp_path / "raid.jsonl").write_text(json.dumps(line), encoding="utf-8")
    run(ledger, "ledger", "forget", RAID.id, "--because", "names a witness", "--yes")
    again = ("add", str(tmp_path / "raid.jsonl"))
    assert "1 document not added: erased on request before" in run(ledger, *again).stdout
    assert "1 document added" in run(ledger, *again, "--although-forgotten").stdout
    assert run(ledger, "ledger", "check").stdout == "sound\n"


def test_forgetting_asks_first(ledger: Path) -> None:
    run(ledger, "ledger", "forget", RAID.id, "--because", "names a witness", answer="n\n")
    assert RAID.text in run(ledger, "show", "document", RAID.id).stdout
