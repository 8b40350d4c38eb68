"""What a document as a whole is of: war, the politics of states, or something else, in which only what redeems itself is kept."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.trigger_field import field
from fogline.extract.trigger_lexicon import TriggerLexicon, load
from fogline.extract.triggers import triggers

COURT = (
    "A court in Lyon jailed two officers on Thursday for assaulting a Danish tourist in 2015. The jury deliberated for nine hours. "
    "The woman, now 38, told the judges that she had been attacked in an office near the river after a night out. The defence "
    "accused her of lying and rejected the forensic report. The officers denied the charge and will appeal, their lawyer said. "
    "The case was investigated for four years and was at first dismissed. Her family thanked the prosecutor and left the room."
)
OBITUARY = (
    "The botanist Ida Krol died in Gdynia on Monday at the age of 97. In the war she served in the army as a nurse and helped "
    "with the care of the wounded. After it she studied mosses and led an institute for thirty years. Colleagues praised her as "
    "the greatest teacher they had known. She received a medal of the academy and met three presidents. She is survived by two "
    "sons. The institute will be named after her in the spring. A book on her life will be published in the autumn."
)
COMPANY = (
    "The grocer Belmar agreed on Friday to sell its stores in Portugal to a rival. The two firms signed the deal in Porto. Belmar "
    "has struggled against cheaper competitors and fought for its share of the market. Its shares were hit in the morning. The "
    "chairman rejected criticism from the unions and promised that no jobs would be lost. Analysts backed the plan. The regulator "
    "demanded more papers. Customers threatened to stay away. The stores will keep their name for two years, the buyer said."
)
CRASH = (
    "A ferry capsized on the lake near Mwanza on Sunday and at least thirty passengers drowned. The vessel was struck by a wave "
    "and overturned within minutes. Fishermen rescued forty people. The governor visited the survivors and ordered an inquiry. "
    "The owner was arrested on Monday. Relatives accused him of taking too many passengers. The president sent his condolences. "
    "A crane will raise the wreck, the harbour master said. Schools on the shore are closed until the end of the week."
)
VOTE = (
    "The Liberals won the election in Nova Scotia on Tuesday with a narrow majority. Their leader met her supporters at a hotel "
    "and promised lower taxes. Her opponent conceded defeat shortly before midnight. Both had attacked each other over housing "
    "in a bitter campaign. Turnout rose to sixty per cent. The opposition demanded a recount in two seats and threatened to go to "
    "court. The new cabinet will be sworn in next week. Teachers welcomed the result, and a union backed the new premier."
)
TALKS = (
    "The foreign minister of Kazakhstan met his Uzbek counterpart in Tashkent on Monday. Kazakhstan and Uzbekistan signed a "
    "protocol on the Aral Sea. The Uzbek president received the guest in the evening and thanked Kazakhstan for its grain. "
    "Both ministers will travel to Ashgabat, where Turkmenistan hosts a summit. Kazakhstan also agreed to lend Tajikistan money."
)
WAR = (
    "Militants attacked an army post near Ménaka on Sunday. The army said that it repelled them with drones. Two soldiers were "
    "wounded. The rebels denied any losses. Villagers fled to the town, and aid workers asked for water."
)


@pytest.fixture(scope="module")
def lexicon() -> TriggerLexicon:
    return load()


@pytest.mark.parametrize(
    "text", [COURT, OBITUARY, COMPANY, CRASH, VOTE], ids=["court", "life", "firm", "wreck", "vote"]
)
def test_a_document_of_another_field_makes_no_claim(text: str, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert [t.span.text for t in triggers(parsed_of(text), lexicon).items] == []


def test_a_refusal_says_what_was_weighed(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    messages = [i.message for i in triggers(parsed_of(OBITUARY), lexicon).issues]
    assert any("words of conflict: army, war; weight 1.0, in 6% of its sentences" in m for m in messages)


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("In 1994 rebels ambushed the convoy in which she travelled.", ["ambushed"]),  # two words of war
        ("In 1994 she was robbed in a market.", []),
        ("In 1988 Poland accused Czechoslovakia of spying on her.", []),  # a state that is no more counts for none
        ("In 1998 Poland accused Hungary of spying on her.", ["accused"]),  # two states at the ends
        (
            "A French nurse accused a Dutch dentist of stealing her drawings.",
            [],
        ),  # private persons, whatever their passports
    ],
)
def test_a_sentence_redeems_itself(
    sentence: str, kept: list[str], parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    found = triggers(parsed_of(f"{OBITUARY} {sentence}"), lexicon)
    assert [t.span.text for t in found.items] == kept


def test_relations_of_states_are_of_the_field_without_a_word_of_war(
    parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    assert {"CONSULT", "AGREE"} <= {t.type for t in triggers(parsed_of(TALKS), lexicon).items}


def test_war_is_of_the_field(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert field(parsed_of(WAR), lexicon)[0].met


@pytest.mark.parametrize(
    ("title", "met"),
    [("Thousands join protest against sale of stores", True), ("Stores are sold", False), (None, False)],
)
def test_a_title_tells_what_a_document_is_of(
    title: str | None, met: bool, parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    protest = (
        "Crowds marched in a protest. Police beat a protester near the port. Two protesters were hurt at a bridge."
    )
    text = f"{COMPANY} {protest}"
    assert field(parsed_of(text, title=title), lexicon)[0].met is met


def test_the_items_of_a_digest_are_not_judged_by_each_other(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    text = f"{VOTE}\n{OBITUARY}\n{CRASH}\nChad and Niger sign a pact."
    digest = field(parsed_of(text, published="2024-05-02", title="Current events, 2024-05-02"), lexicon)[0]
    assert (digest.met, field(parsed_of(text), lexicon)[0].met) == (True, False)


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("The judges told us that the car was theirs.", set()),  # "us" and "car" are no states
        ("She moved to New Mexico.", set()),
        ("The US warned Chad.", {"US", "TD"}),
    ],
)
def test_states_are_names(sentence: str, states: set[str], parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    _, by_sentence = field(parsed_of(sentence), lexicon)
    assert {s for one in by_sentence.values() for s in one.states} == states
