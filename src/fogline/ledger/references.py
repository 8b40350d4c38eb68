"""Keeping reference history: a file of past events, whole or not at all, apart from claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.forget import checkpoint
from fogline.ledger.times import stamp
from fogline.model.history import Dataset, PastEvent

BATCH = 500  # events in one question
Values = dict[str, str | int | None]
CONTENT = ("first_day", "last_day", "country", "admin1_key", "place_key", "type", "low", "best", "high")


@dataclass(frozen=True, slots=True)
class File:
    """The file that is imported; ``first`` and ``last`` are the days that it covers."""

    dataset: Dataset
    name: str
    digest: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Imported:
    """How many events were new, were here before with the same values, and took the place of other values."""

    new: int
    known: int
    changed: int


def imported_before(connection: Connection, dataset: str, digest: str) -> bool:
    """Whether a file of these bytes is here."""
    t = schema.reference_file.c
    return connection.execute(select(t.row).where(t.dataset == dataset, t.digest == digest)).first() is not None


def keep(connection: Connection, file: File, events: Iterable[PastEvent], at: datetime) -> Imported:
    """Store the file and its events in one transaction. ``connection`` comes from ``writing``, outside a transaction.

    An event that is here with other values is superseded, not changed: ``--as-recorded`` still finds it.
    """
    counts = [0, 0, 0]
    with connection.begin():
        moment = _moment(connection, at)
        row = connection.execute(insert(schema.reference_file), _file(file, moment)).inserted_primary_key
        key = int(row[0]) if row else 0
        for batch in _batches(events):
            for i, number in enumerate(_store(connection, file, key, batch, moment)):
                counts[i] += number
    return Imported(*counts)


def forget_history(connection: Connection, dataset: str, by: str, because: str, at: datetime) -> int:
    """Erase all that was imported of a data set, as when its licence ends; who, when and why stay. Returns how many events went.

    Raises ``NothingNamed`` where nothing of it is here.
    """
    f, e = schema.reference_file, schema.reference_event
    with connection.begin():
        if connection.execute(select(f.c.row).where(f.c.dataset == dataset)).first() is None:
            raise NothingNamed("data set", dataset)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        gone = connection.execute(delete(e).where(e.c.dataset == dataset)).rowcount
        connection.execute(delete(f).where(f.c.dataset == dataset))
        row = {"document": f"reference:{dataset}", "by": by, "because": because, "recorded_at": stamp(at)}
        connection.execute(insert(schema.tombstone), row)
    if connection.dialect.name == "sqlite":
        checkpoint(connection)
    return gone


def _store(
    connection: Connection, file: File, key: int, events: Sequence[PastEvent], moment: str
) -> tuple[int, int, int]:
    t = schema.reference_event
    given = {event.id: _event(event) for event in events}
    asked = select(t).where(t.c.dataset == file.dataset.name, t.c.event.in_(given), t.c.superseded_at.is_(None))
    here = {row.event: row for row in connection.execute(asked)}
    changed = [name for name, row in here.items() if _differs(row, given[name])]
    if changed:
        rows = [here[name].row for name in changed]
        connection.execute(update(t).where(t.c.row.in_(rows)).values(superseded_at=moment))
    stored = [name for name in given if name not in here] + changed
    if stored:
        beside: Values = {"file": key, "dataset": file.dataset.name, "recorded_at": moment}
        connection.execute(insert(t), [given[name] | beside for name in stored])
    return len(stored) - len(changed), len(here) - len(changed), len(changed)


def _differs(row: Row[*tuple[str | int | None, ...]], values: Values) -> bool:
    return any(row._mapping[name] != values[name] for name in CONTENT)


def _event(event: PastEvent) -> Values:
    return {
        "event": event.id,
        "first_day": event.first.isoformat(),
        "last_day": event.last.isoformat(),
        "days": (event.last - event.first).days,
        "country": event.country,
        "admin1_key": event.admin1,
        "place_key": event.place,
        "type": event.type,
        "low": event.low,
        "best": event.best,
        "high": event.high,
    }


def _file(file: File, moment: str) -> Values:
    return {
        "dataset": file.dataset.name,
        "name": file.name,
        "digest": file.digest,
        "licence": file.dataset.licence,
        "attribution": file.dataset.attribution,
        "first_day": file.first.isoformat(),
        "last_day": file.last.isoformat(),
        "recorded_at": moment,
    }


def _moment(connection: Connection, at: datetime) -> str:
    """Never earlier than what is here: an answer once given for an earlier instant stays the answer."""
    tables = (schema.document, schema.decision, schema.reference_file)
    latest = [connection.execute(select(func.max(t.c.recorded_at))).scalar() for t in tables]
    return max(stamp(at), *(str(found or "") for found in latest))


def _batches(events: Iterable[PastEvent]) -> Iterator[list[PastEvent]]:
    left = iter(events)
    while batch := list(islice(left, BATCH)):
        yield batch
