from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fogline.documents.published import from_file, iso

DATES = [
    ("2024-12-01", "2024-12-01", "a day"),
    ("2024-12-01T08:00:00Z", "2024-12-01T08:00:00Z", "an instant stays one"),
    ("2024-12-01 08:00:00+03:00", "2024-12-01 08:00:00+03:00", "with a space"),
    ("2024/2/9", "2024-02-09", "slashes, year first"),
    ("3 December 2024", "2024-12-03", "written out"),
    ("Dec 3, 2024", "2024-12-03", "the American way"),
    ("Tue, 03 Dec 2024 14:00:00 +0200", "2024-12-03T14:00:00+02:00", "as in mail"),
    ("03/04/2024", None, "March or April"),
    ("2024-12", None, "no day"),
    ("2024-02-30", None, "no such day"),
    ("yesterday", None, "no date"),
    ("0001-01-01", None, "a null in disguise"),
    ("20241201", None, "could be a number"),
    ("٢٠٢٤-١٢-٠١", None, "not ISO digits"),
]


@pytest.mark.parametrize(("value", "expected", "why"), DATES)
def test_iso(value: str, expected: str | None, why: str) -> None:
    assert iso(value) == expected, why


DAY = datetime(2024, 12, 3, tzinfo=UTC)
FILES = [
    (DAY, DAY.replace(day=5), DAY, "mended two days later"),
    (DAY, DAY.replace(day=30), None, "last month's update written over: no one knows"),
    (DAY, DAY.replace(year=2013), DAY, "changed before it was made: the change is a template's"),
    (None, DAY, DAY, "only one is told"),
    (None, None, None, "none is told"),
]


@pytest.mark.parametrize(("created", "modified", "expected", "why"), FILES)
def test_from_file(created: datetime | None, modified: datetime | None, expected: datetime | None, why: str) -> None:
    assert from_file(created, modified) == expected, why
