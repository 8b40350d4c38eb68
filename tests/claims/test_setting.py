"""Where, when and by whom: claims read end to end from our own sentences, one thing proved a row."""

from __future__ import annotations

import pytest

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.pipeline import Knowledge, read

DIGEST = "Current events, 2025-03-12"


def claim_at(known: Knowledge, text: str, trigger: str, title: str = DIGEST) -> Claim:
    """The claim whose trigger or number holds the word."""
    document = Document("d_t", text, title=title, published="2025-03-12", language="en")
    claims = [c for c in read(document, known).items if trigger in (c.figure.span.text if c.figure else c.trigger.text)]
    assert claims, [c.trigger.text for c in read(document, known).items]
    return claims[0]


PLACES = [
    (
        "Near Ar Raqqah, 12 strikes destroyed two bridges.",
        "strikes",
        "Ar Raqqah",
        "a place in front that the parser takes for a subject",
    ),
    ("The UN accuses Rwanda of arming rebels in Goma.", "accuses", None, "what is spoken of is not where it is spoken"),
    (
        "Raiders shelled Bria. Some 900 residents fled to Bambari.",
        "900",
        "Bria",
        "where people flee to is not where it happened",
    ),
    ("Gunmen attacked Jos, Plateau State. Three people were killed.", "Three", "Jos", "the town before its province"),
    ("The envoys meet in Doha to end the war in Sudan.", "meet", "Doha", "where they speak, not what about"),
    (
        "Nine people are killed when gunmen attack a market in Jos, Nigeria.",
        "Nine",
        "Jos",
        "a when-clause is the same happening",
    ),
    ("Rebels shell Goma, Democratic Republic of the Congo.", "shell", "Goma", "the town before the country beside it"),
    (
        "Puntland forces capture four fighters from Ethiopia, Yemen and Tanzania in Bosaso.",
        "capture",
        "Bosaso",
        "where fighters come from is not where they were caught",
    ),
    ("Jets bomb a depot in the Hodeidah area of Yemen.", "bomb", "Al Hudaydah", "a name inside 'the … area'"),
]


@pytest.mark.parametrize(("text", "trigger", "place", "proves"), PLACES, ids=[row[3] for row in PLACES])
def test_place(known: Knowledge, text: str, trigger: str, place: str | None, proves: str) -> None:
    made = claim_at(known, text, trigger).place
    if place is None or made is None:
        assert (made and made.name) == place, proves
    else:
        assert place.lower() in {made.name.lower(), (made.span.text if made.span else "").lower()} or (
            made.admin1 or ""
        ).lower().startswith(place.lower()), (made, proves)


TIMES = [
    (
        "Leaders meet in Doha for the first time since the war began in 2011.",
        "meet",
        "2025-03-12",
        "a time in a clause below",
    ),
    (
        "Troops arrive in Haiti, joining some that came yesterday.",
        "arrive",
        "2025-03-12",
        "a relative clause has its own time",
    ),
    ("On Monday, gunmen attacked a convoy near Gao.", "attacked", "2025-03-10", "a time before the clause"),
    (
        "On Monday a convoy was ambushed; seven men were killed.",
        "seven",
        "2025-03-10",
        "a clause before a semicolon stands beside",
    ),
    (
        "The junta rejects the appeal despite its defeat in 2019.",
        "rejects",
        "2025-03-12",
        "what lies behind a happening has its own time",
    ),
    ("Gunmen attack a convoy near Gao.", "attack", "2025-03-12", "a digest's day where nothing is told"),
]


@pytest.mark.parametrize(("text", "trigger", "day", "proves"), TIMES, ids=[row[3] for row in TIMES])
def test_time(known: Knowledge, text: str, trigger: str, day: str, proves: str) -> None:
    time = claim_at(known, text, trigger).time
    assert time, proves
    assert time.first.isoformat() == day, proves


def test_a_body_whose_name_ends_in_a_plural_strikes(known: Knowledge) -> None:
    claim = claim_at(known, "Seven civilians are killed in a Sudanese Armed Forces strike in Khartoum.", "strike")
    assert [a.name for a in claim.agents] == ["Sudanese Armed Forces"]


