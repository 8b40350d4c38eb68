"""Which days a file covers: stray events before a monthly release are amendments, not coverage."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from fogline.exchange.csv_rows import Bad
from fogline.exchange.survey import survey
from fogline.model.history import PastEvent


def many(first: date, number: int) -> Iterator[PastEvent]:
    for n in range(number):
        day = first + timedelta(days=n % 28)
        yield PastEvent(f"{first}-{n}", day, day, "UA", None, None, "state-based", 0, 1, 1)


def test_a_monthly_release_covers_its_month() -> None:
    found = survey([*many(date(2023, 2, 1), 1), *many(date(2023, 9, 1), 31), *many(date(2023, 10, 1), 2300)])
    assert (found.first, found.covers) == (date(2023, 2, 1), date(2023, 10, 1))


def test_a_file_of_years_covers_them_whatever_war_breaks_out() -> None:
    found = survey([*many(date(2021, 1, 3), 5), *many(date(2022, 3, 1), 900)])
    assert found.covers == date(2021, 1, 3)


def test_rows_are_counted_by_what_they_are() -> None:
    found = survey([*many(date(2024, 1, 1), 2), None, Bad(9, "no row")])
    assert (found.events, found.others, found.refused, found.listed) == (2, 1, 1, (Bad(9, "no row"),))
