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

LONG = 220  # characters: a sentence with many clauses
SHORT = 110
QUOTES = '“"'
MANY = 2  # commas
NEAR, FAR, LATE = 12, 60, 120  # characters
NOMINAL = ("s", "ion", "ment", "ing", "ance", "ack", "aid", "ault", "ive")
LOCAL = 3  # where_prec of a place one can stand in
Feature = Callable[[Claim], bool]

FEATURES: Mapping[str, Feature] = {
    "always": lambda c: bool(c.evidence.text),
    "event": lambda c: c.kind == "event",
    "control": lambda c: c.kind == "control",
    "figure": lambda c: c.kind == "figure",
    "relation": lambda c: c.kind == "relation",
    "assault": lambda c: c.type == "ASSAULT",
    "speech_act": lambda c: c.type in {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"},
    "no_agents": lambda c: not c.agents,
    "known_agents": lambda c: bool(c.agents) and all(a.id for a in c.agents),
    "several_agents": lambda c: len(c.agents) > 1,
    "no_targets": lambda c: not c.targets,
    "known_targets": lambda c: bool(c.targets) and all(t.id for t in c.targets),
    "pronoun": lambda c: any(len(a.span.text) <= 4 and a.span.text.islower() for a in (*c.agents, *c.targets)),
    "no_place": lambda c: c.place is None,
    "local_place": lambda c: c.place is not None and c.place.precision <= LOCAL,
    "inherited_place": lambda c: c.place is not None and c.place.inherited,
    "no_time": lambda c: c.time is None,
    "inherited_time": lambda c: c.time is not None and c.time.inherited,
    "spoken": lambda c: bool(c.attribution),
    "chain": lambda c: len(c.attribution) > 1,
    "denied": lambda c: c.stance == "denied",
    "not_actual": lambda c: c.modality != "actual",
    "backdrop": lambda c: c.backdrop,
    "long_sentence": lambda c: len(c.evidence.text) > LONG,
    "short_sentence": lambda c: len(c.evidence.text) < SHORT,
    "quotation": lambda c: any(mark in c.evidence.text for mark in QUOTES),
    "many_commas": lambda c: c.evidence.text.count(",") > MANY,
    "agent_near": lambda c: any(_apart(a.span, c.trigger) < NEAR for a in c.agents),
    "agent_far": lambda c: any(_apart(a.span, c.trigger) > FAR for a in c.agents),
    "place_far": lambda c: c.place is not None and c.place.span is not None and _apart(c.place.span, c.trigger) > FAR,
    "time_far": lambda c: c.time is not None and c.time.span is not None and _apart(c.time.span, c.trigger) > FAR,
    "late_trigger": lambda c: c.trigger.start - c.evidence.start > LATE,
    "no_mode": lambda c: c.kind == "event" and c.mode is None,
    "nominal": lambda c: c.trigger.text.split(" ")[-1].endswith(NOMINAL),
    "takes": lambda c: c.type in {"takes", "killed", "injured"},
    "exact_number": lambda c: c.figure is not None and c.figure.qualifier == "exact",
    "sub_count": lambda c: c.subset_of is not None,
}


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
