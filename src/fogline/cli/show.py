"""``fogline show``: everything about one claim, incident or document, with its evidence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from fogline.cli.claim_lines import claim_lines, decision_record, state
from fogline.cli.plain import printable
from fogline.cli.settings import settings
from fogline.errors import NothingNamed

if TYPE_CHECKING:
    from fogline.model.incident import Heard, Incident
    from fogline.model.judgement import Judgement
    from fogline.model.record import Record
    from fogline.model.stated import Stated


@click.group()
def command() -> None:
    """Everything about one thing, with the words that prove it."""


@command.command()
@click.argument("name", metavar="ID")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--json", "as_json", is_flag=True, help="Print the claim as JSON.")
def claim(name: str, target: str | None, *, as_json: bool) -> int:
    """Show the claim ID: what it says, what people decided about it, and what the machine had read."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.decided import claim_with_review
    from fogline.ledger.decisions import decisions_of

    with reading(opened(target or settings().ledger)) as connection:
        found = claim_with_review(connection, name)
        lines = decisions_of(connection, name) if found else ()
    if found is None:
        raise NothingNamed("claim", name)
    if as_json:
        decided = {"decisions": [decision_record(d) for d in lines]}
        click.echo(json.dumps({**_claim_record(found), **decided}, ensure_ascii=False))
    else:
        click.echo("\n".join(claim_lines(found, lines)))
    return 0


@command.command()
@click.argument("name", metavar="ID")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--json", "as_json", is_flag=True, help="Print the document and its claims as JSON.")
def document(name: str, target: str | None, *, as_json: bool) -> int:
    """Show the document ID with its claims and what people made of each: read, accepted, corrected, rejected or missed."""
    from dataclasses import asdict

    from fogline.ledger.connection import opened, reading
    from fogline.ledger.decided import claims_with_reviews
    from fogline.ledger.read import document_by_id

    with reading(opened(target or settings().ledger)) as connection:
        found, claims = document_by_id(connection, name), claims_with_reviews(connection, name)
    if found is None:
        raise NothingNamed("document", name)
    if as_json:
        click.echo(json.dumps({**asdict(found), "claims": [_claim_record(s) for s in claims]}, ensure_ascii=False))
        return 0
    click.echo(f"{found.id}  {found.published or 'undated'}  {printable(found.publisher or 'publisher unknown')}")
    click.echo(f"{printable(found.title or '')}\n{printable(found.url or '')}\n")
    click.echo("\n".join(printable(line) for line in found.text.split("\n")))
    for stated in claims:
        click.echo("\n" + "\n".join([f"{stated.claim.id}  {state(stated)}", *claim_lines(stated)[1:]]))
    return 0


@command.command()
@click.argument("name", metavar="ID")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option(
    "--as-known", "known", metavar="D", help="As known on this day: the id of an incident changes as reports come in."
)
@click.option("--json", "as_json", is_flag=True, help="Print the incident as JSON.")
def incident(name: str, target: str | None, known: str | None, *, as_json: bool) -> int:
    """Show the incident ID: its claims, who says them, and why they are together."""
    from fogline.cli.one_incident import nearby
    from fogline.cli.situations import day
    from fogline.model.stated import Clocks
    from fogline.reconcile.acts import Acts
    from fogline.reconcile.standing import Standings

    ledger = target or settings().ledger
    found = nearby(ledger, name, Clocks(day("--as-known", known)), (Standings.load(), Acts.load()))
    if found is None:
        raise NothingNamed("incident", name)
    people = _judged(ledger, [h.stated.claim.id for h in found.claims])
    record = {**_incident_record(found), "judged": [_judgement_record(j) for j in people]}
    lines = [*_incident_lines(found), *_judgement_lines(people)]
    click.echo(json.dumps(record, ensure_ascii=False) if as_json else "\n".join(lines))
    return 0


def _judged(ledger: str, claims: list[str]) -> tuple[Judgement, ...]:
    """What people judged on these claims, also of pairs that now stand apart."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.people import judgements_on

    with reading(opened(ledger)) as connection:
        return judgements_on(connection, claims)


def _judgement_record(judgement: Judgement) -> Record:
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "because": judgement.because,
        "at": judgement.at,
    }


def _judgement_lines(people: tuple[Judgement, ...]) -> list[str]:
    head = ["", "Judged by people (the last on a pair counts):"] if people else []
    return head + [f"  {j.left} – {j.right}: {j.verdict} by {printable(j.by)}: {printable(j.because)}" for j in people]


def _claim_record(stated: Stated) -> Record:
    """The claim as it counts, its status, and the machine's reading where a person corrected it."""
    from fogline.model.record import to_record

    original = to_record(stated.original) if stated.original else None
    return {**to_record(stated.claim), "status": state(stated), "original": original}


def _incident_lines(found: Incident) -> list[str]:
    when = f"{found.first} – {found.last}" if found.first else "no time told"
    lines = [found.id, printable(found.title), f"{found.status}, {found.lane}, {when}", ""]
    lines += [_heard_line(h) for h in found.claims]
    if found.judgements:
        lines += ["", "Why together:"]
    lines += [f"  {j.left} – {j.right}: {j.verdict} ({j.score}): {printable(j.because)}" for j in found.judgements]
    return lines


def _heard_line(heard: Heard) -> str:
    claim = heard.stated.claim
    who = f"{printable(heard.voice.name)} ({heard.voice.standing}), {heard.stated.source.known}"
    mark = f" [{state(heard.stated)}]" if heard.stated.review else ""
    return f"  {claim.id}{mark}  {who}: “{printable(claim.evidence.text)}”"


def _incident_record(found: Incident) -> dict[str, object]:
    return {
        "id": found.id,
        "title": found.title,
        "lane": found.lane,
        "status": found.status,
        "place": found.place.name if found.place else None,
        "from": str(found.first) if found.first else None,
        "to": str(found.last) if found.last else None,
        "claims": [
            {"claim": h.stated.claim.id, "speaker": h.voice.name, "standing": h.voice.standing} for h in found.claims
        ],
        "why": [
            {
                "left": j.left,
                "right": j.right,
                "verdict": j.verdict,
                "score": j.score,
                "findings": [
                    {"name": f.name, "score": f.score, "weight": f.weight, "reason": f.reason} for f in j.findings
                ],
            }
            for j in found.judgements
        ],
    }
