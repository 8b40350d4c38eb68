"""Damage done behind the ledger's back is found."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.reports import counted, report, told

from fogline.claims.check import faults
from fogline.ledger.check import check
from fogline.ledger.connection import reading, writing
from fogline.ledger.decisions import accepting, decide, undo
from fogline.ledger.people import judge
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.judgement import Judgement

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)

DAMAGE = [
    ("UPDATE document SET text = 'Jets hit Idlib. Nine people died.'", "text_digest"),  # a changed text
    ("UPDATE document SET text = replace(text, 'Nine', 'Five')", "claim"),  # so that a span quotes other words
    ("UPDATE claim SET record = replace(record, '\"low\":9', '\"low\":19')", "identity"),  # a changed value
    ("UPDATE claim SET record = replace(record, '\"low\":9', '\"low\":19')", "claim"),  # low > high
    ("UPDATE claim SET id = 'c_other' WHERE kind = 'event'", "record"),  # a row that is not its JSON
    ("INSERT INTO claim_words(claim_words, rowid, evidence) SELECT 'delete', row, evidence FROM claim", "full_text"),
    (
        "INSERT INTO decision(document, action, \"by\", because, recorded_at) VALUES ('d_0', 'reject', 'Ada', '', '')",
        "orphan",
    ),
    ("UPDATE claim SET document = 'd_0'", "orphan"),  # a claim without a document
    ("UPDATE decision SET claim = 'c_0'", "orphan"),  # a decision on no claim
    ("UPDATE decision SET value = '7' WHERE action = 'undo'", "decision"),  # a line that takes back none
    ("UPDATE decision SET value = '\"often\"' WHERE field = 'type'", "decision"),  # a correction that makes no claim
    ("UPDATE decision SET value = '{' WHERE field = 'type'", "decision"),  # a value that is no JSON
    ("UPDATE judgement SET right = 'c_0'", "orphan"),  # a judgement on no claim
]


@pytest.mark.parametrize(("damage", "rule"), DAMAGE)
def test_damage_is_found(tmp_path: Path, damage: str, rule: str) -> None:
    ledger = created(str(tmp_path / "l.db"))
    raid = report("Jets struck Idlib. Nine people were killed.", "2024-12-01")
    claims = [told(raid, "ASSAULT", "struck", place="Idlib"), counted(raid, "Nine people", "killed", 9)]
    with writing(ledger) as connection:
        add(connection, raid, claims, [], NOON)
        decide(
            connection, replace(accepting(claims[0], "Ada"), action="correct", field="type", value='"PROTEST"'), NOON
        )
        decide(connection, accepting(claims[1], "Ada"), NOON)
        undo(connection, claims[1].id, "Ada", "a slip", NOON)
        judge(connection, Judgement(claims[0].id, claims[1].id, "same", "Ada", person=True, because="one raid"), NOON)
        assert list(check(connection, faults)) == []
    with closing(sqlite3.connect(tmp_path / "l.db")) as file:
        file.execute(damage)
        file.commit()
    with reading(ledger) as connection:
        assert rule in {fault.rule for fault in check(connection, faults)}