def test_a_year_told_before_is_not_taken_over(known: Knowledge) -> None:
    text = "The town fell to the rebels in 2016. Gunmen attacked a convoy near Gao."
    assert claim_at(known, text, "attacked", title="Report").time is None


VOICES = [
    ("Raids on the market killed 30 civilians; the army said it had hit rebels.", "30", [], "affirmed",
     "not past a semicolon"),
    ("Tanks advanced on the camp in Jenin, where 400 people remain displaced, according to UNRWA.", "advanced", [], "affirmed",
     "a cue behind a relative clause"),
    ("The army's media wing, ISPR, said that four soldiers were killed in Kech.", "four", ["Inter-Services Public Relations"],
     "affirmed", "a speaker with its name beside it"),
    ("The ministry denied that its troops had left Goma.", "left", ["ministry"], "denied", "a denial has its speaker"),
    ("As the United Nations noted the displacement of 14,000 people, fighting went on.", "14,000", ["United Nations"],
     "affirmed", "a noun that is noted"),
    ("The attack stated that 12 people were killed in Gao.", "12", [], "affirmed", "a deed does not speak"),
    ("Amnesty International, citing witnesses, said soldiers killed three men in Bamenda.", "three",
     ["witnesses", "Amnesty International"], "affirmed", "a chain, nearest first"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "speakers", "stance", "proves"), VOICES, ids=[row[4] for row in VOICES])
def test_voice(known: Knowledge, text: str, trigger: str, speakers: list[str], stance: str, proves: str) -> None:
    claim = claim_at(known, text, trigger)
    assert [s.name for s in claim.attribution] == speakers, proves
    assert claim.stance == stance, proves


def test_a_country_that_speaks_is_no_place(known: Knowledge) -> None:
    text = "A statement by France and Germany calls for a truce in Sudan."
    made = claim_at(known, text, "calls", title="Report").place
    assert made is None or made.country not in {"FR", "DE"}


def test_a_doubly_sure_thing_what_was_done_is_actual(known: Knowledge) -> None:
    assert claim_at(known, "Rebels were able to capture Sake.", "capture").modality == "actual"


SENSES = [
    (
        "The junta denied that its troops had fled and vowed to retake Lashio.",
        "vowed",
        "affirmed",
        "actual",
        "a vow beside a denial",
    ),
    (
        "Rebels will not negotiate with the army in Juba.",
        "negotiate",
        "affirmed",
        "actual",
        "a refusal is no denied refusal",
    ),
    (
        "Rwanda wants to condemn the attack on Goma.",
        "condemn",
        "affirmed",
        "actual",
        "done by saying it",
    ),
    (
        "The Rwandan-backed M23 vowed to attack Uvira.",
        "backed",
        "affirmed",
        "actual",
        "what describes a party is not vowed",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "stance", "modality", "proves"), SENSES, ids=[row[4] for row in SENSES])
def test_sense(known: Knowledge, text: str, trigger: str, stance: str, modality: str, proves: str) -> None:
    claim = claim_at(known, text, trigger)
    assert (claim.stance, claim.modality) == (stance, modality), proves


def test_what_a_thing_is_compared_with_is_not_when_it_is(known: Knowledge) -> None:
    text = (
        "Rebels had not entered Goma since the war of 2012, and an assault of this kind has not been seen since 2013."
    )
    compared = [
        c for c in read(Document("d", text, published="2025-01-26", language="en"), known).items if c.comparison
    ]
    assert [(c.stance, c.time) for c in compared if c.comparison and "2013" in (c.comparison.since or "")] == [
        ("affirmed", None)
    ]


@pytest.mark.parametrize(
    ("text", "number", "modality"),
    [
        ("As many as 50 bodies might still lie in the tunnel in Kech.", "50", "possible"),
        ("Some 50 bodies lie in the tunnel in Kech.", "50", "actual"),
    ],
)
def test_a_count_that_may_be_so_is_possible(known: Knowledge, text: str, number: str, modality: str) -> None:
    assert claim_at(known, text, number).modality == modality
