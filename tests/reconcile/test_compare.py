"""Pairs of claims and whether they are one happening: the row says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Unpack

import pytest
from tests.reports import PLACES, Fields, counted, report, told

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.incident import Heard
from fogline.model.judgement import Judgement
from fogline.model.period import Period
from fogline.model.record import identified
from fogline.model.stated import Source, Stated
from fogline.reconcile.acts import Acts
from fogline.reconcile.block import pairs
from fogline.reconcile.cluster import incidents
from fogline.reconcile.compare import judge
from fogline.reconcile.origins import heard
from fogline.reconcile.standing import Standings

ACTS, STANDINGS = Acts.load(), Standings.load()
STRIKE: Fields = {"agents": ("Russia",), "place": "Kharkiv", "day": "2025-01-03", "mode": "aerial"}
ONE = report("Jets struck a clinic in Kharkiv on Friday.", "2025-01-03", "A")
TWO = report("The city was struck on 3 January. Nine people were killed.", "2025-01-04", "B")


def source_of(document: Document) -> Source:
    day = document.day
    assert day is not None
    return Source(document.id, None, document.publisher, document.published, None, "en", day, "", None, document.id)


def voiced(*pairs: tuple[Document, Claim]) -> tuple[Heard, ...]:
    stated = [Stated(claim, source_of(document)) for document, claim in pairs]
    return heard(stated, [s.source for s in stated], STANDINGS)


def second(**changed: Unpack[Fields]) -> Claim:
    fields: Fields = {**STRIKE, **changed}
    return told(TWO, "ASSAULT", "struck", **fields)


SAME = [
    (second(), "everything agrees"),
    (second(agents=()), "who did it is told once"),
    (second(day="2025-01-02", until="2025-01-03"), "the night from Thursday to Friday"),
    (second(mode="heavy-weapons", agents=("Russia",)), "reports differ on the weapon, not on place, day and side"),
    (counted(TWO, "Nine people", "killed", 9, place="Kharkiv", day="2025-01-03"), "the dead of the strike"),
]
DIFFERENT = [
    (second(place="Aleppo"), "another place"),
    (second(day="2025-01-06"), "days later"),
    (second(agents=("Ukraine",), mode="drone"), "the other side, another weapon"),
    (second(modality="planned"), "announced, not done"),
    (told(TWO, "takes", "struck", agents=("Russia",), place="Kharkiv", day="2025-01-03"), "a capture is no air strike"),
]


@pytest.mark.parametrize(("claim", "why"), SAME, ids=lambda v: v if isinstance(v, str) else "")
def test_one_happening(claim: Claim, why: str) -> None:
    one, two = voiced((ONE, told(ONE, "ASSAULT", "struck", **STRIKE)), (TWO, claim))
    assert judge(one, two, ACTS).verdict == "same", why


@pytest.mark.parametrize(("claim", "why"), DIFFERENT, ids=lambda v: v if isinstance(v, str) else "")
def test_two_happenings(claim: Claim, why: str) -> None:
    one, two = voiced((ONE, told(ONE, "ASSAULT", "struck", **STRIKE)), (TWO, claim))
    assert judge(one, two, ACTS).verdict == "different", why


def test_every_finding_says_why() -> None:
    one, two = voiced((ONE, told(ONE, "ASSAULT", "struck", **STRIKE)), (TWO, second()))
    reasons = {f.name: f.reason for f in judge(one, two, ACTS).findings}
    assert reasons == {
        "same place": "both in Kharkiv",
        "near in time": "on the same day",
        "same kind of act": "both tell of air strike",
        "same actors": "the same actors",
    }


def test_one_report_with_two_tolls_tells_two_happenings() -> None:
    text = report("Nine people were killed in Kharkiv. Later 30 people were killed there.", "2025-01-03", "A")
    figures = [counted(text, w, "killed", n, place="Kharkiv", day="2025-01-03") for w, n in (("Nine", 9), ("30", 30))]
    assert len(incidents(voiced(*((text, f) for f in figures)), ACTS)) == 2


@pytest.mark.parametrize(
    ("verdict", "claim", "expected"), [("same", second(place="Aleppo"), 1), ("different", second(), 2)]
)
def test_a_persons_judgement_stands_above_the_table(verdict: str, claim: Claim, expected: int) -> None:
    pair = voiced((ONE, told(ONE, "ASSAULT", "struck", **STRIKE)), (TWO, claim))
    left, right = sorted(h.stated.claim.id for h in pair)
    person = Judgement(left, right, verdict, "Ada", person=True, because="seen on video")  # type: ignore[arg-type]  # a row
    assert len(incidents(pair, ACTS, [person])) == expected


def test_two_voices_corroborate_and_one_voice_does_not() -> None:
    same_voice = report("Jets struck Kharkiv again, it was confirmed.", "2025-01-05", "A")
    first = (ONE, told(ONE, "ASSAULT", "struck", **STRIKE))
    corroborated = incidents(voiced(first, (TWO, second())), ACTS)
    alone = incidents(voiced(first, (same_voice, told(same_voice, "ASSAULT", "struck", **STRIKE))), ACTS)
    assert [i.status for i in (*corroborated, *alone)] == ["corroborated", "single_origin"]


def test_a_claim_without_a_place_does_not_chain_two_towns() -> None:
    third = report("Russia struck again, officials said.", "2025-01-03", "C")
    claims = voiced(
        (ONE, told(ONE, "ASSAULT", "struck", **STRIKE)),
        (TWO, second(place="Aleppo")),
        (third, told(third, "ASSAULT", "struck", agents=("Russia",), day="2025-01-03", mode="aerial")),
    )
    places = [{h.stated.claim.place.name for h in i.claims if h.stated.claim.place} for i in incidents(claims, ACTS)]
    assert all(len(names) <= 1 for names in places)
    assert len(places) == 2


def test_what_can_happen_again_the_next_day_is_another_happening() -> None:
    one, two = voiced((ONE, told(ONE, "ASSAULT", "struck", **STRIKE)), (TWO, second(day="2025-01-04")))
    assert judge(one, two, ACTS).verdict == "different"


def test_what_is_done_once_is_the_same_when_told_again_within_days() -> None:
    fall = report("M23 captured Goma on Sunday.", "2025-01-26", "A")
    again = report("M23 captured Goma.", "2025-01-28", "B")
    before, after = voiced(
        (fall, told(fall, "takes", "captured", agents=("M23",), place="Goma", day="2025-01-26")),
        (again, told(again, "takes", "captured", agents=("M23",), place="Goma", day="2025-01-28")),
    )
    assert judge(before, after, ACTS).verdict == "same"


def test_a_later_report_that_takes_the_killing_as_known_joins_it_with_its_toll() -> None:
    first = report("Gunmen killed 110 people in Goma.", "2024-12-09", "A")
    later = report("The toll from the mass killing in Goma rose to 207.", "2024-12-23", "B")
    claims = voiced(
        (first, told(first, "ASSAULT", "killed", place="Goma", day="2024-12-09")),
        (first, counted(first, "110 people", "killed", 110, place="Goma", day="2024-12-09")),
        (later, told(later, "ASSAULT", "killing", place="Goma")),
        (later, counted(later, "207", "killed", 207, scope="cumulative", place="Goma")),
    )
    assert [len(i.claims) for i in incidents(claims, ACTS)] == [4]


def test_strikes_across_a_region_are_not_the_strike_on_a_town_of_it() -> None:
    region = report("Jets struck across Idlib province on Friday.", "2025-01-03", "B")
    wide = told(
        region, "ASSAULT", "struck", agents=("Russia",), place="Idlib province", day="2025-01-03", mode="aerial"
    )
    town = told(ONE, "ASSAULT", "struck", agents=("Russia",), place="Saraqib", day="2025-01-03", mode="aerial")
    one, two = voiced((region, wide), (ONE, town))
    assert judge(one, two, ACTS).verdict == "different"


def test_two_meetings_of_one_minister_on_a_day_are_two() -> None:
    one = report("The ministers of Turkey and Ukraine met in Aleppo.", "2025-01-03", "A")
    two = report("The ministers of Turkey and Russia met in Aleppo.", "2025-01-03", "B")
    before, after = voiced(
        (one, told(one, "CONSULT", "met", agents=("Turkey", "Ukraine"), place="Aleppo", day="2025-01-03")),
        (two, told(two, "CONSULT", "met", agents=("Turkey", "Russia"), place="Aleppo", day="2025-01-03")),
    )
    assert judge(before, after, ACTS).verdict == "different"


def test_a_report_added_to_a_big_ledger_is_compared_only_near_it() -> None:
    """Blocking keeps adding local: 2,000 strikes in 40 towns over 50 days, and one more."""
    towns = [
        replace(PLACES["Kharkiv"], name=f"Town {i}", id=f"t{i}", lat=49.0 + i % 8, lon=30.0 + i // 8) for i in range(40)
    ]
    days = [date(2025, 1, 1) + timedelta(days=d) for d in range(50)]
    claims = [
        (ONE, identified(replace(told(ONE, "ASSAULT", "struck", **STRIKE), place=town, time=Period(None, day, day, 1))))
        for day in days
        for town in towns
    ]
    big = voiced(*claims)
    added = voiced(
        *claims, (TWO, identified(replace(second(), place=towns[7], time=Period(None, days[20], days[20], 1))))
    )
    assert len(list(pairs(added, ACTS))) - len(list(pairs(big, ACTS))) <= 15


def findings(one: str, two: str, by: str = "") -> dict[str, str]:
    """What the table finds about an air strike told by the Daily Post, and by another paper that may name its source."""
    first, second_ = report(one, "2025-01-03", "Daily Post"), report(two, "2025-01-04", "Morning News")
    fields: Fields = {**STRIKE, "by": by} if by else STRIKE
    pair = voiced(
        (first, told(first, "ASSAULT", "struck", **STRIKE)), (second_, told(second_, "ASSAULT", "struck", **fields))
    )
    return {f.name: f.reason for f in judge(pair[0], pair[1], ACTS).findings}


COPIED = "Jets struck a clinic in the north of Kharkiv on Friday, before dawn."


@pytest.mark.parametrize(
    ("two", "by", "name", "reason"),
    [
        (COPIED, "", "same origin", "told in the same words"),
        ("Kharkiv was struck, the Daily Post wrote.", "Daily Post", "one cites the other", "one cites Daily Post"),
        ("Kharkiv was struck by a plane.", "", "same origin", None),
        ("Kharkiv was struck by a plane.", "", "one cites the other", None),
    ],
)
def test_what_hangs_together_by_its_source(two: str, by: str, name: str, reason: str | None) -> None:
    assert findings(COPIED, two, by).get(name) == reason
