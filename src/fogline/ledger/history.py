"""Reference history of a region, day by day and without a break: what others coded, as far as it was imported by then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Row, distinct, func, or_, select

from fogline.ledger import schema
from fogline.ledger.earlier import earlier
from fogline.ledger.read import ANYWHERE, EVER, NOW, Where
from fogline.model.history import Counted, Course, Dataset
from fogline.model.name import fold
from fogline.model.stated import Clocks, Window

WEEK = 7  # days: an event told over as many or more is counted in no week
TOUCHING = timedelta(days=7)  # two files whose days are no further apart are one course
TITLES = {"ucdp-ged": "UCDP GED", "acled": "ACLED"}


@dataclass(frozen=True, slots=True)
class Span:
    """Days that files of one data set cover without a break, and the rows of these files."""

    dataset: Dataset
    first: date
    last: date


def history(
    connection: Connection, clocks: Clocks = NOW, window: Window = EVER, where: Where = ANYWHERE
) -> tuple[Course, ...]:
    """The courses of the region up to the end of the window, the ledger's own before the window last.

    Of reference history, nothing that happened after ``clocks.known`` is in it; when its file was published no file tells. A
    file covers the countries of which it holds an event, from its first day to its last.
    """
    end = min((day for day in (window.last, clocks.known) if day), default=date.max)
    spans = [s for s in _spans(_files(connection, clocks, where)) if s.first <= end]
    found = [_course(connection, Span(s.dataset, s.first, min(s.last, end)), clocks, where) for s in spans]
    return (*found, *earlier(connection, clocks, window, where))


def _course(connection: Connection, span: Span, clocks: Clocks, where: Where) -> Course:
    t = schema.reference_event.c
    place = func.coalesce(t.place_key, t.admin1_key, t.country)
    asked = select(
        t.first_day, func.count().label("events"), func.count(distinct(place)).label("places"), func.sum(t.best)
    )
    asked = asked.where(t.dataset == span.dataset.name, t.days < WEEK, *in_force_then(clocks), *_there(where))
    asked = asked.where(t.first_day >= span.first.isoformat(), t.first_day <= span.last.isoformat())
    rows = connection.execute(asked.group_by(t.first_day).order_by(t.first_day))
    days = (Counted(date.fromisoformat(day), events, places, int(killed)) for day, events, places, killed in rows)
    return Course(span.dataset, span.first, span.last, tuple(days))


def _files(connection: Connection, clocks: Clocks, where: Where) -> Sequence[Row[*tuple[str, ...]]]:
    """The files that hold an event of a country in which the region lies."""
    f, t = schema.reference_file.c, schema.reference_event.c
    asked = select(f.dataset, f.licence, f.attribution, f.first_day, f.last_day).order_by(f.dataset, f.first_day)
    if clocks.recorded:
        asked = asked.where(f.recorded_at <= clocks.recorded)
    if where != ANYWHERE:
        lies = [where.country] if where.country else select(t.country).where(*_there(where)).distinct()
        asked = asked.where(f.row.in_(select(t.file).where(t.country.in_(lies)).distinct()))
    return connection.execute(asked).all()


def _spans(files: Iterable[Row[*tuple[str, ...]]]) -> list[Span]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for row in files:
        dataset = Dataset(row.dataset, title(row.dataset), row.licence, row.attribution)
        new = Span(dataset, date.fromisoformat(row.first_day), date.fromisoformat(row.last_day))
        held = spans[row.dataset]
        if held and new.first - held[-1].last <= TOUCHING:
            held[-1] = Span(dataset, held[-1].first, max(held[-1].last, new.last))
        else:
            held.append(new)
    return [span for _, held in sorted(spans.items()) for span in held]


def title(dataset: str) -> str:
    """What a data set is called for short."""
    return TITLES.get(dataset, dataset)


def in_force_then(clocks: Clocks) -> list[ColumnElement[bool]]:
    """The events that had happened by the one clock, as they were recorded by the other."""
    t = schema.reference_event.c
    limits = [t.last_day <= clocks.known.isoformat()] if clocks.known else []
    if clocks.recorded is None:
        return [*limits, t.superseded_at.is_(None)]
    in_force = or_(t.superseded_at.is_(None), t.superseded_at > clocks.recorded)
    return [*limits, t.recorded_at <= clocks.recorded, in_force]


def _there(where: Where) -> list[ColumnElement[bool]]:
    t = schema.reference_event.c
    if where.country:
        return [t.country == where.country]
    if where.name:
        return [or_(t.place_key == fold(where.name), t.admin1_key == fold(where.name))]
    return []
