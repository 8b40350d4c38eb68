"""What a person decides about a claim is followed at once, stays visible, and can be taken back without a trace."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection
from tests.reports import counted, report, told
from tests.situations import ACTS, NOON, STANDINGS, brief, filled, seen

from fogline.errors import DecisionWrong, NothingNamed
from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.correction_fields import Names
from fogline.ledger.corrections import Missed, missed_claim
from fogline.ledger.corrections import correcting as correcting_
from fogline.ledger.decided import claims_with_reviews, waiting
from fogline.ledger.decisions import accepting, decide, decisions_of, missing, rejecting, undo
from fogline.ledger.held import held
from fogline.ledger.read import Where
from fogline.ledger.reread import reread
from fogline.ledger.times import stamp
from fogline.model.claim import Claim
from fogline.model.decision import Decision
from fogline.model.stated import Clocks, Window
from fogline.situation.record import to_json
from fogline.situation.situation import Asked, situation

LATER = NOON + timedelta(hours=1)
RAID = report("Jets struck Idlib. Nine people were killed. Rebels took Saraqib.", "2024-12-01")
ATTACK = told(RAID, "ASSAULT", "struck", agents=("Syrian army",), place="Idlib", day="2024-12-01")
DEAD = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-12-01")
TAKEN = told(RAID, "takes", "took", agents=("rebels",), place="Saraqib", day="2024-12-01")
CLAIMS = (ATTACK, DEAD, TAKEN)
NAMES = Names(STANDINGS.actors)
QUICK = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@pytest.fixture
def raided(ledger: Path) -> Path:
    return filled(ledger, [(RAID, CLAIMS)])


@pytest.fixture
def connection(raided: Path) -> Iterator[Connection]:
    with writing(opened(str(raided))) as open_:
        yield open_


def correcting(claim: Claim, pair: str) -> Decision:
    return replace(correcting_(claim, pair, RAID, NAMES), by="Ada", because="as it says")


def decided(ledger: Path, *decisions: Decision, at: datetime = LATER) -> Path:
    with writing(opened(str(ledger))) as connection:
        for decision in decisions:
            decide(connection, decision, at)
    return ledger


def test_a_rejected_count_enters_no_toll(raided: Path) -> None:
    assert [brief(t) for t in seen(raided).figures] == ["killed 9–9–9 Idlib incident"]
    decided(raided, rejecting(DEAD, "Ada", "the wounded are meant"))
    assert seen(raided).figures == ()


def test_a_rejected_claim_stays_visible_as_rejected(connection: Connection) -> None:
    decide(connection, rejecting(DEAD, "Ada", "the wounded are meant"), LATER)
    shown = {s.claim.id: s.review.status if s.review else None for s in claims_with_reviews(connection, RAID.id)}
    assert shown == {ATTACK.id: None, DEAD.id: "rejected", TAKEN.id: None}
    assert [s.claim.id for s in held(connection).rejected] == [DEAD.id]


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ("figure=10-12", ["killed 10–10–12 Idlib incident"]),
        ("figure=20+", ["killed 20–20–20+ Idlib incident"]),
        ("measure=injured", ["injured 9–9–9 Idlib incident"]),
        ("population=civilians", ["killed civilians 9–9–9 Idlib incident"]),
        ("stance=denied", []),
        ("backdrop=yes", []),
        ("modality=possible", []),
    ],
)
def test_a_corrected_field_replaces_the_value_in_the_toll(raided: Path, pair: str, expected: list[str]) -> None:
    decided(raided, correcting(DEAD, pair))
    assert [brief(t) for t in seen(raided).figures] == expected


def test_the_machines_reading_stands_beside_the_correction(connection: Connection) -> None:
    decide(connection, correcting(DEAD, "figure=12"), LATER)
    shown = next(s for s in held(connection).claims if s.claim.id == DEAD.id)
    assert (shown.claim.figure, shown.original) == (replace(DEAD.figure, low=12, high=12, qualifier="exact"), DEAD)  # type: ignore[type-var]  # a figure claim has one


def test_ground_follows_a_correction(raided: Path) -> None:
    decided(raided, correcting(TAKEN, "agents=Syrian army"))
    assert [h.holder for h in seen(raided).control] == ["Syrian Army"]


@pytest.mark.parametrize(("where", "expected"), [("UA", 1), ("SY", 2)])
def test_a_claim_moved_to_another_country_is_found_there_and_no_longer_here(
    raided: Path, where: str, expected: int
) -> None:
    moved = replace(correcting(DEAD, "place=49.98,36.25"))
    elsewhere = (moved.value or "").replace('"country": "SY"', '"country": "UA"')
    decided(raided, replace(moved, value=elsewhere))
    with reading(opened(str(raided))) as connection:
        assert len(held(connection, where=Where(country=where)).claims) == expected


@pytest.mark.parametrize(("day", "expected"), [("2024-12-01", 2), ("2024-11-20", 1)])
def test_a_claim_moved_to_another_day_is_found_on_that_day(raided: Path, day: str, expected: int) -> None:
    decided(raided, correcting(DEAD, "time=2024-11-20"))
    with reading(opened(str(raided))) as connection:
        window = Window(date.fromisoformat(day), date.fromisoformat(day))
        assert len(held(connection, window=window).claims) == expected


def test_a_missed_claim_counts(raided: Path) -> None:
    start = RAID.text.index("Rebels")
    marked = Missed(
        RAID, start, start + len("Rebels took Saraqib"), ["figure=40", "measure=displaced", "place=35.86,36.8"]
    )
    decided(raided, missing(missed_claim(marked, NAMES), "Ada", "told in the third sentence"))
    assert "displaced 40–40–40" in " ".join(brief(t) for t in seen(raided).figures)


def test_the_last_word_counts(connection: Connection) -> None:
    for decision in (rejecting(DEAD, "Ada", "no"), accepting(DEAD, "Bo"), correcting(DEAD, "figure=7")):
        decide(connection, decision, LATER)
    assert DEAD.id in {s.claim.id for s in held(connection).claims}


def test_undo_takes_back_the_last_and_keeps_both_lines(connection: Connection) -> None:
    decide(connection, correcting(DEAD, "figure=7"), LATER)
    decide(connection, correcting(DEAD, "figure=8"), LATER)
    undo(connection, DEAD.id, "Bo", "seven it was", LATER)
    shown = next(s.claim.figure for s in held(connection).claims if s.claim.id == DEAD.id)
    assert shown is not None
    assert shown.low == 7
    assert [(d.action, d.undone) for d in decisions_of(connection, DEAD.id)] == [
        ("correct", False),
        ("correct", True),
        ("undo", False),
    ]


def test_undo_can_name_the_decision(connection: Connection) -> None:
    first = decide(connection, rejecting(DEAD, "Ada", "no"), LATER)
    decide(connection, rejecting(ATTACK, "Ada", "no"), LATER)
    undo(connection, first.row or 0, "Ada", "a slip", LATER)
    assert [s.claim.id for s in held(connection).rejected] == [ATTACK.id]


def test_nothing_decided_cannot_be_taken_back(connection: Connection) -> None:
    with pytest.raises(DecisionWrong, match="no decision stands"):
        undo(connection, DEAD.id, "Ada", "a slip", LATER)


def test_a_claim_that_is_not_there_cannot_be_decided_on(connection: Connection) -> None:
    with pytest.raises(NothingNamed, match="c_0"):
        decide(connection, Decision("accept", RAID.id, "c_0", "Ada", ""), LATER)


def test_a_value_that_makes_no_claim_is_refused(connection: Connection) -> None:
    wrong = Decision("correct", RAID.id, DEAD.id, "Ada", "", field="type", value='"ASSAULT"')
    with pytest.raises(DecisionWrong, match="ASSAULT"):
        decide(connection, wrong, LATER)


def test_as_recorded_before_the_decision_the_machines_reading_stands(raided: Path) -> None:
    decided(raided, rejecting(DEAD, "Ada", "no"))
    with reading(opened(str(raided))) as connection:
        before = held(connection, Clocks(recorded=stamp(NOON)))
        after = held(connection, Clocks(recorded=stamp(LATER)))
    assert (DEAD.id in {s.claim.id for s in before.claims}, DEAD.id in {s.claim.id for s in after.claims}) == (
        True,
        False,
    )


def test_a_decision_holds_on_every_day_as_known(raided: Path) -> None:
    decided(raided, rejecting(DEAD, "Ada", "no"))
    assert seen(raided, known="2024-12-01").figures == ()


def test_a_claim_read_again_in_the_same_words_inherits_the_decision(connection: Connection) -> None:
    decide(connection, correcting(DEAD, "figure=12"), LATER)
    again = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-11-30")
    reread(connection, RAID.id, [ATTACK, again, TAKEN], LATER + timedelta(hours=1))
    shown = next(s for s in held(connection).claims if s.claim.id == again.id)
    assert (shown.claim.figure and shown.claim.figure.low, shown.review and shown.review.inherited) == (12, True)
    assert [d.claim for d in decisions_of(connection, again.id)] == [DEAD.id]


def test_an_inherited_decision_can_be_taken_back_by_the_new_claim(connection: Connection) -> None:
    decide(connection, rejecting(DEAD, "Ada", "no"), LATER)
    again = counted(RAID, "Nine people", "killed", 9, place="Idlib", day="2024-11-30")
    reread(connection, RAID.id, [ATTACK, again, TAKEN], LATER + timedelta(hours=1))
    undo(connection, again.id, "Ada", "a slip", LATER + timedelta(hours=2))
    assert held(connection).rejected == ()


def test_a_decision_for_which_nothing_fits_waits(connection: Connection) -> None:
    decide(connection, rejecting(DEAD, "Ada", "no"), LATER)
    reread(connection, RAID.id, [ATTACK, TAKEN], LATER + timedelta(hours=1))
    assert [d.claim for d in waiting(connection)] == [DEAD.id]
    connection.rollback()
    reread(connection, RAID.id, [ATTACK, DEAD, TAKEN], LATER + timedelta(hours=2))
    assert waiting(connection) == ()


@st.composite
def decisions(draw: st.DrawFn) -> list[Decision]:
    """A few decisions on the raid's claims."""
    claim = st.sampled_from(CLAIMS)
    pairs = {
        ATTACK: ("type=PROTEST", "place=36.2,37.16", "agents=", "time=2024-11-20", "mode=aerial"),
        DEAD: ("figure=3-5", "measure=injured", "place=", "speaker=witnesses", "stance=denied"),
        TAKEN: ("type=loses", "agents=HTS", "time=", "modality=planned"),
    }
    some = []
    for one in draw(st.lists(claim, min_size=1, max_size=5)):
        made = draw(st.sampled_from(("accept", "reject", "correct")))
        if made == "correct":
            some.append(correcting(one, draw(st.sampled_from(pairs[one]))))
        else:
            some.append(accepting(one, "Ada") if made == "accept" else rejecting(one, "Ada", "no"))
    return some


