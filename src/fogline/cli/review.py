"""``fogline review``: the claims that a person should look at first."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

import click

from fogline.cli.claim_lines import fields
from fogline.cli.plain import printable
from fogline.cli.settings import settings

if TYPE_CHECKING:
    from fogline.model.record import Record
    from fogline.situation.review import Due


@click.command()
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--place", metavar="P", help="A country (name or ISO code), a place or a first-order division.")
@click.option("--from", "first", metavar="D", help="First day.")
@click.option("--to", "last", metavar="D", help="Last day.")
@click.option("--as-known", "known", metavar="D", help="What a reader could know on this day, by publication.")
@click.option("--most", default=20, show_default=True, type=click.IntRange(1), help="How many claims.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(
    target: str | None,
    place: str | None,
    first: str | None,
    last: str | None,
    known: str | None,
    most: int,
    *,
    as_json: bool,
) -> int:
    """Show the claims to look at first: those in doubt on which much rests, with the reasons. Then: fogline decide CLAIM …"""
    from fogline.cli.situations import Options, asked
    from fogline.situation.review import queue

    found = queue(asked(Options(target or settings().ledger, place, first, last, known)))
    for due in islice(found, most):
        click.echo(json.dumps(_record(due), ensure_ascii=False) if as_json else "\n".join(_lines(due)))
    if len(found) > most and not as_json:
        click.echo(f"and {len(found) - most} more; --most shows them")
    return 0


def _lines(due: Due) -> list[str]:
    claim = due.heard.stated.claim
    told = ", ".join(value for value in fields(claim).values() if value)
    head = f"{due.score:6.2f}  {claim.id}  {printable(told)}"
    return [head, f"        “{printable(claim.evidence.text)}”", *(f"        {printable(r)}" for r in due.reasons)]


def _record(due: Due) -> Record:
    return {
        "claim": due.heard.stated.claim.id,
        "document": due.heard.stated.claim.document,
        "score": due.score,
        "doubt": due.doubt,
        "consequence": due.consequence,
        "reasons": list(due.reasons),
    }
