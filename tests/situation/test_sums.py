"""Sums over incidents: by country, without running tolls, and with the number of incidents that tell no figure."""

from __future__ import annotations

from pathlib import Path

from tests.reports import counted, report, told
from tests.situations import Told, filled, seen

from fogline.model.claim import Claim
from fogline.model.document import Document


def raid(place: str, day: str, dead: int | None = None) -> Told:
    """A report of a raid, with its dead where a number is told."""
    document = report(
        f"Jets struck {place} on {day}. {dead} people were killed.", "2025-01-10", f"Paper of {place} {day}"
    )
    claims: list[Claim] = [told(document, "ASSAULT", "struck", place=place, day=day)]
    if dead is not None:
        claims.append(counted(document, f"{dead} people", "killed", dead, place=place, day=day))
    return document, claims


def running(place: str, dead: int) -> tuple[Document, list[Claim]]:
    """A report of the toll of a war."""
    document = report(f"The war has killed {dead} people.", "2025-01-10", "UN")
    figure = counted(document, f"{dead} people", "killed", dead, place=place, scope="cumulative", since="2024-01-01")
    return document, [figure]


def test_incidents_are_added_by_country_and_running_tolls_left_out(ledger: Path) -> None:
    reports = [
        raid("Kharkiv", "2025-01-01", 9),
        raid("Kharkiv", "2025-01-03", 4),
        raid("Kharkiv", "2025-01-05"),
        raid("Goma", "2025-01-03", 12),
        running("Kharkiv", 40_000),
    ]
    found = seen(filled(ledger, reports)).sums
    assert [(s.measure, s.country, s.low, s.best, s.high, s.incidents, s.without_figure) for s in found] == [
        ("killed", "CD", 12, 12, 12, 1, 0),
        ("killed", "UA", 13, 13, 13, 3, 1),
    ]
