"""``fogline decide``, ``judge`` and what ``show`` tells of it, run as a user runs them."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner
from tests.reports import counted, report, told
from tests.situations import NOON, filled

from fogline.cli.main import fogline
from fogline.errors import FieldUnknown, FoglineError, ValueWrong
from fogline.ledger.connection import opened, writing
from fogline.ledger.reread import reread
from fogline.ledger.upgrade import created

RAID = report("Jets struck Idlib. Nine people were killed. Rebels took Saraqib.", "2024-12-01", "Daily Post")
ATTACK = told(RAID, "ASSAULT", "struck", place="Idlib", day="2024-12-01")
DEAD = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01")
OTHER = report("Jets struck Idlib on Sunday.", "2024-12-01", "Morning News")
AGAIN = told(OTHER, "ASSAULT", "struck", place="Idlib", day="2024-12-01")
WHY = ("--because", "as it says", "--by", "Ada")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    created(str(tmp_path / "l.db"))
    return filled(tmp_path / "l.db", [(RAID, [ATTACK, DEAD]), (OTHER, [AGAIN])])


def run(ledger: Path, *words: str) -> str:
    result = CliRunner().invoke(fogline, [*words, "--ledger", str(ledger)], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def figures(ledger: Path) -> list[tuple[str, int, int]]:
    told_ = json.loads(run(ledger, "situation", "--json"))
    return [(t["measure"], t["best"], t["high"]) for t in told_["figures"]]


def incidents(ledger: Path) -> list[str]:
    return [m["incident"] for m in json.loads(run(ledger, "situation", "--json"))["timeline"]]


def test_a_corrected_figure_is_told_beside_what_was_read(ledger: Path) -> None:
    out = run(ledger, "decide", DEAD.id, "correct", "figure=10-12", *WHY)
    assert "10–12 killed, all, incident  (read as 9 killed, all, incident)" in out
    assert figures(ledger) == [("killed", 10, 12)]


def test_show_claim_tells_who_decided_what_and_what_was_taken_back(ledger: Path) -> None:
    run(ledger, "decide", DEAD.id, "reject", *WHY)
    run(ledger, "decide", DEAD.id, "undo", "--because", "a slip", "--by", "Bo")
    out = run(ledger, "show", "claim", DEAD.id)
    assert ["reject by Ada" in out, "as it says (taken back)" in out, "undo by Bo" in out] == [True, True, True]
    assert figures(ledger) == [("killed", 9, 9)]


def test_show_document_gives_each_claim_its_status(ledger: Path) -> None:
    run(ledger, "decide", DEAD.id, "reject", *WHY)
    run(ledger, "decide", ATTACK.id, "accept", "--by", "Ada")
    told_ = json.loads(run(ledger, "show", "document", RAID.id, "--json"))
    assert {c["id"]: c["status"] for c in told_["claims"]} == {ATTACK.id: "accepted", DEAD.id: "rejected"}


def test_a_missed_claim_is_entered_with_its_words(ledger: Path) -> None:
    start = RAID.text.index("Rebels")
    marked = (str(start), str(start + len("Rebels took Saraqib")))
    fields = ("type=takes", "agents=Rebels", "place=35.86,36.8")
    run(ledger, "decide", "missed", RAID.id, *marked, *fields, *WHY)
    made = json.loads(run(ledger, "show", "document", RAID.id, "--json"))["claims"][-1]
    assert (made["status"], made["evidence"]["text"], made["rule"], made["kind"]) == (
        "missed",
        "Rebels took Saraqib.",
        "person",
        "control",
    )
    assert run(ledger, "ledger", "check") == "sound\n"


@pytest.mark.parametrize(
    ("words", "error", "expected"),
    [
        (("correct", "colour=red"), FieldUnknown, "Allowed: type, mode, agents"),
        (("correct", "figure=some"), ValueWrong, "a number such as 12"),
        (("correct", "time=yesterday"), ValueWrong, "a day such as 2024-11-29"),
        (("correct", "place=91,200"), ValueWrong, "or a point"),
        (("correct", "measure=cats"), ValueWrong, "one of killed, injured"),
        (("correct", "modality=certain"), ValueWrong, "one of actual, planned"),
        (("correct", "backdrop=perhaps"), ValueWrong, "one of true, yes"),
        (("correct",), UsageError, "CLAIM correct FIELD=VALUE"),
        (("praise",), UsageError, "accept|reject|undo"),
    ],
)
def test_a_wrong_word_says_what_is_allowed(
    ledger: Path, words: tuple[str, ...], error: type[FoglineError], expected: str
) -> None:
    with pytest.raises(error) as met:
        run(ledger, "decide", DEAD.id, *words, *WHY)
    assert expected in str(met.value)


def test_of_several_corrections_all_or_none_are_kept(ledger: Path) -> None:
    with pytest.raises(ValueWrong):
        run(ledger, "decide", DEAD.id, "correct", "figure=12", "time=yesterday", *WHY)
    assert figures(ledger) == [("killed", 9, 9)]
    run(ledger, "decide", DEAD.id, "correct", "figure=12", "measure=injured", *WHY)
    assert figures(ledger) == [("injured", 12, 12)]


def test_a_rejection_needs_a_reason(ledger: Path) -> None:
    with pytest.raises(UsageError, match="--because"):
        run(ledger, "decide", DEAD.id, "reject")


def test_an_incident_is_split_and_joined_again(ledger: Path) -> None:
    (both,) = incidents(ledger)
    run(ledger, "judge", "different", AGAIN.id, both, *WHY)
    assert len(incidents(ledger)) == 2
    run(ledger, "judge", "unsure", AGAIN.id, ATTACK.id, *WHY)
    run(ledger, "judge", "unsure", AGAIN.id, DEAD.id, *WHY)
    assert incidents(ledger) == [both]


def test_two_incidents_are_judged_by_all_their_claims(ledger: Path) -> None:
    (both,) = incidents(ledger)
    run(ledger, "judge", "different", AGAIN.id, both, *WHY)
    one, two = incidents(ledger)
    assert "2 pairs of claims judged same by Ada" in run(ledger, "judge", "same", one, two, *WHY)
    assert incidents(ledger) == [both]


def test_show_incident_lists_what_people_judged(ledger: Path) -> None:
    (both,) = incidents(ledger)
    run(ledger, "judge", "same", AGAIN.id, ATTACK.id, *WHY)
    judged = json.loads(run(ledger, "show", "incident", both, "--json"))["judged"]
    assert [(j["verdict"], j["by"], j["because"]) for j in judged] == [("same", "Ada", "as it says")]


def test_a_decision_without_its_claim_is_listed_as_waiting(ledger: Path) -> None:
    run(ledger, "decide", DEAD.id, "reject", *WHY)
    with writing(opened(str(ledger))) as connection:
        reread(connection, RAID.id, [ATTACK], NOON + timedelta(days=400))
    assert "(waits for a claim)" in run(ledger, "ledger", "decisions", "--waiting")
