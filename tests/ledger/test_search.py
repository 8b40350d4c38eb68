"""Searching on both databases: narrowed by what claims say, and by a person's values where a person decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypedDict, Unpack

import pytest
from sqlalchemy import Connection
from tests.reports import counted, report, told
from tests.situations import NOON, STANDINGS

from fogline.ledger.connection import writing
from fogline.ledger.correction_fields import Names
from fogline.ledger.corrections import Missed, correcting, missed_claim
from fogline.ledger.decisions import accepting, decide, missing, rejecting, undo
from fogline.ledger.read import ANYWHERE, Where
from fogline.ledger.search import Sought, Status, search
from fogline.ledger.upgrade import created
from fogline.ledger.write import add

LATER = NOON + timedelta(hours=1)
NAMES = Names(STANDINGS.actors)
RAID = report("Jets struck the town. Nine people were killed. Rebels took Saraqib.", "2024-12-01", title="Raid")
ATTACK = told(RAID, "ASSAULT", "struck", agents=("Syrian army",), place="Idlib", day="2024-12-01")
DEAD = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-11-30", by="Monitors of Idlib")
GOMA = report("M23 entered Goma.", "2025-01-27")
ENTRY = told(GOMA, "enters", "entered", agents=("M23",), place="Goma", day="2025-01-27")


class Given(TypedDict, total=False):
    kind: str
    type: str
    actor: str
    place: Where
    speaker: str
    status: Status
    day: date


@pytest.fixture
def connection(ledger_target: str) -> Iterator[Connection]:
    with writing(created(ledger_target)) as opened:
        add(opened, RAID, [ATTACK, DEAD], [], NOON)
        add(opened, GOMA, [ENTRY], [], NOON)
        yield opened


def found(connection: Connection, *words: str, **sought: Unpack[Given]) -> list[str]:
    hits = search(connection, words, 40, Sought(**sought))
    connection.rollback()
    return [hit.id for hit in hits]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        ({"kind": "figure"}, [DEAD.id]),
        ({"type": "enters"}, [ENTRY.id]),
        ({"actor": "army"}, [ATTACK.id]),  # a word of the name
        ({"actor": "state.sy.army"}, [ATTACK.id]),
        ({"actor": "arm"}, []),  # a part of a word is none
        ({"place": Where(country="SY")}, [ATTACK.id, DEAD.id]),
        ({"place": Where(name="idlib")}, [ATTACK.id, DEAD.id]),
        ({"speaker": "monitors"}, [DEAD.id]),
        ({"kind": "event", "day": date(2024, 12, 1)}, [ATTACK.id]),
        ({"status": "read", "place": Where(country="CD")}, [ENTRY.id]),
        ({"status": "corrected"}, []),
    ],
)
def test_claims_are_narrowed_by_what_they_say(connection: Connection, sought: Given, expected: list[str]) -> None:
    assert sorted(found(connection, **sought)) == sorted(expected)


def test_words_find_claims_then_documents_and_narrowing_leaves_the_documents_out(connection: Connection) -> None:
    assert found(connection, "struck") == [ATTACK.id, RAID.id]
    assert found(connection, "struck", kind="event") == [ATTACK.id]
    assert found(connection, "struck", day=date(2024, 12, 1)) == [ATTACK.id, RAID.id]
    assert found(connection, "struck", day=date(2024, 12, 2)) == []


def test_a_corrected_claim_is_found_by_the_person_s_values_and_no_longer_by_the_machine_s(
    connection: Connection,
) -> None:
    corrected = correcting(ATTACK, "agents=Turkey", RAID, NAMES)
    decide(connection, replace(corrected, by="Ada", because="as it says"), LATER)
    assert found(connection, kind="event", actor="Turkey") == [ATTACK.id]
    assert found(connection, kind="event", actor="army") == []
    assert found(connection, "Turkey", "town", status="corrected") == [ATTACK.id]
    undo(connection, ATTACK.id, "Ada", "a slip", LATER)
    assert found(connection, kind="event", actor="army") == [ATTACK.id]


def test_a_missed_claim_is_found(connection: Connection) -> None:
    start = RAID.text.index("took")
    entered = missed_claim(Missed(RAID, start, start + 4, ("type=takes", "agents=rebels")), NAMES)
    decide(connection, missing(entered, "Ada", "told in the third sentence"), LATER)
    assert found(connection, "Saraqib", kind="control") == [entered.id]
    assert found(connection, status="missed", actor="rebels") == [entered.id]


def test_the_rejected_come_last_and_only_they_by_that_status(connection: Connection) -> None:
    decide(connection, rejecting(ATTACK, "Ada", "no"), LATER)
    decide(connection, accepting(DEAD, "Ada"), LATER)
    assert found(connection, place=Where(country="SY")) == [DEAD.id, ATTACK.id]
    assert found(connection, status="rejected", place=ANYWHERE) == [ATTACK.id]
