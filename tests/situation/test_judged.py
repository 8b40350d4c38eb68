"""Judgements join and split incidents, and taken back leave no trace."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reports import report, told
from tests.situations import NOON, filled, seen

from fogline.ledger.connection import opened, writing
from fogline.ledger.people import between, judge
from fogline.model.judgement import Judgement, Verdict
from fogline.situation.record import to_json

LATER = NOON + timedelta(hours=1)
PLACES = ("Idlib", "Idlib", "Saraqib", "Aleppo")
REPORTS = [report(f"Jets struck {p} on Sunday.", "2024-12-01", f"Paper {n}") for n, p in enumerate(PLACES)]
CLAIMS = [told(r, "ASSAULT", "struck", place=p, day="2024-12-01") for r, p in zip(REPORTS, PLACES, strict=True)]
TOLD = [(r, [c]) for r, c in zip(REPORTS, CLAIMS, strict=True)]
QUICK = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
VERDICTS: tuple[Verdict, ...] = ("same", "different")


def judged(ledger: Path, *some: tuple[str, str, Verdict], at: datetime = LATER) -> Path:
    with writing(opened(str(ledger))) as connection:
        for one, two, verdict in some:
            judge(connection, Judgement(one, two, verdict, "Ada", person=True, because="as told"), at)
    return ledger


def groups(ledger: Path) -> list[set[int]]:
    number = {c.id: n for n, c in enumerate(CLAIMS)}
    return sorted(({number[h.stated.claim.id] for h in i.claims} for i in seen(ledger).incidents), key=min)


def test_different_splits_what_the_comparisons_join(ledger: Path) -> None:
    assert groups(filled(ledger, TOLD)) == [{0, 1}, {2}, {3}]
    assert groups(judged(ledger, (CLAIMS[0].id, CLAIMS[1].id, "different"))) == [{0}, {1}, {2}, {3}]


def test_same_joins_what_the_comparisons_keep_apart(ledger: Path) -> None:
    assert groups(judged(filled(ledger, TOLD), (CLAIMS[2].id, CLAIMS[3].id, "same"))) == [{0, 1}, {2, 3}]


def test_the_later_judgement_wins(ledger: Path) -> None:
    pair = CLAIMS[2].id, CLAIMS[3].id
    assert groups(judged(filled(ledger, TOLD), (*pair, "same"), (*pair, "different"))) == [{0, 1}, {2}, {3}]


def test_a_later_different_is_not_bridged_by_earlier_sames(ledger: Path) -> None:
    filled(ledger, TOLD)
    judged(ledger, (CLAIMS[0].id, CLAIMS[2].id, "same"), (CLAIMS[2].id, CLAIMS[3].id, "same"))
    assert groups(ledger) == [{0, 2, 3}, {1}]
    judged(ledger, (CLAIMS[0].id, CLAIMS[3].id, "different"), at=LATER + timedelta(hours=1))
    assert [{0, 3} <= group for group in groups(ledger)].count(True) == 0


@QUICK
@given(st.lists(st.tuples(st.sampled_from(list(combinations(range(4), 2))), st.sampled_from(VERDICTS)), min_size=1))
def test_judgements_taken_back_leave_no_trace(
    empty: Path, tmp_path: Path, some: list[tuple[tuple[int, int], Verdict]]
) -> None:
    ledger = filled(Path(shutil.copy(empty, tmp_path / "l.db")), TOLD)
    before = to_json(seen(ledger))
    judged(ledger, *((CLAIMS[a].id, CLAIMS[b].id, verdict) for (a, b), verdict in some))
    judged(ledger, *((CLAIMS[b].id, CLAIMS[a].id, "unsure") for (a, b), _ in some))
    assert to_json(seen(ledger)) == before


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (["a"], ["b"], [("a", "b")]),
        (["b", "a"], ["c"], [("a", "c"), ("b", "c")]),
        (["a"], ["a", "b", "c"], [("a", "b"), ("a", "c")]),
        (["a"], ["a"], []),
    ],
    ids=["two claims", "incident and claim", "a claim of the incident against the others", "one claim"],
)
def test_the_pairs_meant_by_two_groups(one: list[str], two: list[str], expected: list[tuple[str, str]]) -> None:
    assert between(one, two) == expected
