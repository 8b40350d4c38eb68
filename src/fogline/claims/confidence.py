"""How likely every field of a claim is right: a table of named features with weights that can be read.

The weights are those of a logistic regression fitted by ``scripts/confidence.py`` on the gold claims and checked by leaving whole
documents out; ``fogline eval`` prints the reliability table.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from fogline.language.lexicon import rows, shipped
from fogline.model.claim import Claim
from fogline.model.span import Span

LONG = 260  # characters: a sentence with many clauses
NEAR, FAR, LATE = 25, 60, 120  # characters
Feature = Callable[[Claim], bool]

# Chosen by adding one at a time while the ranking of documents left out grew. What is not here (the kind of claim, a speaker, a
# country as place …) was tried and ranked no better.
FEATURES: Mapping[str, Feature] = {
    "always": lambda c: bool(c.evidence.text),
    "day_of_a_digest": lambda c: c.time is not None and c.time.span is None,
    "event_without_mode": lambda c: c.kind == "event" and c.mode is None,
    "agent_and_target": lambda c: bool(c.agents) and bool(c.targets),
    "event_without_either": lambda c: c.kind == "event" and not c.agents and not c.targets,
    "no_target": lambda c: not c.targets,
    "armed_group_acts": lambda c: any(a.kind == "armed_group" for a in c.agents),
    "agent_is_a_common_noun": lambda c: any(a.span.text[:1].islower() for a in c.agents),
    "place_beside_trigger": lambda c: _place_apart(c) < NEAR,
    "time_far_from_trigger": lambda c: (
        c.time is not None and c.time.span is not None and _apart(c.time.span, c.trigger) > FAR
    ),
    "trigger_late_in_sentence": lambda c: c.trigger.start - c.evidence.start > LATE,
    "long_sentence": lambda c: len(c.evidence.text) > LONG,
    "plain_people_counted": lambda c: c.figure is not None and c.figure.population == ("all",),
    "part_of_a_total": lambda c: c.subset_of is not None,
    "denied": lambda c: c.stance == "denied",
    "planned": lambda c: c.modality == "planned",
    "consultation": lambda c: c.type == "CONSULT",
    "retreat": lambda c: c.type == "RETREAT",
}


def _place_apart(claim: Claim) -> float:
    """Characters between the trigger and a place named in the same sentence."""
    if claim.place is None or claim.place.span is None or claim.place.inherited:
        return math.inf
    return _apart(claim.place.span, claim.trigger)


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def ranked(claim: Claim) -> Claim:
    """The claim with its confidence, between 0 and 1, rounded to two digits."""
    weights = shipped_weights()
    total = sum(weights[name] for name, holds in FEATURES.items() if holds(claim))
    return replace(claim, confidence=round(1 / (1 + math.exp(-total)), 2))


@cache
def shipped_weights() -> dict[str, float]:
    """The weight of each feature; a feature without a row weighs nothing. Raises ``LexiconError`` for a weight that is none."""
    found = dict.fromkeys(FEATURES, 0.0)
    for row in rows(shipped("confidence", "weights.tsv"), ("feature", "weight")):
        if row["feature"] not in FEATURES:
            raise row.wrong("a feature of claims/confidence.py", repr(row["feature"]))
        found[row["feature"]] = float(row["weight"])
    return found
