"""Relations between actors: every row of the lexicon reads its own example, and what is left out."""

from __future__ import annotations

import re
from functools import cache

import pytest
from tests.conftest import ParsedOf

from fogline.config import Settings
from fogline.extract.actors import actors
from fogline.extract.relation_lexicon import COLUMNS
from fogline.extract.relations import relations
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.lexicon import Row, rows, shipped

ROWS = tuple(rows(shipped("lexicons", "en", "relations.tsv"), COLUMNS))
Told = tuple[str, str, str]


@cache
def lexicon() -> ActorLexicon:
    return ActorLexicon.load(Settings().actors)


def told(parsed_of: ParsedOf, text: str) -> set[Told]:
    """Type, words of the agent and words of the target of every relation in the text."""
    parsed = parsed_of(text)
    who = actors(parsed, lexicon()).items
    words = {(m.sentence, m.head): m.value.span.text for m in who}
    return {
        (t.type, words[t.sentence, a], words[t.sentence, b])
        for t in relations(parsed, who).items
        for a in t.agents
        for b in t.targets
    }


def plain(name: str) -> str:
    return re.sub(r"^the ", "", name, flags=re.IGNORECASE)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['word']}-{r['kind']}")
def test_every_row_reads_its_example(parsed_of: ParsedOf, row: Row) -> None:
    agent = plain(row["example"].partition("{")[2].partition("}")[0])
    target = plain(row["example"].partition("<")[2].partition(">")[0])
    met = told(parsed_of, re.sub(r"[{}<>]", "", row["example"]))
    assert (row["type"], agent, target) in met


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coalition led by Tahrir al-Sham attacked Hama.", ("leads", "Tahrir al-Sham", "coalition")),
        ("Abdou Sow, spokesman for the Sudanese Armed Forces, spoke.", ("speaks_for", "Abdou Sow", "Sudanese Armed Forces")),
        ("M23 took Sake with support from Rwanda.", ("backs", "Rwanda", "M23")),
        ("The Houthis seized the port with Iranian backing.", ("backs", "Iranian", "Houthis")),
        ("The Syrian army took the town, aided by support from our ally Russia.", ("backs", "Russia", "Syrian army")),
        ("Ethiopia and Eritrea are allied.", ("allied_with", "Ethiopia", "Eritrea")),
        (
            "A coalition of rebels formed a front known as the “Military Operations Command”.",
            ("formed", "coalition", "Military Operations Command"),
        ),
        ("Hezbollah fought on the side of the Syrian army.", ("allied_with", "Hezbollah", "Syrian army")),
        ("Militias merged under the name “Sons of the Valley”.", ("formed", "Militias", "Sons of the Valley")),
        ("The U.S.-backed Syrian Democratic Forces advanced.", ("backs", "U.S.-backed", "Syrian Democratic Forces")),
        ("Turkey is assisting the Somali army to defeat Al-Shabaab.", ("fights", "Somali army", "Al-Shabaab")),
        ("Ethiopia joined Kenya in fighting Al-Shabaab.", ("fights", "Kenya", "Al-Shabaab")),
        ("Turkey, Egypt and Chad are committed to defeating Boko Haram.", ("fights", "Chad", "Boko Haram")),
        ("Kenyan forces, together with Malian troops, vowed to destroy ISIL.", ("fights", "Malian troops", "ISIL")),
        ("The UK is working as part of NATO to defeat ISIL.", ("fights", "NATO", "ISIL")),
        ("France's aim is to defeat Boko Haram.", ("fights", "France", "Boko Haram")),
        ("Chad supports Niger's fight against Boko Haram.", ("backs", "Chad", "Niger")),
        (
            "Russia supports the Government of Syria and the Syrian people in their fight against ISIL.",
            ("fights", "Government of Syria", "ISIL"),
        ),
        ("The Iran-Iraq War lasted eight years.", ("fights", "Iran", "Iraq")),
        ("Kenya wants to end the scourge of Al-Shabaab and to eliminate the threat of the M23.", ("fights", "Kenya", "M23")),
    ],
)  # fmt: skip
def test_constructions(parsed_of: ParsedOf, text: str, expected: Told) -> None:
    assert expected in told(parsed_of, text)


@pytest.mark.parametrize(
    "text",
    [
        "Russian leader Vladimir Putin spoke.",  # a country's own office is routine
        "The government supports peace.",  # an end that is nobody
        "Oxfam called for support for the Syrian Democratic Forces.",  # asked for, not given
        "Russia praised our efforts to defeat ISIL.",  # whose efforts is not told
        "The rebels formed a government.",  # nothing with a name of its own
        "Congress supported the campaign.",  # no campaign backed by somebody, but a view
        "A government spokesman spoke.",  # nobody is named
        "The army destroyed an ISIL tank.",  # a deed, not a war
    ],
)
def test_what_states_no_relation(parsed_of: ParsedOf, text: str) -> None:
    assert told(parsed_of, text) == set()


def test_two_who_fight_are_no_allies(parsed_of: ParsedOf) -> None:
    assert not [t for t in told(parsed_of, "Ethiopia and Eritrea fought in Badme.") if t[0] == "allied_with"]


@pytest.mark.parametrize(
    "text",
    [
        "The campaign was materially supported by Russia and Iran.",
        "Nothing moved before the campaign of 2016, which had stalled for months and was supported by Russia and Iran.",
    ],
    ids=["the subject itself", "a relative clause and its second verb"],
)
def test_a_backed_campaign_may_have_no_side(parsed_of: ParsedOf, text: str) -> None:
    parsed = parsed_of(text)
    met = relations(parsed, actors(parsed, lexicon()).items).items
    assert [(t.type, len(t.agents), t.targets) for t in met] == [("backs", 2, ())]
