"""Which claim of today's reading is the one that a person judged or decided on in an earlier reading."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, or_, select

from fogline.ledger import schema
from fogline.model.claim import Claim
from fogline.model.record import from_record, to_record
from fogline.model.span import Span
from fogline.model.stated import Clocks

BATCH = 500  # as in ledger/read.py


def bound(old: Claim, current: Sequence[Claim]) -> Claim | None:
    """The current claim that stands for ``old``: of the same document and kind, told by the same trigger (or number).

    Of several the one that agrees in most fields. Where none has the trigger, the only claim of that kind with the same
    evidence. ``None`` where nothing fits: the decision waits.
    """
    near = [c for c in current if (c.document, c.kind) == (old.document, old.kind) and c.evidence.meets(old.evidence)]
    anchored = [c for c in near if anchor(c) == anchor(old)]
    if anchored:
        return min(anchored, key=lambda c: (-_agreement(c, old), c.id))
    same = [c for c in near if c.evidence == old.evidence]
    return same[0] if len(same) == 1 else None


def anchor(claim: Claim) -> Span:
    """The words by which a claim is known: its number, else its trigger."""
    return claim.figure.span if claim.figure else claim.trigger


def _agreement(one: Claim, two: Claim) -> int:
    a, b = to_record(one), to_record(two)
    return sum(a[key] == b[key] for key in a)


def bound_ids(connection: Connection, names: Iterable[str], clocks: Clocks) -> dict[str, str]:
    """For each claim id that the ledger ever held, the id of the claim in force then that stands for it."""
    asked = sorted(set(names))
    found = {name: name for name in _names_in_force(connection, asked, clocks)}
    old = _records(connection, [name for name in asked if name not in found], [])
    current: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims_in_force(connection, sorted({claim.document for claim in old.values()}), clocks):
        current[claim.document].append(claim)
    matches = ((name, bound(claim, current[claim.document])) for name, claim in old.items())
    return found | {name: match.id for name, match in matches if match is not None}


def claims_by_id(connection: Connection, names: Sequence[str], clocks: Clocks) -> list[Claim]:
    """Those of these claims that were in force then, by id."""
    return [claim for _, claim in sorted(_records(connection, names, in_force(clocks)).items())]


def claims_in_force(connection: Connection, documents: Sequence[str], clocks: Clocks) -> list[Claim]:
    """All claims of these documents that were in force then."""
    c = schema.claim
    asked = select(c.c.record).where(*in_force(clocks)).order_by(c.c.document, c.c.id)
    parts = (connection.execute(asked.where(c.c.document.in_(part))) for part in parted(documents))
    return [from_record(json.loads(row.record)) for part in parts for row in part]


def in_force(clocks: Clocks) -> list[ColumnElement[bool]]:
    """Read by then, and not superseded by then."""
    c = schema.claim
    if clocks.recorded is None:
        return [c.c.superseded_at.is_(None)]
    return [c.c.recorded_at <= clocks.recorded, or_(c.c.superseded_at.is_(None), c.c.superseded_at > clocks.recorded)]


def parted(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in parts that one question can take."""
    return (ids[i : i + BATCH] for i in range(0, len(ids), BATCH))


def _names_in_force(connection: Connection, names: Sequence[str], clocks: Clocks) -> set[str]:
    asked = select(schema.claim.c.id).where(*in_force(clocks))
    return {row.id for part in parted(names) for row in connection.execute(asked.where(schema.claim.c.id.in_(part)))}


def _records(connection: Connection, names: Sequence[str], limits: Sequence[ColumnElement[bool]]) -> dict[str, Claim]:
    c = schema.claim
    asked = select(c.c.id, c.c.record).where(*limits).order_by(c.c.row)
    rows = (row for part in parted(names) for row in connection.execute(asked.where(c.c.id.in_(part))))
    return {row.id: from_record(json.loads(row.record)) for row in rows}
