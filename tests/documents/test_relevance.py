"""The words of conflict: every row of the vocabulary knows a word of its own example, and plain talk holds none."""

from __future__ import annotations

import re

import pytest

from fogline.documents.relevance import Vocabulary, vocabulary
from fogline.language.lexicon import Row, rows, shipped

ROWS = list(rows(shipped("lexicons", "en", "relevance.tsv"), ("words", "weight", "example")))


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return vocabulary()


def weights(text: str, known: Vocabulary) -> set[bool]:
    """The weights of the words that are known."""
    found = (known.weight(word) for word in re.findall(r"[a-z0-9]+", text.lower()))
    return {weight for weight in found if weight is not None}


@pytest.mark.parametrize("row", ROWS, ids=[row["words"].split("|")[0] for row in ROWS])
def test_every_row_reads_its_example_by_itself(row: Row) -> None:
    table = dict.fromkeys(row.many("words"), row["weight"] == "strong")
    alone = Vocabulary(
        {w: s for w, s in table.items() if not w.endswith("*")},
        {w[:-1]: s for w, s in table.items() if w.endswith("*")},
        20,
    )
    assert weights(row["example"], alone)


@pytest.mark.parametrize(
    "text",
    [
        "The brigade shelled Siversk.",
        "Airstrikes levelled a market in Idlib.",
        "M23 IS NOW IN GOMA",
        "Nine were killed.",
    ],
)
def test_violence_is_strong(text: str, known: Vocabulary) -> None:
    assert True in weights(text, known)


@pytest.mark.parametrize("text", ["Photo: A. Njoroge", "Click here to subscribe to our newsletter.", "12.4", ""])
def test_plain_talk_holds_none(text: str, known: Vocabulary) -> None:
    assert weights(text, known) == set()
