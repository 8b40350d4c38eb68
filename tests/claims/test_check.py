"""What must always hold of a claim: a sound one has no fault, and each broken field is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fogline.claims.check import faults
from fogline.model.actor import Actor, Speaker
from fogline.model.claim import Claim
from fogline.model.figure import Figure
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.record import from_record, identified, to_record
from fogline.model.span import Span

TEXT = "The ministry said that at least 20 people were killed in El Fasher on Monday. The army denied it."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


SOUND = identified(
    Claim(
        id="",
        document="d_1",
        evidence=at("The ministry said that at least 20 people were killed in El Fasher on Monday."),
        kind="figure",
        type="killed",
        trigger=at("killed"),
        confidence=0.7,
        rule="passive",
        targets=(Actor(at("people"), "people", None, "civilian", "SD", "CVL"),),
        place=Place(at("El Fasher"), "El Fasher", "379253", "SD", "North Darfur", None, 13.63, 25.35, 1),
        time=Period(at("Monday"), date(2024, 5, 13), date(2024, 5, 13), 1),
        figure=Figure(at("at least 20"), "killed", 20, None, "at_least"),
        attribution=(Speaker(at("The ministry"), "ministry", None, 0, at("said")),),
    )
)
assert SOUND.figure
assert SOUND.time
assert SOUND.place

BROKEN = [
    (replace(SOUND, trigger=Span(0, 6, "killed")), "trigger says"),
    (replace(SOUND, trigger=at("denied")), "trigger lies outside"),
    (replace(SOUND, evidence=Span(5, 5, "")), "evidence says"),
    (replace(SOUND, type="slain"), "unknown type"),
    (replace(SOUND, confidence=1.5), "no probability"),
    (replace(SOUND, figure=None), "has a figure"),
    (replace(SOUND, figure=replace(SOUND.figure, low=5, high=3)), "runs from 5 to 3"),
    (replace(SOUND, figure=replace(SOUND.figure, population=("elves",))), "unknown measure"),
    (replace(SOUND, time=replace(SOUND.time, last=date(2024, 5, 12))), "time runs"),
    (replace(SOUND, place=replace(SOUND.place, country="Sudan")), "ISO 3166"),
    (replace(SOUND, place=replace(SOUND.place, lat=None)), "both lat and lon"),
    (replace(SOUND, place=replace(SOUND.place, precision=0)), "none of 1–7"),
    (replace(SOUND, attribution=(replace(SOUND.attribution[0], cue=at("denied")),)), "cue lies outside"),
]


def test_a_sound_claim_has_no_fault() -> None:
    assert faults(SOUND, TEXT) == []


@pytest.mark.parametrize(("claim", "sentence"), BROKEN, ids=[s for _, s in BROKEN])
def test_each_broken_field_is_named(claim: Claim, sentence: str) -> None:
    assert [f for f in faults(claim, TEXT) if sentence in f], faults(claim, TEXT)


def test_a_claim_survives_json_unchanged() -> None:
    assert from_record(to_record(SOUND)) == SOUND


def test_the_id_follows_the_content_and_not_the_confidence() -> None:
    assert identified(replace(SOUND, confidence=0.1, rule="other", subset_of="c_x")).id == SOUND.id
    assert identified(replace(SOUND, stance="denied")).id != SOUND.id
