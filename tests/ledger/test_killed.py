"""A writer ended at any instant loses no document that it reported, and leaves none in part (200 ends: ``make bench``)."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from tests.ledger.contents import contents, raids
from tests.ledger.killing import NOON, End, kill, survives, terminate_backend
from tests.postgres import Server

from fogline.ledger.connection import opened, writing
from fogline.ledger.upgrade import created
from fogline.ledger.write import add

ENDS = 25
RAIDS = raids(300)
CASES = [("sqlite", kill), ("postgresql", kill), ("postgresql", terminate_backend)]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> str:
    target = str(tmp_path_factory.mktemp("undisturbed") / "l.db")
    created(target)
    with writing(opened(target)) as connection:
        for document, claims in RAIDS:
            add(connection, document, claims, [], NOON)
    return target


@pytest.mark.parametrize(("kind", "end"), CASES)
def test_an_ended_writer_loses_nothing_that_it_reported(
    kind: str, end: End, undisturbed: str, postgres: Server, tmp_path: Path
) -> None:
    target = postgres.database() if kind == "postgresql" else str(tmp_path / "l.db")
    created(target)
    reported = survives(target, RAIDS, ENDS, end, Random(4))
    assert 50 < len(reported) < len(RAIDS), "the ends fall into the adding"
    assert contents(target) == contents(undisturbed)
