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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The militia neither [attacked] nor burned the village.", ("denied", "actual")),
        ("The militia neither attacked nor [burned] the village.", ("denied", "actual")),
        ("No group [attacked] the village.", ("denied", "actual")),
        ("There were no [strikes] on Gaza City overnight.", ("denied", "actual")),
        ("There is no evidence that the army [shelled] the school.", ("denied", "actual")),
        ("The army could not [capture] the hill.", ("denied", "actual")),
        ("The ministry has no plans to [withdraw] its troops.", ("denied", "planned")),
        ("The army would [attack] if rebels crossed the river.", ("affirmed", "hypothetical")),
        ("The army said it would [capture] the town.", ("affirmed", "planned")),
        ("Troops moved north in order to [capture] the dam.", ("affirmed", "planned")),
        ("Two men suspected of [killing] the guard were arrested.", ("affirmed", "possible")),
    ],
)
def test_what_embeds_the_word_decides(parsed_of: ParsedOf, text: str, expected: tuple[str, str]) -> None:
    met = sense(parsed_of, text)
    assert (met.stance, met.modality) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The rebels not only [attacked] the village but burned it.",
        "The UN will investigate the [attack] on the hospital.",
        "People who fled the [attack] will return.",
        "The offensive, which [began] in May, will continue.",
        "The army was forced to [withdraw] from Hama.",
        "Fighters managed to [capture] the base.",
        "He was convicted of [killing] the guard.",
    ],
)
def test_what_only_stands_near_decides_nothing(parsed_of: ParsedOf, text: str) -> None:
    assert sense(parsed_of, text) == Judged()
