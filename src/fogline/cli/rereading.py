"""``fogline ledger reread``: read again what an older Fogline read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from fogline.cli.claim_lines import fields
from fogline.cli.plain import printable
from fogline.cli.progress import counted
from fogline.cli.settings import settings
from fogline.errors import NothingNamed

if TYPE_CHECKING:
    from fogline.ledger.connection import Ledger
    from fogline.ledger.reread import Reread
    from fogline.model.document import Document


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]…")
@click.option("--all", "every", is_flag=True, help="Every document, also those that this version has read.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object for each document that changed.")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def reread(documents: tuple[str, ...], workers: int, target: str | None, *, every: bool, as_json: bool) -> int:
    """Read documents again: those named, else all that another version of Fogline read.

    A claim that is still read stays as it is; one that no longer is is superseded and stays for --as-recorded. Decisions and
    judgements go over to the claim of the same words. Listed are claims that came (+), that went (-), and that stayed with another
    confidence, rule or total (=). Stopped half-way, the same command goes on where it was.
    """
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.decided import waiting

    ledger = opened(target or settings().ledger)
    changed = read = 0
    for done in read_again(ledger, _named(ledger, documents, every), workers):
        read += 1
        if done.added or done.superseded or done.renewed:
            changed += 1
            click.echo(json.dumps(asdict(done)) if as_json else "\n".join(_lines(ledger, done)))
    with reading(ledger) as connection:
        lost = waiting(connection)
    click.echo(f"{read} documents read again, {changed} of them changed", err=as_json)
    if lost:
        click.echo(f"{len(lost)} decisions wait for a claim: fogline ledger decisions --waiting", err=as_json)
    return 0


def read_again(ledger: Ledger, names: Sequence[str], workers: int = 1) -> Iterator[Reread]:
    """Read the documents and store what changed, one transaction a document."""
    from fogline.ledger.connection import writing
    from fogline.ledger.due import note
    from fogline.ledger.reread import reread as stored
    from fogline.run.local import read_all

    results = read_all(_documents(ledger, names), settings(), workers)
    with writing(ledger) as connection, counted(results, f"of {len(names)} read again") as told:
        for document, found in told:
            done = stored(connection, document.id, found.items, datetime.now(UTC))
            note(connection, done, found.issues, datetime.now(UTC))
            yield done


def _named(ledger: Ledger, documents: Sequence[str], every: bool) -> Sequence[str]:
    from fogline.ledger.connection import reading
    from fogline.ledger.due import due
    from fogline.ledger.due import every as all_documents
    from fogline.ledger.read import source_by_id

    with reading(ledger) as connection:
        if not documents:
            return all_documents(connection) if every else due(connection)
        for name in documents:
            if source_by_id(connection, name) is None:
                raise NothingNamed("document", name)
    return documents


def _documents(ledger: Ledger, names: Sequence[str]) -> Iterator[Document]:
    from fogline.ledger.connection import reading
    from fogline.ledger.read import document_by_id

    with reading(ledger) as connection:
        for name in names:
            found = document_by_id(connection, name)
            connection.rollback()  # no state is held while the document is read
            if found is not None:
                yield found


def _lines(ledger: Ledger, done: Reread) -> Iterator[str]:
    from fogline.ledger.connection import reading
    from fogline.ledger.read import claim_by_id

    yield done.document
    with reading(ledger) as connection:
        for sign, names in (("-", done.superseded), ("+", done.added), ("=", done.renewed)):
            for name in names:
                stated = claim_by_id(connection, name)
                told = ", ".join(f for f in fields(stated.claim).values() if f) if stated else ""
                yield f"  {sign} {name}  {printable(told)}"
