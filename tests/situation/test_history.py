"""Reference history is a yardstick: whatever is imported, figures, incidents and contradictions stay what reports make them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.situation.test_clocks import DAY, QUICK, fresh, many
from tests.situations import NOON, Told, filled, seen

from fogline.ledger.connection import opened, writing
from fogline.ledger.references import File, keep
from fogline.model.history import Dataset, PastEvent
from fogline.situation.record import to_json

ACLED = Dataset("acled", "ACLED", "own", "ACLED")
APART = ("largest", "history", "largest_since")  # the parts of the tempo that history is for


@st.composite
def past(draw: st.DrawFn) -> list[PastEvent]:
    """Events of the days of the reports and of the year before, in Syria."""
    days = draw(st.lists(st.integers(-360, 4), min_size=1, max_size=20))
    return [
        PastEvent(str(n), DAY + timedelta(days=d), DAY + timedelta(days=d), "SY", "idlib", "idlib", "Battles", 9, 9, 9)
        for n, d in enumerate(days)
    ]


def without_history(text: str) -> Any:
    made = json.loads(text)
    for key in APART:
        del made["indicators"]["tempo"][key]
    del made["sources"]["silent"]["divisions"]
    return made


@QUICK
@given(many(), past())
def test_history_changes_ranks_and_nothing_else(
    empty: Path, tmp_path: Path, some: list[Told], events: list[PastEvent]
) -> None:
    ledger = filled(fresh(empty, tmp_path), some)
    days = ("2024-11-27", "2024-12-01")
    before = [without_history(to_json(seen(ledger, place="Syria", days=window))) for window in (days, None)]
    first, last = min(e.first for e in events), max(e.last for e in events)
    with writing(opened(str(ledger))) as connection:
        keep(connection, File(ACLED, "a.csv", "0", first, last), events, NOON)
    after = [to_json(seen(ledger, place="Syria", days=window)) for window in (days, None)]
    assert [without_history(text) for text in after] == before
    assert {h["source"] for h in json.loads(after[1])["indicators"]["tempo"]["history"]} == {"ACLED"}


@QUICK
@given(past(), st.integers(-200, 4))
def test_as_known_nothing_of_later_days_is_in_it(
    empty: Path, tmp_path: Path, events: list[PastEvent], day: int
) -> None:
    known = DAY + timedelta(days=day)
    ledger = fresh(empty, tmp_path)
    with writing(opened(str(ledger))) as connection:
        keep(connection, File(ACLED, "a.csv", "0", DAY - timedelta(days=360), DAY), events, NOON)
    made = json.loads(to_json(seen(ledger, known.isoformat(), "Syria")))
    counts = [sum(h["incidents"]) for h in made["indicators"]["tempo"]["history"]]
    assert sum(counts) == sum(e.first <= known for e in events if e.first <= min(known, DAY))
    assert all(date.fromisoformat(h["to"]) <= known for h in made["indicators"]["tempo"]["history"])
