"""What must always hold of a claim (claims.md §4); checked when it is made in tests and when it enters the ledger."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.model.actor import ACTOR_KINDS
from fogline.model.claim import ASSESSMENT_TYPES, CONTROL_TYPES, RELATION_TYPES, Claim
from fogline.model.figure import MEASURES, POPULATIONS, QUALIFIERS, SCOPES
from fogline.model.span import Span

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
TYPES = {
    "event": EVENT_TYPES,
    "control": CONTROL_TYPES,
    "figure": MEASURES,
    "relation": RELATION_TYPES,
    "assessment": ASSESSMENT_TYPES,
}
MODALITIES = ("actual", "planned", "requested", "possible", "hypothetical")
DISTRICT = 4  # where_prec up to which a point is a place and not a country's middle


def faults(claim: Claim, text: str) -> list[str]:
    """One sentence for each thing that is wrong with the claim against its document's text; none for a sound claim."""
    return [*_spans(claim, text), *_vocabulary(claim), *_order(claim), *_countries(claim)]


def spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Every span of the claim with the name of the field that holds it."""
    yield "evidence", claim.evidence
    yield "trigger", claim.trigger
    for field, part in (("place", claim.place), ("time", claim.time), ("figure", claim.figure)):
        if part is not None and part.span is not None:
            yield field, part.span
    for actor in (*claim.agents, *claim.targets):
        yield "actor", actor.span
    for speaker in claim.attribution:
        yield "speaker", speaker.span
        yield "cue", speaker.cue


def _spans(claim: Claim, text: str) -> Iterator[str]:
    for field, span in spans(claim):
        if text[span.start : span.end] != span.text or span.start >= span.end:
            yield f"{field} says {span.text!r} at {span.start}–{span.end}, where the text has {text[span.start : span.end]!r}"
    inside = [("trigger", claim.trigger), *(("cue", s.cue) for s in claim.attribution)]
    if claim.figure:
        inside.append(("figure", claim.figure.span))
    yield from (f"{field} lies outside the evidence" for field, span in inside if not claim.evidence.holds(span))


def _vocabulary(claim: Claim) -> Iterator[str]:
    if claim.type not in TYPES.get(claim.kind, ()):
        yield f"unknown type {claim.kind}/{claim.type}"
    if claim.modality not in MODALITIES or claim.stance not in ("affirmed", "denied"):
        yield f"unknown modality or stance {claim.modality}/{claim.stance}"
    yield from (f"unknown actor kind {a.kind}" for a in (*claim.agents, *claim.targets) if a.kind not in ACTOR_KINDS)
    if claim.figure:
        figure = claim.figure
        known = figure.measure in MEASURES and figure.qualifier in QUALIFIERS and figure.scope in SCOPES
        if not known or not set(figure.population) <= set(POPULATIONS):
            yield "unknown measure, qualifier, scope or population"
    if not 0 <= claim.confidence <= 1:
        yield f"confidence {claim.confidence} is no probability"


def _order(claim: Claim) -> Iterator[str]:
    figure = claim.figure
    if figure and (figure.low < 0 or (figure.high is not None and figure.low > figure.high)):
        yield f"figure runs from {figure.low} to {figure.high}"
    if claim.time and claim.time.first > claim.time.last:
        yield f"time runs from {claim.time.first} to {claim.time.last}"
    if (claim.kind == "figure") != (figure is not None):
        yield "a figure claim has a figure, and no other claim has"


def _countries(claim: Claim) -> Iterator[str]:
    places = [claim.place.country] if claim.place else []
    for code in (*places, *(a.country for a in (*claim.agents, *claim.targets))):
        if code is not None and not (len(code) == 2 and code.isupper()):
            yield f"country {code!r} is no ISO 3166-1 alpha-2 code"
    if claim.place and not 1 <= claim.place.precision <= 7:
        yield f"place precision {claim.place.precision} is none of 1–7"
    if claim.place and (claim.place.lat is None) != (claim.place.lon is None):
        yield "a place has both lat and lon or neither"
