"""``fogline add``: read reports and keep what they say in a ledger."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from fogline.cli.progress import counted
from fogline.cli.reports import REFUSED_STAGES, Reports, refusal_lines
from fogline.cli.settings import settings

if TYPE_CHECKING:
    from fogline.model.document import Document

SAID = {
    "added": "added",
    "known": "here before, left alone",
    "other_text": "not added: the id stands for another text",
    "forgotten": "not added: erased on request before; --although-forgotten brings it back",
}


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--ledger", "target", metavar="L", help="The ledger; made where there is none. Default: fogline.db.")
@click.option("--published", metavar="DAY", help="Day of publication (2024-12-01) of documents that do not tell it.")
@click.option("--explain", is_flag=True, help="Also list what was refused or left unresolved, and why.")
@click.option("--although-forgotten", "again", is_flag=True, help="Also documents that were erased on request before.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read.")
def command(
    paths: tuple[str, ...], target: str | None, published: str | None, workers: int, *, explain: bool, again: bool
) -> int:
    """Read PATHS (files, folders, URLs, or - for standard input) and store documents and claims.

    Each document is stored whole or not at all; adding it again changes nothing.
    """
    reports = Reports(paths, settings(), published)
    outcomes, claims, name = stored(reports, target or settings().ledger, workers, again)
    for outcome, number in sorted(outcomes.items()):
        click.echo(f"{number} {'document' if number == 1 else 'documents'} {SAID[outcome]}")
    click.echo(f"{claims} claims stored in {name}")
    return max(refusal_lines(reports, explain), 2 if outcomes["other_text"] else 0)


def stored(reports: Reports, target: str, workers: int = 1, again: bool = False) -> tuple[Counter[str], int, str]:
    """Read the reports into the ledger: documents by outcome, claims stored, and the ledger's name.

    ``again`` brings back what was erased on request.
    """
    from fogline.ledger.connection import writing
    from fogline.ledger.upgrade import created
    from fogline.ledger.write import add, add_issues, refusal

    ledger = created(target)
    outcomes: Counter[str] = Counter()
    claims = 0

    def new(document: Document) -> bool:
        """Reading costs seconds: what would not be stored is not read."""
        met = refusal(connection, document, again)
        outcomes.update([met.outcome] if met else [])
        return met is None

    with writing(ledger) as connection, counted(reports.read(workers, new), "added") as results:
        for document, found in results:
            done = add(connection, document, found.items, found.issues, datetime.now(UTC), again)
            outcomes[done.outcome] += 1
            claims += done.claims
        add_issues(connection, [i for i in reports.issues if i.stage in REFUSED_STAGES], datetime.now(UTC))
    return outcomes, claims, ledger.target
