"""What people judge: appended, never changed; the last word on a pair of claims counts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.times import stamp
from fogline.model.judgement import Judgement


def judge(connection: Connection, judgement: Judgement, at: datetime) -> None:
    """Store a judgement; ``unsure`` takes an earlier one back: the rules decide again.

    Raises ``NothingNamed`` for a claim that is not there.
    """
    left, right = sorted((judgement.left, judgement.right))
    with connection.begin():
        for name in (left, right):
            if connection.execute(select(schema.claim.c.row).where(schema.claim.c.id == name)).first() is None:
                raise NothingNamed("claim", name)
        row = {
            "left": left,
            "right": right,
            "verdict": judgement.verdict,
            "by": judgement.by,
            "person": judgement.person,
            "score": judgement.score,
            "because": judgement.because,
            "recorded_at": stamp(at),
        }
        connection.execute(insert(schema.judgement), row)
