"""In which countries and months a claim counts: a look-up table, so that a country's month is found without looking at others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.sql.selectable import Select

from fogline.ledger import schema
from fogline.model.stated import Window

LONG = "*"  # stands for the months of a claim about a longer time
MOST_MONTHS = 24
COLUMNS = tuple(schema.claim.c[name] for name in ("row", "countries", "first_day", "last_day"))


def reach(connection: Connection, claims: Iterable[Row[*tuple[int, str, str, str]]]) -> None:
    """Enter stored claims, given as rows of ``COLUMNS``."""
    rows = [
        {"country": country, "month": month, "claim": claim.row}
        for claim in claims
        for country, month in places_and_months(claim.countries, claim.first_day, claim.last_day)
    ]
    if rows:
        connection.execute(insert(schema.reach), rows)


def reaching(country: str, window: Window) -> Select[int]:
    """The rows of the claims that count in the country in a month of the window, some of them on days beside it."""
    r = schema.reach.c
    asked = select(r.claim).where(r.country == country)
    if window.first is None or window.last is None:
        return asked
    told = months(window.first, window.last)
    return asked.where(r.month.in_([*told, LONG])) if len(told) <= MOST_MONTHS else asked


def months(first: date, last: date) -> list[str]:
    """The months from one day to another: ``2024-11``, ``2024-12``."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]


def places_and_months(countries: str, first: str, last: str) -> list[tuple[str, str]]:
    """The countries and months under which a claim is looked up."""
    told = months(date.fromisoformat(first), date.fromisoformat(last))
    near = told if len(told) <= MOST_MONTHS else [LONG]
    return [(country, month) for country in sorted(set(countries.split())) for month in near]
