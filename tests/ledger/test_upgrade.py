"""A ledger of the first version, with what people and reports put there, becomes today's on both kinds of database."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import MetaData, insert
from tests.ledger.contents import Told, contents, raids

from fogline.claims.check import faults
from fogline.errors import LedgerTooOld
from fogline.ledger.check import check
from fogline.ledger.columns import claim_row
from fogline.ledger.connection import connect, opened, reading, writing
from fogline.ledger.read import Where, stated
from fogline.ledger.schema import VERSION
from fogline.ledger.search import search
from fogline.ledger.upgrade import created, upgrade
from fogline.ledger.write import add, document_row
from fogline.model.stated import Window

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
MOMENT = "2024-12-10T12:00:00.000000Z"
RAIDS = [raid for number, raid in enumerate(raids(30)) if number % 10 not in (0, 1, 2, 3)]  # without links between them
READ = {"reader": "0.0.1", "recorded_at": MOMENT}


def first_version(target: str, told: list[Told]) -> None:
    """A ledger as the first version made it, its rows written as that version wrote them."""
    config = Config()
    config.set_main_option("script_location", "fogline.ledger:migrations")
    with writing(connect(target)) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        tables = MetaData()
        tables.reflect(connection, only=["document", "claim", "sketch"])
        for document, claims in told:
            connection.execute(insert(tables.tables["document"]), {**document_row(document, MOMENT), **READ})
            connection.execute(insert(tables.tables["sketch"]), {"document": document.id, "band": "0:0123456789abcdef"})
            rows = [{**claim_row(c, claims, str(document.published)), **READ} for c in claims]
            connection.execute(insert(tables.tables["claim"]), rows)


@pytest.fixture
def old(ledger_target: str) -> str:
    first_version(ledger_target, RAIDS)
    return ledger_target


def test_an_old_ledger_is_not_used_before_its_upgrade(old: str) -> None:
    with pytest.raises(LedgerTooOld, match="fogline ledger upgrade"):
        opened(old)
    with pytest.raises(LedgerTooOld):
        created(old)


def test_an_upgraded_ledger_is_sound_and_finds_everything(old: str) -> None:
    assert (upgrade(connect(old)), upgrade(connect(old))) == ("0001", VERSION)
    with reading(opened(old)) as connection:
        assert list(check(connection, faults)) == []
        assert len(stated(connection)) == sum(len(claims) for _, claims in RAIDS)
        december = Window(date(2024, 12, 1), date(2024, 12, 31))
        assert len(stated(connection, window=december, where=Where(country="SY"))) > 0
        assert {h.noun for h in search(connection, ["witness", "14"])} == {"claim", "document"}


def test_an_upgraded_ledger_goes_on(old: str) -> None:
    """Copies of what was there before are known for copies."""
    upgrade(connect(old))
    raid, claims = RAIDS[0]
    reprint = type(raid)("d_reprint", raid.text, published="2024-12-20", publisher="Reprint")
    with writing(opened(old)) as connection:
        assert add(connection, raid, claims, [], NOON).outcome == "known"
        assert raid.id in add(connection, reprint, [], [], NOON).copy_of
    assert len(contents(old)["document"]) == len(RAIDS) + 1
