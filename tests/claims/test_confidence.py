"""Confidence is a table of named features: it says little for doubtful claims, more for well-told ones, and never leaves 0–1."""

from __future__ import annotations

from dataclasses import replace

from fogline.claims.confidence import FEATURES, ranked, shipped_weights
from fogline.model.document import Document
from fogline.pipeline import Knowledge, read


def test_every_feature_has_a_weight_of_its_own() -> None:
    weights = shipped_weights()
    assert set(weights) == set(FEATURES)
    assert len({w for w in weights.values() if w}) > len(FEATURES) // 2


def test_a_claim_without_setting_is_less_sure_than_the_same_with_it(known: Knowledge) -> None:
    text = "On Monday, rebels of the March 23 Movement captured the town of Sake in North Kivu."
    claim = next(
        c for c in read(Document("d", text, published="2025-02-05", language="en"), known).items if c.type == "takes"
    )
    bare = replace(claim, agents=(), place=None, time=None)
    assert 0 < ranked(bare).confidence < ranked(claim).confidence < 1


def test_confidences_differ_between_claims(known: Knowledge) -> None:
    text = (
        "Rebels captured Sake on Monday. The army may try to retake the town. According to witnesses cited by the UN, "
        "at least 12 people were killed, among them three children."
    )
    claims = read(Document("d", text, published="2025-02-05", language="en"), known).items
    assert len({c.confidence for c in claims}) >= 3
