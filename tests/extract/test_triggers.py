"""Every row of events.tsv reads its own example; roles, nesting, merging and modes read as the table says."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.trigger_lexicon import TriggerLexicon, load
from fogline.extract.triggers import triggers
from fogline.language.lexicon import rows, shipped
from fogline.model.mention import Trigger
from fogline.model.sentence import Parsed

EXAMPLES = [
    (f"{row.line}:{row['words'][:30]}", row["example"], row["type"], row["mode"])
    for row in rows(shipped("lexicons", "en", "events.tsv"), ("words", "type", "mode", "example"))
]


MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
PLOVER_MODES = [(type_, mode) for type_, modes in MODES.items() for mode in modes.split()]


@pytest.fixture(scope="module")
def lexicon() -> TriggerLexicon:
    return load()


@pytest.mark.parametrize(("name", "text", "type_", "mode"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_a_row_reads_its_example(
    name: str, text: str, type_: str, mode: str, parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    read = [(t.type, t.mode or "") for t in triggers(parsed_of(text), lexicon).items]
    fixed = mode and type_ not in {"REQUEST", "REJECT", "THREATEN"}  # there the content decides, see below
    assert any(t == type_ and (not fixed or m == mode) for t, m in read), (name, read)


Told = tuple[str, str, str, str]  # type, agents, targets, what the construction fixes
CONTENT = [
    (row["example"], row["type"], row["mode"])
    for row in rows(shipped("lexicons", "en", "speech_modes.tsv"), ("type", "mode", "example"))
]


@pytest.mark.parametrize(("text", "type_", "mode"), CONTENT)
def test_what_is_asked_or_threatened_gives_the_mode(
    text: str, type_: str, mode: str, parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    assert (type_, mode) in [(t.type, t.mode) for t in triggers(parsed_of(text), lexicon).items]


ROLES: list[tuple[str, list[Told], str]] = [
    (
        "Russian airstrikes on Idlib killed nine people.",
        [("ASSAULT", "Russian", "Idlib", "")],
        "one event for cause and effect",
    ),
    (
        "Nine people were killed in airstrikes by the army.",
        [("ASSAULT", "army", "people", "")],
        "killed in an attack is one",
    ),
    (
        "Clashes between the army and the RSF left ten dead.",
        [("ASSAULT", "army RSF", "", "")],
        "two sides are both agents",
    ),
    (
        "Indian and Pakistani troops exchanged artillery fire.",
        [("ASSAULT", "Indian Pakistani", "", "")],
        "two nations before the troops they share are two sides",
    ),
    (
        "Iranian Foreign Minister Abbas Araghchi and U.S. envoy Steve Witkoff hold talks in Doha.",
        [("CONSULT", "Minister Witkoff", "", "")],
        "the second name hangs on the first, not on its title",
    ),
    (
        "Police broke up pro-EU protests.",
        [("ASSAULT", "Police", "protests", ""), ("PROTEST", "", "", "")],
        "for whom is not by whom",
    ),
    ("France, Germany and the UK condemned the coup.", [("ACCUSE", "France Germany UK", "", "")], "joined subjects"),
    (
        "Ukraine shot down twelve Russian drones.",
        [("ASSAULT", "Ukraine", "Russian", "")],
        "the owner of a drone is the target",
    ),
    ("The army repelled an ambush near Maiduguri.", [("ASSAULT", "", "army", "")], "who repels is the target"),
    (
        "Haitian gangs carried out attacks on police stations.",
        [("ASSAULT", "gangs", "stations", "")],
        "light verb and noun",
    ),
    ("The base came under fire near Gao.", [("ASSAULT", "", "base", "")], "fire under which one comes is an attack"),
    (
        "The monitors dismissed a claim that Chadian troops had shelled Tine.",
        [("ASSAULT", "troops", "Tine", "")],
        "a clause of a noun keeps its own subject",
    ),
    (
        "The Kachin front denied that its fighters had shelled Bhamo.",
        [("ASSAULT", "its", "Bhamo", "")],
        "men stand for those whose they are",
    ),
    ("The army said it had neutralised 12 militants.", [("ASSAULT", "it", "militants", "")], "the it of who says"),
    ("Turkey shelled positions of the YPG near Tal Rifaat.", [("ASSAULT", "Turkey", "YPG", "")], "positions of a side"),
    ("Guerrillas attacked our base at dawn.", [("ASSAULT", "Guerrillas", "our", "")], "so does what men hold"),
    ("Guerrillas bombed an army post near Arauca.", [("ASSAULT", "Guerrillas", "army", "")], "and it has an owner"),
    (
        "Eritrea rejected an Ethiopian demand.",
        [("REJECT", "Eritrea", "Ethiopian", "")],
        "a demand is nobody, its maker is",
    ),
    (
        "The office reports that a Turkish drone strike near Duhok killed two farmers.",
        [("ASSAULT", "Turkish", "farmers", "")],
        "whose weapon it is, wherever the parser hangs the word",
    ),
    (
        "The junta bombs villages in Sagaing.",
        [("ASSAULT", "junta", "villages", "")],
        "a headline's verb read as a noun",
    ),
    (
        "A Tunisian court sentences an editor.",
        [("SANCTION", "court", "editor", "")],
        "the same with an article after it",
    ),
    (
        "Kigali denied that the farm was hit by its guns and vowed revenge.",
        [("ASSAULT", "its", "farm", ""), ("THREATEN", "Kigali", "", "")],
        "the second verb of saying has the first sayer",
    ),
    ("Troops attacked a camp, killing six fighters.", [("ASSAULT", "Troops", "camp", "")], "the killing is a figure"),
    (
        "Militiamen who abducted two nurses released them.",
        [("ASSAULT", "Militiamen", "nurses", ""), ("RETREAT", "Militiamen", "them", "")],
        "relative clause",
    ),
    (
        "Mali blamed Ukraine for attacking a convoy near Kidal.",
        [("ACCUSE", "Mali", "Ukraine", ""), ("ASSAULT", "Ukraine", "convoy", "by Mali")],
        "the accused acts, the accuser vouches",
    ),
    (
        "The UN urged the militia to release the hostages.",
        [("REQUEST", "UN", "militia", ""), ("RETREAT", "militia", "hostages", "requested by UN")],
        "who is asked is to do it",
    ),
    (
        "The front threatened to shell the port.",
        [("THREATEN", "front", "port", ""), ("ASSAULT", "front", "port", "planned by front")],
        "a threat is against whom the act is aimed at",
    ),
    (
        "The junta refused to free the editor.",
        [("REJECT", "junta", "", ""), ("RETREAT", "junta", "editor", "denied by junta")],
        "what is refused is not done",
    ),
    (
        "The president promised to withdraw the troops from Chad.",
        [("AGREE", "president", "", ""), ("RETREAT", "president", "troops", "planned by president")],
        "what is promised is planned",
    ),
    (
        "The mayor was captured and killed by gunmen.",
        [("COERCE", "gunmen", "mayor", ""), ("ASSAULT", "gunmen", "mayor", "")],
        "joined passives share 'by'",
    ),
    (
        "Bombings that targeted two clinics were condemned by the bloc.",
        [("ASSAULT", "", "clinics", ""), ("ACCUSE", "bloc", "", "")],
        "the clause tells the target of the noun",
    ),
    (
        "The attack shocked the town. The attack lasted hours.",
        [("ASSAULT", "", "", "")],
        "a mention that points back is no event",
    ),
]


def told(parsed: Parsed, found: tuple[Trigger, ...]) -> list[Told]:
    def words(t: Trigger, heads: tuple[int, ...]) -> str:
        return " ".join(parsed.sentences[t.sentence].tokens[i].text for i in heads)

    fixed = [f"{t.modality or ''} {t.stance or ''}".strip() for t in found]
    by = [f"by {words(t, t.asserted_by)}" if t.asserted_by else "" for t in found]
    said = [f"{f} {b}".strip() for f, b in zip(fixed, by, strict=True)]
    return [(t.type, words(t, t.agents), words(t, t.targets), f) for t, f in zip(found, said, strict=True)]


@pytest.mark.parametrize(("text", "expected", "proves"), ROLES, ids=[row[2] for row in ROLES])
def test_roles(text: str, expected: list[Told], proves: str, parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    parsed = parsed_of(text)
    assert told(parsed, triggers(parsed, lexicon).items) == expected, proves


def test_a_trigger_quotes_the_document(parsed_of: ParsedOf, lexicon: TriggerLexicon) -> None:
    text = "On Monday the army launched an offensive in Kachin."
    assert [text[t.span.start : t.span.end] for t in triggers(parsed_of(text), lexicon).items] == [
        "launched an offensive"
    ]


def test_every_type_has_rows() -> None:
    assert {e[2] for e in EXAMPLES} == {*MODES, "AGREE", "AID", "CONCEDE", "COOPERATE", "SUPPORT"}


@pytest.mark.parametrize(("type_", "mode"), PLOVER_MODES)
def test_every_mode_can_be_told(type_: str, mode: str, lexicon: TriggerLexicon) -> None:
    by_weapon = type_ == "ASSAULT" and mode in lexicon.instruments.values()
    by_content = mode in {m for (t, _), m in lexicon.speech_modes.items() if t == type_}
    assert by_weapon or by_content or any(e[2] == type_ and e[3] == mode for e in EXAMPLES)
