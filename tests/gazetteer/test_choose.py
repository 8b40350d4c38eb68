"""Choosing between namesakes: one thing decides in each row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.gazetteer.choose import Setting, Wanted, choose, lies_in
from fogline.gazetteer.entry import Candidate

HERE = Candidate("1", "Salem", "city", "SD", "Sennar", None, 13.5, 33.6, 20_000, 0, "", 100)
THERE = replace(HERE, id="2", country="ML", admin1="Mopti", lat=14.5, lon=-4.2)
STATE = Candidate("3", "Mopti", "admin1", "ML", "Mopti", None, 14.6, -3.9, 1_000_000, 150, "", 100)
COUNTRY = Candidate("4", "Sudan", "country", "SD", None, None, 15.0, 32.0, 40_000_000, 700, "", 100)

DECIDES = [
    (Wanted(), Setting({"ML": 1.0}), "2", "the report is about ML"),
    (Wanted(within=(COUNTRY,)), Setting({"ML": 1.0}), "1", "the text says in what it lies"),
    (Wanted(country="ML"), Setting(), "2", "the text says whose town it is"),
    (Wanted(holds=frozenset({"2"})), Setting(), "2", "a place told to lie in it does"),
    (Wanted(), Setting(points=((14.6, -4.0),)), "2", "it is near other places of the report"),
]


@pytest.mark.parametrize(("wanted", "setting", "number", "reason"), DECIDES)
def test_what_decides_is_the_reason_given(wanted: Wanted, setting: Setting, number: str, reason: str) -> None:
    rivals = (HERE, THERE) if number == "2" else (THERE, HERE)
    choice = choose(tuple(replace(c, population=100) for c in rivals), wanted, setting)
    assert choice is not None
    assert (choice.candidate.id, choice.reason) == (number, reason)


def test_no_candidate_is_good_enough_when_the_kind_is_wrong() -> None:
    assert choose((replace(HERE, population=0),), Wanted(kinds=("airport",)), Setting({"ML": 1.0})) is None


def test_a_town_lies_in_its_division_by_name_and_in_no_other_country() -> None:
    assert lies_in(THERE, STATE)
    assert not lies_in(HERE, STATE)
