"""Decisions and judgements on both kinds of database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection
from tests.reports import counted, report, told
from tests.situations import NOON

from fogline.ledger.connection import writing
from fogline.ledger.decided import waiting
from fogline.ledger.decisions import decide, decisions_of, rejecting, undo
from fogline.ledger.held import held
from fogline.ledger.people import judge
from fogline.ledger.reread import reread
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.judgement import Judgement

LATER = NOON + timedelta(hours=1)
RAID = report("Jets struck Idlib. Nine people were killed.", "2024-12-01")
ATTACK = told(RAID, "ASSAULT", "struck", place="Idlib")
DEAD = counted(RAID, "Nine people", "killed", 9, place="Idlib")
READ_AGAIN = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01")


@pytest.fixture
def connection(ledger_target: str) -> Iterator[Connection]:
    with writing(created(ledger_target)) as opened:
        add(opened, RAID, [ATTACK, DEAD], [], NOON)
        yield opened


def test_a_decision_is_followed_inherited_and_taken_back(connection: Connection) -> None:
    decide(connection, rejecting(DEAD, "Ada", "no"), LATER)
    reread(connection, RAID.id, [ATTACK, READ_AGAIN], LATER)
    assert [s.claim.id for s in held(connection).rejected] == [READ_AGAIN.id]
    connection.rollback()
    undo(connection, READ_AGAIN.id, "Ada", "a slip", LATER)
    assert (held(connection).rejected, waiting(connection)) == ((), ())
    assert [d.action for d in decisions_of(connection, READ_AGAIN.id)] == ["reject", "undo"]


def test_a_judgement_goes_over_to_the_claim_of_the_same_words(connection: Connection) -> None:
    judge(connection, Judgement(DEAD.id, ATTACK.id, "different", "Ada", person=True, because="two raids"), LATER)
    reread(connection, RAID.id, [ATTACK, READ_AGAIN], LATER)
    pairs = [(j.left, j.right) for j in held(connection).judgements]
    assert pairs == [tuple(sorted((ATTACK.id, READ_AGAIN.id)))]


def test_a_judgement_taken_back_is_none(connection: Connection) -> None:
    for verdict in ("same", "unsure"):
        judge(connection, Judgement(DEAD.id, ATTACK.id, verdict, "Ada", person=True, because="two raids"), LATER)
    assert held(connection).judgements == ()
