"""The actor lexicon: names to entries, entries to names, and files that do not have the shape they must have."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from fogline.errors import LexiconError
from fogline.language.actor_entry import COLUMNS
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.spelling import fold

LEAST_HAND_MADE = 4200
SLOWEST_LOAD = 1.0  # seconds; 0.1 alone, but the test machine is shared
HEADER = "\t".join(COLUMNS)


@pytest.fixture(scope="module")
def lexicon() -> ActorLexicon:
    return ActorLexicon.load()


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Hay'at Tahrir al-Sham", "sy.hts"),  # canonical
        ("HTS", "sy.hts"),  # acronym
        ("Hayat Tahrir Al Sham", "sy.hts"),  # other transliteration, blank for hyphen
        ("Hay’at Tahrir al-Sham", "sy.hts"),  # typographic apostrophe
        ("Türkiye", "state.tr"),  # old and new names of a country
        ("Recep Tayyip Erdogan", "tr.person.erdogan"),  # without accents
        ("Government of Syria", "state.sy"),  # "Government of" by rule
        ("Government of Myanmar (Burma)", "state.mm"),  # what UCDP adds in brackets
        ("the United Nations", "un"),  # leading article
        ("Doctors Without Borders", "msf"),
        ("SOHR", "sy.sohr"),
    ],
)
def test_names_lead_to_one_entry(lexicon: ActorLexicon, name: str, identifier: str) -> None:
    assert [e.id for e in lexicon.candidates(name)] == [identifier]


def test_a_shared_acronym_gives_all_that_bear_it(lexicon: ActorLexicon) -> None:
    assert {e.id for e in lexicon.candidates("SNA")} >= {"sy.sna", "so.sna"}


def test_unknown_names_give_nothing(lexicon: ActorLexicon) -> None:
    assert lexicon.candidates("Azure Valley Front") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fighters of Hayat Tahrir al-Sham met U.S. envoys.", ["Hayat Tahrir al-Sham", "U.S."]),
        ("They told us that it is over.", []),  # "us", "is" and "it" are words
        ("The South Sudanese army left Papua New Guinea.", ["South Sudanese army", "Papua New Guinea"]),  # longest wins
    ],
)
def test_spot_finds_names_on_word_borders(lexicon: ActorLexicon, text: str, found: list[str]) -> None:
    assert [text[h.start : h.end] for h in lexicon.spot(text)] == found


@pytest.mark.parametrize(
    ("identifier", "party"), [("sy.hts", True), ("state.ru", True), ("sy.sohr", False), ("nobody", False)]
)
def test_parties_are_those_who_can_fight(lexicon: ActorLexicon, identifier: str, party: bool) -> None:
    assert lexicon.is_party(identifier) is party


@pytest.mark.parametrize(
    ("identifier", "day", "active"),
    [
        ("us.person.biden", date(2024, 12, 1), True),
        ("us.person.biden", date(2025, 1, 21), False),  # the day after is no longer his
        ("sy.person.shaibani", date(2024, 12, 5), False),  # not yet
        ("isil.iraq", date(2013, 6, 1), True),  # "until 2013" holds the whole year
        ("us.person.biden", None, True),  # an unknown day excludes nobody
    ],
)
def test_offices_have_dates(lexicon: ActorLexicon, identifier: str, day: date | None, active: bool) -> None:
    entry = lexicon.by_id(identifier)
    assert entry is not None
    assert entry.active(day) is active


def test_enough_entries_are_made_by_hand(lexicon: ActorLexicon) -> None:
    assert sum(e.source != "rule" for e in lexicon.entries.values()) >= LEAST_HAND_MADE


def test_no_alias_is_a_common_word(lexicon: ActorLexicon) -> None:
    short = {name for name in lexicon.by_name if name.islower() and " " not in name}
    assert short <= {"peshmerga", "shabiha", "dpa", "colectivos"}


def test_loading_is_quick() -> None:
    begun = time.perf_counter()
    ActorLexicon.load()
    assert time.perf_counter() - begun < SLOWEST_LOAD


@pytest.mark.parametrize("text", ["Hay’at Tahrir Al-Sham", "Côte d’Ivoire", "İmamoğlu – Łódź"])
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("my.group\tGroup\t\tarmy\tSY\tREB\t\t\t\t\tme", "a kind"),
        ("my.group\tGroup\t\tarmed_group\tSyria\tREB\t\t\t\t\tme", "ISO 3166-1"),
        ("my.group\tGroup\t\tarmed_group\tSY\tXYZ\t\t\t\t\tme", "PLOVER"),
        ("My Group\tGroup\t\tarmed_group\tSY\tREB\t\t\t\t\tme", "an id"),
        ("my.group\tGroup\t\tarmed_group\tSY\tREB\t29.11.2024\t\t\t\tme", "since"),
        ("my.group\tGroup\t\tarmed_group\tSY\tREB\t\t\tmy.nobody\t\tme", "a parent"),
        ("sy.hts\tGroup\t\tarmed_group\tSY\tREB\t\t\t\t\tme", "an id that stands once"),
        ("my.group\tthe Group\t\tarmed_group\tSY\tREB\t\t\t\t\tme", "without leading article"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, row: str, told: str) -> None:
    own = tmp_path / "actors.tsv"
    own.write_text(f"{HEADER}\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=f"actors.tsv, line 2: .*{told}"):
        ActorLexicon.load(own)


def test_the_users_own_actors_are_known(tmp_path: Path) -> None:
    own = tmp_path / "actors.tsv"
    own.write_text(f"{HEADER}\nmy.front\tAzure Valley Front\tAVF\tarmed_group\tML\tREB\t\t\t\t\tme\n", encoding="utf-8")
    assert [e.id for e in ActorLexicon.load(own).candidates("AVF")] == ["my.front"]
