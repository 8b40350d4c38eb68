"""``fogline ledger``: look after a ledger."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from fogline.cli.claim_lines import decision_line, decision_record
from fogline.cli.person import person
from fogline.cli.plain import printable
from fogline.cli.rereading import reread
from fogline.cli.settings import settings

SHOWN = 50


@click.group()
def command() -> None:
    """A ledger as a file or a server: check it, upgrade it, back it up, read it again, forget a document."""


command.add_command(reread)


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


@command.command()
@click.option("--waiting", "only_waiting", is_flag=True, help="Only those for whose words no claim is read any more.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def decisions(target: str | None, *, only_waiting: bool, as_json: bool) -> int:
    """List what people decided, in the order of deciding, with what was taken back and what waits for a claim."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.decided import waiting
    from fogline.ledger.decisions import all_decisions

    with reading(opened(target or settings().ledger)) as connection:
        lost = waiting(connection)
        found = lost if only_waiting else all_decisions(connection)
    rows = {d.row for d in lost}
    for decision in found:
        if as_json:
            click.echo(json.dumps({**decision_record(decision), "waiting": decision.row in rows}, ensure_ascii=False))
        else:
            state = " (waits for a claim)" if decision.row in rows else ""
            click.echo(printable(f"{decision.claim}  {decision_line(decision)}{state}"))
    return 0


@command.command()
@click.argument("document")
@click.option("--because", required=True, metavar="WHY", help="The reason, kept with the tombstone.")
@click.option("--by", metavar="NAME", help="Who erases. Default: the setting person, else the user of this machine.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def forget(document: str, because: str, by: str | None, target: str | None, *, yes: bool) -> int:
    """Erase DOCUMENT: its text, claims, index and what people decided about it. Who, when and why stay.

    It cannot be taken back, and copies made with backup before still hold the document.
    """
    from fogline.ledger.connection import opened, reading, writing
    from fogline.ledger.contents import contents
    from fogline.ledger.forget import forget as forgotten

    ledger, who = opened(target or settings().ledger), person(by)
    with reading(ledger) as connection:
        held = contents(connection, document)
    went = (
        f"{document} ({printable(held.title or 'without a title')}): {held.characters:,} characters, {held.claims} claims, "
        f"{held.issues} notes, {held.decisions} decisions, {held.judgements} judgements"
    )
    if not yes and not click.confirm(f"Erase {went}?", err=True):
        click.echo("nothing was erased", err=True)
        return 1
    with writing(ledger) as connection:
        forgotten(connection, document, who, because, datetime.now(UTC))
    click.echo(f"erased {went}; by {who}: {printable(because)}")
    return 0


@command.command()
@click.argument("dataset", type=click.Choice(["ucdp-ged", "acled"]))
@click.option("--because", required=True, metavar="WHY", help="The reason, kept with the tombstone.")
@click.option("--by", metavar="NAME", help="Who erases. Default: the setting person, else the user of this machine.")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def forget_history(dataset: str, because: str, by: str | None, target: str | None) -> int:
    """Erase all reference history of DATASET, as when a licence ends. Importing its files brings it back."""
    from fogline.ledger.connection import opened, writing
    from fogline.ledger.references import forget_history as forgotten

    who = person(by)
    with writing(opened(target or settings().ledger)) as connection:
        gone = forgotten(connection, dataset, who, because, datetime.now(UTC))
    click.echo(f"erased {gone} events of {dataset}; by {who}: {printable(because)}")
    return 0
