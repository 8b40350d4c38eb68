"""What a person should look at first: doubtful claims on which much rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.reports import counted, report, told
from tests.situations import NOON, filled, seen

from fogline.ledger.connection import opened, writing
from fogline.ledger.decisions import accepting, decide, rejecting
from fogline.ledger.reread import reread
from fogline.model.claim import Claim
from fogline.model.record import identified
from fogline.situation.review import queue

RAID = report("Jets struck Idlib. Nine people were killed. In Hama 300 people were killed.", "2024-12-01", "Daily Post")
NINE = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01")
MANY = counted(RAID, "300 people", "killed", 300, place="Hama", day="2024-12-01")
DENIED = told(RAID, "ASSAULT", "struck", place="Idlib", day="2024-12-01", by="Syrian army", stance="denied")


def sure(claim: Claim, confidence: float) -> Claim:
    return identified(replace(claim, confidence=confidence))


def order(ledger: Path) -> list[str]:
    return [due.heard.stated.claim.id for due in queue(seen(ledger))]


@pytest.mark.parametrize(
    ("nine", "many", "first"),
    [(0.5, 0.5, MANY), (0.1, 0.9, NINE)],
    ids=["of two as doubtful the larger number", "of two the far more doubtful"],
)
def test_doubt_times_consequence(ledger: Path, nine: float, many: float, first: Claim) -> None:
    filled(ledger, [(RAID, [sure(NINE, nine), sure(MANY, many)])])
    assert order(ledger)[0] == first.id


def test_what_a_person_has_decided_on_is_not_due(ledger: Path) -> None:
    filled(ledger, [(RAID, [NINE, MANY])])
    with writing(opened(str(ledger))) as connection:
        decide(connection, accepting(MANY, "Ada"), NOON + timedelta(hours=1))
    assert order(ledger) == [NINE.id]


def test_what_is_contradicted_is_due_however_surely_it_was_read(ledger: Path) -> None:
    other = report("Jets struck Idlib.", "2024-12-01", "Morning News")
    raid = sure(told(other, "ASSAULT", "struck", place="Idlib", day="2024-12-01"), 1.0)
    filled(ledger, [(RAID, [sure(DENIED, 1.0)]), (other, [raid])])
    due = {d.heard.stated.claim.id: (d.doubt, d.reasons[-1]) for d in queue(seen(ledger))}
    assert due[raid.id] == (0.5, "contradicted by another voice")


def test_a_rejection_of_an_earlier_reading_is_due_again(ledger: Path) -> None:
    filled(ledger, [(RAID, [NINE])])
    better = counted(RAID, "Nine people", "injured", 9, place="Idlib", day="2024-12-01")
    with writing(opened(str(ledger))) as connection:
        decide(connection, rejecting(NINE, "Ada", "the wounded are meant"), NOON + timedelta(hours=1))
        reread(connection, RAID.id, [better], NOON + timedelta(hours=2))
    assert [(d.heard.stated.claim.id, d.score) for d in queue(seen(ledger))] == [(better.id, 1.0)]
