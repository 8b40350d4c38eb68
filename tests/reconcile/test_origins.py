"""Whose voice a claim is, what weight it has, whose side it speaks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reconcile.test_compare import source_of
from tests.reports import report, told

from fogline.language.lexicon import rows, shipped
from fogline.ledger.agency import agency_of
from fogline.model.stated import Stated
from fogline.reconcile.origins import heard
from fogline.reconcile.standing import Standings

STANDINGS = Standings.load()
TEXT = "SOHR said that jets struck Idlib, and residents saw four of them over the northern part of the town."

OWN = {
    "Daily Post": "Jets struck a bakery in the old quarter of Idlib before dawn, and smoke rose over the market for hours.",
    "Morning News": "In Idlib the morning began with planes; the town's bread ovens were struck and shops stayed shut all day.",
}


@pytest.mark.parametrize(
    ("by", "publisher", "voice"),
    [
        (
            "SOHR",
            "Daily Post",
            ("Syrian Observatory for Human Rights", "uninvolved"),
        ),  # the speaker, whatever prints it
        ("", "Daily Post", ("Daily Post", "medium")),  # nobody named: the publication
        ("", "SANA", ("Syrian Arab News Agency", "party")),  # the mouthpiece of a side
        ("residents", "Daily Post", ("residents", "local")),
        ("sources", "Daily Post", ("sources", "unnamed")),
        ("Syrian army", "Daily Post", ("Syrian Army", "party")),  # it acts in the claim
        ("Turkey", "Daily Post", ("Turkey", "official")),  # a state that does not fight here
        ("HTS", "Daily Post", ("Hay'at Tahrir al-Sham", "party")),  # an armed group is one even where it does not act
    ],
)
def test_the_voice_of_a_claim(by: str, publisher: str, voice: tuple[str, str]) -> None:
    document = report(TEXT, "2024-12-01", publisher)
    claim = told(document, "ASSAULT", "struck", agents=("Syrian army",), place="Idlib", by=by)
    (one,) = heard([Stated(claim, source_of(document))], [source_of(document)], STANDINGS)
    assert (one.voice.name, one.voice.standing) == voice


def keys(*publishers: str, by: str = "", copied: bool = False) -> int:
    """How many voices say the same sentence (or a sentence of their own) in reports of these publishers."""
    texts = [TEXT if copied else OWN[p] for p in publishers]
    documents = [report(t, "2024-12-01", p) for t, p in zip(texts, publishers, strict=True)]
    claims = [told(d, "ASSAULT", "struck", by=by, place="Idlib") for d in documents]
    stated = [Stated(c, source_of(d)) for c, d in zip(claims, documents, strict=True)]
    return len({h.voice.key for h in heard(stated, [s.source for s in stated], STANDINGS)})


def test_one_speaker_in_two_papers_is_one_voice() -> None:
    assert keys("Daily Post", "Morning News", by="SOHR") == 1


def test_unnamed_witnesses_of_two_papers_are_two_voices() -> None:
    assert keys("Daily Post", "Morning News", by="witnesses") == 2


def test_a_long_sentence_in_two_papers_was_copied() -> None:
    assert keys("Daily Post", "Morning News", copied=True) == 1


def test_an_agency_tag_names_the_origin() -> None:
    document = report(TEXT, "2024-12-01", "Daily Post")
    tagged = replace(source_of(document), agency="Reuters")
    (one,) = heard([Stated(told(document, "ASSAULT", "struck"), tagged)], [tagged], STANDINGS)
    assert one.voice.name == "Reuters"


@pytest.mark.parametrize(
    ("name", "id_", "side"),
    [
        ("Syrian army", "state.sy.army", "state:SY"),
        ("Syrian Army", None, "state:SY"),  # an organ by its demonym
        ("Syria", None, "state:SY"),
        ("Hay'at Tahrir al-Sham", None, "sy.hts"),
        ("Northern Brigade", None, "northern brigade"),  # unknown: its own side
    ],
)
def test_whose_side_it_is(name: str, id_: str | None, side: str) -> None:
    assert STANDINGS.side(name, id_) == side


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("KHARTOUM (Reuters) - Shells fell.", "Reuters"),
        ("PARIS (AFP) — Talks began.", "Agence France-Presse"),
        ("GOMA, Jan 3 (AP) – Rebels came.", "Associated Press"),
        ("Shells fell on the market. © AFP", "Agence France-Presse"),
        ("Reuters was founded in 1851.", None),  # a mention is no tag
        ("The group (RSF) fired.", None),  # another acronym
    ],
)
def test_the_agency_of_a_text(text: str, agency: str | None) -> None:
    assert agency_of(text) == agency


def test_the_examples_of_the_tables_read_as_they_should() -> None:
    for row in rows(shipped("lexicons", "en", "voices.tsv"), ("words", "standing", "example")):
        said = row["example"].partition(" said ")[0]
        assert STANDINGS.generic(said) == row["standing"], row["example"]
    for row in rows(shipped("sources.tsv"), ("name", "agency", "example")):
        assert agency_of(row["example"]) == (row["name"] if row["agency"] == "yes" else None), row["example"]


@pytest.mark.parametrize(
    ("second", "voices", "why"),
    [
        ("Jets struck Idlib at dawn on Friday and residents saw four of them over the north of the town.", 1, "one word left out"),
        ("Jets struck Idlib at dawn on Friday and residents saw nine of them over the north of the town.", 2, "another number"),
        ("Residents of Idlib say that aircraft bombed the market on Friday morning and left through the north.", 2, "own words"),
    ],
)  # fmt: skip
def test_a_sentence_with_a_word_changed_was_copied(second: str, voices: int, why: str) -> None:
    first = "Jets struck Idlib at dawn on Friday and residents saw four of them over the north of the old town."
    documents = [report(first, "2024-12-01", "Daily Post"), report(second, "2024-12-02", "Morning News")]
    stated = [Stated(told(d, "ASSAULT", d.text.split()[1], place="Idlib"), source_of(d)) for d in documents]
    assert len({h.voice.key for h in heard(stated, [s.source for s in stated], STANDINGS)}) == voices, why


def voices_of(*told_by: tuple[str, str]) -> list[str]:
    """The names of the voices of claims made by (speaker, publisher), each in a sentence of its own."""
    stated = []
    for number, (by, publisher) in enumerate(told_by):
        document = report(f"Shells fell on quarter {number}.", "2024-12-01", publisher)
        claim = told(document, "ASSAULT", "fell", agents=("Syrian army",), by=by, place="Aleppo")
        stated.append(Stated(claim, source_of(document)))
    return sorted({h.voice.name for h in heard(stated, [s.source for s in stated], STANDINGS)})


def test_a_report_that_only_cites_another_counts_as_that_one() -> None:
    assert voices_of(("", "Orontes Weekly"), ("Orontes Weekly", "Daily Post")) == ["Orontes Weekly"]


def test_one_army_is_one_voice_whatever_it_is_called() -> None:
    names = ("Syrian army", "Syrian Armed Forces", "General Command of the Syrian")
    assert voices_of(*((name, "Daily Post") for name in names)) == ["Syrian Armed Forces"]


def test_rebels_in_a_country_are_its_rebels() -> None:
    document = report("Rebels took Aleppo.", "2024-12-01")
    claim = told(document, "takes", "took", agents=("rebels",), place="Aleppo")
    (one,) = heard([Stated(claim, source_of(document))], [source_of(document)], STANDINGS)
    assert (one.doer, sorted(one.doers)) == ("Syrian rebels", ["sy.syrian_insurgents"])
