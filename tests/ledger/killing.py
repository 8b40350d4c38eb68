"""A writer in a process of its own, ended at a random instant: what it reported must be there whole, and nothing in part."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from random import Random

import psycopg
from sqlalchemy import select
from tests.ledger.contents import Told

from fogline.claims.check import faults
from fogline.errors import LedgerUnreachable
from fogline.ledger import schema
from fogline.ledger.check import check
from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.write import add

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
LONGEST = 0.012  # seconds from a report to the end: adding takes less, so that every moment of it is met
End = Callable[[str, int], None]


def kill(_: str, process: int) -> None:
    """End the writer as a power cut would."""
    os.kill(process, signal.SIGKILL)


def terminate_backend(target: str, _: int) -> None:
    """End the server's side of the connection, as soon as there is one; the writer notices and ends."""
    until = time.monotonic() + 5
    while not terminate_backends(target) and time.monotonic() < until:
        time.sleep(0.001)


def terminate_backends(target: str) -> int:
    """End the server's side of every other connection to the database; how many there were."""
    with psycopg.connect(target, autocommit=True) as connection:
        return connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).rowcount


def survives(target: str, told: Sequence[Told], ends: int, end: End, chance: Random) -> set[str]:
    """End a writer ``ends`` times, look at the ledger each time, then let one finish. Returns what was reported before the last."""
    reported: set[str] = set()
    whole = {document.id: sorted(claim.id for claim in claims) for document, claims in told}
    for _ in range(ends):
        left = [(document, claims) for document, claims in told if document.id not in reported]
        reported |= _ended(target, left, chance.randrange(2 * max(1, len(told) // (ends + 5))), end, chance)
        _look(target, reported, whole)
    with writing(opened(target)) as connection:
        for document, claims in told:
            outcome = add(connection, document, claims, [], NOON).outcome
            assert outcome == "known" if document.id in reported else outcome in ("added", "known")
    return reported


def _write(target: str, told: Sequence[Told], pipe: Connection) -> None:
    """Add all, telling each that is stored; a lost connection ends it with a sentence, anything else with a traceback."""
    with suppress(LedgerUnreachable), writing(opened(target)) as connection:
        for document, claims in told:
            add(connection, document, claims, [], NOON)
            pipe.send(document.id)


def _ended(target: str, told: Sequence[Told], after: int, end: End, chance: Random) -> set[str]:
    """What a writer reported that was ended a moment after so many reports."""
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_write, args=(target, told, there))
    child.start()
    there.close()
    reported: set[str] = set()
    try:
        while len(reported) < after:
            reported.add(here.recv())
        time.sleep(chance.uniform(0, LONGEST))
        end(target, child.pid or 0)
        child.join()
        while True:
            reported.add(here.recv())
    except EOFError:
        child.join()
    here.close()
    return reported


def _look(target: str, reported: set[str], whole: dict[str, list[str]]) -> None:
    claims: dict[str, list[str]] = {document: [] for document in whole}
    with reading(opened(target)) as connection:
        assert list(check(connection, faults)) == []
        stored = {row.id for row in connection.execute(select(schema.document.c.id))}
        for row in connection.execute(select(schema.claim.c.document, schema.claim.c.id).order_by(schema.claim.c.id)):
            claims[row.document].append(row.id)
    assert reported <= stored
    assert {document for document in stored if claims[document] != whole[document]} == set()
