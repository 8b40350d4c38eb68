"""Written days, read again."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.brief.dates import read_days
from fogline.brief.wording import Wording

MONTHS = Wording.load("en").months


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("27 November 2024", ("2024-11-27", "2024-11-27")),
        ("November 27, 2024", ("2024-11-27", "2024-11-27")),
        ("7–8 December 2024", ("2024-12-07", "2024-12-08")),
        ("December 7–8, 2024", ("2024-12-07", "2024-12-08")),
        ("27 November – 8 December 2024", ("2024-11-27", "2024-12-08")),
        ("November 27 – December 8, 2024", ("2024-11-27", "2024-12-08")),
        ("30 December 2024 – 2 January 2025", ("2024-12-30", "2025-01-02")),
        ("31 November 2024", None),  # no such day
        ("27 November", None),  # no year
        ("27 November 2024 in Paris", None),  # more than a date
        ("2024", None),
    ],
)
def test_a_written_day_is_read_back(text: str, ends: tuple[str, str] | None) -> None:
    met = read_days(text, MONTHS)
    assert (met and tuple(d.isoformat() for d in met)) == ends


@pytest.mark.parametrize("style", ["british", "american"])
@pytest.mark.parametrize("last", ["2024-11-27", "2024-11-30", "2024-12-08", "2025-01-02"])
def test_what_is_written_can_be_read_back(style: str, last: str) -> None:
    wording = Wording.load("en", style)  # type: ignore[arg-type]  # from the table above
    first, end = date(2024, 11, 27), date.fromisoformat(last)
    assert read_days(wording.span_written(first, end), MONTHS) == (first, end)
