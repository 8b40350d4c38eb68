"""What people judge of pairs of claims: appended, never changed; the last word on a pair counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, func, insert, or_, select

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.binding import bound_ids, parted
from fogline.ledger.decisions import all_decisions
from fogline.ledger.times import stamp
from fogline.model.judgement import Judgement
from fogline.model.stated import Clocks

NOW = Clocks()


def judge(connection: Connection, judgements: Judgement | Sequence[Judgement], at: datetime) -> None:
    """Store judgements, all or none; ``unsure`` takes an earlier one back: the rules decide again.

    Raises ``NothingNamed`` for a claim that is not there.
    """
    some = [judgements] if isinstance(judgements, Judgement) else judgements
    with connection.begin():
        _named(connection, sorted({name for j in some for name in (j.left, j.right)}))
        moment = _moment(connection, at)
        for judgement in some:
            connection.execute(insert(schema.judgement), _row(judgement, moment))


def between(one: Iterable[str], two: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs that a judgement on two groups of claims is about, each once, the smaller id first.

    Where one group holds the other ("this claim does not belong to that incident") the rest of the larger is meant.
    """
    first, second = set(one), set(two)
    shared = first & second
    return sorted(
        {(min(a, b), max(a, b)) for a in (first - shared or first) for b in (second - shared or second) if a != b}
    )


def judged(connection: Connection, clocks: Clocks = NOW) -> tuple[Judgement, ...]:
    """The last judgement of a person on each pair, recorded by then; those taken back are left out.

    A judgement made on an earlier reading holds for the claims of the same words.
    """
    j = schema.judgement
    limit = [j.c.recorded_at <= clocks.recorded] if clocks.recorded else []
    rows = [_judgement(r) for r in connection.execute(select(j).where(j.c.person.is_(True), *limit).order_by(j.c.row))]
    now = bound_ids(connection, {name for r in rows for name in (r.left, r.right)}, clocks) if rows else {}
    last: dict[tuple[str, str], Judgement] = {}
    for row in rows:
        left, right = sorted((now.get(row.left, row.left), now.get(row.right, row.right)))
        last[left, right] = replace(row, left=left, right=right)
    return tuple(judgement for _, judgement in sorted(last.items()) if judgement.verdict != "unsure")


def judgements_on(connection: Connection, claims: Iterable[str]) -> tuple[Judgement, ...]:
    """Every line that people judged on these claims, in the order of judging; the last on a pair counts."""
    j = schema.judgement
    names = sorted(set(claims))
    asked = select(j).where(j.c.person.is_(True))
    parts = (connection.execute(asked.where(or_(j.c.left.in_(p), j.c.right.in_(p)))) for p in parted(names))
    rows = {row.row: _judgement(row) for part in parts for row in part}
    return tuple(judgement for _, judgement in sorted(rows.items()))


def _named(connection: Connection, names: Sequence[str]) -> None:
    c = schema.claim
    known = {r.id for part in parted(names) for r in connection.execute(select(c.c.id).where(c.c.id.in_(part)))}
    known |= {d.claim for d in all_decisions(connection) if d.action == "missed" and not d.undone}
    for name in names:
        if name not in known:
            raise NothingNamed("claim", name)


def _moment(connection: Connection, at: datetime) -> str:
    latest = [
        connection.execute(select(func.max(t.c.recorded_at))).scalar() for t in (schema.document, schema.judgement)
    ]
    return max(stamp(at), *(str(found or "") for found in latest))


def _row(judgement: Judgement, moment: str) -> dict[str, str | bool | float | None]:
    left, right = sorted((judgement.left, judgement.right))
    return {
        "left": left,
        "right": right,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "person": judgement.person,
        "score": judgement.score,
        "because": judgement.because,
        "recorded_at": moment,
    }


def _judgement(row: Row[*tuple[str, ...]]) -> Judgement:
    at = str(row.recorded_at)
    return Judgement(row.left, row.right, row.verdict, row.by, person=True, because=row.because, score=row.score, at=at)
