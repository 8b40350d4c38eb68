"""``fogline search``: full text over documents and claims."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from fogline.cli.plain import printable
from fogline.cli.settings import settings


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--most", default=40, show_default=True, type=click.IntRange(1, 10_000), help="Hits of each kind.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(words: tuple[str, ...], target: str | None, most: int, *, as_json: bool) -> int:
    """Find the claims and documents that hold all WORDS, in any order, without regard to case and accents."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.search import search

    with reading(opened(target or settings().ledger)) as connection:
        hits = search(connection, words, most)
    for hit in hits:
        if as_json:
            click.echo(json.dumps(asdict(hit), ensure_ascii=False))
        else:
            who = printable(hit.publisher or "publisher unknown")
            click.echo(f"{hit.noun:<8} {hit.id}  {hit.known}  {who}\n         {printable(hit.words)}")
    if not hits:
        click.echo("Nothing holds all these words.", err=True)
    return 0
