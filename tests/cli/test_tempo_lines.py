"""The tempo in words: what was counted, whether it rose, since when it is the largest, and what that rests on."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.cli.tempo_lines import gap_line, silence_line, tempo_lines
from fogline.model.history import Dataset, Division
from fogline.situation.coverage import Coverage, Silence
from fogline.situation.disconnect import Gap
from fogline.situation.tempo import Change
from fogline.situation.weekly import Rank, Tempo, Weeks

MONDAY = date(2024, 1, 1)
ACLED = Weeks(Dataset("acled", "ACLED", "", ""), date(2021, 1, 1), date(2023, 12, 31), date(2020, 12, 28), (), (), ())
ROSE = Change(date(2024, 8, 5), date(2024, 8, 12), 2.0, 14.0)


@pytest.mark.parametrize(
    ("tempo", "expected"),
    [
        (
            Tempo(MONDAY, (2, 5), (), None),
            ["incidents a week: 2 5 (weeks from 1 Jan 2024)", "too short to call a rise: 2 of 26 weeks to learn from"],
        ),
        (
            Tempo(MONDAY, (2,) * 30 + (14, 15), (ROSE,), None, "places"),
            [
                "places with violence a week: 2 2 2 2 14 15 (last 6 of 32 weeks from 1 Jan 2024)",
                "rose from 2 to 14 a week about 5 Aug 2024",
            ],
        ),
        (
            Tempo(None, (), (), None, history=(ACLED,)),
            ["no violence told within unbroken coverage", "measured against ACLED 2021–2023"],
        ),
    ],
)
def test_lines(tempo: Tempo, expected: list[str]) -> None:
    assert tempo_lines(tempo) == expected


def test_a_record_names_where_coverage_begins() -> None:
    ranks = (
        Rank("incidents", MONDAY, 40, date(2023, 3, 6), unmatched=False),
        Rank("killed", MONDAY, 1200, date(2021, 1, 1), unmatched=True),
    )
    lines = tempo_lines(Tempo(MONDAY, (1,) * 30, (), None, "incidents", ranks, (ACLED,)))
    assert lines[1:] == [
        "no rise found",
        "the week of 1 Jan is the largest (40) since that of 6 Mar 2023",
        "the week of 1 Jan is the deadliest (1,200) since coverage begins, 1 Jan 2021",
        "measured against ACLED 2021–2023",
    ]


def test_the_gap_is_that_of_the_last_day_with_both() -> None:
    gaps = (Gap(MONDAY, 5.0, -9.5, 14.5, 1, 1), Gap(date(2024, 1, 2), None, -9.0, None, 0, 1))
    assert gap_line(gaps) == "1 Jan: outside cooperation +5.0, conflict −9.5, gap 14.5 of 20"
    assert gap_line(gaps[1:]) is None


def test_silence_in_a_line() -> None:
    silent = Silence(
        ((MONDAY, date(2024, 1, 3)),),
        tuple(Division("SY", name, MONDAY, 9, "UCDP GED") for name in ("daraa", "raqqa", "tartus", "suwayda")),
    )
    coverage = Coverage((), (), (), (), (), silent=silent)
    assert silence_line(coverage) == (
        "3 days without a document; nothing of Daraa, Raqqa, Tartus and 1 more, with violence before"
    )
    assert silence_line(Coverage((), (), (), (), ())) is None
