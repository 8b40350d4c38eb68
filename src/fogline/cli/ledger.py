"""``fogline ledger``: look after a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from fogline.cli.plain import printable
from fogline.cli.settings import settings

SHOWN = 50


@click.group()
def command() -> None:
    """A ledger as a file or a server: check it, upgrade it, back it up."""


@command.command()
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def check(target: str | None) -> int:
    """Look at every row: spans against texts, digests, orphans, ranges, vocabularies."""
    from fogline.claims.check import faults
    from fogline.ledger.check import check as faults_of
    from fogline.ledger.connection import opened, reading

    with reading(opened(target or settings().ledger)) as connection:
        found = list(faults_of(connection, faults))
    for fault in found[:SHOWN]:
        click.echo(f"{fault.at or 'ledger'}: {fault.rule}: {printable(fault.met)}")
    if len(found) > SHOWN:
        click.echo(f"and {len(found) - SHOWN} more")
    click.echo("sound" if not found else f"{len(found)} faults")
    return 2 if found else 0


@command.command()
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--backup", "copy", type=click.Path(path_type=Path), help="Copy the ledger here first.")
def upgrade(target: str | None, copy: Path | None) -> int:
    """Bring a ledger of an older Fogline to today's schema."""
    from fogline.errors import LedgerMissing
    from fogline.ledger.backup import backup as copied
    from fogline.ledger.connection import connect
    from fogline.ledger.schema import VERSION
    from fogline.ledger.upgrade import upgrade as upgraded

    ledger = connect(target or settings().ledger)
    if ledger.path is not None and not ledger.path.exists():
        raise LedgerMissing(ledger.target)
    if copy:
        copied(ledger, copy)
    before = upgraded(ledger)
    click.echo(
        f"{ledger.target}: schema {before or 'none'} → {VERSION}"
        if before != VERSION
        else f"{ledger.target}: up to date"
    )
    return 0


@command.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def backup(out: Path, target: str | None) -> int:
    """Copy the ledger to the new file OUT, consistent also while others write."""
    from fogline.ledger.backup import backup as copied
    from fogline.ledger.connection import opened

    copied(opened(target or settings().ledger), out)
    click.echo(f"{out}: {out.stat().st_size:,} bytes")
    return 0
