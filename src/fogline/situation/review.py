"""What a person should look at first: claims ordered by doubt × consequence (docs/ledger.md, "what to look at first").

Doubt is 1 − confidence, at least 0.5 for a claim that somebody contradicts, 1 for one that took over a decision made on an
earlier reading, 0 for one that a person has decided on. Consequence is the sum of a table of named uses: what in the
situation rests on the claim.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from fogline.model.incident import Contradiction, Heard, Holding, Incident, Toll, Value
from fogline.reconcile.titles import amount
from fogline.situation.situation import Situation

T = TypeVar("T")
CONTRADICTED = 0.5
HARM = frozenset({"killed", "injured", "missing", "abducted", "detained"})
LESS = 0.5  # what other measures weigh
Weight = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Due:
    """A claim to look at: ``score`` = ``doubt`` × ``consequence``, and a sentence for each thing that rests on it."""

    heard: Heard
    score: float
    doubt: float
    consequence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uses:
    """One claim, and where it counts."""

    heard: Heard
    values: tuple[tuple[Toll, Value], ...] = ()
    holdings: tuple[Holding, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    incidents: tuple[Incident, ...] = ()


def queue(situation: Situation) -> tuple[Due, ...]:
    """The claims on which something rests and that nobody has decided on, the most urgent first. Also inherited rejections."""
    found = [_due(uses) for uses in _uses(situation)]
    return tuple(sorted((d for d in found if d.score > 0), key=lambda d: (-d.score, d.heard.stated.claim.id)))


def _due(uses: Uses) -> Due:
    doubt, why = _doubt(uses)
    weights = [weight for weigh in TABLE for weight in weigh(uses)]
    consequence = round(sum(weight for weight, _ in weights), 3)
    reasons = (*(reason for _, reason in sorted(weights, key=lambda w: (-w[0], w[1]))), why)
    return Due(uses.heard, round(doubt * consequence, 3), round(doubt, 3), consequence, reasons)


def _doubt(uses: Uses) -> Weight:
    review, confidence = uses.heard.stated.review, uses.heard.stated.claim.confidence
    unsure = 1 - confidence
    if review is not None and review.inherited:
        return 1.0, f"{review.status} on an earlier reading of these words"
    if review is not None:
        return 0.0, f"{review.status} by a person"
    if uses.contradictions and unsure < CONTRADICTED:
        return CONTRADICTED, "contradicted by another voice"
    return unsure, f"read with confidence {confidence}"


def _toll(uses: Uses) -> Iterator[Weight]:
    """log10(1 + number), halved for less than harm to people; full where best rests on it, half for low or high, else a fifth."""
    for toll, value in uses.values:
        size = math.log10(1 + max(value.low, value.high or 0)) * (1 if toll.measure in HARM else LESS)
        named = f"{amount(value.low, value.high)} {toll.measure}{f' in {toll.place.name}' if toll.place else ''}"
        if value.counts and value.low == toll.best:
            yield size, f"the best value of a toll rests on it: {named}"
        elif value.counts and toll.low != toll.high and {value.low, value.high} & {toll.low, toll.high}:
            yield size / 2, f"the range of a toll rests on it: {named}"
        else:
            yield size / 5, f"it stands in a toll: {named}"


def _ground(uses: Uses) -> Iterator[Weight]:
    """2 for ground, shared among the claims that tell of it; half as much again where it is contested or changed hands."""
    for holding in uses.holdings:
        weight = 2.0 if holding.status == "held" else 3.0
        status = holding.status.replace("_", " ")
        yield weight / len(holding.claims), f"who holds {holding.place.name} rests on it ({status})"


def _contested(uses: Uses) -> Iterator[Weight]:
    """2 for each contradiction, shared among the claims on its side."""
    for found in uses.contradictions:
        side = found.denied if uses.heard in found.denied else found.affirmed
        yield 2.0 / max(1, len(side)), f"it stands on one side of what is contested: {found.about}"


def _incident(uses: Uses) -> Iterator[Weight]:
    """1 for an incident, shared among its independent voices: what one voice tells falls with it."""
    for incident in uses.incidents:
        voices = len(incident.voices)
        told = "only this voice tells of" if voices == 1 else f"one of {voices} voices that tell of"
        yield 1.0 / voices, f"{told}: {incident.title}"


def _inherited(uses: Uses) -> Iterator[Weight]:
    """1 for a decision that was made on an earlier reading: it may no longer fit what is read now."""
    if uses.heard.stated.review and uses.heard.stated.review.inherited:
        yield 1.0, "a decision holds for it that was made on an earlier reading"


TABLE: tuple[Callable[[Uses], Iterator[Weight]], ...] = (_toll, _ground, _contested, _incident, _inherited)


def _uses(situation: Situation) -> Iterator[Uses]:
    values: dict[str, list[tuple[Toll, Value]]] = defaultdict(list)
    for toll in situation.figures:
        for value in toll.series:
            values[value.claim.claim.id].append((toll, value))
    holdings = _by_claim((h, h.claims) for h in situation.control)
    contested = _by_claim((c, (*c.affirmed, *c.denied)) for c in situation.contested)
    incidents = _by_claim((i, i.claims) for i in situation.incidents if i.status != "retracted")
    for heard in (*situation.claims, *situation.rejected):
        name = heard.stated.claim.id
        rest = holdings.get(name, ()), contested.get(name, ()), incidents.get(name, ())
        yield Uses(heard, tuple(values.get(name, ())), *rest)


def _by_claim(pairs: Iterable[tuple[T, Sequence[Heard]]]) -> dict[str, tuple[T, ...]]:
    found: dict[str, tuple[T, ...]] = {}
    for thing, claims in pairs:
        for name in sorted({h.stated.claim.id for h in claims}):
            found[name] = (*found.get(name, ()), thing)
    return found