@QUICK
@given(decisions())
def test_decisions_undone_leave_no_trace(empty: Path, tmp_path: Path, some: list[Decision]) -> None:
    ledger = filled(Path(shutil.copy(empty, tmp_path / "l.db")), [(RAID, CLAIMS)])
    before = to_json(seen(ledger))
    decided(ledger, *some)
    with writing(opened(str(ledger))) as connection:
        for decision in reversed(some):
            undo(connection, decision.claim, "Ada", "a slip", LATER)
    assert to_json(seen(ledger)) == before


@QUICK
@given(decisions())
def test_decisions_survive_reading_again(empty: Path, tmp_path: Path, some: list[Decision]) -> None:
    ledger = decided(filled(Path(shutil.copy(empty, tmp_path / "l.db")), [(RAID, CLAIMS)]), *some)
    before = to_json(seen(ledger))
    with writing(opened(str(ledger))) as connection:
        reread(connection, RAID.id, [], LATER + timedelta(hours=1))
        reread(connection, RAID.id, CLAIMS, datetime(2025, 2, 1, tzinfo=UTC))
    assert to_json(seen(ledger)) == before


@QUICK
@given(decisions(), st.integers(0, 5))
def test_as_recorded_holds_what_was_decided_by_then(
    empty: Path, tmp_path: Path, some: list[Decision], first: int
) -> None:
    late, early = (filled(Path(shutil.copy(empty, tmp_path / name)), [(RAID, CLAIMS)]) for name in ("l.db", "e.db"))
    for hour, decision in enumerate(some, 1):
        decided(late, decision, at=NOON + timedelta(hours=hour))
    decided(early, *some[:first])
    with reading(opened(str(late))) as connection:
        then = held(connection, Clocks(recorded=stamp(NOON + timedelta(hours=first))))
    assert to_json(situation(then, Asked(None, Window()), STANDINGS, ACTS)) == to_json(seen(early))
