"""Properties: order and repetition of adding never show; each clock answers as a ledger that never heard of the rest."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reports import PLACES, counted, report, told
from tests.situations import ACTS, NOON, STANDINGS, Told, filled, seen

from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.held import held
from fogline.ledger.times import stamp
from fogline.ledger.write import add
from fogline.model.mention import Stance
from fogline.model.place import Place
from fogline.model.record import identified
from fogline.model.stated import Clocks, Window
from fogline.situation.record import to_json
from fogline.situation.situation import Asked, situation

QUICK = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
SPEAKERS = ("Syrian Observatory for Human Rights", "witnesses", "Syrian army", "HTS", "")
DAY = date(2024, 11, 27)


@st.composite
def reports(draw: st.DrawFn) -> Told:
    """A report of an attack, its dead, and a capture or a denial; some at one url, some copies of one text."""
    number = draw(st.integers(0, 5))
    place = draw(st.sampled_from(sorted(PLACES)))
    by = draw(st.sampled_from(SPEAKERS))
    published = DAY + timedelta(days=draw(st.integers(0, 4)))
    url = draw(st.sampled_from((None, None, "https://x.example/1")))
    text = (
        f"Jets struck {place}. There {number} people were killed. HTS captured {place} on that day. "
        f"The toll of the raid on {place} is {number + 2} now. In all {number * 100} have died since Wednesday. "
        f"The offensive since Monday goes on."
    )
    document = report(text, published.isoformat(), draw(st.sampled_from(("A", "B", "C"))), url=url)
    day = (published - timedelta(days=draw(st.integers(0, 1)))).isoformat()
    dead = counted(document, f"{number} people", "killed", number, place=place, day=day, by=by)
    raid = told(document, "ASSAULT", "struck", agents=("Syrian army",), place=place, day=day)
    stance: Stance = "denied" if by == "Syrian army" else "affirmed"
    taken = told(document, "takes", "captured", agents=("HTS",), place=place, stance=stance, by=by)
    later = counted(document, f"{number + 2} now", "killed", number + 2, place=place, scope="cumulative")
    named = told(document, "ASSAULT", "raid", agents=("Syrian army",), place=place)
    all_ = counted(
        document,
        f"{number * 100} have",
        "killed",
        number * 100,
        place=place,
        by=by,
        scope="cumulative",
        since="2024-11-27",
    )
    whole = told(document, "ASSAULT", "offensive", agents=("HTS",), place=place, day="2024-11-25", until=day)
    told_too = draw(st.sets(st.sampled_from((0, 1, 2, 3))))
    return document, [dead, raid, taken, *(c for i, c in enumerate((later, named, all_, whole)) if i in told_too)]


def many() -> st.SearchStrategy[list[Told]]:
    return st.lists(reports(), min_size=1, max_size=6, unique_by=lambda told: told[0].id)


def fresh(empty: Path, folder: Path) -> Path:
    return Path(shutil.copy(empty, folder / "l.db"))


@QUICK
@given(many(), st.randoms(use_true_random=False))
def test_the_order_of_adding_never_shows(empty: Path, tmp_path: Path, some: list[Told], chance: object) -> None:
    one = to_json(seen(filled(fresh(empty, tmp_path), some)))
    getattr(chance, "shuffle")(some)  # noqa: B009 - hypothesis hands over a Random
    assert to_json(seen(filled(fresh(empty, tmp_path), some))) == one


@QUICK
@given(many())
def test_adding_twice_changes_nothing(empty: Path, tmp_path: Path, some: list[Told]) -> None:
    ledger = filled(fresh(empty, tmp_path), some)
    once = to_json(seen(ledger))
    assert to_json(seen(filled(ledger, some))) == once


@QUICK
@given(many(), st.integers(0, 4))
def test_as_known_equals_a_ledger_of_what_was_published(
    empty: Path, tmp_path: Path, some: list[Told], days: int
) -> None:
    day = (DAY + timedelta(days=days)).isoformat()
    known = to_json(seen(filled(fresh(empty, tmp_path), some), known=day))
    then = [(document, claims) for document, claims in some if (document.published or "") <= day]
    assert to_json(seen(filled(fresh(empty, tmp_path), then), known=day)) == known


@QUICK
@given(many(), st.integers(0, 5))
def test_as_recorded_equals_a_ledger_of_what_was_recorded(
    empty: Path, tmp_path: Path, some: list[Told], first: int
) -> None:
    ledger = fresh(empty, tmp_path)
    with writing(opened(str(ledger))) as connection:
        for hour, (document, claims) in enumerate(some):
            add(connection, document, claims, [], NOON + timedelta(hours=hour))
    with reading(opened(str(ledger))) as connection:
        kept = held(connection, Clocks(recorded=stamp(NOON + timedelta(hours=first - 1))))
    then = situation(kept, Asked(None, Window()), STANDINGS, ACTS)
    assert to_json(seen(filled(fresh(empty, tmp_path), some[:first]))) == to_json(then)


@QUICK
@given(many(), st.sampled_from(["ucdp", "conservative"]))
def test_low_best_high_are_in_order(empty: Path, tmp_path: Path, some: list[Told], rule: str) -> None:
    tolls = seen(filled(fresh(empty, tmp_path), some), rule=rule).figures  # type: ignore[arg-type]  # drawn from its values
    assert [t for t in tolls if not 0 <= t.low <= t.best <= t.high] == []


@pytest.mark.parametrize(("days", "expected"), [(("2024-12-02", "2024-12-03"), 0), (("2024-12-01", "2024-12-01"), 1)])
def test_the_window_holds_by_the_time_told(ledger: Path, days: tuple[str, str], expected: int) -> None:
    raid = report("Jets struck Idlib.", "2024-12-03")
    claims = [told(raid, "ASSAULT", "struck", place="Idlib", day="2024-12-01")]
    assert len(seen(filled(ledger, [(raid, claims)]), days=days).timeline) == expected


@pytest.mark.parametrize(("place", "expected"), [("Syria", 2), ("SY", 2), ("idlib", 1), ("Aleppo", 1), ("Sudan", 0)])
def test_the_place_is_a_country_or_a_name(ledger: Path, place: str, expected: int) -> None:
    raid = report("Jets struck Saraqib and Aleppo.", "2024-12-03")  # Saraqib lies in the governorate of Idlib
    claims = [told(raid, "ASSAULT", "struck", place=p, day="2024-12-01") for p in ("Saraqib", "Aleppo")]
    assert len(seen(filled(ledger, [(raid, claims)]), place=place).timeline) == expected


@QUICK
@given(many())
def test_a_report_from_elsewhere_leaves_every_incident_as_it_was(empty: Path, tmp_path: Path, some: list[Told]) -> None:
    """What is added touches only its blocks: a report of another continent changes nothing here."""
    ledger = filled(fresh(empty, tmp_path), some)
    before = {i.id: i.title for i in seen(ledger).incidents}
    far = report("Gunmen attacked Cali.", "2024-11-28", "D")
    cali = Place(None, "Cali", "3687925", "CO", "Valle del Cauca", None, 3.44, -76.52, 1)
    claim = identified(replace(told(far, "ASSAULT", "attacked", day="2024-11-28"), place=cali))
    after = {i.id: i.title for i in seen(filled(ledger, [(far, [claim])])).incidents}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


@QUICK
@given(many())
def test_every_claim_stands_in_one_incident_or_episode_at_most(empty: Path, tmp_path: Path, some: list[Told]) -> None:
    situation = seen(filled(fresh(empty, tmp_path), some))
    groups = [i.claims for i in situation.incidents] + [e.claims for e in situation.episodes]
    ids = [h.stated.claim.id for held in groups for h in held]
    assert len(ids) == len(set(ids))
    assert {i for e in situation.episodes for i in e.incidents} <= {i.id for i in situation.incidents}


@QUICK
@given(many())
def test_sums_hold_incidents_and_no_running_toll(empty: Path, tmp_path: Path, some: list[Told]) -> None:
    situation = seen(filled(fresh(empty, tmp_path), some))
    for s in situation.sums:
        single = [t for t in situation.figures if t.incident and t.measure == s.measure and t.country == s.country]
        assert s.best <= sum(t.best for t in single if t.scope == "incident")
        assert 0 <= s.low <= s.best <= s.high
