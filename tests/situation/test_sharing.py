"""What leaves the house: private names withheld, office-holders named, places of civilians no more exact than a district."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.reports import counted, report, told
from tests.situations import filled, seen

from fogline.language.lexicon import rows, shipped
from fogline.model.incident import Holding
from fogline.model.place import Place
from fogline.model.stated import Held, Window
from fogline.reconcile.acts import Acts
from fogline.reconcile.standing import Standings
from fogline.situation.sharing import WITHHELD, People, Withheld, coarsened, private_names
from fogline.situation.situation import Asked
from fogline.situation.situation import situation as situation_of

PEOPLE = People.load()
EMPTY = situation_of(Held((), ()), Asked(None, Window()), Standings.load(), Acts.load())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Amina Yusuf, a resident of Zalingei, said shells fell.", {"Amina Yusuf", "Yusuf"}, id="witness"),
        pytest.param("Among the dead was Musa Ibrahim, 12, a pupil.", {"Musa Ibrahim", "Ibrahim"}, id="age"),
        pytest.param("The 34-year-old Oksana Bondar was buried.", {"Oksana Bondar", "Bondar"}, id="year-old"),
        pytest.param("Governor Adam Osei fled with a resident.", set(), id="title"),
        pytest.param("Adam Osei, the commander of the brigade, was seen.", set(), id="office after the name"),
        pytest.param("A witness near Fatima Hospital saw smoke.", set(), id="a hospital is no person"),
        pytest.param("Residents of Port Sudan fled.", set(), id="a town is no person"),
    ],
)
def test_who_is_private(text: str, names: set[str]) -> None:
    assert private_names([], [text], PEOPLE) == names


def test_every_row_of_the_lexicon_decides_its_example() -> None:
    wrong = []
    for row in rows(shipped("lexicons", "en", "private_people.tsv"), ("words", "role", "example")):
        found = private_names([], [row["example"]], PEOPLE)
        if row["role"] == "site":
            wrong += [] if next(PEOPLE.site.find(row["example"]), None) else [row["example"]]
        elif bool(found) != (row["role"] in {"private", "lead"}):
            wrong.append(row["example"])
    assert wrong == []


def test_names_are_replaced_wherever_they_stand() -> None:
    withheld = Withheld({"Amina Yusuf", "Yusuf"})
    assert withheld("Yusuf fled; Amina Yusuf's son did not. Yusufu stayed.") == (
        f"{WITHHELD} fled; {WITHHELD}'s son did not. Yusufu stayed."
    )


def test_places_of_harmed_civilians_are_coarsened_and_others_not(ledger: Path) -> None:
    dead = report("Doctors said 12 civilians were killed in Goma. Rebels seized Hama.", "2024-12-01")
    claims = [
        counted(dead, "12", "killed", 12, scope="incident", population="civilians", place="Goma", day="2024-11-30"),
        told(dead, "takes", "seized", agents=("Rebels",), place="Hama", day="2024-11-30"),
    ]
    situation = coarsened(seen(filled(ledger, [(dead, claims)])), PEOPLE)
    places = {i.place.name: (i.place.lat, i.place.lon, i.place.precision) for i in situation.incidents if i.place}
    assert places == {"Goma": (-1.7, 29.2, 3), "Hama": (35.13, 36.75, 1)}


def test_a_camp_is_coarsened_whoever_holds_it() -> None:
    camp = Place(None, "Abu Shouk IDP camp", "1", "SD", "North Darfur", None, 13.664, 25.337, 1)
    held = Holding(camp, "held", "claimed", None, None, ())
    shared = coarsened(replace(EMPTY, control=(held,)), PEOPLE)
    assert (shared.control[0].place.lat, shared.control[0].place.lon, shared.control[0].place.precision) == (
        13.7,
        25.3,
        3,
    )
