"""Several at work on one ledger: writers take turns, readers see a finished state, the order does not show."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.ledger.contents import Told, contents, raids
from tests.postgres import Server

from fogline.claims.check import faults
from fogline.ledger.backup import backup
from fogline.ledger.check import check
from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.held import held
from fogline.ledger.read import latest_day, stated
from fogline.ledger.search import search
from fogline.ledger.upgrade import created
from fogline.ledger.write import add

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
RAIDS = raids(40)


def write(target: str, told: list[Told]) -> list[str]:
    with writing(opened(target)) as connection:
        return [add(connection, document, claims, [], NOON).outcome for document, claims in told]


def test_two_writers_at_once_leave_what_one_would_have_left(ledger_target: str, tmp_path: Path) -> None:
    """Both add everything, from the two ends: copies and versions meet in every order."""
    created(ledger_target)
    with ThreadPoolExecutor(2) as writers:
        one, two = writers.map(write, [ledger_target] * 2, [RAIDS, RAIDS[::-1]])
    assert sorted(one + two) == ["added"] * 40 + ["known"] * 40
    created(str(tmp_path / "alone.db"))
    write(str(tmp_path / "alone.db"), RAIDS)
    assert contents(ledger_target) == contents(str(tmp_path / "alone.db"))


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_adding_does_not_show(ledger_target: str, tmp_path: Path, seed: int) -> None:
    turned = RAIDS[seed * 13 :] + RAIDS[: seed * 13]
    created(ledger_target)
    write(ledger_target, turned[::-1])
    created(str(tmp_path / "straight.db"))
    write(str(tmp_path / "straight.db"), RAIDS)
    assert contents(ledger_target) == contents(str(tmp_path / "straight.db"))


def test_a_reader_sees_whole_documents_in_one_state(ledger_target: str) -> None:
    """While another writes: what is read twice on one connection is the same, and no document lacks a claim."""
    created(ledger_target)
    expected = {document.id: len(claims) for document, claims in RAIDS}
    writer = threading.Thread(target=write, args=(ledger_target, RAIDS))
    writer.start()
    while writer.is_alive():
        with reading(opened(ledger_target)) as connection:
            first, again = held(connection), stated(connection)
        told = [s.claim.document for s in first.claims]
        assert [s.claim.id for s in again] == [s.claim.id for s in first.claims]
        assert {document: told.count(document) for document in told}.items() <= expected.items()
    writer.join()
    with reading(opened(ledger_target)) as connection:
        assert list(check(connection, faults)) == []


def test_a_backup_made_while_others_write_is_whole(tmp_path: Path) -> None:
    target = str(tmp_path / "l.db")
    ledger = created(target)
    write(target, RAIDS[:5])
    writer = threading.Thread(target=write, args=(target, RAIDS))
    writer.start()
    copies = [tmp_path / f"copy{number}.db" for number in range(3)]
    for copy in copies:
        backup(ledger, copy)
    writer.join()
    for copy in copies:
        with reading(opened(str(copy))) as connection:
            assert list(check(connection, faults)) == []
            assert set(contents(str(copy))["document"]) <= set(contents(target)["document"])
            assert latest_day(connection) is not None


def test_both_databases_find_and_hold_the_same(postgres: Server, tmp_path: Path) -> None:
    served, file = postgres.database(), str(tmp_path / "l.db")
    for target in (served, file):
        created(target)
        write(target, RAIDS)
    assert contents(served) == contents(file)
    for words in (["idlib", "jets"], ["El Fasher"], ["Witness 22"], ["witness-22"], ["WITNESS"], ["nobody"], ["'; --"]):
        hits = []
        for target in (served, file):
            with reading(opened(target)) as connection:
                hits.append(sorted((h.noun, h.id, h.words) for h in search(connection, words)))
        assert hits[0] == hits[1], words
    postgres.drop(served)
