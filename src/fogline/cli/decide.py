"""``fogline decide``: what a person makes of a claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from fogline.cli.claim_lines import claim_lines, decision_line
from fogline.cli.person import person
from fogline.cli.plain import printable
from fogline.cli.settings import settings
from fogline.errors import NothingNamed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.ledger.correction_fields import Names
    from fogline.model.claim import Claim
    from fogline.model.decision import Decision
    from fogline.model.document import Document
    from fogline.model.stated import Stated

USAGE = (
    "Expected: fogline decide CLAIM accept|reject|undo, or CLAIM correct FIELD=VALUE…, "
    "or missed DOCUMENT START END FIELD=VALUE…"
)


@dataclass(frozen=True, slots=True)
class Why:
    """Who decides, why, when, in which ledger."""

    ledger: str
    by: str
    because: str
    at: datetime


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="CLAIM accept|reject|correct|undo [FIELD=VALUE]…")
@click.option(
    "--because", default="", metavar="WHY", help="The reason, kept with the decision. Only accept may go without."
)
@click.option("--by", metavar="NAME", help="Who decides. Default: the setting person, else the user of this machine.")
@click.option(
    "--kind", metavar="KIND", help="Of a missed claim, where its type does not tell: event, control, figure, …"
)
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
def command(words: tuple[str, ...], because: str, by: str | None, kind: str | None, target: str | None) -> int:
    """Accept, reject or correct a claim, or take the last decision on it back (undo).

    Enter a claim that was missed with: decide missed DOCUMENT START END FIELD=VALUE… (offsets of the words that tell it).

    Fields: type (ASSAULT, or ASSAULT/aerial), mode, agents and targets (names, parted by commas), place (a name, a name with its
    country as in Tripoli, LB, a gazetteer id, or lat,lon), time (2024-11-29, or 2024-11-29..2024-12-01), figure (12, 10-12, 20+),
    measure, population, scope, speaker, stance, modality, backdrop (yes, no). An empty value means that it is not told.
    A rejected claim counts nowhere and stays visible; tolls, control and contradictions follow at once.
    """
    if not because and words[1:2] != ("accept",):
        raise click.UsageError("Say why with --because.")
    why = Why(target or settings().ledger, person(by), because, datetime.now(UTC))
    if words[0] == "missed":
        done = [_missed(words[1:], kind, why)]
    elif words[1:] == ("undo",):
        done = [_undone(words[0], why)]
    else:
        done = _decided(words, why)
    for decision in done:
        click.echo(printable(f"{decision.claim}  {decision_line(decision)}"))
    for claim in dict.fromkeys(d.claim for d in done):
        _tell(claim, why.ledger)
    return 0


def _tell(claim: str, ledger: str) -> None:
    """The claim as it now stands; a missed claim taken back is gone."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.decided import claim_with_review

    with reading(opened(ledger)) as connection:
        found = claim_with_review(connection, claim)
    if found is not None:
        click.echo("\n".join(claim_lines(found)))


def _undone(claim: str, why: Why) -> Decision:
    from fogline.ledger.connection import opened, writing
    from fogline.ledger.decisions import undo

    with writing(opened(why.ledger)) as connection:
        return undo(connection, claim, why.by, why.because, why.at)


def _decided(words: Sequence[str], why: Why) -> list[Decision]:
    from fogline.ledger.decisions import accepting, rejecting

    claim, action, pairs = words[0], words[1] if len(words) > 1 else "", words[2:]
    if action not in ("accept", "reject", "correct") or (action == "correct") != bool(pairs):
        raise click.UsageError(USAGE)
    found = _found(claim, why.ledger).claim
    if action == "correct":
        made = _corrections(found, pairs, why)
    else:
        made = [accepting(found, "") if action == "accept" else rejecting(found, "", "")]
    return [_kept(replace(decision, by=why.by, because=why.because), why) for decision in made]


def _corrections(claim: Claim, pairs: Sequence[str], why: Why) -> list[Decision]:
    """One decision a pair; nothing is stored before all pairs are understood."""
    from fogline.ledger.corrections import correcting
    from fogline.model.decision import corrected

    document, names = _document(claim.document, why.ledger), _names(pairs)
    made: list[Decision] = []
    for pair in pairs:
        made.append(correcting(corrected(claim, made), pair, document, names))
    return made


def _missed(words: Sequence[str], kind: str | None, why: Why) -> Decision:
    from fogline.ledger.corrections import Missed, missed_claim
    from fogline.ledger.decisions import missing

    if len(words) < 4 or not (words[1].isdecimal() and words[2].isdecimal()):
        raise click.UsageError(USAGE)
    marked = Missed(_document(words[0], why.ledger), int(words[1]), int(words[2]), words[3:], kind)
    return _kept(missing(missed_claim(marked, _names(words[3:])), why.by, why.because), why)


def _kept(decision: Decision, why: Why) -> Decision:
    from fogline.ledger.connection import opened, writing
    from fogline.ledger.decisions import decide

    with writing(opened(why.ledger)) as connection:
        return decide(connection, decision, why.at)


def _found(claim: str, ledger: str) -> Stated:
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.decided import claim_with_review

    with reading(opened(ledger)) as connection:
        found = claim_with_review(connection, claim)
    if found is None:
        raise NothingNamed("claim", claim)
    return found


def _document(name: str, ledger: str) -> Document:
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.read import document_by_id

    with reading(opened(ledger)) as connection:
        found = document_by_id(connection, name)
    if found is None:
        raise NothingNamed("document", name)
    return found


def _names(pairs: Sequence[str]) -> Names:
    """The known actors; the gazetteer only where a place is named, since its first building takes half a minute."""
    from fogline.cli.gazetteer_progress import compiled
    from fogline.gazetteer.lookup import open_gazetteer
    from fogline.language.actor_lexicon import ActorLexicon
    from fogline.ledger.correction_fields import Names

    here = settings()
    actors = ActorLexicon.load(here.actors)
    if not any(pair.strip().startswith("place=") for pair in pairs):
        return Names(actors)
    compiled(here.cache)
    return Names(actors, open_gazetteer(here.cache, here.places))
