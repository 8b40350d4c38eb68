"""In which first-order divisions violence was told before the window, by this ledger or by reference history.

For what nobody reports on now: silence tells something only where there was something to report.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from fogline.ledger import schema
from fogline.ledger.earlier import BACK, violence
from fogline.ledger.history import in_force_then, title
from fogline.ledger.read import ANYWHERE, NOW, Where
from fogline.model.history import LEDGER, Division
from fogline.model.stated import Clocks, Window

MOST = 500  # divisions of one source, those with most events first


def divisions(
    connection: Connection, clocks: Clocks = NOW, before: date = date.max, where: Where = ANYWHERE
) -> tuple[Division, ...]:
    """The divisions of a country, or of all, by source; none where a place or a division is asked about."""
    if where.name:
        return ()
    return (*_coded(connection, clocks, before, where), *_told(connection, clocks, before, where))


def _coded(connection: Connection, clocks: Clocks, before: date, where: Where) -> Iterator[Division]:
    t = schema.reference_event.c
    count = func.count()
    asked = select(t.dataset, t.country, t.admin1_key, func.max(t.last_day), count)
    asked = asked.where(t.admin1_key.is_not(None), t.last_day < before.isoformat(), *in_force_then(clocks))
    if where.country:
        asked = asked.where(t.country == where.country)
    ordered = asked.group_by(t.dataset, t.country, t.admin1_key).order_by(count.desc(), t.country, t.admin1_key)
    for dataset, country, admin1, last, events in connection.execute(ordered.limit(MOST)):
        yield Division(country, admin1, date.fromisoformat(last), events, title(dataset))


def _told(connection: Connection, clocks: Clocks, before: date, where: Where) -> Iterator[Division]:
    if before == date.max:
        return
    told = violence(clocks, Window(before - BACK, before - timedelta(days=1)), where).subquery().c
    count = func.count()
    asked = select(told.country, told.admin1_key, func.max(told.first_day), count)
    asked = asked.where(told.country.is_not(None), told.admin1_key.is_not(None))
    ordered = asked.group_by(told.country, told.admin1_key).order_by(count.desc(), told.country, told.admin1_key)
    for country, admin1, last, events in connection.execute(ordered.limit(MOST)):
        yield Division(country, admin1, date.fromisoformat(last), events, LEDGER.title)
