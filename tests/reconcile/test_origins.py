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
        ("Syrian army", "Daily Post", ("Syrian army", "party")),  # it acts in the claim
        ("Turkey", "Daily Post", ("Turkey", "official")),  # a state that does not fight here
        ("HTS", "Daily Post", ("HTS", "party")),  # an armed group is one even where it does not act
    ],
)
def test_the_voice_of_a_claim(by: str, publisher: str, voice: tuple[str, str]) -> None:
    document = report(TEXT, "2024-12-01", publisher)
    claim = told(document, "ASSAULT", "struck", agents=("Syrian army",), place="Idlib", by=by)
    (one,) = heard([Stated(claim, source_of(document))], [source_of(document)], STANDINGS)
    assert (one.voice.name, one.voice.standing) == voice


def keys(*publishers: str, by: str = "", copied: bool = False) -> int:
    """How many voices say the same sentence (or a sentence of their own) in reports of these publishers."""
    texts = [TEXT if copied else f"{TEXT[:-1]}, wrote {p}." for p in publishers]
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
