"""Assessments: every row of the grammar reads its own example, every word counts, and comparisons carry what they compare."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.assessment_lexicon import COLUMNS, WORD_COLUMNS
from fogline.extract.assessments import assessments
from fogline.language.lexicon import Row, rows, shipped
from fogline.model.comparison import Comparison

ROWS = tuple(rows(shipped("lexicons", "en", "assessments.tsv"), COLUMNS))
WORDS = tuple(rows(shipped("lexicons", "en", "assessment_words.tsv"), WORD_COLUMNS))
JUDGES = {
    "strife": "escalation", "state": "escalation", "grave_adj": "escalation", "tense_adj": "escalation",
    "worse_verb": "escalation", "worse_noun": "escalation", "worse_adj": "escalation",
    "up_verb": "escalation", "up_noun": "escalation", "up_adj": "escalation",
    "down_verb": "de_escalation", "down_noun": "de_escalation", "down_adj": "de_escalation", "better_verb": "de_escalation",
    "outcome": "outlook", "cause": "outlook",
    "threat_adj": "risk", "threat": "risk", "peril": "risk", "spread_verb": "risk",
    "dire_adj": "humanitarian_concern", "plight": "humanitarian_concern", "hunger": "humanitarian_concern",
    "supply": "humanitarian_concern", "venture": "stalemate", "stall_verb": "stalemate", "worn_adj": "humanitarian_concern",
}  # fmt: skip


def types(parsed_of: ParsedOf, text: str) -> list[str]:
    return [t.type for t in assessments(parsed_of(text)).items]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["pattern"])
def test_every_row_reads_its_example(parsed_of: ParsedOf, row: Row) -> None:
    met = assessments(parsed_of(row["example"])).items
    modality = None if row["modality"] == "-" else row["modality"]
    assert [(t.type, t.modality, t.rule) for t in met] == [(row["type"], modality, f"assessment {row['pattern']}")]


@pytest.mark.parametrize("row", WORDS, ids=lambda r: f"{r['word']}-{r['class']}")
def test_every_word_is_read_in_its_example(parsed_of: ParsedOf, row: Row) -> None:
    assert types(parsed_of, row["example"]) == ([JUDGES[row["class"]]] if row["class"] != "asking" else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the largest offensive in years.", Comparison("offensive", "the largest", "in years")),
        ("Guards fled for the first time since 2016.", Comparison("time", "the first time", "since 2016")),
        ("Such losses had not been seen since 2014.", Comparison("", "not since", "since 2014")),
        ("That has not happened since the siege.", Comparison("", "not since", "since the siege")),
        ("The raid was among the deadliest attacks.", Comparison("attacks", "among the deadliest", None)),
        ("It was the deadliest strike on Khartoum.", Comparison("strike", "the deadliest", None)),
        ("It was the worst massacre in a decade.", Comparison("massacre", "the worst", "in a decade")),
        ("The city saw unprecedented violence.", Comparison("violence", "unprecedented", None)),
        ("The UN called the crisis the worst in the world.", Comparison("", "the worst", "in the world")),
        ("Hunger is at its worst level in years.", Comparison("level", "its worst", "in years")),
        ("The coast is less affected by war.", Comparison("by war", "less affected", None)),
    ],
)
def test_comparisons(parsed_of: ParsedOf, text: str, expected: Comparison) -> None:
    assert [t.comparison for t in assessments(parsed_of(text)).items] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting between the army and the RSF has intensified.", "escalation"),  # subject apart from its verb
        ("Russia has intensified its attacks on Sumy.", "escalation"),  # the course as object
        ("The humanitarian situation in Tigray has worsened.", "humanitarian_concern"),  # what is judged decides
        ("The situation in the camps is desperate.", "humanitarian_concern"),  # a state, told by an adjective
        ("The de-escalation of hostilities in Hodeidah has held.", "de_escalation"),  # three tokens, one word
    ],
)
def test_courses(parsed_of: ParsedOf, text: str, expected: str) -> None:
    assert types(parsed_of, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Aleppo is the largest city.",
        "Troops took the largest village.",
        "He was the first to leave.",
        "Qatar called for de-escalation of hostilities.",  # asked for
        "The envoy urged both sides to ease tensions.",  # asked for
        "They held talks to prevent an escalation of the conflict.",  # an aim
        "They marched against a bill that would allow extradition.",  # the bill is no event of the war
        "The bank raised interest rates as prices increased.",  # another field
    ],
)
def test_what_judges_nothing(parsed_of: ParsedOf, text: str) -> None:
    assert types(parsed_of, text) == []
