"""A consistent copy of a SQLite ledger while others write to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from fogline.errors import LedgerUnreachable
from fogline.ledger.connection import Ledger, keep_private, reading

PAGES = 2000  # copied between two looks at the lock: 8 MB


def backup(ledger: Ledger, out: Path) -> None:
    """Copy the ledger to the new file ``out`` (mode 0600). Raises ``LedgerUnreachable`` for a server's or an existing file."""
    if ledger.path is None:
        raise LedgerUnreachable(ledger.target, "a server's ledger is backed up with pg_dump")
    if out.exists():
        raise LedgerUnreachable(str(out), "the file exists; a backup never overwrites")
    with reading(ledger) as connection:
        source = connection.connection.driver_connection
        keep_private(out)
        with closing(sqlite3.connect(out)) as target:
            source.backup(target, pages=PAGES)  # type: ignore[union-attr]  # the driver's own connection
            target.execute("PRAGMA journal_mode = WAL")
