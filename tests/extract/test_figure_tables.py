"""Counts in tables and lists of key figures: what the head says, whose total, and what is no count."""

from __future__ import annotations

import pytest

from fogline.documents.passages import passages
from fogline.extract.figures import figures
from fogline.language.lexicon import Row, rows, shipped
from fogline.language.parse import Parser
from fogline.model.document import Document
from fogline.model.mention import Count
from fogline.model.sentence import Parsed


def read(parser: Parser, text: str) -> tuple[Parsed, tuple[Count, ...]]:
    document = Document("d_test", text)
    parsed = parser.parse(document, passages(document))
    return parsed, figures(parsed, ()).items


def told(counts: tuple[Count, ...]) -> list[str]:
    return [f"{c.figure.measure} {c.figure.low} {c.figure.population[0]}" for c in counts]


READ = [
    # text, every (measure, number, population) by cell; a word on what the row proves
    ("Site\tKilled\tIDPs\nGoma\t12\t3,000", ["killed 12 all", "displaced 3000 all"]),
    ("| Site | Wounded |\n|---|---|\n| Taiz | 40 |", ["injured 40 all"]),
    ("Site,Killed,Injured\nGoma,12,40", ["killed 12 all", "injured 40 all"]),
    ("Site    Killed   Returnees\nGoma    12       1,200", ["killed 12 all", "returned 1200 all"]),
    ("Killed | 12\nPeople in need | 1.2M", ["killed 12 all", "in_need 1200000 all"]),  # labels, and no heads
    ("Deaths in Haiti by sex\n\n\t2023\t2024\nMen\t20\t30", ["killed 20 men", "killed 30 men"]),  # the caption tells, years head
    ("Site\tCivilian deaths\nTaiz\t9 (3 children)", ["killed 9 civilians", "killed 3 children"]),  # a part in brackets
    ("IDPs in Ituri\n\nSite\tHouseholds\tIndividuals\nRho\t200\t1,000", ["displaced 1000 all"]),  # nobody twice
    ("\tCasualties\t\nSite\tKilled\tInjured\nBria\t1\t2", ["killed 1 all", "injured 2 all"]),  # a head over two columns
    ("Site\tKilled/injured\nBria\t12", ["affected 12 all"]),
    ("Site\tWhat happened\tKilled\nOdesa\tA drone killed two men.\t2", ["killed 2 men"]),  # prose in a cell, its number once
    ("• IDPs: 45,000\n• Returnees – 12,300", ["displaced 45000 all", "returned 12300 all"]),
    ("Killed: 12 (incl. 3 children)", ["killed 12 all", "killed 3 children"]),
    ("• 1.2M people in need\n• 8,000 refugees", ["in_need 1200000 all", "displaced 8000 refugees"]),
]  # fmt: skip

NOTHING = [
    "Site\tKilled (%)\nGoma\t12",  # a share
    "Year\tPopulation\n2023\t4,000",
    "Site\tFunding (US$)\tPhone\nGoma\t45,000\t0999123456",
    "Team\tInjured\nLions of the league\t3",  # sport
    "Site\tPeople targeted\nGoma\t5,000",  # a plan
    "Indicator\tValue\nRate of deaths per 100,000\t12",
    "• Hotline: +249 912 345 678\n• Funding: $45M (23% funded)\n• Date: 12 May 2024",
    "Killed\tSince\n–\t2019",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_counts_of_a_table(text: str, expected: list[str], parser: Parser) -> None:
    assert told(read(parser, text)[1]) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_cells_that_count_nothing(text: str, parser: Parser) -> None:
    assert told(read(parser, text)[1]) == []


TOTALS = [
    # text, for every count the position of its total; a word on what the row proves
    ("Site\tKilled\nGoma\t12\nSake\t4\nTotal\t16", [2, 2, None]),
    ("Site\tKilled\nTotal\t16\nGoma\t12\nSake\t4", [None, 0, 0]),  # the total first
    ("Site\tIDPs\tOf whom children\nRho\t900\t400", [None, 0]),
    ("Site\tKilled\tInjured\nGoma\t12\t5\nTotal\t12\t5", [2, 3, None, None]),  # column by column
    ("Site\tKilled\nGoma\t12\nTotal\t10", [None, None]),  # a total that its parts exceed is none of theirs
]


@pytest.mark.parametrize(("text", "parts"), TOTALS)
def test_rows_are_part_of_the_total(text: str, parts: list[int | None], parser: Parser) -> None:
    assert [c.part_of for c in read(parser, text)[1]] == parts


HEADS = list(rows(shipped("lexicons", "en", "figure_heads.tsv"), ("words", "kind", "value", "example")))


@pytest.mark.parametrize("row", HEADS, ids=[f"line {r.line}" for r in HEADS])
def test_every_head_reads_its_example(row: Row, parser: Parser) -> None:
    found = [c.figure.measure for c in read(parser, row["example"])[1]]
    assert found == ([row["value"]] if row["kind"] == "measure" else [])


def test_a_cell_is_labelled_by_its_row_its_head_and_the_caption(parser: Parser) -> None:
    parsed, (count,) = read(parser, "Ituri, as of 3 May\n\nSite\tKilled\nRho\t12")
    assert [parsed.sentences[n].text for n in count.labels] == ["Rho", "Killed", "Ituri, as of 3 May"]
    assert (count.trigger.text, count.figure.span.text, count.figure.scope) == ("Killed", "12", "cumulative")


def test_far_from_its_head_a_cell_is_shown_with_its_row(parser: Parser) -> None:
    _, counts = read(parser, "Site\tKilled\n" + "\n".join(f"Village of Rho number {n}\t1" for n in range(60)))
    assert (counts[0].trigger.text, counts[-1].trigger.text) == ("Killed", "Village of Rho number 59")
