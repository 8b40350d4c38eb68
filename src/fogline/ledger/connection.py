"""Opening a ledger, and the two ways to use it: reading and writing. Database errors leave as sentences of ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from fogline.errors import (
    FoglineError,
    LedgerFull,
    LedgerLocked,
    LedgerMissing,
    LedgerTooNew,
    LedgerTooOld,
    LedgerUnreachable,
    NotALedger,
)
from fogline.ledger.schema import VERSION

PATIENCE = 30.0  # seconds to wait for another writer: an `add` holds the lock for well under one
PRIVATE = 0o600  # a ledger can name witnesses
CACHE = 64 * 1024  # KiB of pages: the indexes of a million claims are walked at random
LOG = 8000  # pages of write-ahead log before they are moved: a report in a hundred pays for it, not one in fifteen
WRITERS = 0x666F676C  # "fogl": writers to a server's ledger take turns, as they do on a file
FULL = ("disk is full", "No space left", "disk I/O error", "could not extend file", "File too large")
BUSY = ("locked", "busy", "lock timeout")


@dataclass(frozen=True, slots=True)
class Ledger:
    """An opened ledger: where it stands (without a password) and how to reach it."""

    target: str
    engine: Engine

    @property
    def path(self) -> Path | None:
        """The file of a SQLite ledger; ``None`` for a server's."""
        return None if _served(self.target) else Path(self.target)


def connect(target: str, patience: float = PATIENCE) -> Ledger:
    """The ledger at ``target`` (a file, or ``postgresql://…``), its tables not yet looked at."""
    if _served(target):
        return _connect_to_server(target, patience)
    engine = create_engine(
        URL.create("sqlite", database=target), poolclass=NullPool, connect_args={"timeout": patience}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Ledger(target, engine)


def opened(target: str, patience: float = PATIENCE) -> Ledger:
    """An existing ledger of this Fogline's schema version. Raises the error that says why it cannot be used."""
    ledger = connect(target, patience)
    if ledger.path is not None and not ledger.path.exists():
        raise LedgerMissing(target)
    met = version_of(ledger)
    if met == VERSION:
        return ledger
    raise LedgerTooOld(target, met, VERSION) if met < VERSION else LedgerTooNew(target, met, VERSION)


def version_of(ledger: Ledger) -> str:
    """The schema version; empty for a database without any table. Raises ``NotALedger`` for another program's."""
    with reading(ledger) as connection:
        looked = inspect(connection)
        if not looked.has_table("alembic_version"):
            if tables := looked.get_table_names():
                raise NotALedger(ledger.target, f"it holds the tables {', '.join(tables[:3])}")
            return ""
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found or "")


@contextmanager
def reading(ledger: Ledger) -> Iterator[Connection]:
    """A connection that sees one consistent state and is closed at the end."""
    with _spoken(ledger), ledger.engine.connect() as connection:
        yield connection if ledger.path else connection.execution_options(isolation_level="REPEATABLE READ")


@contextmanager
def writing(ledger: Ledger) -> Iterator[Connection]:
    """A connection whose transactions take the writer's lock at once: no lock is lost half-way. Each ``begin()`` is one."""
    with _spoken(ledger), ledger.engine.connect() as connection:
        yield connection.execution_options(writes=True)


def keep_private(path: Path) -> None:
    """Make an empty ledger file that only its owner can read, before any other byte of it exists."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE))
    path.chmod(PRIVATE)


def _served(target: str) -> bool:
    return target.startswith(("postgresql://", "postgresql+"))


def _connect_to_server(target: str, patience: float) -> Ledger:
    try:
        url = make_url(target).set(drivername="postgresql+psycopg")
        given = f"{url.query.get('options', '')} -c lock_timeout={int(patience * 1000)}"
        waits = {"connect_timeout": max(2, int(patience)), "options": given.strip()}
        engine = create_engine(url, poolclass=NullPool, connect_args=waits)
    except (ArgumentError, ValueError) as error:
        raise LedgerUnreachable("postgresql://…", "the address is not one of a database") from error
    except ModuleNotFoundError as error:
        raise LedgerUnreachable(
            url.render_as_string(), "psycopg is missing: pip install 'fogline[postgres]'"
        ) from error

    def take_turn(connection: Connection) -> None:
        if connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS})")

    event.listen(engine, "begin", take_turn)
    return Ledger(url.set(drivername="postgresql").render_as_string(), engine)


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # the driver's own BEGIN comes too late: SQLAlchemy's events begin instead
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        f"cache_size = -{CACHE}",
        f"wal_autocheckpoint = {LOG}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _spoken(ledger: Ledger) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        if _is_bug(error):
            raise
        raise _sentence(ledger.target, error) from error
    except sqlite3.Error as error:
        raise _sentence(ledger.target, DatabaseError(None, None, error)) from error


def _is_bug(error: DBAPIError) -> bool:
    """Whether a constraint was broken or a statement is wrong; no right to write (42501, 25006) is the world's affair."""
    state = getattr(error.orig, "sqlstate", None)
    if state:
        return state[:2] in ("0A", "22", "23", "25", "42") and state not in ("25006", "42501")
    return type(error) not in (OperationalError, DatabaseError)


def _sentence(target: str, error: DBAPIError) -> FoglineError:
    met = str(error.orig).strip()
    if any(words in met for words in BUSY):
        return LedgerLocked(target, PATIENCE)
    if any(words in met for words in FULL):
        return LedgerFull(target)
    if "not a database" in met or "malformed" in met:
        return NotALedger(target, met)
    return LedgerUnreachable(target, met)
