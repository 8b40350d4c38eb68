"""What must always hold of reference history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from fogline.ledger import schema

Met = tuple[str, str, str]  # the row, the rule, what was met
PART = 1000  # rows at a time


def reference_faults(connection: Connection) -> Iterator[Met]:
    """Events whose numbers or days do not agree, or that are in force twice; files that end before they begin."""
    t, f = schema.reference_event.c, schema.reference_file.c
    for key, first, last in connection.execute(select(f.row, f.first_day, f.last_day).where(f.last_day < f.first_day)):
        yield f"reference_file {key}", "reference", f"it covers {first} to {last}"
    asked = select(t.row, t.first_day, t.last_day, t.days, t.low, t.best, t.high).order_by(t.row)
    for row in connection.execute(asked.execution_options(yield_per=PART)):
        if not 0 <= row.low <= row.best <= row.high:
            yield f"reference_event {row.row}", "reference", f"deaths of {row.low}, {row.best}, {row.high}"
        if row.days != _days(row.first_day, row.last_day):
            yield f"reference_event {row.row}", "reference", f"{row.first_day} to {row.last_day} as {row.days} days"
    count = func.count()
    twice = select(t.dataset, t.event).where(t.superseded_at.is_(None)).group_by(t.dataset, t.event).having(count > 1)
    for dataset, event in connection.execute(twice.order_by(t.dataset, t.event)):
        yield f"{dataset} {event}", "reference", "an event is in force twice"


def _days(first: str, last: str) -> int | None:
    """Days from one to the other; ``None`` where one is no day, or they run backwards."""
    try:
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None
    return days if days >= 0 else None
