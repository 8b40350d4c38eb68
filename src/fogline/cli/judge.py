"""``fogline judge``: whether claims or incidents are about one happening."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from fogline.cli.person import person
from fogline.cli.settings import settings
from fogline.errors import NothingNamed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.model.judgement import Verdict


@click.command()
@click.argument("verdict", type=click.Choice(["same", "different", "unsure"]))
@click.argument("one", metavar="A")
@click.argument("two", metavar="B")
@click.option("--because", required=True, metavar="WHY", help="The reason, kept with the judgement.")
@click.option("--by", metavar="NAME", help="Who judges. Default: the setting person, else the user of this machine.")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option(
    "--as-known",
    "known",
    metavar="D",
    help="The day as known on which an incident has the id given: it changes with reports.",
)
def command(
    verdict: Verdict, one: str, two: str, because: str, by: str | None, target: str | None, known: str | None
) -> int:
    """Say that A and B (claims, or incidents for all their claims) are about the same or different happenings.

    A person's judgement stands above every comparison; the last one on a pair counts, and unsure takes it back. A claim
    against the incident that holds it is judged against the others of that incident.
    """
    from fogline.ledger.connection import opened, writing
    from fogline.ledger.people import between, judge
    from fogline.model.judgement import Judgement

    ledger, who = target or settings().ledger, person(by)
    groups = [_claims(name, ledger, known) for name in (one, two)]
    pairs = between(*groups)
    if not pairs:
        raise click.UsageError(f"{one} and {two} are the same claims: nothing to judge.")
    judgements = [Judgement(a, b, verdict, who, person=True, because=because) for a, b in pairs]
    with writing(opened(ledger)) as connection:
        judge(connection, judgements, datetime.now(UTC))
    click.echo(f"{len(pairs)} {'pair' if len(pairs) == 1 else 'pairs'} of claims judged {verdict} by {who}")
    return 0


def _claims(name: str, ledger: str, known: str | None) -> Sequence[str]:
    """The claims that a name stands for. Raises ``NothingNamed`` for an incident that is not there."""
    from fogline.cli.situations import Options, asked

    if not name.startswith("i_"):
        return (name,)
    found = next((i for i in asked(Options(ledger, known=known)).incidents if i.id == name), None)
    if found is None:
        raise NothingNamed("incident", name)
    return tuple(h.stated.claim.id for h in found.claims)
