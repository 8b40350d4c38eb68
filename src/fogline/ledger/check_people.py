"""What must always hold of what people judged and decided: it names what is there, and what it makes is a sound claim."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, Row, select

from fogline.ledger import schema
from fogline.model.claim import Claim
from fogline.model.decision import ACTIONS, Decision, corrected
from fogline.model.record import from_record

Faults = Callable[[Claim, str], Sequence[str]]
Met = tuple[str, str, str]  # the id of the claim, the rule, what was met


def people_faults(connection: Connection, faults: Faults) -> Iterator[Met]:
    """Every fault of the tables that people fill, none for sound ones."""
    t = schema.decision
    rows = list(connection.execute(select(t).order_by(t.c.row)))
    entered = {name for row in rows if row.action == "missed" and (name := _entered_id(row.value))}
    numbers = {row.row for row in rows if row.action != "undo"}
    for row in rows:
        yield from _decision_faults(connection, row, faults, entered, numbers)
    yield from _judgement_faults(connection, entered)


def _decision_faults(
    connection: Connection, row: Row[*tuple[str, ...]], faults: Faults, entered: set[str], numbers: set[int]
) -> Iterator[Met]:
    at = row.claim or f"decision {row.row}"
    if row.action not in ACTIONS:
        yield at, "decision", f"{row.action!r} is no action"
    elif row.action == "undo":
        if row.value is None or not row.value.isdecimal() or int(row.value) not in numbers:
            yield at, "decision", f"it takes back line {row.value}, which is not there"
    elif row.action != "missed" and row.claim not in entered and _record(connection, row.claim) is None:
        yield at, "orphan", "a decision names a claim that is not there"
    else:
        yield from ((at, "decision", met) for met in _outcome(connection, row, faults))


def _outcome(connection: Connection, row: Row[*tuple[str, ...]], faults: Faults) -> Sequence[str]:
    """What is wrong with the claim that the decision makes; nothing to look at where its document is not there."""
    d = schema.document
    text = connection.execute(select(d.c.text).where(d.c.id == row.document)).scalar()
    record = row.value if row.action == "missed" else _record(connection, row.claim)
    if text is None or record is None:
        return ()
    try:
        made = Decision(row.action, row.document, row.claim or "", row.by, row.because, row.field, row.value)
        return faults(corrected(from_record(json.loads(record)), [made]), text)
    except (KeyError, TypeError, ValueError) as error:
        return (f"its value is none that a claim can have ({error!r})",)


def _judgement_faults(connection: Connection, entered: set[str]) -> Iterator[Met]:
    j, c = schema.judgement, schema.claim
    for column in (j.c.left, j.c.right):
        lost = select(column).where(column.not_in(select(c.c.id))).distinct().order_by(column)
        for (name,) in connection.execute(lost):
            if name not in entered:
                yield name, "orphan", "a judgement names a claim that is not there"


def _record(connection: Connection, claim: str | None) -> str | None:
    c = schema.claim
    row = connection.execute(select(c.c.record).where(c.c.id == claim).order_by(c.c.row.desc())).first()
    return row.record if row else None


def _entered_id(value: str | None) -> str | None:
    try:
        return str(json.loads(value or "null")["id"])
    except (KeyError, TypeError, ValueError):
        return None
