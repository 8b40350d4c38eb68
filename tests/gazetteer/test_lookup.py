"""Names looked up: kinds, countries, spellings, and what is never offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.gazetteer.build import build_supplement
from fogline.gazetteer.choose import kilometres
from fogline.gazetteer.lookup import Gazetteer

FIRST = [
    # name, kind, country, latitude, longitude, what the row proves
    ("Aleppo", "city", "SY", 36.2, 37.15, "a city by its English name"),
    ("Idlib Governorate", "admin1", "SY", 35.8, 36.7, "the word for a division picks the division"),
    ("حلب", "city", "SY", 36.2, 37.15, "Arabic letters"),
    ("Харків", "city", "UA", 49.98, 36.25, "Cyrillic letters"),
    ("Tel Rifaat", "city", "SY", 36.47, 37.1, "a village that no city list has"),
    ("Khan al-Asal", "city", "SY", 36.2, 37.0, "a village of the UCDP files"),
    ("Baghdad International Airport", "airport", "IQ", 33.26, 44.23, "an airport"),
    ("Strait of Hormuz", "strait", None, 26.55, 56.3, "a strait"),
    ("DRC", "country", "CD", -2.9, 23.7, "a country's acronym"),
    ("Hodeidah", "city", "YE", 14.8, 42.95, "the news' spelling"),
    ("Jenin refugee camp", "city", "PS", 32.46, 35.3, "a camp by the town it is part of"),
]


@pytest.mark.parametrize(("name", "kind", "country", "lat", "lon", "why"), FIRST)
def test_the_first_candidate_is_the_place(
    name: str, kind: str, country: str | None, lat: float, lon: float, why: str, gazetteer: Gazetteer
) -> None:
    best = max(gazetteer.find(name), key=lambda c: (c.kind == kind, c.population))
    assert (best.kind, best.country) == (kind, country), why
    assert kilometres(best.lat, best.lon, lat, lon) < (250 if kind == "country" else 30), why


def test_a_country_narrows_the_candidates(gazetteer: Gazetteer) -> None:
    assert {c.country for c in gazetteer.find("Tripoli", "LB")} == {"LB"}


def test_an_unknown_name_has_no_candidate(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Qwixalon") == ()


def test_another_transliteration_is_offered_only_by_sound(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Urm al-Kubra") == ()
    assert gazetteer.near_spelling("Urm al-Kubra")[0].country == "SY"


@pytest.mark.parametrize("name", ["Bab", "Qwixalon", "Xy"])
def test_a_far_neighbour_is_never_offered(name: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.near_spelling(name) == ()


def test_two_sources_of_one_town_are_one_place(gazetteer: Gazetteer) -> None:
    towns = [c for c in gazetteer.find("Saraqib", "SY") if c.kind == "city"]
    assert [c.id for c in towns] == ["164816"]


def test_a_country_has_its_capital(gazetteer: Gazetteer) -> None:
    capital = gazetteer.capital("SD")
    assert capital is not None
    assert capital.name == "Khartoum"


@pytest.mark.parametrize(
    ("name", "precision"),
    [("Sudan", 6), ("Khartoum", 1), ("Red Sea", 7), ("Donbas", 5), ("Africa", 6)],
)
def test_the_precision_follows_the_kind(name: str, precision: int, gazetteer: Gazetteer) -> None:
    best = max(gazetteer.find(name), key=lambda c: c.kind in {"city", "country", "sea", "region", "continent"})
    assert best.where_prec == precision


def test_the_users_own_places_come_first(tmp_path: Path) -> None:
    own = tmp_path / "places.tsv"
    own.write_text(
        "name\taliases\tkind\tcountry\tadmin1\tlat\tlon\tweight\treach\nPost 9\tPost Nine\tbase\tSD\tSennar\t13.5\t33.6\t\t\n",
        "utf-8",
    )
    book = Gazetteer((build_supplement(tmp_path, own),))
    assert [(c.id, c.kind, c.admin1) for c in book.find("Post Nine")] == [("user:sd.post-9", "base", "Sennar")]
    book.close()
