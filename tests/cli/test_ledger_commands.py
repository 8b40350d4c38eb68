"""The commands that look into a ledger, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.reports import counted, report, told
from tests.situations import filled

from fogline.cli.main import fogline
from fogline.errors import NothingNamed
from fogline.ledger.upgrade import created

RAID = report("Jets struck Idlib\x1b[31m. Nine people were killed.", "2024-12-01", "Daily Post", title="Raid")
CLAIMS = (
    told(RAID, "ASSAULT", "struck", place="Idlib", day="2024-12-01"),
    counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01"),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    created(str(tmp_path / "l.db"))
    return filled(tmp_path / "l.db", [(RAID, CLAIMS)])


def run(ledger: Path, *words: str) -> Result:
    result = CliRunner().invoke(fogline, [*words, "--ledger", str(ledger)], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def test_situation_prints_the_stable_interface(ledger: Path) -> None:
    told_ = json.loads(run(ledger, "situation", "--json", "--place", "Syria").stdout)
    assert list(told_)[:11] == [
        "as_known", "from", "to", "place", "figures", "control", "contested", "timeline", "network", "indicators", "sources",
    ]  # fmt: skip
    assert list(told_["figures"][0]) == [
        "measure", "population", "place", "scope", "since", "incident", "low", "best", "high", "open", "rule", "series",
    ]  # fmt: skip
    assert told_["figures"][0]["series"] == [
        {
            "speaker": "Daily Post",
            "value": {"low": 9, "high": 9},
            "on": "2024-12-01",
            "difference": "first",
            "claim": CLAIMS[1].id,
        }
    ]
    assert (told_["as_known"], told_["place"], list(told_["indicators"])[:3]) == (
        "2024-12-01",
        "Syria",
        ["intensity", "tempo", "disconnect"],
    )


def test_situation_writes_tables(ledger: Path, tmp_path: Path) -> None:
    run(ledger, "situation", "--csv", str(tmp_path / "out"))
    lines = (tmp_path / "out" / "timeline.csv").read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("2024-12-01,2024-12-01,ground,single_origin,")


def test_search_prints_no_escape_sequences(ledger: Path) -> None:
    out = run(ledger, "search", "idlib", "jets").stdout
    assert CLAIMS[0].id in out
    assert "\x1b" not in out


def test_show_claim_gives_the_words(ledger: Path) -> None:
    assert "Nine people were killed." in run(ledger, "show", "claim", CLAIMS[1].id).stdout


def test_show_document_gives_text_and_claims(ledger: Path) -> None:
    out = json.loads(run(ledger, "show", "document", RAID.id, "--json").stdout)
    assert (out["text"], [c["id"] for c in out["claims"]]) == (RAID.text, [c.id for c in CLAIMS])


def test_show_incident_says_why_its_claims_are_together(ledger: Path) -> None:
    name = json.loads(run(ledger, "situation", "--json").stdout)["timeline"][0]["incident"]
    assert "both in Idlib" in run(ledger, "show", "incident", name).stdout


def test_an_unknown_id_is_named(ledger: Path) -> None:
    with pytest.raises(NothingNamed, match="c_0"):
        run(ledger, "show", "claim", "c_0")


def test_ledger_check_and_backup(ledger: Path, tmp_path: Path) -> None:
    run(ledger, "ledger", "backup", str(tmp_path / "copy.db"))
    assert run(tmp_path / "copy.db", "ledger", "check").stdout == "sound\n"


def test_a_document_that_is_here_is_not_read_again(ledger: Path, tmp_path: Path) -> None:
    """With a parser's name that nobody has, reading anything at all would fail."""
    calm = report("The guns fell silent in Hama.", "2024-12-02")
    filled(ledger, [(calm, [])])
    known = {"id": calm.id, "text": calm.text, "published": calm.published}
    (tmp_path / "again.jsonl").write_text(json.dumps(known), encoding="utf-8")
    env = {"FOGLINE_PARSER_MODEL": "no_such_model"}
    words = ["add", str(tmp_path / "again.jsonl"), "--ledger", str(ledger)]
    result = CliRunner().invoke(fogline, words, standalone_mode=False, env=env)
    assert (result.exception, "1 document here before, left alone" in result.stdout) == (None, True)


def test_a_refused_file_is_kept_with_its_reason(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 cut off")
    CliRunner().invoke(fogline, ["add", str(tmp_path / "broken.pdf"), "--ledger", str(ledger)], standalone_mode=False)
    refused = json.loads(run(ledger, "situation", "--json").stdout)["sources"]["refused"]
    assert ["broken.pdf" in r["reason"] for r in refused] == [True]
    assert run(ledger, "ledger", "check").stdout == "sound\n"
