"""Two reports, two counts: how they differ decides what is shown. One scenario for each class of docs/ledger.md.

Every report below is read by the real reader; the reports are short news items of our own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reports import report
from tests.situations import brief, filled, row, seen

from fogline.pipeline import Knowledge, read
from fogline.situation.situation import Situation

Item = tuple[str, str, str]  # published, publisher, text
Seen = Callable[..., Situation]


@pytest.fixture
def situation_of(known: Knowledge, ledger: Path) -> Seen:
    """``situation_of((published, publisher, text), …)`` with ``known="2024-11-29"`` for the slider."""

    def look(*items: Item, as_known: str | None = None, rule: str = "ucdp") -> Situation:
        documents = [report(text, published, publisher) for published, publisher, text in items]
        filled(ledger, [(document, read(document, known).items) for document in documents])
        return seen(ledger, known=as_known, rule=rule)  # type: ignore[arg-type]  # one of the two rules

    return look


def deaths(situation: Situation) -> list[str]:
    """The series of the killed, one line each."""
    return [brief(t) for t in situation.figures if t.measure == "killed"]


def differences(situation: Situation) -> set[str]:
    """The classes that stand in the series of the killed."""
    return {v.difference for t in situation.figures if t.measure == "killed" for v in t.series}


def test_later_count(situation_of: Seen) -> None:
    """A running toll grows: one series, the latest value counts."""
    situation = situation_of(
        ("2024-11-29", "A", "SOHR said that 255 people had been killed in Aleppo since Wednesday."),
        ("2024-11-30", "B", "SOHR said that 311 people had been killed in Aleppo since Wednesday."),
    )  # fmt: skip
    assert deaths(situation) == ["killed 311–311–311 Aleppo cumulative"]
    assert differences(situation) == {"first", "later_count"}
    assert situation.contested == ()


def test_revision(situation_of: Seen) -> None:
    """The same speaker corrects itself downward: the newer replaces, the older stays visible."""
    situation = situation_of(
        ("2025-01-04", "A", "Police said that 40 people were killed in a bombing in Goma on 3 January."),
        ("2025-01-05", "A", "Police said that 31 people were killed in the bombing in Goma on 3 January."),
    )
    assert deaths(situation) == ["killed 31–31–31 Goma incident"]
    (toll,) = [t for t in situation.figures if t.measure == "killed"]
    assert [v.low for v in toll.series] == [40, 31]
    assert differences(situation) == {"first", "revision"}


def test_subset(situation_of: Seen) -> None:
    """20 civilians of 255: a part of the total, never added to it."""
    situation = situation_of(
        ("2024-11-29", "A", "SOHR said that 255 people had been killed in Aleppo since Wednesday, including 20 civilians."),
    )  # fmt: skip
    assert deaths(situation) == [
        "killed 255–255–255 Aleppo cumulative",
        "killed civilians 20–20–20 Aleppo cumulative",
    ]
    assert "subset" in differences(situation)


def test_other_scope(situation_of: Seen) -> None:
    """The toll of one strike and the toll since Wednesday: two series."""
    situation = situation_of(
        ("2024-12-01", "A", "An air strike killed nine people in Idlib on Sunday. In all 300 have died there since Wednesday."),
    )  # fmt: skip
    assert deaths(situation) == ["killed 300–300–300 Idlib cumulative", "killed 9–9–9 Idlib incident"]
    assert "other_scope" in differences(situation)


def test_other_place(situation_of: Seen) -> None:
    """Counts for two places: two series, never one."""
    situation = situation_of(
        ("2025-01-30", "A", "The United Nations said that 700 people had been killed in Goma since Sunday."),
        ("2025-01-31", "A", "The United Nations said that 90 people had been killed in Bukavu since Sunday."),
    )
    assert deaths(situation) == ["killed 700–700–700 Goma cumulative", "killed 90–90–90 Bukavu cumulative"]
    assert "other_place" in differences(situation)


def test_other_period(situation_of: Seen) -> None:
    """Counted from two days: two series."""
    situation = situation_of(
        (
            "2025-01-17",
            "A",
            "The health ministry said that 46,788 people had been killed in Gaza since 7 October 2023.",
        ),
        ("2025-01-17", "B", "The civil defence said that 86 people had been killed in Gaza since 15 January 2025."),
    )
    assert deaths(situation) == ["killed 46788–46788–46788 Gaza cumulative", "killed 86–86–86 Gaza cumulative"]
    assert "other_period" in differences(situation)


def test_rounding_or_vagueness(situation_of: Seen) -> None:
    """ "Dozens" and 27 agree: the ranges meet."""
    situation = situation_of(
        ("2025-01-04", "A", "Witnesses said that dozens of people were killed in the shelling of El Fasher on Friday."),
        ("2025-01-04", "B", "Doctors said that 27 people were killed in the shelling of El Fasher on Friday."),
    )
    assert deaths(situation) == ["killed 27–27–27 El Fasher incident"]
    assert differences(situation) == {"first", "rounding"}


def test_true_contradiction_of_counts(situation_of: Seen) -> None:
    """Two bodies give two numbers for one raid: both stand as low and high, the lower is best."""
    situation = situation_of(
        ("2025-01-04", "A", "Rescuers said that 12 people were killed in a Russian drone strike on Kharkiv on Friday."),
        (
            "2025-01-04",
            "B",
            "Doctors said that nine people were killed in a Russian drone strike on Kharkiv on Friday.",
        ),
    )
    assert deaths(situation) == ["killed 9–9–12 Kharkiv incident"]
    assert differences(situation) == {"first", "contradiction"}
    assert [(c.about, c.sort) for c in situation.contested] == [("9 or 12 killed in Kharkiv", "figures")]
    assert [row(c) for c in situation.contested] == [(["rescuers"], ["doctors"])]  # who counts more, who counts fewer
    assert {m.status for m in situation.timeline} == {"contested"}


def test_true_contradiction_of_none_and_twelve(situation_of: Seen) -> None:
    """ "No casualties" against "12 killed": contested, with both speakers."""
    situation = situation_of(
        ("2025-01-04", "A", "Doctors said that 12 people were killed in a drone strike on El Fasher on Friday."),
        (
            "2025-01-04",
            "B",
            "The Rapid Support Forces said that no one was killed in the drone strike on El Fasher on Friday.",
        ),
    )
    assert [row(c) for c in situation.contested] == [(["doctors"], ["Rapid Support Forces"])]


RETREAT: tuple[Item, ...] = (
    ("2024-11-29", "A", "Rebels said that the Syrian army had withdrawn from Aleppo."),
    ("2024-11-29", "B", "The Syrian army denied that its troops had withdrawn from Aleppo."),
    ("2024-11-30", "C", "The Syrian army said on Saturday that its troops had withdrawn from Aleppo."),
)


@pytest.mark.parametrize(("day", "contested", "resolved"), [("2024-11-29", 1, 0), ("2024-11-30", 0, 1)])
def test_true_contradiction_until_it_is_admitted(situation_of: Seen, day: str, contested: int, resolved: int) -> None:
    """Contested as known on the day of the denial, resolved as known on the day of the admission."""
    situation = situation_of(*RETREAT, as_known=day)
    assert (len(situation.contested), len(situation.resolved)) == (contested, resolved)
