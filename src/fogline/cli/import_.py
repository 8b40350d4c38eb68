"""``fogline import``: reference history of UCDP or ACLED, a yardstick for rank and tempo, apart from claims."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fogline.cli.plain import printable
from fogline.cli.progress import rows_counted
from fogline.cli.settings import settings
from fogline.cli.situations import day

if TYPE_CHECKING:
    from fogline.exchange.survey import Survey
    from fogline.ledger.references import File


@click.command()
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--as", "name", required=True, type=click.Choice(["ucdp-ged", "acled"]), help="Whose data set it is.")
@click.option("--ledger", "target", metavar="L", help="The ledger; made where there is none. Default: fogline.db.")
@click.option("--from", "first", metavar="D", help="First day that the file covers. Default: as its events tell.")
@click.option("--to", "last", metavar="D", help="Last day that it covers. Default: that of its last event.")
def command(path: Path, name: str, target: str | None, first: str | None, last: str | None) -> int:
    """Take FILE (.csv, .csv.gz or a .zip with one) as reference history.

    What others coded is a yardstick: `situation` ranks the last week against it. It never enters a toll, an incident or a brief.
    UCDP GED is CC BY 4.0. An ACLED export is yours by ACLED's terms: it stays in your ledger, and a ledger with it is not to be
    passed on. The same file again changes nothing.
    """
    from fogline.exchange.references import dataset
    from fogline.exchange.survey import digest
    from fogline.ledger.connection import reading
    from fogline.ledger.references import File, imported_before
    from fogline.ledger.upgrade import created

    ends = day("--from", first), day("--to", last)
    mark, ledger = digest(path), created(target or settings().ledger)
    with reading(ledger) as connection:
        if imported_before(connection, name, mark):
            click.echo(f"{path.name}: imported before, left alone")
            return 0
    found = surveyed(path, name)
    covers = days_covered(found, ends, path.name)
    file = File(dataset(name), path.name, mark, *covers)
    store(path, file, ledger.target)
    click.echo(f"{file.dataset.title}: {covers[0]} to {covers[1]}, kept in {ledger.target} apart from claims")
    if found.others:
        click.echo(f"{found.others} rows left out: protests, riots, strategic developments")
    click.echo(f"Licence: {file.dataset.licence}. Cite: {file.dataset.attribution}")
    return told(found)


def surveyed(path: Path, name: str) -> Survey:
    """A first look at every row, before the ledger is written to."""
    from fogline.exchange.opened import unpacked
    from fogline.exchange.references import past_events
    from fogline.exchange.survey import survey

    with unpacked(path) as stream, rows_counted(past_events(stream, name), "looked at") as rows:
        return survey(rows)


def days_covered(found: Survey, ends: tuple[date | None, date | None], name: str) -> tuple[date, date]:
    """The days that the file covers, as the user says or as its events tell. Raises ``NothingCovered`` for none."""
    from fogline.errors import DayWrong, NothingCovered

    if found.covers is None or found.last is None:
        for bad in found.listed:
            click.echo(f"refused: row {bad.row}: {printable(bad.reason)}", err=True)
        raise NothingCovered(name)
    first, last = ends[0] or found.covers, ends[1] or found.last
    if last < first:
        raise DayWrong("--to", f"{last}, which is before {first}")
    return first, last


def store(path: Path, file: File, target: str) -> None:
    """Read the rows again, into the ledger, in one transaction."""
    from fogline.exchange.opened import unpacked
    from fogline.exchange.references import past_events
    from fogline.ledger.connection import opened, writing
    from fogline.ledger.references import keep
    from fogline.model.history import PastEvent

    with (
        unpacked(path) as stream,
        rows_counted(past_events(stream, file.dataset.name), "stored") as rows,
        writing(opened(target)) as connection,
    ):
        done = keep(connection, file, (row for row in rows if isinstance(row, PastEvent)), datetime.now(UTC))
    changed = f", {done.changed} took the place of other values" if done.changed else ""
    known = f", {done.known} were here before" if done.known else ""
    click.echo(f"{done.new} events imported{known}{changed}")


def told(found: Survey) -> int:
    """List what was refused; the exit code."""
    for bad in found.listed:
        click.echo(f"refused: row {bad.row}: {printable(bad.reason)}", err=True)
    if found.refused > len(found.listed):
        click.echo(f"refused: {found.refused - len(found.listed)} more rows", err=True)
    return 2 if found.refused else 0
