"""Adding documents: once, whole, in any order, and by both clocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from tests.reports import counted, report, told

from fogline.ledger.connection import reading, writing
from fogline.ledger.read import issues, latest_day, sources, stated
from fogline.ledger.search import search
from fogline.ledger.times import stamp
from fogline.ledger.upgrade import created
from fogline.ledger.write import add, add_issues
from fogline.model.issue import Issue
from fogline.model.stated import Clocks, Window

NOON = datetime(2024, 12, 10, 12, tzinfo=UTC)
WIRE = (
    "KHARTOUM (Reuters) - Shells fell on the market of El Fasher on Monday morning and killed nine people, doctors at the "
    "hospital said. The army and the paramilitary force blamed each other. Aid workers have not been able to enter the town "
    "since May."
)


@pytest.fixture
def connection(ledger_target: str) -> Iterator[Connection]:
    with writing(created(ledger_target)) as opened:
        yield opened


def test_the_same_document_again_is_a_no_op_that_says_so(connection: Connection) -> None:
    raid = report("Jets struck Idlib. Nine people were killed.", "2024-12-01")
    claims = [told(raid, "ASSAULT", "struck", place="Idlib"), counted(raid, "Nine people", "killed", 9)]
    first = add(connection, raid, claims, [], NOON)
    again = add(connection, raid, claims, [], NOON)
    assert (first.outcome, first.claims, again.outcome, again.claims) == ("added", 2, "known", 0)
    assert len(stated(connection)) == 2


def test_a_claim_that_does_not_hold_is_told_and_not_stored(connection: Connection) -> None:
    """A count whose low end is above its high end, and its part, which then stands alone."""
    raid = report("Jets struck Idlib. Nine people were killed, two of them children.", "2024-12-01")
    total = counted(raid, "Nine people", "killed", 9, 7)
    part = counted(raid, "two of them", "killed", 2, subset_of=total.id)
    assert add(connection, raid, [total, part], [], NOON).claims == 1
    assert [(s.claim.id, s.claim.subset_of) for s in stated(connection)] == [(part.id, None)]
    assert [i.message for i in issues(connection, code="unsound_claim")] == ["figure killed: figure runs from 9 to 7"]


def test_a_given_id_that_stands_for_another_text_is_not_stored_over_it(connection: Connection) -> None:
    one = report("Jets struck Idlib.", "2024-12-01")
    other = type(one)(one.id, "Jets struck Hama.", published="2024-12-01")
    add(connection, one, [], [], NOON)
    assert add(connection, other, [], [], NOON).outcome == "other_text"


def test_the_same_url_with_another_text_replaces_the_older_claims(connection: Connection) -> None:
    old = report("Nine people were killed in Idlib.", "2024-12-01", url="https://x.example/1")
    new = report("Eleven people were killed in Idlib.", "2024-12-02", url="https://x.example/1")
    add(connection, old, [counted(old, "Nine people", "killed", 9)], [], NOON)
    added = add(connection, new, [counted(new, "Eleven people", "killed", 11)], [], NOON)
    assert added.supersedes == (old.id,)
    assert [s.claim.document for s in stated(connection)] == [new.id]


def test_an_older_version_that_arrives_later_is_replaced_at_once(connection: Connection) -> None:
    old = report("Nine people were killed in Idlib.", "2024-12-01", url="https://x.example/1")
    new = report("Eleven people were killed in Idlib.", "2024-12-02", url="https://x.example/1")
    add(connection, new, [], [], NOON)
    assert add(connection, old, [], [], NOON).superseded_by == (new.id,)
    assert [s.id for s in sources(connection)] == [new.id]


def test_as_known_before_the_new_version_the_older_one_is_in_force(connection: Connection) -> None:
    old = report("Nine people were killed in Idlib.", "2024-12-01", url="https://x.example/1")
    new = report("Eleven people were killed in Idlib.", "2024-12-03", url="https://x.example/1")
    for document in (old, new):
        add(connection, document, [], [], NOON)
    assert [s.id for s in sources(connection, Clocks(known=date(2024, 12, 2)))] == [old.id]


def test_as_recorded_before_the_new_version_the_older_one_is_in_force(connection: Connection) -> None:
    old = report("Nine people were killed in Idlib.", "2024-12-01", url="https://x.example/1")
    new = report("Eleven people were killed in Idlib.", "2024-12-03", url="https://x.example/1")
    add(connection, old, [], [], NOON)
    add(connection, new, [], [], NOON + timedelta(hours=1))
    assert [s.id for s in sources(connection, Clocks(recorded=stamp(NOON)))] == [old.id]


def test_the_next_day_of_a_rolling_page_replaces_nothing(connection: Connection) -> None:
    url = "https://x.example/daily"
    monday = report("Shelling was heard in Kharkiv.", "2024-12-02", title="Daily, 2 December", url=url)
    tuesday = report("Talks were held in Doha.", "2024-12-03", title="Daily, 3 December", url=url)
    for document in (monday, tuesday):
        add(connection, document, [], [], NOON)
    assert [s.id for s in sources(connection)] == [monday.id, tuesday.id]


def test_a_wire_copy_is_another_document_of_the_same_origin(connection: Connection) -> None:
    first = report(WIRE, "2024-12-02", "Reuters")
    copy = report("Market shelled\n" + WIRE.removesuffix(" since May."), "2024-12-03", "Daily Post")
    other = report("The army said that it had shot down two drones over Port Sudan during the night.", "2024-12-03")
    add(connection, copy, [], [], NOON)
    assert add(connection, first, [], [], NOON).copy_of == (copy.id,)
    add(connection, other, [], [], NOON)
    origins = {s.id: s.origin for s in sources(connection)}
    assert origins == {first.id: first.id, copy.id: first.id, other.id: other.id}


def test_the_agency_in_the_dateline_is_kept(connection: Connection) -> None:
    add(connection, report(WIRE, "2024-12-02", "Daily Post"), [], [], NOON)
    assert [s.agency for s in sources(connection)] == ["Reuters"]


def test_recording_is_never_dated_back(connection: Connection) -> None:
    add(connection, report("Jets struck Idlib.", "2024-12-01"), [], [], NOON)
    add(connection, report("Jets struck Hama.", "2024-12-01"), [], [], NOON - timedelta(days=1))
    assert sources(connection, Clocks(recorded=stamp(NOON - timedelta(hours=1)))) == ()


def test_a_document_without_a_date_is_known_when_it_was_recorded(connection: Connection) -> None:
    add(connection, report("Jets struck Idlib.", None), [], [], NOON)
    assert latest_day(connection) == date(2024, 12, 10)


def test_only_the_claims_of_the_window_are_read(connection: Connection) -> None:
    raid = report("Jets struck Idlib. Guns fired on Hama.", "2024-12-05")
    early = told(raid, "ASSAULT", "struck", day="2024-12-01")
    late = told(raid, "ASSAULT", "fired", day="2024-12-04")
    add(connection, raid, [early, late], [], NOON)
    found = stated(connection, window=Window(date(2024, 12, 2), date(2024, 12, 5)))
    assert [s.claim for s in found] == [late]


def test_words_are_found_in_claims_and_documents(connection: Connection) -> None:
    raid = report("Jets struck the Sāḥat market. Rain fell.", "2024-12-05")
    claim = told(raid, "ASSAULT", "struck")
    add(connection, raid, [claim], [], NOON)
    assert [(h.noun, h.id) for h in search(connection, ["sahat"])] == [("claim", claim.id), ("document", raid.id)]
    assert search(connection, ['rain" OR jets']) == ()
    assert search(connection, ["!?", "*", "NEAR("]) == ()


def test_an_issue_without_a_document_is_stored_once(connection: Connection) -> None:
    issue = Issue("documents", "refused_broken", "x.pdf: expected a PDF, met nothing")
    add_issues(connection, [issue], NOON)
    add_issues(connection, [issue], NOON)
    assert connection.execute(text("SELECT count(*) FROM issue")).scalar() == 1


def test_a_reader_sees_nothing_of_an_unfinished_document(tmp_path: Path) -> None:
    ledger = created(str(tmp_path / "l.db"))
    raid = report("Jets struck Idlib.", "2024-12-01")
    broken = told(raid, "ASSAULT", "struck")
    with writing(ledger) as connection, pytest.raises(Exception, match="UNIQUE"):
        add(connection, raid, [broken, broken], [], NOON)
    with reading(ledger) as connection:
        assert sources(connection) == ()
