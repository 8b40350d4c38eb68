"""Which documents are still to be read again: a re-reading that was stopped goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, text
from tests.reports import report, told
from tests.situations import NOON

from fogline.ledger.browse import issues_of
from fogline.ledger.connection import writing
from fogline.ledger.due import due, note
from fogline.ledger.reread import reread
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.issue import Issue

LATER = NOON + timedelta(hours=1)
RAIDS = [report(f"Jets struck {place}.", "2024-12-01") for place in ("Idlib", "Hama")]
UNPLACED = Issue("places", "unknown_place", "Hama is not known.")


@pytest.fixture
def connection(ledger_target: str) -> Iterator[Connection]:
    """Two documents that Fogline 0.0.1 read."""
    with writing(created(ledger_target)) as opened:
        for raid in RAIDS:
            add(opened, raid, [told(raid, "ASSAULT", "struck")], [UNPLACED], NOON)
        with opened.begin():
            opened.execute(text("UPDATE document SET reader = '0.0.1'"))
        yield opened


def again(connection: Connection, number: int, version: str) -> None:
    done = reread(connection, RAIDS[number].id, [], LATER)
    note(connection, done, [UNPLACED], LATER, version)


def test_what_was_read_again_before_the_stop_is_not_due(connection: Connection) -> None:
    again(connection, 0, "0.1.0")
    assert due(connection, "0.1.0") == (RAIDS[1].id,)


def test_what_this_version_read_is_not_due(connection: Connection) -> None:
    assert due(connection, "0.0.1") == ()


def test_the_next_version_reads_all_again(connection: Connection) -> None:
    again(connection, 0, "0.1.0")
    assert due(connection, "0.2.0") == (RAIDS[0].id, RAIDS[1].id)


def test_an_issue_met_again_is_stored_once(connection: Connection) -> None:
    again(connection, 0, "0.1.0")
    assert [i.code for i in issues_of(connection, RAIDS[0].id)] == ["read_again", "unknown_place"]
