"""``fogline show``: everything about one claim, incident or document, with its evidence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from fogline.cli.plain import printable
from fogline.cli.settings import settings
from fogline.errors import NothingNamed

if TYPE_CHECKING:
    from fogline.model.incident import Heard, Incident
    from fogline.model.stated import Stated


@click.group()
def command() -> None:
    """Everything about one thing, with the words that prove it."""


@command.command()
@click.argument("name", metavar="ID")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--json", "as_json", is_flag=True, help="Print the claim as JSON.")
def claim(name: str, target: str | None, *, as_json: bool) -> int:
    """Show the claim ID."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.read import claim_by_id
    from fogline.model.record import to_line

    with reading(opened(target or settings().ledger)) as connection:
        found = claim_by_id(connection, name)
    if found is None:
        raise NothingNamed("claim", name)
    click.echo(to_line(found.claim) if as_json else "\n".join(_claim_lines(found)))
    return 0


@command.command()
@click.argument("name", metavar="ID")
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--json", "as_json", is_flag=True, help="Print the document and its claims as JSON.")
def document(name: str, target: str | None, *, as_json: bool) -> int:
    """Show the document ID with its claims."""
    from dataclasses import asdict

    from fogline.ledger.connection import opened, reading
    from fogline.ledger.read import claims_of, document_by_id
    from fogline.model.record import to_record

    with reading(opened(target or settings().ledger)) as connection:
        found, claims = document_by_id(connection, name), claims_of(connection, name)
    if found is None:
        raise NothingNamed("document", name)
    if as_json:
        click.echo(json.dumps({**asdict(found), "claims": [to_record(s.claim) for s in claims]}, ensure_ascii=False))
        return 0
    click.echo(f"{found.id}  {found.published or 'undated'}  {printable(found.publisher or 'publisher unknown')}")
    click.echo(f"{printable(found.title or '')}\n{printable(found.url or '')}\n")
    click.echo("\n".join(printable(line) for line in found.text.split("\n")))
    for stated in claims:
        click.echo(f"\n{stated.claim.id}  " + "\n".join(_claim_lines(stated)[1:]))
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
    from fogline.cli.situations import Options, asked

    situation = asked(Options(target or settings().ledger, known=known))
    found = next((i for i in situation.incidents if i.id == name), None)
    if found is None:
        raise NothingNamed("incident", name)
    click.echo(
        json.dumps(_incident_record(found), ensure_ascii=False) if as_json else "\n".join(_incident_lines(found))
    )
    return 0


def _claim_lines(stated: Stated) -> list[str]:
    claim, source = stated.claim, stated.source
    lines = [
        claim.id,
        f"{claim.kind} {claim.type}{'/' + claim.mode if claim.mode else ''}, {claim.stance}, {claim.modality}",
    ]
    lines.append(f"  “{printable(claim.evidence.text)}”")
    told = {
        "trigger": claim.trigger.text,
        "agents": ", ".join(a.name for a in claim.agents),
        "targets": ", ".join(a.name for a in claim.targets),
        "place": f"{claim.place.name} ({claim.place.country or '–'}, precision {claim.place.precision})"
        if claim.place
        else "",
        "time": f"{claim.time.first} – {claim.time.last}" if claim.time else "",
        "speaker": " < ".join(s.name for s in claim.attribution),
        "document": f"{source.id}  {source.published or 'undated'}  {source.publisher or 'publisher unknown'}",
        "read by": f"{claim.rule}, confidence {claim.confidence}",
    }
    return lines + [f"  {field:<9} {printable(value)}" for field, value in told.items() if value]


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
    return f"  {claim.id}  {who}: “{printable(claim.evidence.text)}”"


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
