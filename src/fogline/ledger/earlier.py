"""This ledger before the window: places with violence, day by day, counted by look-up columns and not brought together.

A place counts once a day; a claim without a time counts on the day it became known, so that the past is rather over- than
understated and "largest since" says too little rather than too much. Claims that a person rejected are left out.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from fogline.ledger import schema
from fogline.ledger.binding import in_force
from fogline.ledger.decided import reviewed_ids
from fogline.ledger.reach import reaching
from fogline.ledger.read import Where, document_clock, replaced
from fogline.model.history import LEDGER, Counted, Course
from fogline.model.name import fold
from fogline.model.stated import Clocks, Window

BACK = timedelta(days=700)  # a hundred weeks: as many months as the look-up table knows one by one
SILENCE = timedelta(days=28)  # without a report coverage counts as broken
LONGEST = timedelta(days=1)  # as for the intensity of a day


def earlier(connection: Connection, clocks: Clocks, window: Window, where: Where) -> tuple[Course, ...]:
    """The ledger's courses before the window, one for each time without a long silence; none without a first day."""
    if window.first is None:
        return ()
    spans = _spans(connection, clocks, window.first)
    if not spans:
        return ()
    days = _places(connection, clocks, Window(spans[0][0], spans[-1][1]), where)
    return tuple(Course(LEDGER, first, last, _counted(days, first, last)) for first, last in spans)


def _counted(days: dict[date, set[str]], first: date, last: date) -> tuple[Counted, ...]:
    return tuple(Counted(day, len(days[day]), len(days[day]), None) for day in sorted(days) if first <= day <= last)


def _spans(connection: Connection, clocks: Clocks, before: date) -> list[tuple[date, date]]:
    """From the first to the last report of each unbroken time; one that reaches the window ends on the day before it."""
    d = schema.document.c
    asked = select(d.known_day).where(d.published.is_not(None), d.known_day < before.isoformat())
    asked = asked.where(d.known_day >= (before - BACK).isoformat(), *document_clock(clocks))
    days = [date.fromisoformat(row[0]) for row in connection.execute(asked.distinct().order_by(d.known_day))]
    if not days:
        return []
    if before - days[-1] <= SILENCE:
        days.append(before - timedelta(days=1))
    breaks = [i for i, (one, two) in enumerate(pairwise(days), start=1) if two - one > SILENCE]
    return [(days[i], days[j - 1]) for i, j in pairwise([0, *breaks, len(days)])]


def _places(connection: Connection, clocks: Clocks, window: Window, where: Where) -> dict[date, set[str]]:
    rejected = {name for name, review in reviewed_ids(connection, clocks).items() if review.status == "rejected"}
    days: dict[date, set[str]] = defaultdict(set)
    for row in connection.execute(violence(clocks, window, where)):
        first, last = date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)
        if last - first <= LONGEST and row.id not in rejected:
            days[first].add(row.place)
    return days


def violence(clocks: Clocks, window: Window, where: Where) -> Select[tuple[str, str, str, str, str, str]]:
    """The claims of attacks that count, begun in the window, in that place."""
    c = schema.claim.c
    place = func.coalesce(c.place_id, c.place_key, c.countries).label("place")
    asked = select(c.id, c.first_day, c.last_day, place, c.country, c.admin1_key)
    asked = asked.join(schema.document, schema.document.c.id == c.document)
    asked = asked.where(*in_force(clocks), *document_clock(clocks), ~replaced(clocks))
    asked = asked.where(c.kind == "event", c.type == "ASSAULT", c.stance == "affirmed", c.modality == "actual")
    asked = asked.where(c.backdrop.is_(False), *_days(window))
    if where.country:
        asked = asked.where(c.row.in_(reaching(where.country, window)))
    elif where.name:
        asked = asked.where(or_(c.place_key == fold(where.name), c.admin1_key == fold(where.name)))
    return asked


def _days(window: Window) -> list[ColumnElement[bool]]:
    c = schema.claim.c
    first, last = window.first or date.min, window.last or date.max
    return [c.first_day >= first.isoformat(), c.first_day <= last.isoformat()]
