"""Damage done behind the ledger's back is found, on both kinds of database: each row plants one fault."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from tests.reports import counted, report, told

from fogline.claims.check import faults
from fogline.ledger.check import Fault, check
from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.decisions import accepting, decide, undo
from fogline.ledger.people import judge
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.judgement import Judgement

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
URL = "https://x.example/1"
WIRE = "Shells fell on the market of El Fasher on Monday and killed four, doctors at its only hospital said in the evening."
RAID = report("Jets struck Idlib. Nine people were killed.", "2024-12-01")
OLD = report("Guns fired on Hama.", "2024-12-02", title="Hama", url=URL)
NEW = report("Guns fired on Hama again.", "2024-12-03", title="Hama", url=URL)
COPIES = [report(WIRE, "2024-12-02", "Reuters"), report(WIRE, "2024-12-03", "Daily Post")]

DAMAGE = [
    ("UPDATE document SET text = 'Jets hit Idlib. Nine people died.'", "text_digest", "another text"),
    ("UPDATE document SET text = replace(text, 'Nine', 'Five')", "claim", "a span quotes other words"),
    ("UPDATE document SET publisher = 'Nobody'", "identity", "a document's id is a digest of its publisher too"),
    ("UPDATE document SET known_day = '2024-11-30'", "known", "a day that nothing gives"),
    ("UPDATE document SET published = 'Monday'", "known", "a day that is none"),
    ("UPDATE document SET recorded_at = '2024-12-10'", "clock", "an instant that is none"),
    ("UPDATE document SET recorded_at = '2024-12-10T11:00:00.000000Z' WHERE url IS NOT NULL", "clock", "dated back"),
    ("UPDATE claim SET superseded_at = '2024-12-09T12:00:00.000000Z'", "clock", "over before it began"),
    ("UPDATE claim SET recorded_at = '2024-12-09T12:00:00.000000Z'", "clock", "here before its document"),
    ("UPDATE version SET recorded_at = '2024-12-09T12:00:00.000000Z'", "clock", "linked before both were here"),
    ("UPDATE origin SET recorded_at = '2024-12-09T12:00:00.000000Z'", "clock", "linked before both were here"),
    ("UPDATE claim SET record = replace(record, '\"low\":9', '\"low\":19')", "identity", "another value"),
    ("UPDATE claim SET record = replace(record, '\"low\":9', '\"low\":19')", "claim", "low above high"),
    ("UPDATE claim SET record = '{'", "record", "no JSON"),
    ("UPDATE claim SET id = 'c_other' WHERE kind = 'event'", "record", "a row that is not its JSON"),
    ("UPDATE claim SET country = 'UA'", "columns", "found under another country than its own"),
    ("UPDATE claim SET first_day = '2023-01-01'", "columns", "found under another day than its own"),
    ("UPDATE claim SET document = 'd_0'", "orphan", "a claim without a document"),
    ("DELETE FROM document WHERE url IS NULL", "orphan", "claims, copies left alone"),
    ("DELETE FROM reach", "reach", "not to be found by country"),
    ("UPDATE reach SET month = '2023-01'", "reach", "found in another month"),
    ("INSERT INTO reach(country, month, claim) VALUES ('SY', '2024-12', 999)", "orphan", "a look-up row of no claim"),
    ("DELETE FROM sketch WHERE document = 1", "sketch", "its copies would not be found"),
    ("INSERT INTO sketch(band, document) VALUES (1, 999)", "sketch", "bands of no document"),
    ("DELETE FROM document_words WHERE row = 1", "full_text", "a document that no search finds"),
    ("DELETE FROM claim_words WHERE row = 1", "full_text", "a claim that no search finds"),
    ("INSERT INTO claim_words(row, words) VALUES (999, '')", "full_text", "a search finds what is not here"),
    ("UPDATE version SET newer_known_day = '2024-12-09'", "version", "replaced from another day on"),
    ("UPDATE version SET older = newer, newer = older", "version", "replaced by an older text"),
    ("UPDATE document SET url = 'x' WHERE published = '2024-12-03'", "version", "replaced by a text of another url"),
    ("UPDATE document SET superseded_at = NULL", "version", "replaced, but not superseded"),
    ("DELETE FROM version", "version", "superseded by no version"),
    ("UPDATE origin SET \"like\" = (SELECT id FROM document WHERE row = 1)", "origin", "one voice with another text"),
    ("UPDATE origin SET \"like\" = document", "origin", "a copy of itself"),
    ("UPDATE decision SET document = 'd_0'", "orphan", "a decision on no document"),
    ("UPDATE decision SET claim = 'c_0'", "orphan", "a decision on no claim"),
    ("UPDATE decision SET value = '7' WHERE action = 'undo'", "decision", "a line that takes back none"),
    ("UPDATE decision SET value = '\"often\"' WHERE field = 'type'", "decision", "a correction that makes no claim"),
    ("UPDATE decision SET value = '{' WHERE field = 'type'", "decision", "a value that is no JSON"),
    ("UPDATE judgement SET \"right\" = 'c_0'", "orphan", "a judgement on no claim"),
]  # fmt: skip
_OUT = "INSERT INTO {0}_words({0}_words, rowid, {1}) SELECT 'delete', row, {1} FROM {0}"
ON_SQLITE = {
    "DELETE FROM document_words": _OUT.format("document", "title, text"),
    "DELETE FROM claim_words": _OUT.format("claim", "evidence"),
    "INSERT INTO claim_words": "INSERT INTO claim_words(rowid, evidence) VALUES (999, 'gone')",
}


@pytest.mark.parametrize(("damage", "rule", "why"), DAMAGE)
def test_damage_is_found(ledger_target: str, damage: str, rule: str, why: str) -> None:
    _fill(ledger_target)
    assert _met(ledger_target) == []
    _break(ledger_target, damage)
    assert rule in {fault.rule for fault in _met(ledger_target)}, why


@pytest.mark.parametrize("backdated", ["UPDATE claim SET superseded_at = NULL", "UPDATE claim SET reader = '0.0.1'"])
def test_what_may_be_is_no_fault(ledger_target: str, backdated: str) -> None:
    _fill(ledger_target)
    _break(ledger_target, backdated)
    assert _met(ledger_target) == []


def test_a_file_with_broken_pages_is_told(tmp_path: Path) -> None:
    target = str(tmp_path / "l.db")
    _fill(target)
    with closing(sqlite3.connect(target)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_claim_document'").fetchone()
        (size,) = file.execute("PRAGMA page_size").fetchone()
    with Path(target).open("r+b") as file_:
        file_.seek((root - 1) * size + size // 2)
        file_.write(bytes(size // 2))
    assert "file" in {fault.rule for fault in _met(target)}


def _fill(target: str) -> None:
    claims = [told(RAID, "ASSAULT", "struck", place="Idlib"), counted(RAID, "Nine people", "killed", 9)]
    with writing(created(target)) as connection:
        add(connection, RAID, claims, [], NOON)
        for number, document in enumerate((OLD, NEW, *COPIES)):
            add(connection, document, [], [], NOON + timedelta(minutes=number))
        changed = replace(accepting(claims[0], "Ada"), action="correct", field="type", value='"PROTEST"')
        decide(connection, changed, NOON)
        decide(connection, accepting(claims[1], "Ada"), NOON)
        undo(connection, claims[1].id, "Ada", "a slip", NOON)
        judge(connection, Judgement(claims[0].id, claims[1].id, "same", "Ada", person=True, because="one raid"), NOON)


def _met(target: str) -> list[Fault]:
    with reading(opened(target)) as connection:
        return list(check(connection, faults))


def _break(target: str, damage: str) -> None:
    """Plant the fault past every guard of the database."""
    if target.startswith("postgresql://"):
        with psycopg.connect(target, autocommit=True, options="-c session_replication_role=replica") as server:
            server.execute(damage.encode())
        return
    with closing(sqlite3.connect(target)) as file:
        file.execute(next((on for start, on in ON_SQLITE.items() if damage.startswith(start)), damage))
        file.commit()
