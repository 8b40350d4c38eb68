"""Making a ledger, and bringing an older one to today's schema."""

from __future__ import annotations

from alembic import command
from alembic.config import Config

from fogline.errors import LedgerTooNew
from fogline.ledger.connection import Ledger, connect, keep_private, opened, version_of, writing
from fogline.ledger.lookups import rebuild
from fogline.ledger.schema import VERSION


def created(target: str) -> Ledger:
    """The ledger at ``target``, made first where there is none. Raises as ``opened`` does for one of another version."""
    ledger = connect(target)
    if ledger.path is not None and not ledger.path.exists():
        keep_private(ledger.path)
    if not version_of(ledger):
        upgrade(ledger)
    return opened(target)


def upgrade(ledger: Ledger) -> str:
    """Run the migrations that are missing, in one transaction; returns the version met before ('' for none)."""
    met = version_of(ledger)
    if met > VERSION:
        raise LedgerTooNew(ledger.target, met, VERSION)
    config = Config()
    config.set_main_option("script_location", "fogline.ledger:migrations")
    with writing(ledger) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if "" < met < VERSION:
            rebuild(connection)
    return met
