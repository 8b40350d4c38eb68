"""Rows of UCDP GED and of ACLED exports as past events, and why others are refused."""

from __future__ import annotations

import io
from datetime import date

import pytest

from fogline.errors import NotTheDataset
from fogline.exchange.csv_rows import Bad
from fogline.exchange.references import FORMATS, dataset, past_events
from fogline.exchange.regions import Regions, place
from fogline.model.history import PastEvent

GED = {
    "id": "4711",
    "type_of_violence": "1",
    "where_prec": "1",
    "where_coordinates": "Zamzam village",
    "adm_1": "North Darfur state",
    "country": "Sudan",
    "date_start": "2024-04-11 00:00:00.000",
    "date_end": "2024-04-12",
    "low": "2",
    "best": "5",
    "high": "9",
}
ACLED = {
    "event_id_cnty": "SDN14711",
    "event_date": "11 April 2024",
    "event_type": "Battles",
    "country": "Sudan",
    "admin1": "North Darfur",
    "location": "Zamzam",
    "fatalities": "5",
    "geo_precision": "1",
}


def events(name: str, *changes: dict[str, str]) -> list[PastEvent | Bad | None]:
    """One row for each of the changes to the sample row."""
    sample = GED if name == "ucdp-ged" else ACLED
    rows = [{**sample, **change} for change in changes]
    lines = [",".join(sample), *(",".join(f'"{v}"' for v in row.values()) for row in rows)]
    return list(past_events(io.BytesIO("\n".join(lines).encode()), name))


def test_a_row_of_ged() -> None:
    first, last = date(2024, 4, 11), date(2024, 4, 12)
    expected = PastEvent("4711", first, last, "SD", "northern darfur", "zamzam", "state-based", 2, 5, 9)
    assert events("ucdp-ged", {}) == [expected]


def test_a_row_of_acled() -> None:
    day = date(2024, 4, 11)
    assert events("acled", {}) == [
        PastEvent("SDN14711", day, day, "SD", "northern darfur", "zamzam", "Battles", 5, 5, 5)
    ]


@pytest.mark.parametrize(
    ("change", "met"),
    [
        ({"id": "214797.0"}, ("214797", "SD", "zamzam", 2, 5, 9)),  # as a spreadsheet writes whole numbers
        ({"where_prec": "4"}, ("4711", "SD", None, 2, 5, 9)),  # a province is no place
        (
            {"low": "7", "high": "3"},
            ("4711", "SD", "zamzam", 5, 5, 5),
        ),  # published rows whose ends do not hold the best
        ({"country": "DR Congo (Zaire)"}, ("4711", "CD", "zamzam", 2, 5, 9)),
        ({"country": "Israel", "adm_1": "Gaza Strip"}, ("4711", "PS", "zamzam", 2, 5, 9)),
    ],
)
def test_what_is_mended_in_ged(change: dict[str, str], met: tuple[object, ...]) -> None:
    (event,) = events("ucdp-ged", change)
    assert isinstance(event, PastEvent)
    assert (event.id, event.country, event.place, event.low, event.best, event.high) == met


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        ("ucdp-ged", {"best": "-1"}, "best: expected a whole number, met '-1'"),
        ("ucdp-ged", {"best": "9" * 400}, f"best: expected a whole number, met '{'9' * 40}'"),
        ("ucdp-ged", {"best": "NaN"}, "best: expected a whole number, met 'NaN'"),
        ("ucdp-ged", {"date_start": "2024-02-30"}, "date_start: expected a day such as 2024-11-30, met '2024-02-30'"),
        ("ucdp-ged", {"date_end": "2024-04-10"}, "date_end: expected no day before 2024-04-11, met '2024-04-10'"),
        ("ucdp-ged", {"country": "Atlantis"}, "country: expected a country that Fogline knows, met 'Atlantis'"),
        ("ucdp-ged", {"type_of_violence": "4"}, "type_of_violence: expected 1, 2 or 3, met '4'"),
        ("ucdp-ged", {"id": "=cmd()|x!A1"}, "id: expected an identifier, met '=cmd()|x!A1'"),
        ("acled", {"event_date": "04/11/2024"}, "event_date: expected a day such as 2024-11-30, met '04/11/2024'"),
        ("acled", {"event_type": "Picnics"}, "event_type: expected a type of ACLED's, met 'Picnics'"),
    ],
)
def test_what_is_refused(name: str, change: dict[str, str], reason: str) -> None:
    assert events(name, change) == [Bad(2, reason)]


def test_protests_are_no_violence() -> None:
    assert events("acled", {"event_type": "Protests"}) == [None]


def test_an_event_that_stands_twice_counts_once() -> None:
    assert events("acled", {}, {"fatalities": "6"})[1] == Bad(3, "the event SDN14711 stands in row 2 already")


def test_a_file_of_another_kind_is_refused_whole() -> None:
    with pytest.raises(NotTheDataset, match="event_id_cnty"):
        list(past_events(io.BytesIO(b"id,name\n1,a\n"), "acled"))


def test_every_format_has_its_licence_and_its_words_to_cite() -> None:
    assert all(dataset(name).licence and dataset(name).attribution for name in FORMATS)


@pytest.mark.parametrize(
    ("country", "given", "expected"),
    [
        ("SY", "Hamah Governorate", "hama"),
        ("SY", "Ar Raqqah Governorate", "raqqa"),
        ("UA", "Donetsk oblast", "donetsk"),
        ("XX", "Far Province", "far"),  # unknown to the gazetteer: the name without its kind
    ],
)
def test_divisions_get_the_gazetteer_s_names(country: str, given: str, expected: str) -> None:
    assert Regions.load().division(country, given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("Teir Maaleh village", "teir maaleh"), ("Kabul city", "kabul"), ("Sarmin (Idlib)", "sarmin"), ("", None)],
)
def test_places_lose_their_kind(given: str, expected: str | None) -> None:
    assert place(given) == expected
