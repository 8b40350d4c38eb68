"""A claim in lines for a person: what it says field by field, who decided what about it, and what the machine had read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fogline.cli.plain import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fogline.model.claim import Claim
    from fogline.model.decision import Decision
    from fogline.model.figure import Figure
    from fogline.model.place import Place
    from fogline.model.record import Record
    from fogline.model.stated import Stated


def claim_lines(stated: Stated, decisions: Iterable[Decision] = ()) -> list[str]:
    """The claim, ready to print; ``decisions`` are listed below it."""
    claim, source = stated.claim, stated.source
    lines = [f"{claim.id}{f'  {state(stated)}' if stated.review else ''}", *_head(claim)]
    before = fields(stated.original) if stated.original else {}
    for field, value in fields(claim).items():
        machine = f"  (read as {before[field] or 'nothing'})" if before and before[field] != value else ""
        if value or machine:
            lines.append(f"  {field:<9} {printable(value or 'not told')}{printable(machine)}")
    who = f"{source.published or 'undated'}  {source.publisher or 'publisher unknown'}"
    lines.append(f"  document  {source.id}  {printable(who)}")
    lines.append(f"  read by   {claim.rule}, confidence {claim.confidence}")
    return lines + [f"  decided   {printable(decision_line(d))}" for d in decisions]


def state(stated: Stated) -> str:
    """What people made of the claim: read, accepted, corrected, rejected or missed."""
    if stated.review is None:
        return "read"
    return stated.review.status + (", decided on an earlier reading" if stated.review.inherited else "")


def decision_line(decision: Decision) -> str:
    """A decision in one line."""
    what = f" {decision.field}" if decision.field else ""
    why = f": {decision.because}" if decision.because else ""
    at = f", {decision.at[:16].replace('T', ' ')}" if decision.at else ""
    return f"{decision.action}{what} by {decision.by}{at}{why}{' (taken back)' if decision.undone else ''}"


def decision_record(decision: Decision) -> Record:
    """A decision as JSON values; ``value`` stays JSON text."""
    return {
        "row": decision.row,
        "action": decision.action,
        "document": decision.document,
        "claim": decision.claim,
        "field": decision.field,
        "value": decision.value,
        "by": decision.by,
        "because": decision.because,
        "at": decision.at,
        "undone": decision.undone,
    }


def fields(claim: Claim) -> dict[str, str]:
    """What the claim says, field by field, as short words; empty where it tells nothing."""
    return {
        "type": f"{claim.kind} {claim.type}{'/' + claim.mode if claim.mode else ''}",
        "told as": ", ".join((claim.stance, claim.modality, *(["background"] if claim.backdrop else []))),
        "agents": _names([a.name for a in claim.agents]),
        "targets": _names([a.name for a in claim.targets]),
        "figure": _figure(claim.figure) if claim.figure else "",
        "place": _place(claim.place) if claim.place else "",
        "time": f"{claim.time.first} – {claim.time.last}" if claim.time else "",
        "speaker": " < ".join(s.name for s in claim.attribution),
    }


def _head(claim: Claim) -> list[str]:
    return [f"  “{printable(claim.evidence.text)}”", f"  trigger   {printable(claim.trigger.text)}"]


def _names(names: Sequence[str]) -> str:
    return ", ".join(names)


def _figure(figure: Figure) -> str:
    from fogline.reconcile.titles import amount

    since = f" since {figure.since}" if figure.since else ""
    return f"{amount(figure.low, figure.high)} {figure.measure}, {'/'.join(figure.population)}, {figure.scope}{since}"


def _place(place: Place) -> str:
    return f"{place.name} ({place.country or '–'}, precision {place.precision})"
