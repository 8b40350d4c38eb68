"""``fogline search``: full text over documents and claims, narrowed by what a claim says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from fogline.cli.claim_lines import state
from fogline.cli.plain import printable
from fogline.cli.settings import settings
from fogline.cli.situations import day

if TYPE_CHECKING:
    from fogline.ledger.search import Hit, Status
    from fogline.model.record import Record
    from fogline.model.stated import Stated

KINDS = ("event", "control", "figure", "relation", "assessment")
STATUSES = ("read", "accepted", "corrected", "rejected", "missed")


@click.command()
@click.argument("words", nargs=-1)
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--kind", type=click.Choice(KINDS), help="Claims of this kind.")
@click.option("--type", "type_", metavar="T", help="Claims of this type: ASSAULT, takes, killed, backs…")
@click.option(
    "--actor", metavar="A", help="Claims in which A acts or is acted upon: words of a name, or an identifier."
)
@click.option("--place", metavar="P", help="Claims of a country, a place or a first-order division.")
@click.option("--speaker", metavar="S", help="Claims that S makes: words of a name, or an identifier.")
@click.option("--status", type=click.Choice(STATUSES), help="What people made of the claim; read: nobody decided yet.")
@click.option("--day", "on", metavar="D", help="Claims about this day, documents of it.")
@click.option("--most", default=40, show_default=True, type=click.IntRange(1, 10_000), help="Hits of each kind.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(  # the options are the interface
    words: tuple[str, ...],
    target: str | None,
    kind: str | None,
    type_: str | None,
    actor: str | None,
    place: str | None,
    speaker: str | None,
    status: Status | None,
    on: str | None,
    most: int,
    *,
    as_json: bool,
) -> int:
    """Find the claims and documents that hold all WORDS, in any order, without regard to case and accents.

    What a person corrected or entered is found by the person's values. Without WORDS, all claims that the options narrow to.
    """
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.search import Sought, search
    from fogline.ledger.where import where

    sought = Sought(kind, type_, actor, where(place), speaker, status, day("--day", on))
    if not words and not (sought.of_claims or sought.day):
        raise click.UsageError("Name words, or what to narrow the claims to (--kind, --place, …).")
    with reading(opened(target or settings().ledger)) as connection:
        hits = search(connection, words, most, sought)
    for hit in hits:
        click.echo(json.dumps(_record(hit), ensure_ascii=False) if as_json else _lines(hit))
    if not hits:
        click.echo("Nothing holds all this.", err=True)
    return 0


def _lines(hit: Hit) -> str:
    who = printable(hit.publisher or "publisher unknown")
    about = f"\n         {printable(_about(hit.stated))}" if hit.stated else ""
    return f"{hit.noun:<8} {hit.id}  {hit.known}  {who}{about}\n         {printable(hit.words)}"


def _about(stated: Stated) -> str:
    """What the claim says, as people left it: ``control takes · HTS · Hama (SY) · 5 Dec 2024 · says SOHR · corrected``."""
    claim = stated.claim
    what = f"{claim.kind} {claim.type}{f'/{claim.mode}' if claim.mode else ''}"
    where = f"{claim.place.name}{f' ({claim.place.country})' if claim.place.country else ''}" if claim.place else ""
    said = ", ".join(s.name for s in claim.attribution)
    parts = [
        what,
        " → ".join(names for held in (claim.agents, claim.targets) if (names := ", ".join(a.name for a in held))),
        where,
        _days(stated),
        f"says {said}" if said else "",
        "denied" if claim.stance == "denied" else "",
        claim.modality if claim.modality != "actual" else "",
        state(stated) if stated.review else "",
    ]
    return " · ".join(part for part in parts if part)


def _days(stated: Stated) -> str:
    time = stated.claim.time
    if time is None:
        return ""
    return str(time.first) if time.first == time.last else f"{time.first} – {time.last}"


def _record(hit: Hit) -> Record:
    """The hit as JSON values; a claim with its whole record, as people left it."""
    from fogline.model.record import to_record

    found: Record = {
        "noun": hit.noun,
        "id": hit.id,
        "document": hit.document,
        "known": hit.known,
        "publisher": hit.publisher,
        "words": hit.words,
    }
    if hit.stated:
        found["status"] = hit.stated.review.status if hit.stated.review else "read"
        found["claim"] = to_record(hit.stated.claim)
    return found
