"""A ledger file that cannot be used says why."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event
from tests.reports import report, told

from fogline.errors import LedgerFull, LedgerLocked, LedgerMissing, LedgerTooNew, LedgerTooOld, NotALedger
from fogline.ledger.backup import backup
from fogline.ledger.check import check
from fogline.ledger.connection import connect, opened, reading, writing
from fogline.ledger.read import sources
from fogline.ledger.upgrade import created, upgrade
from fogline.ledger.write import add

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)


def no_faults(*_: object) -> list[str]:
    return []


def test_only_the_owner_may_read_a_ledger(tmp_path: Path) -> None:
    created(str(tmp_path / "l.db"))
    assert stat.S_IMODE((tmp_path / "l.db").stat().st_mode) == 0o600


def test_making_a_ledger_twice_changes_nothing(tmp_path: Path) -> None:
    with writing(created(str(tmp_path / "l.db"))) as connection:
        add(connection, report("Jets struck Idlib.", "2024-12-01"), [], [], NOON)
    with reading(created(str(tmp_path / "l.db"))) as connection:
        assert len(sources(connection)) == 1


def test_any_file_name_will_do(tmp_path: Path) -> None:
    created(str(tmp_path / "Übersicht 50% ?neu#1.db"))
    assert (tmp_path / "Übersicht 50% ?neu#1.db").stat().st_size > 0


def test_a_missing_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing, match="fogline add"):
        opened(str(tmp_path / "none.db"))


def test_a_text_file_is_not_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "l.db").write_text("nine people were killed " * 100)
    with pytest.raises(NotALedger):
        opened(str(tmp_path / "l.db"))


def test_another_programs_database_is_not_a_ledger(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "l.db")) as other:
        other.execute("CREATE TABLE moz_places (id INTEGER)")
    with pytest.raises(NotALedger, match="moz_places"):
        created(str(tmp_path / "l.db"))


@pytest.mark.parametrize(("version", "error"), [("0000", LedgerTooOld), ("9999", LedgerTooNew)])
def test_a_ledger_of_another_version(tmp_path: Path, version: str, error: type[Exception]) -> None:
    created(str(tmp_path / "l.db"))
    with closing(sqlite3.connect(tmp_path / "l.db")) as file:
        file.execute("UPDATE alembic_version SET version_num = ?", (version,))
        file.commit()
    with pytest.raises(error, match=version):
        opened(str(tmp_path / "l.db"))


def test_an_empty_file_is_upgraded_to_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "l.db").touch()
    upgrade(connect(str(tmp_path / "l.db")))
    assert opened(str(tmp_path / "l.db"))


def test_a_locked_ledger_says_so_and_loses_nothing(tmp_path: Path) -> None:
    created(str(tmp_path / "l.db"))
    impatient = opened(str(tmp_path / "l.db"), patience=0.05)
    with closing(sqlite3.connect(tmp_path / "l.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerLocked), writing(impatient) as connection:
            add(connection, report("Jets struck Idlib.", "2024-12-01"), [], [], NOON)
        other.execute("ROLLBACK")
    with writing(impatient) as connection:
        assert add(connection, report("Jets struck Idlib.", "2024-12-01"), [], [], NOON).outcome == "added"


def test_a_full_disk_stores_nothing_of_the_document(tmp_path: Path) -> None:
    ledger = created(str(tmp_path / "l.db"))
    event.listen(ledger.engine, "connect", lambda file, _: file.execute("PRAGMA max_page_count = 1"))
    with pytest.raises(LedgerFull), writing(ledger) as connection:
        add(connection, report("Jets struck Idlib. " * 20_000, "2024-12-01"), [], [], NOON)
    with reading(ledger) as connection:
        assert sources(connection) == ()


def test_a_backup_is_a_whole_ledger(tmp_path: Path) -> None:
    ledger = created(str(tmp_path / "l.db"))
    raid = report("Jets struck Idlib.", "2024-12-01")
    with writing(ledger) as connection:
        add(connection, raid, [told(raid, "ASSAULT", "struck")], [], NOON)
    backup(ledger, tmp_path / "copy.db")
    with reading(opened(str(tmp_path / "copy.db"))) as connection:
        assert [s.id for s in sources(connection)] == [raid.id]
        assert list(check(connection, no_faults)) == []
