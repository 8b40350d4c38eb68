"""Claims of a table's cells: where, when, by which words, and of which total."""

from __future__ import annotations

import pytest

from fogline.claims.check import faults
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.pipeline import Knowledge, read

UPDATE = """\
South Sudan: flash update on the fighting

The army shelled villages and civilians fled the fighting, humanitarian workers said.

Casualties of the attacks, as of 30 November 2024

State\tKilled\tIDPs
Jonglei\t12\t3,000
Unity\t4\t200
Total\t16\t3,200

Key figures
• Returnees: 900
"""


@pytest.fixture(scope="module")
def claims(known: Knowledge) -> list[Claim]:
    document = Document("d_1", UPDATE, published="2024-12-02", language="en")
    found = [c for c in read(document, known).items if c.kind == "figure"]
    assert not [fault for c in found for fault in faults(c, UPDATE)]
    return found


def test_the_place_is_that_of_the_row_and_of_a_total_that_of_the_report(claims: list[Claim]) -> None:
    told = {c.figure.span.text: (c.place.name, c.place.inherited) for c in claims if c.figure and c.place}
    assert told["12"] == ("Jonglei", False)
    assert told["16"] == ("South Sudan", True)
    assert told["900"] == ("South Sudan", True)


def test_the_time_is_that_of_the_caption(claims: list[Claim]) -> None:
    assert {str(c.time.first) for c in claims if c.time and c.type == "killed"} == {"2024-11-30"}


def test_the_evidence_runs_from_the_head_to_the_cell(claims: list[Claim]) -> None:
    cell = next(c for c in claims if c.figure and c.figure.span.text == "4")
    assert (cell.trigger.text, cell.evidence.text) == ("Killed", "Killed\tIDPs\nJonglei\t12\t3,000\nUnity\t4")


def test_rows_are_parts_of_the_total(claims: list[Claim]) -> None:
    killed = {c.figure.low: c for c in claims if c.figure and c.type == "killed"}
    assert [killed[n].subset_of for n in (12, 4, 16)] == [killed[16].id, killed[16].id, None]
