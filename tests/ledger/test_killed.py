"""A writer killed at any instant loses no document that it reported, and leaves none in part."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from tests.reports import counted, report, told

from fogline.claims.check import faults
from fogline.ledger.check import check
from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.read import sources, stated
from fogline.ledger.upgrade import created
from fogline.ledger.write import add

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
KILLS = 25
DOCUMENTS = 300
CLAIMS = 2


def write(target: str, pipe: Connection) -> None:
    """Add all documents, telling each one that is stored."""
    with writing(opened(target)) as connection:
        for number in range(DOCUMENTS):
            raid = report(f"Jets struck Idlib. There {number} people were killed.", "2024-12-01")
            claims = [told(raid, "ASSAULT", "struck"), counted(raid, f"{number} people", "killed", number)]
            add(connection, raid, claims, [], NOON)
            pipe.send(raid.id)


def killed_after(target: str, seconds: float) -> set[str]:
    """The documents that a writer reported before it was killed."""
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=write, args=(target, there))
    child.start()
    there.close()
    time.sleep(seconds)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    told_: set[str] = set()
    try:
        while here.poll():
            told_.add(here.recv())
    except EOFError:
        pass
    here.close()
    return told_


def test_a_killed_writer_loses_nothing_that_it_reported(tmp_path: Path) -> None:
    target, chance = str(tmp_path / "l.db"), Random(4)
    created(target)
    reported: set[str] = set()
    for _ in range(KILLS):
        reported |= killed_after(target, chance.uniform(0.01, 0.15))
        with reading(opened(target)) as connection:
            assert reported <= {s.id for s in sources(connection)}
            assert list(check(connection, faults)) == []
    assert reported
    with writing(opened(target)) as connection:
        assert len(stated(connection)) == CLAIMS * len(sources(connection))
