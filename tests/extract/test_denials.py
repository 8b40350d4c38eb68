"""Denial, doubt and intent as claims carry them: one row a sentence, read from end to end."""

from __future__ import annotations

import pytest

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.pipeline import Knowledge, read


def claim_of(text: str, trigger: str, known: Knowledge) -> Claim:
    """The event or control claim whose trigger has these words."""
    found = read(Document("d", text, published="2024-11-05", publisher="Example Wire", language="en"), known).items
    return next(c for c in found if c.kind in {"event", "control"} and c.trigger.text == trigger)


DENIED = [
    ("The Rwandan government denied that its soldiers had crossed into North Kivu.", "crossed into", "Rwandan government"),
    ("A spokesman said the Arakan Army was not behind the attack on the market.", "was not behind", "spokesman"),
    ("The RSF denied any involvement in the shelling of the camp.", "denied any involvement", "RSF"),
    ("The junta dismissed reports that its troops had fled Lashio.", "fled", "junta"),
    ("It is not true that the army bombed the hospital in El Fasher, the minister said.", "bombed", "minister"),
    ("The president's office said claims that troops were deployed to Gao were false.", "deployed", "president's office"),
    ("Reports that militants had seized Kidal are untrue, Bamako said.", "seized", "Mali"),
    ("The claim that rebels attacked the post is propaganda, the army said.", "attacked", "army"),
    ("The cartel had nothing to do with the killing of the mayor, its lawyer said.", "had nothing to do with", "lawyer"),
    ("Israel denied having struck the convoy near Rafah.", "struck", "Israel"),
    ("The Taliban said none of their fighters took part in the ambush in Kunar.", "ambush", "Taliban"),
    ("Police never fired on protesters in Nairobi, the inspector insisted.", "fired on", "inspector"),
    ("The army had not bombed the market, a spokesman told reporters.", "bombed", "spokesman"),
    ("The foreign ministry said that allegations of arms deliveries to the RSF were baseless.", "arms deliveries",
     "foreign ministry"),
    ("The group distanced itself from the bombing in Mogadishu.", "bombing", "group"),
    ("The mayor said that not a single shell hit the town of Marib.", "hit", "mayor"),
    ("It was not the SDF that shelled Azaz, its press office said.", "shelled", "its press office"),
    ("They stopped short of attacking the embassy.", "attacking", None),
    ("The army has yet to retake Jowhar.", "retake", None),
    ("M23 fighters were unable to take Sake.", "take", None),
    ("Amnesty accused Israel of genocide in Gaza. Israel rejected the accusation.", "rejected the accusation", "Israel"),
    ("Russia said its troops had captured Pokrovsk, but Kyiv denied this.", "denied this", "Ukraine"),
    ("Rwanda said the FARDC had bombed a camp near Goma. Kinshasa denied the report.", "denied the report",
     "Democratic Republic of the Congo"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "speaker"), DENIED)
def test_a_denial_is_the_denied_claim_of_who_denies_it(
    text: str, trigger: str, speaker: str | None, known: Knowledge
) -> None:
    claim = claim_of(text, trigger, known)
    assert (claim.stance, claim.modality) == ("denied", "actual")
    assert next((s.name for s in claim.attribution), None) == speaker


AFFIRMED = [
    ("The ELN denied that its men had murdered fighters who signed the accord of 2016.", "signed", "taken for granted"),
    ("The foreign ministry said that allegations of arms deliveries to the RSF were baseless.", "allegations", "made"),
    ("Not only Chad but also Niger attacked the rebels.", "attacked", "not only"),
    (
        "Kinshasa denied the report. Rwanda said the FARDC had bombed a camp near Goma.",
        "bombed",
        "told after the denial",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "why"), AFFIRMED)
def test_what_stands_beside_a_denial_is_not_denied(text: str, trigger: str, why: str, known: Knowledge) -> None:
    assert claim_of(text, trigger, known).stance == "affirmed", why


SENSES = [
    ("Peace talks are due to open in Jeddah on Monday.", "Peace talks", "planned"),
    ("Residents feared that gangs would attack the hospital.", "attack", "possible"),
    ("Prosecutors told the court that the men had been tortured at a ranch.", "tortured", "actual"),
    ("Troops were sent to Gao to prevent an attack on the airport.", "attack", "hypothetical"),
    ("Should the road to Bahir Dar be cut again, aid convoys would stop.", "cut", "hypothetical"),
    ("Had the army attacked, thousands would have fled.", "attacked", "hypothetical"),
    ("Rebels are unlikely to take Goma.", "take", "possible"),
    ("A suspected drone strike on a tea shop in Dera killed nine people.", "drone strike", "actual"),
    ("We have the right to strike Israel, a Houthi spokesman said.", "strike", "possible"),
    ("The militia may be behind the attack on the clinic in Beni.", "attack", "actual"),
]


@pytest.mark.parametrize(("text", "trigger", "modality"), SENSES)
def test_the_sense_in_which_an_act_is_told(text: str, trigger: str, modality: str, known: Knowledge) -> None:
    claim = claim_of(text, trigger, known)
    assert (claim.stance, claim.modality) == ("affirmed", modality)
