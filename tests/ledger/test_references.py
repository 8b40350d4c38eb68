"""Reference history on both databases: apart from claims, by both clocks, by region, without holes passed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, select, update
from tests.reports import report, told
from tests.situations import NOON

from fogline.claims.check import faults
from fogline.errors import NothingNamed
from fogline.ledger import schema
from fogline.ledger.check import check
from fogline.ledger.connection import writing
from fogline.ledger.divisions import divisions
from fogline.ledger.history import history
from fogline.ledger.read import ANYWHERE, EVER, NOW, Where, stated
from fogline.ledger.references import File, Imported, forget_history, imported_before, keep
from fogline.ledger.times import stamp
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.history import Counted, Dataset, PastEvent
from fogline.model.stated import Clocks, Window

UCDP = Dataset("ucdp-ged", "UCDP Georeferenced Event Dataset", "CC BY 4.0", "UCDP")
MAY = date(2019, 5, 1)
LATER = NOON + timedelta(hours=1)


def event(name: str, day: date, place: str | None = "idlib", country: str = "SY", best: int = 3) -> PastEvent:
    return PastEvent(name, day, day, country, "idlib", place, "state-based", 1, best, 9)


def file(digest: str, first: date, last: date) -> File:
    return File(UCDP, f"{digest}.csv", digest, first, last)


RAIDS = [event("1", MAY), event("2", MAY), event("3", MAY, "maarat"), event("4", MAY + timedelta(days=9), country="IQ")]


@pytest.fixture
def connection(ledger_target: str) -> Iterator[Connection]:
    with writing(created(ledger_target)) as opened:
        keep(opened, file("a", MAY, date(2019, 5, 31)), RAIDS, NOON)
        yield opened


def days(
    connection: Connection,
    where: Where = ANYWHERE,
    clocks: Clocks = NOW,
    window: Window = EVER,
) -> list[Counted]:
    return [day for course in history(connection, clocks, window, where) for day in course.days]


def test_events_are_counted_by_day_and_place(connection: Connection) -> None:
    assert days(connection, Where(country="SY")) == [Counted(MAY, 3, 2, 9)]


@pytest.mark.parametrize(("name", "incidents"), [("Idlib", 3), ("Maarat", 1), ("Goma", 0)])
def test_a_place_or_division_is_found_by_name(connection: Connection, name: str, incidents: int) -> None:
    assert sum(d.incidents for d in days(connection, Where(name=name), window=Window(None, MAY))) == incidents


def test_the_same_file_is_known_again(connection: Connection) -> None:
    assert imported_before(connection, "ucdp-ged", "a")
    assert not imported_before(connection, "acled", "a")


def test_a_later_file_corrects_an_event_and_both_clocks_still_answer(connection: Connection) -> None:
    corrected = [event("1", MAY, best=8), event("2", MAY)]
    assert keep(connection, file("b", MAY, MAY), corrected, LATER) == Imported(0, 1, 1)
    where = Where(country="SY")
    assert days(connection, where) == [Counted(MAY, 3, 2, 14)]
    assert days(connection, where, Clocks(recorded=stamp(NOON))) == [Counted(MAY, 3, 2, 9)]
    assert days(connection, where, Clocks(known=MAY - timedelta(days=1))) == []


def test_files_that_touch_are_one_course_and_a_hole_parts_them(connection: Connection) -> None:
    keep(connection, file("b", date(2019, 6, 1), date(2019, 6, 30)), [event("5", date(2019, 6, 2))], LATER)
    keep(connection, file("c", date(2023, 10, 1), date(2023, 10, 31)), [event("6", date(2023, 10, 2))], LATER)
    spans = [(c.first, c.last) for c in history(connection, where=Where(country="SY"))]
    assert spans == [(MAY, date(2019, 6, 30)), (date(2023, 10, 1), date(2023, 10, 31))]
    assert [c.last for c in history(connection, where=Where(country="IQ"))] == [date(2019, 5, 31)]


def test_history_is_no_claim_and_the_ledger_stays_sound(connection: Connection) -> None:
    assert stated(connection) == ()
    assert list(check(connection, faults)) == []


def test_this_ledger_before_the_window_is_a_course_of_places(connection: Connection) -> None:
    for n, words in enumerate(("Jets struck Idlib.", "Guns struck Idlib.", "Jets struck Hama.")):
        raid = report(words, f"2024-11-{20 + n}", "A")
        place = words.split()[-1].strip(".")
        add(connection, raid, [told(raid, "ASSAULT", "struck", place=place, day="2024-11-20")], [], LATER)
    (course,) = [
        c
        for c in history(connection, window=Window(date(2024, 12, 1)), where=Where(country="SY"))
        if c.dataset.name == "ledger"
    ]
    assert (course.first, course.last) == (date(2024, 11, 20), date(2024, 11, 30))
    assert course.days == (Counted(date(2024, 11, 20), 2, 2, None),)


def test_divisions_with_violence_before_the_window(connection: Connection) -> None:
    raid = report("Jets struck Hama.", "2024-11-20", "A")
    add(connection, raid, [told(raid, "ASSAULT", "struck", place="Hama", day="2024-11-20")], [], LATER)
    found = divisions(connection, before=date(2024, 12, 1), where=Where(country="SY"))
    assert [(d.admin1, d.events, d.last, d.source) for d in found] == [
        ("idlib", 3, MAY, "UCDP GED"),
        ("hama", 1, date(2024, 11, 20), "this ledger, before the window"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"low": 7},  # above best
        {"best": -1},
        {"days": 3},  # of an event of one day
        {"first_day": "2019-05-02"},  # after its last day
        {"last_day": "Monday"},
        {"event": "2"},  # in force twice
    ],
)
def test_check_finds_what_was_spoilt(connection: Connection, change: dict[str, str | int]) -> None:
    t = schema.reference_event
    if "event" in change:
        change = {**change, "recorded_at": "2026-01-01T00:00:00.000000Z"}
    with connection.begin():
        connection.execute(update(t).where(t.c.event == "1").values(**change))
    assert "reference" in {fault.rule for fault in check(connection, faults)}


def test_a_data_set_can_be_erased_and_leaves_a_tombstone(connection: Connection) -> None:
    assert forget_history(connection, "ucdp-ged", "Ada", "the licence ended", LATER) == 4
    assert history(connection) == ()
    stone = connection.execute(select(schema.tombstone.c.document, schema.tombstone.c.because)).one()
    assert tuple(stone) == ("reference:ucdp-ged", "the licence ended")
    assert list(check(connection, faults)) == []
    connection.rollback()
    with pytest.raises(NothingNamed):
        forget_history(connection, "acled", "Ada", "no", LATER)
