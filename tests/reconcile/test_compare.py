"""Pairs of claims and whether they are one happening: the row says why."""

from __future__ import annotations

from typing import Unpack

import pytest
from tests.reports import Fields, counted, report, told

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.incident import Heard
from fogline.model.judgement import Judgement
from fogline.model.stated import Source, Stated
from fogline.reconcile.acts import Acts
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
