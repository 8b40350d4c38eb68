"""Assessments: every phrase reads its own example, and comparisons carry what they compare."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.assessments import COLUMNS, assessments
from fogline.language.lexicon import Row, rows, shipped
from fogline.model.comparison import Comparison

ROWS = tuple(rows(shipped("lexicons", "en", "assessments.tsv"), COLUMNS))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["phrase"])
def test_every_row_reads_its_example(parsed_of: ParsedOf, row: Row) -> None:
    met = assessments(parsed_of(row["example"])).items
    modality = None if row["modality"] == "-" else row["modality"]
    assert [(t.type, t.modality) for t in met] == [(row["type"], modality)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the largest offensive in years.", Comparison("offensive", "the largest", "in years")),
        ("Guards fled for the first time since 2016.", Comparison("time", "the first time", "since 2016")),
        ("Such losses had not been seen since 2014.", Comparison("", "not since", "since 2014")),
        ("The raid was among the deadliest attacks.", Comparison("attacks", "among the deadliest", None)),
    ],
)
def test_comparisons(parsed_of: ParsedOf, text: str, expected: Comparison) -> None:
    assert [t.comparison for t in assessments(parsed_of(text)).items] == [expected]


@pytest.mark.parametrize(
    "text", ["Aleppo is the largest city.", "Troops took the largest village.", "He was the first to leave."]
)
def test_plain_superlatives_judge_nothing(parsed_of: ParsedOf, text: str) -> None:
    assert assessments(parsed_of(text)).items == ()
