from __future__ import annotations

import pytest

from fogline.documents.relevance import Vocabulary, relevance, unread, vocabulary
from fogline.language.lexicon import rows, shipped
from fogline.model.document import Document, Passage

ROWS = list(rows(shipped("lexicons", "en", "relevance.tsv"), ("words", "weight", "example")))


@pytest.fixture(scope="module")
def known() -> Vocabulary:
    return vocabulary()


@pytest.mark.parametrize("row", ROWS, ids=[row["words"].split("|")[0] for row in ROWS])
def test_every_row_reads_its_example_by_itself(row: object) -> None:
    cells = ROWS[ROWS.index(row)]  # type: ignore[arg-type]
    table = dict.fromkeys(cells.many("words"), cells["weight"] == "strong")
    alone = Vocabulary(
        {w: s for w, s in table.items() if not w.endswith("*")},
        {w[:-1]: s for w, s in table.items() if w.endswith("*")},
        20,
    )
    assert not relevance(cells["example"], alone).none


STRONG = [
    "The Russian-backed brigade shelled Siversk.",
    "Airstrikes levelled a market in Idlib.",
    "M23 IS NOW IN GOMA",
    "Gunmen’s demands were met.",
    "Nine were killed.",
]


@pytest.mark.parametrize("text", STRONG)
def test_strong(text: str, known: Vocabulary) -> None:
    assert relevance(text, known).strong > 0


NONE = [
    "Photo: A. Njoroge",
    "Click here to subscribe to our newsletter.",
    "12.4",
    "",
    "Listen: Jazz with Miriam, tonight at nine",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str, known: Vocabulary) -> None:
    assert relevance(text, known).none


def test_the_reason_names_strong_words_first(known: Vocabulary) -> None:
    assert relevance("Officials met after the ambush.", known).words == ("ambush", "officials", "met")


def test_passages_without_such_words_are_marked(known: Vocabulary) -> None:
    text = "Mortars hit Taiz.\nPhoto: A. Njoroge"
    first, second = Passage("body", 0, 17), Passage("body", 18, len(text))
    assert unread(Document("d_x", text), (first, second), known) == (second,)
