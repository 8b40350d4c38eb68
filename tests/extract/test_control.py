"""Control: every row of control.tsv reads its own example; who takes, loses or leaves which grounds, and how much of them."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.trigger_lexicon import TriggerLexicon, load
from fogline.extract.triggers import triggers
from fogline.language.lexicon import rows, shipped
from fogline.model.sentence import Parsed

EXAMPLES = [
    (f"{row.line}:{row['words'][:30]}", row["example"], row["type"])
    for row in rows(shipped("lexicons", "en", "control.tsv"), ("words", "type", "example"))
]

Reading = tuple[str, str, str, str]  # type, agents, targets, grounds: head words joined by blanks

TABLE: list[tuple[str, list[Reading], str]] = [
    (
        "Rebels captured the town of Kiwanja.",
        [("takes", "Rebels", "", "Kiwanja")],
        "the name behind 'town of' is the ground",
    ),
    (
        "The junta's rivals took Laukkai, Kunlong and Hsenwi from the army.",
        [("takes", "rivals", "army", "Laukkai Kunlong Hsenwi")],
        "one claim for a list; 'from' names the loser",
    ),
    ("Lashio fell to the rebels in August.", [("takes", "rebels", "", "Lashio")], "who it falls to takes it"),
    ("The fort was besieged by militiamen.", [("besieges", "militiamen", "", "fort")], "passive"),
    (
        "Villages captured by the group near Gao were looted.",
        [("takes", "group", "", "Villages")],
        "reduced relative",
    ),
    ("The brigade vowed to capture Bakhmut.", [("takes", "brigade", "", "Bakhmut")], "the subject of the verb above"),
    ("The army was forced to withdraw from Sake.", [("withdraws_from", "army", "", "Sake")], "raising passive"),
    ("The militia that controls Rubaya sells tin.", [("holds", "militia", "", "Rubaya")], "relative pronoun"),
    ("The fall of Bukavu came on Friday.", [("loses", "", "", "Bukavu")], "a nominal fall names no taker"),
    ("Drone parts reached rebel-held Kidal.", [("holds", "rebel", "", "Kidal")], "compound adjective"),
]

EXTENTS: list[tuple[str, str | None]] = [
    ("The militia seized half of the city of Uvira.", "part"),
    ("The army recaptured most of the province.", "most"),
    ("Rebels took parts of Taiz.", "part"),
    ("The rebels captured the entire valley.", "whole"),
    ("The rebels captured the valley.", None),
]

NO_CONTROL = [
    "Guerrillas captured two soldiers near Tame.",  # persons are arrested, not held as ground
    "The party took a majority of the seats in Dakar.",  # seats are no ground
    "Diplomats left the room in Doha.",  # nobody armed leaves a ground
    "The fire was brought under control in Goma.",  # no holder
]


@pytest.fixture(scope="module")
def lexicon() -> TriggerLexicon:
    return load()


def control(parsed: Parsed, lexicon: TriggerLexicon) -> list[Reading]:
    found = []
    for t in triggers(parsed, lexicon).items:
        if t.kind == "control":
            words = [
                " ".join(parsed.sentences[t.sentence].tokens[i].text for i in role)
                for role in (t.agents, t.targets, t.grounds)
            ]
            found.append((t.type, words[0], words[1], words[2]))
    return found


@pytest.mark.parametrize(("name", "text", "type_"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_a_row_reads_its_example(
    name: str, text: str, type_: str, parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    read = control(parsed_of(text), lexicon)
    assert type_ in [r[0] for r in read], (name, read)


@pytest.mark.parametrize(("text", "expected", "proves"), TABLE, ids=[row[2] for row in TABLE])
def test_roles(text: str, expected: list[Reading], proves: str, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert control(parsed_of(text), lexicon) == expected, proves


@pytest.mark.parametrize(("text", "extent"), EXTENTS)
def test_extent(text: str, extent: str | None, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert [t.extent for t in triggers(parsed_of(text), lexicon).items if t.kind == "control"] == [extent]


@pytest.mark.parametrize("text", NO_CONTROL)
def test_no_ground_changes_hands(text: str, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    assert control(parsed_of(text), lexicon) == []
