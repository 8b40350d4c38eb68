"""An incident made of what lies around its claims is the one of the whole situation."""

from __future__ import annotations

from pathlib import Path

from tests.reports import counted, report, told
from tests.situations import ACTS, STANDINGS, Told, filled, seen

from fogline.cli.one_incident import nearby
from fogline.ledger.upgrade import created
from fogline.model.claim import Claim
from fogline.model.stated import Clocks

TOWNS = (("Idlib", "HTS"), ("Hama", "Syrian army"), ("Kharkiv", "Russia"), ("Goma", "rebels"), ("El Fasher", "RSF"))


def raids() -> list[Told]:
    """Every town is struck on three days, each told by two publishers; the second counts the dead of the first days again."""
    reports: list[Told] = []
    for number, (town, side) in enumerate(TOWNS * 6):
        day = f"2024-12-{1 + number // 10 * 2:02}"
        text = f"{side} struck {town} on day {number // 10}. There {number // 10 + 2} people were killed. {side} denied it."
        document = report(text, day, f"Gazette {number % 2}")
        claims: list[Claim] = [
            told(document, "ASSAULT", "struck", agents=(side,), place=town, day=day),
            counted(document, f"{number // 10 + 2} people", "killed", number // 10 + 2, place=town, day=day),
            told(document, "ASSAULT", "denied", agents=(side,), day=day, by=side, stance="denied"),
        ]
        reports.append((document, claims))
    return reports


def test_each_incident_is_the_one_of_the_whole(tmp_path: Path) -> None:
    created(str(tmp_path / "l.db"))
    path = filled(tmp_path / "l.db", raids())
    whole = seen(path).incidents
    alone = [nearby(str(path), incident.id, Clocks(), (STANDINGS, ACTS)) for incident in whole]
    assert len(whole) > len(TOWNS)
    assert [(i.id, i.status, i.title, i.claims) for i in alone if i] == [
        (i.id, i.status, i.title, i.claims) for i in whole
    ]


def test_a_claim_that_is_not_the_first_names_no_incident(tmp_path: Path) -> None:
    created(str(tmp_path / "l.db"))
    path = filled(tmp_path / "l.db", raids())
    later = max((i for i in seen(path).incidents), key=lambda i: len(i.claims)).claims[-1].stated.claim.id
    assert nearby(str(path), f"i_{later.removeprefix('c_')}", Clocks(), (STANDINGS, ACTS)) is None
