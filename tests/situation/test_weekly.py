"""Weekly counts and ranks: this ledger's last week against its own past and reference history."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.model.history import LEDGER, Counted, Course, Dataset
from fogline.model.stated import Source
from fogline.situation.intensity import Day
from fogline.situation.weekly import Rank, Tempo, Weeks, rank, tempo

MONDAY = date(2024, 1, 1)
UCDP = Dataset("ucdp-ged", "UCDP GED", "CC BY 4.0", "UCDP")


def weeks(*incidents: int, start: date = MONDAY) -> Weeks:
    return Weeks(LEDGER, start, start, start, incidents, incidents, ())


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((9, 2, 3, 7), date(2024, 1, 1)),  # only the first week had more
        ((2, 9, 3, 9), date(2024, 1, 8)),  # as many counts too
        ((9, 7, 7), None),  # no larger than the week before
        ((2, 3, 0), None),  # a week without incidents is no record
        ((4,), None),  # nothing to compare
    ],
)
def test_the_last_week_is_the_largest_since_the_last_that_had_as_many(
    counts: tuple[int, ...], expected: date | None
) -> None:
    found = rank("incidents", weeks(*counts), [])
    assert (found.since if found else None) == expected


def test_a_week_without_its_match_is_the_largest_since_coverage_begins() -> None:
    found = rank("incidents", weeks(2, 3, 7), [weeks(5, 6, start=date(2016, 1, 4))])
    assert found == Rank("incidents", date(2024, 1, 15), 7, date(2016, 1, 4), unmatched=True)


def test_a_source_that_counts_no_deaths_is_no_yardstick_for_deaths() -> None:
    mine = Weeks(LEDGER, MONDAY, MONDAY, MONDAY, (1, 1), (1, 1), (3, 40))
    found = rank("killed", mine, [weeks(90, start=date(2016, 1, 4))])
    assert found == Rank("killed", date(2024, 1, 8), 40, MONDAY, unmatched=True)


def found_tempo(daily: list[Day], courses: list[Course]) -> Tempo:
    told = [Source("d", None, "A", d.day.isoformat(), None, "en", d.day, "", None, "d") for d in daily]
    return tempo(daily, told, courses)


def test_history_stands_beside_the_ledger_and_is_never_added_to_it() -> None:
    past = Course(UCDP, date(2019, 1, 1), date(2019, 1, 20), (Counted(date(2019, 1, 3), 8, 3, 120),))
    now = found_tempo([Day(date(2024, 1, 2), 5, 30, 30, 30, 2, 0)], [past])
    assert now.weekly == (5,)
    assert [(h.dataset.name, h.start, h.incidents, h.killed) for h in now.history] == [
        ("ucdp-ged", date(2018, 12, 31), (8, 0, 0), (120, 0, 0))
    ]
    assert [(r.measure, r.since, r.unmatched) for r in now.largest] == [
        ("incidents", date(2018, 12, 31), False),
        ("killed", date(2018, 12, 31), False),
    ]


def test_weeks_of_this_ledger_before_the_window_are_counted_by_places() -> None:
    past = Course(LEDGER, date(2023, 12, 20), date(2023, 12, 31), (Counted(date(2023, 12, 20), 1, 1, None),))
    now = found_tempo([Day(date(2024, 1, 2), 5, 0, 0, 0, 2, 5)], [past])
    assert (now.unit, now.start, now.weekly) == ("places", date(2023, 12, 18), (1, 0, 2))


def test_a_long_silence_before_the_window_parts_the_two() -> None:
    past = Course(LEDGER, date(2023, 6, 1), date(2023, 6, 30), (Counted(date(2023, 6, 1), 9, 9, None),))
    now = found_tempo([Day(date(2024, 1, 2), 5, 0, 0, 0, 2, 5)], [past])
    assert (now.unit, now.weekly, now.largest_since) == ("incidents", (5,), date(2023, 5, 29))
