"""What the world does to a ledger: a clear sentence each time, nothing lost, and the work goes on afterwards."""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import stat
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

import psycopg
import pytest
from tests.ledger.contents import contents, raids
from tests.ledger.killing import terminate_backends
from tests.postgres import Server

from fogline.claims.check import faults
from fogline.errors import (
    FoglineError,
    LedgerFull,
    LedgerLocked,
    LedgerTooNew,
    LedgerTooOld,
    LedgerUnreachable,
    NotALedger,
)
from fogline.ledger.backup import backup
from fogline.ledger.check import check
from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.read import sources
from fogline.ledger.upgrade import created
from fogline.ledger.write import add

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
RAIDS = raids(30)
NOBODY = 65534  # the user with the fewest rights


def fill(target: str, first: int = 0, last: int = len(RAIDS)) -> list[str]:
    with writing(opened(target)) as connection:
        return [add(connection, document, claims, [], NOON).outcome for document, claims in RAIDS[first:last]]


def stored(target: str) -> set[str]:
    with reading(opened(target)) as connection:
        assert list(check(connection, faults)) == []
        return {str(row[0]) for row in contents(target)["document"]}


def apart(work: Callable[[], None]) -> str:
    """What a process of its own says when it fails; empty where it does not."""
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_apart, args=(work, there))
    child.start()
    there.close()
    said = str(here.recv())
    child.join()
    here.close()
    return said


def _apart(work: Callable[[], None], pipe: Pipe) -> None:
    try:
        work()
    except FoglineError as error:
        pipe.send(f"{type(error).__name__}: {error}")
    else:
        pipe.send("")


def test_a_disk_that_fills_up_while_adding(tmp_path: Path) -> None:
    """Files may grow to 400 KB and no further: somewhere in the middle of the thirty reports."""
    target = str(tmp_path / "l.db")
    created(target)

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
        fill(target)

    assert apart(work).startswith("LedgerFull: No room left on the disk of ")
    before = stored(target)
    assert 0 < len(before) < len(RAIDS)
    assert fill(target).count("known") == len(before)
    assert len(stored(target)) == len(RAIDS)


def test_a_servers_disk_that_fills_up(postgres: Server) -> None:
    """The server says 53100, as it does for a full disk, at the claims of the sixth report."""
    target = postgres.database()
    created(target)
    with psycopg.connect(target, autocommit=True) as server:
        server.execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN IF (SELECT count(*) FROM document) > 5 THEN "
            "RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$"
        )
        server.execute("CREATE TRIGGER full_disk BEFORE INSERT ON claim FOR EACH ROW EXECUTE FUNCTION full_disk()")
        with pytest.raises(LedgerFull, match="was not stored"):
            fill(target)
        server.execute("DROP TRIGGER full_disk ON claim")
    assert len(stored(target)) == 5
    assert fill(target).count("added") == len(RAIDS) - 5
    postgres.drop(target)


def test_a_server_whose_writer_does_not_end(postgres: Server) -> None:
    target = postgres.database()
    created(target)
    impatient = opened(target, patience=0.1)
    with (
        writing(opened(target)) as other,
        other.begin(),
        pytest.raises(LedgerLocked, match="Nothing was lost"),
        writing(impatient) as connection,
    ):
        add(connection, *RAIDS[0], [], NOON)
    assert fill(target, 0, 1) == ["added"]
    postgres.drop(target)


def test_a_connection_that_is_lost_while_adding(postgres: Server) -> None:
    target = postgres.database()
    created(target)
    fill(target, 0, 3)
    with pytest.raises(LedgerUnreachable, match="the server"):
        _cut_off(target, 10)
    assert len(stored(target)) == 10
    assert fill(target).count("added") == len(RAIDS) - 10
    postgres.drop(target)


def _cut_off(target: str, after: int) -> None:
    """Add reports; after some the server ends the connection."""
    with writing(opened(target)) as connection:
        for number, (document, claims) in enumerate(RAIDS):
            if number == after:
                terminate_backends(target)
            add(connection, document, claims, [], NOON)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://ada:secret@/none?host=/tmp/no-such-folder", "cannot be used"),
        ("postgresql://ada:secret@127.0.0.1:1/none", "cannot be used"),
        ("postgresql://ada:secret@127.0.0.1:port/none", "not one of a database"),
    ],
)
def test_a_server_that_is_not_there_and_no_password_in_the_sentence(address: str, told: str) -> None:
    with pytest.raises(LedgerUnreachable, match=told) as met:
        opened(address, patience=2)
    assert "secret" not in str(met.value)


def test_a_database_that_is_not_there(postgres: Server) -> None:
    with pytest.raises(LedgerUnreachable, match="does not exist"):
        opened(postgres.database().replace("ledger", "no_ledger"))


def test_a_servers_other_database_is_not_a_ledger(postgres: Server) -> None:
    target = postgres.database()
    with psycopg.connect(target, autocommit=True) as server:
        server.execute("CREATE TABLE moz_places (id integer)")
    with pytest.raises(NotALedger, match="moz_places"):
        created(target)
    postgres.drop(target)


@pytest.mark.parametrize(("version", "error"), [("0001", LedgerTooOld), ("9999", LedgerTooNew)])
def test_a_servers_ledger_of_another_version(postgres: Server, version: str, error: type[Exception]) -> None:
    target = postgres.database()
    created(target)
    with psycopg.connect(target, autocommit=True) as server:
        server.execute("UPDATE alembic_version SET version_num = %s", (version,))
    with pytest.raises(error, match=version):
        opened(target)
    postgres.drop(target)


def test_somebody_who_may_read_and_not_write_on_a_server(postgres: Server) -> None:
    target = postgres.database()
    created(target)
    fill(target, 0, 2)
    with psycopg.connect(target, autocommit=True) as server:
        server.execute("DROP ROLE IF EXISTS reader")
        server.execute("CREATE ROLE reader LOGIN")
        server.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    as_reader = target.replace("fogline@", "reader@")
    with reading(opened(as_reader)) as connection:
        assert len(sources(connection)) == 2
    with pytest.raises(LedgerUnreachable, match="permission denied"):
        fill(as_reader, 2, 3)
    postgres.drop(target)


def test_a_file_that_may_be_read_and_not_written() -> None:
    """As somebody without rights, whoever runs the tests."""
    folder = Path(tempfile.mkdtemp())
    target = str(folder / "l.db")
    created(target)
    fill(target, 0, 2)
    folder.chmod(0o755)
    Path(target).chmod(0o444)

    def work() -> None:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        fill(target, 2, 3)

    said = apart(work)
    shutil.rmtree(folder)
    assert said.startswith("LedgerUnreachable: The ledger ")
    assert "permissions" in said


def test_everything_a_ledger_writes_is_for_its_owner_only(tmp_path: Path) -> None:
    os.umask(old := os.umask(0))  # looked at, not changed
    target = str(tmp_path / "l.db")
    ledger = created(target)
    with writing(opened(target)) as connection:
        add(connection, *RAIDS[0], [], NOON)
        with reading(opened(target)) as reader:
            sources(reader)
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    backup(ledger, tmp_path / "copy.db")
    modes |= {"copy.db": stat.S_IMODE((tmp_path / "copy.db").stat().st_mode)}
    assert modes == {"l.db": 0o600, "l.db-wal": 0o600, "l.db-shm": 0o600, "copy.db": 0o600}, oct(old)


def test_a_backup_never_overwrites(tmp_path: Path) -> None:
    ledger = created(str(tmp_path / "l.db"))
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(LedgerUnreachable, match="never overwrites"):
        backup(ledger, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"
