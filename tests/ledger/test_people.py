"""What people and upgrades change: judgements, re-reading, forgetting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.reports import counted, report, told

from fogline.claims.check import faults
from fogline.errors import NothingNamed
from fogline.ledger.check import check
from fogline.ledger.connection import writing
from fogline.ledger.forget import forget
from fogline.ledger.held import held
from fogline.ledger.people import judge
from fogline.ledger.read import stated
from fogline.ledger.reread import reread
from fogline.ledger.search import search
from fogline.ledger.times import stamp
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.judgement import Judgement
from fogline.model.stated import Clocks

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
RAID = report("Jets struck Idlib. Nine people were killed.", "2024-12-01")
ATTACK = told(RAID, "ASSAULT", "struck", place="Idlib")
DEAD = counted(RAID, "Nine people", "killed", 9, place="Idlib")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with writing(created(str(tmp_path / "l.db"))) as opened:
        add(opened, RAID, [ATTACK, DEAD], [], NOON)
        yield opened


def test_the_last_judgement_on_a_pair_counts(connection: Connection) -> None:
    for verdict in ("same", "different"):
        judge(connection, Judgement(DEAD.id, ATTACK.id, verdict, "Ada", person=True, because="two raids"), NOON)
    assert [(j.verdict, j.by) for j in held(connection).judgements] == [("different", "Ada")]


def test_a_judgement_names_claims_that_are_there(connection: Connection) -> None:
    with pytest.raises(NothingNamed, match="c_0"):
        judge(connection, Judgement("c_0", DEAD.id, "same", "Ada", person=True, because=""), NOON)


def test_reading_again_supersedes_what_is_no_longer_said(connection: Connection) -> None:
    better = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01")
    changed = reread(connection, RAID.id, [ATTACK, better], LATER)
    assert (changed.added, changed.superseded) == ((better.id,), (DEAD.id,))
    assert {s.claim.id for s in stated(connection)} == {ATTACK.id, better.id}
    assert {s.claim.id for s in stated(connection, Clocks(recorded=stamp(NOON)))} == {ATTACK.id, DEAD.id}


def test_reading_again_with_the_same_result_changes_nothing(connection: Connection) -> None:
    changed = reread(connection, RAID.id, [ATTACK, DEAD], LATER)
    assert (changed.added, changed.superseded) == ((), ())


def test_a_part_read_with_another_total_is_kept_under_its_id(connection: Connection) -> None:
    part = counted(RAID, "Nine", "killed", 9, population="civilians", subset_of=DEAD.id)
    reread(connection, RAID.id, [ATTACK, DEAD, part], NOON)
    total = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01")
    changed = reread(connection, RAID.id, [ATTACK, total, replace(part, subset_of=total.id)], NOON)
    assert (changed.added, changed.superseded, changed.renewed) == ((total.id,), (DEAD.id,), (part.id,))
    assert list(check(connection, faults)) == []


def test_a_claim_may_go_and_come_again(connection: Connection) -> None:
    reread(connection, RAID.id, [ATTACK], LATER)
    reread(connection, RAID.id, [ATTACK, DEAD], LATER + timedelta(hours=1))
    assert {s.claim.id for s in stated(connection)} == {ATTACK.id, DEAD.id}
    connection.rollback()
    assert list(check(connection, faults)) == []


def test_a_forgotten_document_is_gone_and_stays_away(connection: Connection) -> None:
    copy = report("Jets struck Idlib. Nine people were killed.", "2024-12-02", "Morning News")
    add(connection, copy, [], [], NOON)
    assert forget(connection, RAID.id, "Ada", "names a witness", LATER) == 2
    assert (stated(connection), search(connection, ["Nine"])[0].id) == ((), copy.id)
    connection.rollback()
    assert add(connection, RAID, [], [], LATER).outcome == "forgotten"
    assert list(check(connection, faults)) == []


def test_no_byte_of_a_forgotten_text_stays_in_the_file(tmp_path: Path) -> None:
    secret = report("A witness called Qorvanath saw the raid.", "2024-12-01")
    with writing(created(str(tmp_path / "s.db"))) as connection:
        add(connection, secret, [told(secret, "ASSAULT", "raid")], [], NOON)
        forget(connection, secret.id, "Ada", "names a witness", LATER)
        connection.rollback()
        left = [p.name for p in tmp_path.glob("s.db*") if b"qorvanath" in p.read_bytes().lower()]
    assert left == []
