"""What people decide about claims: appended, never changed, each taken back by a later line (``undo``).

A decision names a claim; after a re-reading it holds for the claim of the same words (``ledger/binding.py``). It is about
the reading, so it holds on every day of ``--as-known``; of ``--as-recorded T`` hold those recorded by T.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, func, insert, select

from fogline.claims.check import faults
from fogline.errors import DecisionWrong, NothingNamed
from fogline.ledger import schema
from fogline.ledger.binding import bound_ids
from fogline.ledger.times import stamp
from fogline.model.claim import Claim
from fogline.model.decision import ACTIONS, FIELDS, Decision, corrected
from fogline.model.record import from_record, to_line
from fogline.model.stated import Clocks

NOW = Clocks()


def accepting(claim: Claim, by: str, because: str = "") -> Decision:
    """The decision that the claim is read rightly (as far as it is not corrected)."""
    return Decision("accept", claim.document, claim.id, by, because)


def rejecting(claim: Claim, by: str, because: str) -> Decision:
    """The decision that the document does not say this: the claim counts nowhere and is shown as rejected."""
    return Decision("reject", claim.document, claim.id, by, because)


def missing(claim: Claim, by: str, because: str) -> Decision:
    """The decision that the document also says ``claim`` (made by ``ledger.corrections.missed_claim``)."""
    return Decision("missed", claim.document, claim.id, by, because, value=to_line(claim))


def decide(connection: Connection, decision: Decision, at: datetime) -> Decision:
    """Store a decision; the tolls, control and contradictions read from here on follow it. Returns it as stored.

    ``connection`` comes from ``writing``, outside a transaction. Raises ``NothingNamed`` for a claim or document that is
    not there, ``DecisionWrong`` where the outcome would be no sound claim. Take back with ``undo``.
    """
    if decision.action not in ACTIONS or decision.action == "undo":
        raise DecisionWrong(f"{decision.action!r} is none of accept, reject, correct, missed")
    with connection.begin():
        _sound(connection, decision)
        return _stored(connection, decision, at)


def undo(connection: Connection, of: str | int, by: str, because: str, at: datetime) -> Decision:
    """Take back one decision: the one in row ``of``, or the last that stands on the claim ``of``. Returns that decision.

    Raises ``DecisionWrong`` where nothing is left to take back. Nothing is deleted: both lines stay listed.
    """
    with connection.begin():
        lines = all_decisions(connection) if isinstance(of, int) else decisions_of(connection, of)
        named = [d for d in lines if not d.undone and d.action != "undo" and (isinstance(of, str) or d.row == of)]
        if not named:
            raise DecisionWrong(f"no decision stands on {of!r}")
        last = named[-1]
        line = Decision("undo", last.document, last.claim, by, because, value=json.dumps(last.row))
        _stored(connection, line, at)
    return replace(last, undone=True)


def all_decisions(connection: Connection, clocks: Clocks = NOW, documents: Sequence[str] = ()) -> tuple[Decision, ...]:
    """Every line recorded by then (of these documents, when given), in the order of deciding, ``undone`` set."""
    t = schema.decision
    asked = select(t).order_by(t.c.row)
    if clocks.recorded:
        asked = asked.where(t.c.recorded_at <= clocks.recorded)
    if documents:
        asked = asked.where(t.c.document.in_(documents))
    rows = connection.execute(asked).all()
    gone = {json.loads(row.value or "null") for row in rows if row.action == "undo"}
    return tuple(_decision(row, undone=row.row in gone) for row in rows)


def decisions_of(connection: Connection, claim: str, clocks: Clocks = NOW) -> tuple[Decision, ...]:
    """Every line on this claim, in the order of deciding: also those made on an earlier reading of the same words."""
    lines = all_decisions(connection, clocks)
    names = {d.claim for d in lines}
    binding = bound_ids(connection, names, clocks) if claim not in names or len(names) > 1 else {}
    return tuple(d for d in lines if claim in (d.claim, binding.get(d.claim)))


def standing(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Those that stand, by the claim they name, in the order of deciding. A missed claim that was taken back has none."""
    by_claim: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.action != "undo" and not decision.undone:
            by_claim[decision.claim].append(decision)
    return {claim: tuple(held) for claim, held in by_claim.items()}


def _stored(connection: Connection, decision: Decision, at: datetime) -> Decision:
    moment = _moment(connection, at)
    row = {
        "document": decision.document,
        "claim": None if decision.action == "missed" else decision.claim,
        "action": decision.action,
        "field": decision.field,
        "value": decision.value,
        "by": decision.by,
        "because": decision.because,
        "recorded_at": moment,
    }
    key = connection.execute(insert(schema.decision), row).inserted_primary_key
    return replace(decision, row=int(key[0]) if key else None, at=moment)


def _moment(connection: Connection, at: datetime) -> str:
    """Never earlier than what is here: an answer once given for an earlier instant stays the answer."""
    tables = (schema.document, schema.decision)
    latest = [connection.execute(select(func.max(t.c.recorded_at))).scalar() for t in tables]
    return max(stamp(at), *(str(found or "") for found in latest))


def _sound(connection: Connection, decision: Decision) -> None:
    text = connection.execute(select(schema.document.c.text).where(schema.document.c.id == decision.document)).scalar()
    if text is None:
        raise NothingNamed("document", decision.document)
    held = standing(all_decisions(connection, documents=[decision.document])).get(decision.claim, ())
    known = _known(connection, decision.claim, held)
    if decision.action == "missed":
        if known is not None:
            raise DecisionWrong(f"the claim is here already, as {decision.claim}")
        known = from_record(json.loads(decision.value or "null"))
    if known is None or known.document != decision.document:
        raise NothingNamed("claim", decision.claim)
    if decision.action == "correct" and decision.field not in FIELDS:
        raise DecisionWrong(f"{decision.field!r} is no field that can be corrected")
    met = faults(_outcome(known, (*held, decision)), text)
    if met:
        raise DecisionWrong(met[0])


def _known(connection: Connection, claim: str, held: Sequence[Decision]) -> Claim | None:
    """The claim as the machine read it last, or as a person entered it."""
    c = schema.claim
    row = connection.execute(select(c.c.record).where(c.c.id == claim).order_by(c.c.row.desc())).first()
    entered = next((d.value for d in held if d.action == "missed"), None)
    line = row.record if row else entered
    return from_record(json.loads(line)) if line else None


def _outcome(claim: Claim, held: Iterable[Decision]) -> Claim:
    try:
        return corrected(claim, held)
    except (KeyError, TypeError, ValueError) as error:
        raise DecisionWrong(f"the value does not fit the field ({error})") from error


def _decision(row: Row[*tuple[str, ...]], *, undone: bool) -> Decision:
    claim = str(json.loads(row.value)["id"]) if row.action == "missed" else str(row.claim)
    return Decision(
        row.action,
        row.document,
        claim,
        row.by,
        row.because,
        row.field,
        row.value,
        int(row.row),
        row.recorded_at,
        undone,
    )
