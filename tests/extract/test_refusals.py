"""Refusals: every row of refusals.tsv refuses its own example with its reason, and war told beside such words is kept."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.trigger_lexicon import TriggerLexicon, load
from fogline.extract.triggers import triggers
from fogline.language.lexicon import rows, shipped

EXAMPLES = [
    (row["reason"], row["example"]) for row in rows(shipped("lexicons", "en", "refusals.tsv"), ("reason", "example"))
]

KEPT = [
    ("Gunmen attacked a football pitch in Medellin.", "one word of sport is a place"),
    ("Militants attacked a ferry during the storm off Palma.", "weather as circumstance"),
    ("Rebels bombed a cinema in Mogadishu.", "a cinema is a target"),
    ("The army launched an offensive after the exercise ended.", "one word of exercise"),
]

OTHER_FIELD = (
    "The bakery on Elm Street opened a second shop on Friday. Its owner thanked the neighbours and praised the new staff. "
    "Children met the baker at the door. The mayor visited the shop in the afternoon and promised to return. Critics attacked "
    "the price of the bread, but most guests welcomed it."
)


@pytest.fixture(scope="module")
def lexicon() -> TriggerLexicon:
    return load()


@pytest.mark.parametrize(("reason", "text"), EXAMPLES)
def test_a_row_refuses_its_example(reason: str, text: str, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert f"refused_{reason}" in [i.code for i in triggers(parsed_of(text), lexicon).issues]


@pytest.mark.parametrize(("text", "proves"), KEPT)
def test_war_beside_such_words_is_kept(text: str, proves: str, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert [t.type for t in triggers(parsed_of(text), lexicon).items] == ["ASSAULT"], proves


def test_a_document_of_another_field_yields_nothing_and_says_so(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    found = triggers(parsed_of(OTHER_FIELD), lexicon)
    assert (found.items, {i.code for i in found.issues}) == ((), {"refused_other_field"})


def test_a_film_review_tells_no_war_however_warlike(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    review = (
        "The film opens as rebels storm a garrison near Huambo. The director keeps his camera on a boy soldier who shoots his "
        "brother. A scene at the bridge, where the army shells the village, is the best of the year. The cast is strong."
    )
    found = triggers(parsed_of(review), lexicon)
    assert (found.items, {i.code for i in found.issues}) == ((), {"refused_film"})


def test_a_refusal_quotes_the_document(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    text = "A cyclone hit the coast of Sofala."
    spans = [i.span for i in triggers(parsed_of(text), lexicon).issues]
    assert [text[s.start : s.end] for s in spans if s is not None] == ["hit"]


def test_a_sentence_without_end_is_not_read_and_says_so(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    found = triggers(parsed_of("The army attacked the rebels and " * 150 + "won."), lexicon)
    assert "long_sentence" in {i.code for i in found.issues}
