"""Who is named and who is meant: rows of a text and the actors that must be read in it."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources.abc import Traversable

import pytest

from fogline.extract.actors import actors
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.lexicon import Row, rows, shipped
from fogline.language.parse import Parser
from fogline.model.actor import Actor
from fogline.model.document import Document, Passage
from fogline.model.mention import Mention
from fogline.model.sentence import Parsed

ParsedOf = Callable[..., Parsed]


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


def read(parsed_of: ParsedOf, lexicon: ActorLexicon, text: str, published: str = "2024-12-01") -> list[Mention[Actor]]:
    return list(actors(parsed_of(text, published), lexicon).items)


NAMED = [
    (
        "The General Command of the Syrian army denied it.",
        "General Command of the Syrian army",
        "Syrian Army",
        "state",
    ),
    # known names and their forms
    ("Fighters of HTS entered Saraqib.", "HTS", "Hay'at Tahrir al-Sham", "armed_group"),
    ("Hamas fighters fired rockets at Sderot.", "Hamas fighters", "Hamas", "armed_group"),
    ("The IDF bombed a school in Jabalia.", "IDF", "Israel Defense Forces", "state"),
    ("Reuters said the port was closed.", "Reuters", "Reuters", "media"),
    # names given in quotation marks
    (
        "Rebels formed a front known as the “Dawn of the South”.",
        "Dawn of the South",
        "Dawn of the South",
        "armed_group",
    ),
    ('A group calling itself "Sons of Nuri" claimed it.', "Sons of Nuri", "Sons of Nuri", "unknown"),
    # organs of states by rule
    (
        "Ukraine's health ministry counted nine deaths.",
        "Ukraine's health ministry",
        "Ukrainian Health Ministry",
        "state",
    ),
    ("The Chadian navy left the lake.", "Chadian navy", "Chadian Navy", "state"),
    (
        "The Ministry of Justice of Ghana charged him.",
        "Ministry of Justice of Ghana",
        "Ghanaian Justice Ministry",
        "state",
    ),
    # nationality and noun
    ("Turkish forces shelled the hamlet.", "Turkish forces", "Turkish forces", "state"),
    ("Russian drones hit a substation in Odesa.", "Russian drones", "Russia", "state"),
    ("Israeli strikes killed six people in Tyre.", "Israeli", "Israel", "state"),
    # capitals as governments, and not where they are places
    ("Ankara denied the report.", "Ankara", "Turkey", "state"),
    ("The minister accused Kigali of looting.", "Kigali", "Rwanda", "state"),
    # unknown groups typed by their words, acronyms explained in the text
    (
        "The Azure Valley Front (AVF) attacked Dorra. The AVF took two posts.",
        "AVF",
        "Azure Valley Front",
        "armed_group",
    ),
    ("The Karu Hills Army shelled Venn.", "Karu Hills Army", "Karu Hills Army", "armed_group"),
    # persons
    ("Gen. Mamadou Touray fled the capital.", "Gen. Mamadou Touray", "Mamadou Touray", "person"),
    ("Ama Boateng, a spokesperson for the miners, denied it.", "Ama Boateng", "Ama Boateng", "person"),
    ("Rosa Quispe, 34, was shot in Puno.", "Rosa Quispe", "Rosa Quispe", "person"),
    ("Foreign Minister Lavrov rejected the plan.", "Lavrov", "Sergey Lavrov", "person"),
    # numbers and articles are no part of a name, but of the words
    ("At least 12 armed herders fled the raid.", "12 armed herders", "armed herders", "civilian"),
    ("Dozens of villagers crossed the Pibor.", "Dozens of villagers", "villagers", "civilian"),
]


@pytest.mark.parametrize(("text", "words", "name", "kind"), NAMED)
def test_names(parsed_of: ParsedOf, lexicon: ActorLexicon, text: str, words: str, name: str, kind: str) -> None:
    found = {m.value.span.text: m.value for m in read(parsed_of, lexicon, text)}
    assert words in found, sorted(found)
    assert (found[words].name, found[words].kind) == (name, kind)


POINTING = [
    ("Hezbollah shelled Metula. The group also fired at Safed.", "group", "Hezbollah"),
    ("The Iraqi parliament met on Sunday. It rejected the treaty.", "It", "Council of Representatives of Iraq"),
    ("Mamadou Touray, a general, left. Touray flew to Lomé.", "Touray", "Mamadou Touray"),
    ("President William Ruto spoke in Nairobi. He condemned the raid.", "He", "William Ruto"),
    ("The Syrian Observatory for Human Rights counted 40 deaths. The observatory blamed jets.", "observatory",
     "Syrian Observatory for Human Rights"),
    ('"We fired two missiles at the tanker," Yahya Saree said.', "We", "Houthis"),
    ("Yahya Sinwar, the leader of Hamas, was killed.", "leader", "Yahya Sinwar"),
    ("The prosecutor general of Lomé, Afi Mensah, 51, resigned.", "prosecutor general", "Afi Mensah"),
    ("In her speech, President Claudia Sheinbaum thanked the troops.", "her", "Claudia Sheinbaum"),
    ("Israel and Hezbollah traded fire. The group denied firing first.", "group", "Hezbollah"),
    ("The M23 took Sake. In August the same group had seized Kanyabayonga.", "same group", "March 23 Movement"),
    ("Fighters from the Al-Qaeda-linked Ansarul Islam attacked Arbinda.", "Fighters", "Ansarul Islam"),
    ("It has taken a junta base near Kyaukphyu.", "junta", "junta"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), POINTING)
def test_pointing_back(parsed_of: ParsedOf, lexicon: ActorLexicon, text: str, words: str, name: str) -> None:
    found = [m.value.name for m in read(parsed_of, lexicon, text) if m.value.span.text == words]
    assert found == [name]


OPEN = [
    ("Hezbollah and Hamas met in Beirut. The group denied a deal.", "group", "group"),  # two fit
    ("The president dismissed the cabinet.", "president", "president"),  # nobody named
    ("Kenya's president praised the governor. The minister left.", "minister", "minister"),
]


@pytest.mark.parametrize(("text", "words", "name"), OPEN)
def test_what_is_open_stays_open(parsed_of: ParsedOf, lexicon: ActorLexicon, text: str, words: str, name: str) -> None:
    found = [m.value for m in read(parsed_of, lexicon, text) if m.value.span.text == words]
    assert [(a.name, a.id) for a in found] == [(name, None)]


NOBODY = [
    ("He gave a speech called “Dawn of the South”.", "Dawn of the South"),  # no body is so called
    ("Shells fell on Damascus overnight.", "Damascus"),  # a capital as a place
    ("It is feared that the dam will burst.", "It"),  # nobody
    ("A drone hit the depot.", "A drone"),  # a thing without owner
    ("Police in Port-au-Prince fled.", "Prince"),  # part of a place
    ("Soldiers closed the West Bank.", "West Bank"),  # a place that ends like a body
    ("They left at dawn.", "They"),  # a pronoun of nobody
]


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_what_is_nobody(parsed_of: ParsedOf, lexicon: ActorLexicon, text: str, words: str) -> None:
    assert words not in {m.value.span.text for m in read(parsed_of, lexicon, text)}


def test_conjuncts_are_separate(parsed_of: ParsedOf, lexicon: ActorLexicon) -> None:
    found = read(parsed_of, lexicon, "France, Germany and the United Kingdom condemned the raid.")
    assert [m.value.name for m in found] == ["France", "Germany", "United Kingdom"]


def test_a_shared_acronym_is_chosen_by_the_country_told(parsed_of: ParsedOf, lexicon: ActorLexicon) -> None:
    somalia = read(parsed_of, lexicon, "The SNA took a base near Kismayo in Somalia.")
    syria = read(parsed_of, lexicon, "The SNA took a village near Manbij in Syria.")
    assert (somalia[0].value.name, syria[0].value.name) == ("Somali National Army", "Syrian National Army")


def test_every_head_has_one_mention(parsed_of: ParsedOf, lexicon: ActorLexicon) -> None:
    text = "Houthi military spokesman Yahya Saree told Iranian state media that Israeli jets hit Yemen's army."
    heads = [(m.sentence, m.head) for m in read(parsed_of, lexicon, text)]
    assert len(heads) == len(set(heads))


def test_spans_quote_the_text(parsed_of: ParsedOf, lexicon: ActorLexicon) -> None:
    text = "“We will stay,” Gen. Alu Benga said.\nThe general leads the Karu Hills Army (KHA)."
    assert all(text[m.value.span.start : m.value.span.end] == m.value.span.text for m in read(parsed_of, lexicon, text))


def examples(file: str) -> list[tuple[str, str]]:
    source: Traversable = shipped("lexicons", "en", file)
    columns = ("words", "kind", "example") if "verbs" not in file and "titles" not in file else ("words", "example")
    return [(row["example"], expected(row)) for row in rows(source, columns) if row.cells.get("kind") != "place"]


def expected(row: Row) -> str:
    return row.cells.get("kind", "") or "state"


@pytest.mark.parametrize(("text", "kind"), [*examples("actor_nouns.tsv"), *examples("group_words.tsv")])
def test_examples_of_nouns_and_group_words(parsed_of: ParsedOf, lexicon: ActorLexicon, text: str, kind: str) -> None:
    kinds = [m.value.kind for m in read(parsed_of, lexicon, text)]
    assert kinds[:1] == [kind]


@pytest.mark.parametrize("row", list(rows(shipped("lexicons", "en", "state_organs.tsv"), ("sector", "example"))))
def test_examples_of_organs(parsed_of: ParsedOf, lexicon: ActorLexicon, row: Row) -> None:
    first = read(parsed_of, lexicon, row["example"])[0].value
    assert (first.sector, first.id is not None) == (row["sector"], True)


@pytest.mark.parametrize("row", list(rows(shipped("lexicons", "en", "person_titles.tsv"), ("sector", "example"))))
def test_examples_of_titles(parsed_of: ParsedOf, lexicon: ActorLexicon, row: Row) -> None:
    first = read(parsed_of, lexicon, row["example"])[0].value
    assert (first.kind, first.sector) == ("person", row["sector"] or None)


@pytest.mark.parametrize("row", list(rows(shipped("lexicons", "en", "actor_verbs.tsv"), ("example",))))
def test_examples_of_verbs(parsed_of: ParsedOf, lexicon: ActorLexicon, row: Row) -> None:
    assert read(parsed_of, lexicon, row["example"])[0].value.kind == "state"


@pytest.mark.parametrize(
    ("publisher", "text", "words", "name"),
    [
        # a press release says "we": the body that publishes it, known or typed by its words, whole or in a part of the name
        ("U.S. Central Command", "Our troops raided a cave.", "Our", "United States Central Command"),
        ("Joint Task Force East, Operation Hadin Kai", "We freed 12 hostages.", "We", "Operation Hadin Kai"),
        ("Highland Rights Observatory", "We counted 23 dead.", "We", "Highland Rights Observatory"),
        # a foreign ministry's "we" is its state
        ("U.S. Department of State", "We call on the junta to stop.", "We", "United States"),
        # in its own release "the ministry" is the one that issues it, whichever was named last
        (
            "Armenian Ministry of Defence",
            "The Azerbaijani Defence Ministry lied. The ministry invited observers.",
            "ministry",
            "Armenian Defence Ministry",
        ),
    ],
)
def test_who_issues_a_statement_is_its_we(
    parser: Parser, lexicon: ActorLexicon, publisher: str, text: str, words: str, name: str
) -> None:
    document = Document("d_test", text, published="2024-12-01", publisher=publisher)
    found = actors(parser.parse(document, (Passage("body", 0, len(text)),)), lexicon).items
    last = [m.value for m in found if m.value.span and m.value.span.text == words][-1]
    assert last.name == name


@pytest.mark.parametrize("publisher", ["The Lake Province News", "", "Savanna Broadcasting"])
def test_a_mediums_we_is_open(parser: Parser, lexicon: ActorLexicon, publisher: str) -> None:
    document = Document("d_test", "We counted 23 dead.", published="2024-12-01", publisher=publisher)
    assert actors(parser.parse(document, (Passage("body", 0, 19),)), lexicon).items == ()


def test_they_are_not_the_armed_group_of_which_persons_spoke(parsed_of: ParsedOf, lexicon: ActorLexicon) -> None:
    text = (
        "Foreign Minister Hakan Fidan spoke with Asaad al-Shaibani about the fight against ISIL. They agreed to meet."
    )
    assert "They" not in {m.value.span.text for m in read(parsed_of, lexicon, text) if m.value.span}


def test_fighters_from_a_country_are_not_its_own(parsed_of: ParsedOf, lexicon: ActorLexicon) -> None:
    kinds = {
        m.value.span.text: m.value.name
        for m in read(parsed_of, lexicon, "Militants from Yemen fired. Soldiers from Chad left.")
        if m.value.span
    }
    assert (kinds["Militants"], "Chad" in kinds["Soldiers"]) == ("militants", True)


@pytest.mark.parametrize("day", ["Sunday", "17 February"])
def test_a_day_is_no_part_of_the_soldiers(parsed_of: ParsedOf, lexicon: ActorLexicon, day: str) -> None:
    found = read(parsed_of, lexicon, f"On {day} soldiers retook the road.")
    assert [m.value.span.text for m in found if m.value.span] == ["soldiers"]
