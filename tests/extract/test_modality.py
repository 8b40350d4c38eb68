"""Stance and modality: every row of the lexicon reads its own example, and constructions that no single row tells."""

from __future__ import annotations

from functools import cache

import pytest
from tests.conftest import ParsedOf

from fogline.extract.modality import judge
from fogline.extract.modality_lexicon import COLUMNS
from fogline.language.lexicon import Row, rows, shipped
from fogline.model.mention import Judged
from fogline.model.sentence import Sentence


@cache
def lexicon_rows() -> tuple[Row, ...]:
    return tuple(rows(shipped("lexicons", "en", "modality.tsv"), COLUMNS))


def marked(parsed_of: ParsedOf, text: str) -> tuple[Sentence, int]:
    """The sentence without its brackets, and the token that stood in them."""
    start = text.index("[")
    sentence = parsed_of(text.replace("[", "").replace("]", "")).sentences[0]
    return sentence, next(t.i for t in sentence.tokens if t.end > start)


def sense(parsed_of: ParsedOf, text: str) -> Judged:
    return judge(*marked(parsed_of, text))


@pytest.mark.parametrize("row", lexicon_rows(), ids=lambda r: f"{r['word']}-{r['kind']}-{r['frame']}")
def test_every_row_reads_its_example(parsed_of: ParsedOf, row: Row) -> None:
    met = sense(parsed_of, row["example"])
    modality = "actual" if row["modality"] == "-" else row["modality"]
    if row["kind"] == "light":
        modality = "planned" if " will " in row["example"] else "actual"
    assert (met.stance, met.modality) == (row["stance"], modality)
