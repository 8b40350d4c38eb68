"""Toponyms in text: found, told from people and bodies, resolved, and with the precision that the words allow."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.place_words import load_place_words
from fogline.extract.places import places
from fogline.gazetteer.choose import kilometres
from fogline.gazetteer.lookup import Gazetteer
from fogline.language.lexicon import rows, shipped
from fogline.model.place import Place


def found(text: str, parsed_of: ParsedOf, gazetteer: Gazetteer, title: str | None = None) -> dict[str, Place]:
    """Every place by its words."""
    mentions = places(parsed_of(text, title=title), gazetteer).items
    return {m.value.span.text: m.value for m in mentions if m.value.span}


FAR_OFF = "It was 60 km north of the Somali capital, Mogadishu."
RESOLVED = [
    # text, words, country, admin-1, latitude, longitude, precision, what the row proves
    ("Shells hit Nyala in South Darfur at dawn.", "Nyala", "SD", 12.05, 24.88, 1, "a town"),
    ("Shells hit Nyala in South Darfur at dawn.", "South Darfur", "SD", 11.2, 24.6, 4, "a province by its usual spelling"),
    ("Militia burnt houses in Rutshuru territory, North Kivu.", "Rutshuru territory", "CD", -1.2, 29.45, 3, "a district"),
    ("Aid trucks entered Myanmar.", "Myanmar", "MM", 22.0, 96.0, 6, "a country"),
    ("A tanker burnt in the Gulf of Aden.", "Gulf of Aden", None, 12.5, 48.0, 7, "a sea"),
    ("Drones flew over the Donbas.", "Donbas", "UA", 48.3, 38.2, 5, "a region"),
    ("Gunmen killed two farmers near Djibo, Burkina Faso.", "Djibo", "BF", 14.1, -1.63, 2, "near"),
    ("A mine went off on the outskirts of Marib, Yemen.", "outskirts of Marib", "YE", 15.46, 45.33, 2, "the outskirts of"),
    ("Wagner fighters gained ground south of Bambari.", "south of Bambari", "CF", 5.76, 20.67, 2, "a direction says a place"),
    ("A convoy was hit 40 km north of Taiz, Yemen.", "40 km north of Taiz", "YE", 13.94, 44.02, 2, "moved by a distance"),
    ("Fighting went on in northern Idlib Governorate, Syria.", "northern Idlib Governorate", "SY", 35.95, 36.7, 5, "a part"),
    ("Rockets hit Shayrat air base in Syria.", "Shayrat air base", "SY", 34.49, 36.91, 1, "an air base"),
    ("The RSF shelled Zamzam camp in Sudan.", "Zamzam camp", "SD", 13.49, 25.31, 1, "a camp"),
    ("Troops crossed at Bab al-Hawa into Syria.", "Bab al-Hawa", "SY", 36.24, 36.68, 1, "a border crossing"),
    ("Engineers reached Tishrin Dam in Syria.", "Tishrin Dam", "SY", 36.38, 38.18, 1, "a dam"),
    ("Rebels held Tel Rifaat, north of Aleppo.", "Tel Rifaat", "SY", 36.47, 37.1, 1, "another spelling"),
    ("Snipers fired in al-Rastan in Syria.", "al-Rastan", "SY", 34.93, 36.73, 1, "an article in small letters"),
    ("Gangs burnt houses in Port-au-Prince.", "Port-au-Prince", "HT", 18.54, -72.34, 1, "a name with hyphens"),
    ("Boats reached Côte d'Ivoire.", "Côte d'Ivoire", "CI", 8.0, -5.0, 6, "an elided article"),
    ("Mines lay on the Goma–Bukavu road in Congo.", "Goma", "CD", -1.67, 29.23, 2, "a road between two towns"),
    ("Missiles flew over the southern Red Sea.", "southern Red Sea", None, 20.0, 38.5, 7, "common words that are a name together"),
    ("The army took Kutum and Mellit in Sudan.", "Mellit", "SD", 14.13, 25.55, 1, "a second object"),
    ("Shells hit the Aleppo neighbourhoods of Ashrafieh, in Syria.", "Ashrafieh", "SY", 36.22, 37.14, 1, "a part"),
    (FAR_OFF, "60 km north of the Somali capital, Mogadishu", "SO", 2.58, 45.34, 2, "a distance from a town in apposition"),
    ("Soldiers left Hama in Syria.", "Hama", "SY", 35.13, 36.75, 1, "a city before the province of its name"),
    ("Police opened fire in Basra, Iraq.", "Basra", "IQ", 30.51, 47.78, 1, "a city by a foreign name before its province"),
    ("Gunmen fled to Bari, Puntland, in Somalia.", "Bari", "SO", 10.2, 50.0, 4, "a region that holds a province"),
    ("Militants seized Khan al-Assal in Syria.", "Khan al-Assal", "SY", 36.17, 37.04, 1, "by sound, as the object of a seizure"),
    ("Rockets hit Bryansk and Tula oblasts in Russia.", "Bryansk", "RU", 52.9, 33.5, 4, "a list takes the kind of its last word"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "country", "lat", "lon", "precision", "why"), RESOLVED)
def test_a_place_is_found_and_resolved(
    text: str,
    words: str,
    country: str | None,
    lat: float,
    lon: float,
    precision: int,
    why: str,
    parsed_of: ParsedOf,
    gazetteer: Gazetteer,
) -> None:
    place = found(text, parsed_of, gazetteer)[words]
    assert place.lat is not None, why
    assert place.lon is not None, why
    away = kilometres(place.lat, place.lon, lat, lon)
    assert (place.country, place.precision, away < (25 if precision <= 2 else 90)) == (country, precision, True), why


CHOSEN = [
    ("Tripoli was quiet. Hezbollah met officials in Beirut, Lebanon.", "Tripoli", "LB", "the country in focus"),
    ("Tripoli was quiet. Misrata sent troops, Libya's government said.", "Tripoli", "LY", "the other country in focus"),
    ("Clashes broke out in Aleppo, Syria. Later Aleppo was calm.", "Aleppo", "SY", "said once, known for all"),
    ("The Mexican town of Tepic was sealed off.", "Tepic", "MX", "the people whose town it is"),
    ("Floods reached Atlanta, Georgia, on Monday.", "Georgia", "US", "what holds its neighbour"),
    ("Troops left Gori, Georgia, for Tbilisi.", "Georgia", "GE", "what holds its neighbour, the other way"),
    ("The army took Zahle. Beirut welcomed it.", "Zahle", "LB", "near the other places of the report"),
]


@pytest.mark.parametrize(("text", "words", "country", "why"), CHOSEN)
def test_of_two_namesakes_the_report_decides(
    text: str, words: str, country: str, why: str, parsed_of: ParsedOf, gazetteer: Gazetteer
) -> None:
    assert found(text, parsed_of, gazetteer)[words].country == country, why


def test_a_title_tells_the_country(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    place = found("Three died in Santiago.", parsed_of, gazetteer, title="Clashes in the Dominican Republic")
    assert place["Santiago"].country == "DO"


REFUSED = [
    ("Gen. Houston resigned on Friday.", "Houston", "a title before it"),
    ("Omar Houston resigned on Friday.", "Houston", "a given name before it"),
    ("The Washington Post wrote about the raid.", "Washington", "a newspaper"),
    ("Paris Saint-Germain won again.", "Paris", "a club"),
    ("The Syrian army left.", "Syrian", "a demonym"),
    ("The Sudan Liberation Movement denied it.", "Sudan", "a body named after a place"),
    ("A soldier threw a Molotov cocktail.", "Molotov", "a thing named after a place"),
    ("Police said so. Police left.", "Police", "a common word that opens a sentence"),
    ("Scott C. Dayton died in Syria.", "Dayton", "a given name and an initial before it"),
    ("It happened on Nov. 24 in Syria.", "Nov.", "a month"),
    ("The Manbij Military Council left.", "Manbij", "a body whose last word says so"),
    ("It cost US$ 300.", "US", "money"),
]


@pytest.mark.parametrize(("text", "words", "why"), REFUSED)
def test_a_name_that_is_no_place_is_left_out(
    text: str, words: str, why: str, parsed_of: ParsedOf, gazetteer: Gazetteer
) -> None:
    assert words not in found(text, parsed_of, gazetteer), why


DEFINITE = [
    ("Rebels reached Goma, DR Congo. They took the city's airport.", "the city", "Goma", "the city last named"),
    (
        "Gunmen shot at police in Haiti. The capital was sealed off.",
        "The capital",
        "Port-au-Prince",
        "the capital of the country",
    ),
    ("The Malian capital was calm.", "The Malian capital", "Bamako", "the capital of the people named"),
    ("Shells fell in Sudan. Aid stopped across the country.", "the country", "Sudan", "the country of the report"),
]


@pytest.mark.parametrize(("text", "words", "name", "why"), DEFINITE)
def test_a_place_without_its_name_is_the_one_that_fits(
    text: str, words: str, name: str, why: str, parsed_of: ParsedOf, gazetteer: Gazetteer
) -> None:
    assert found(text, parsed_of, gazetteer)[words].name == name, why


def test_far_from_any_town_the_town_is_the_one_of_the_title(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    calm = "The wounded were flown out. The wells were mined. The bridges were down. "
    text = f"Palma in Mozambique was shelled. Palma burned. {calm}Then the army retook the town."
    assert found(text, parsed_of, gazetteer, title="Battle of Palma")["the town"].name == "Palma"


@pytest.mark.parametrize(
    "text", ["The envoy said the country must choose.", "They left Chad. He called it the nation of his fathers."]
)
def test_a_country_that_acts_or_is_described_is_no_place(text: str, parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    assert not {"the country", "the nation"} & set(found(text, parsed_of, gazetteer))


def test_a_name_that_the_country_told_does_not_know_is_no_place_abroad(
    parsed_of: ParsedOf, gazetteer: Gazetteer
) -> None:
    told = found("Israel targeted Talousa and Haris in Lebanon on Monday.", parsed_of, gazetteer)
    assert "Haris" not in told or told["Haris"].country == "LB"  # there is one in Iran


def test_of_two_towns_the_one_of_the_division_told(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    assert found("Gunmen attacked Dera in Amhara Region, Ethiopia.", parsed_of, gazetteer)["Dera"].lat == pytest.approx(
        10.2
    )


@pytest.mark.parametrize(
    ("village", "land", "country"),
    [
        ("Dakka Sebbe", "Ségou Region, Mali", "ML"),
        ("Khan al-Qattar", "Idlib, Syria", "SY"),
    ],  # not Dhaka, not Haan in Germany
)
def test_a_village_is_all_of_its_name(
    village: str, land: str, country: str, parsed_of: ParsedOf, gazetteer: Gazetteer
) -> None:
    text = f"Soldiers entered the village of {village} in {land}."
    assert found(text, parsed_of, gazetteer)[village].country == country


def test_with_two_towns_before_it_the_town_is_left_open(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    text = "Fighters left Kutum and Mellit in Sudan. The town was burnt."
    assert "The town" not in found(text, parsed_of, gazetteer)


def test_an_unknown_village_stays_at_what_holds_it(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    text = "Soldiers burnt the village of Qwixalon, Kachin State, in Myanmar."
    result = places(parsed_of(text), gazetteer)
    village = next(m.value for m in result.items if m.value.name == "Qwixalon")
    state = next(m.value for m in result.items if m.value.name == "Kachin State")
    assert (village.id, village.lat, village.precision) == (None, state.lat, 4)
    assert [issue.code for issue in result.issues] == ["unknown_place"]


def test_no_country_is_given_as_a_point(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    text = "Fighting went on near Sudan, in Chad, north of Ethiopia and in western Mali."
    for place in found(text, parsed_of, gazetteer).values():
        assert place.precision in {5, 6}, place


def test_the_same_text_gives_the_same_places(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    parsed = parsed_of("Rebels took Saraqib, Syria, and fled to Ariha and Tripoli.")
    assert places(parsed, gazetteer) == places(parsed, gazetteer)


EXAMPLED = frozenset({"phrase", "title", "given", "body"})


def test_the_examples_of_the_lexicon_hold(parsed_of: ParsedOf, gazetteer: Gazetteer) -> None:
    """Rows that keep a place out do so in their example, all read as one report of many paragraphs."""
    table = [
        r for r in rows(shipped("lexicons", "en", "places.tsv"), ("word", "role", "example")) if r["role"] in EXAMPLED
    ]
    parsed = parsed_of("\n".join(r["example"] for r in table))
    wrong = [
        m.value.span.text
        for m in places(parsed, gazetteer, load_place_words()).items
        if m.value.name == "Houston" and m.value.span
    ]
    assert wrong == []
