"""The shapes of the JSON interface: the claim of the contract, documents, incidents, lists. Field by field in docs/."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Shape(BaseModel):
    """Every key is always there; ``null`` means "not stated". Later versions may add keys."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)


class Words(Shape):
    """Characters of the document's canonical text, half-open."""

    text: str | None
    start: int | None
    end: int | None


class Span(Shape):
    """Characters of the document's canonical text, half-open, in Unicode code points."""

    start: int
    end: int
    text: str


class ActorShape(Words):
    """Who did it, or to whom; ``name`` is the canonical name that the words resolve to."""

    name: str
    id: str | None
    kind: str
    country: str | None
    sector: str | None


class PlaceShape(Words):
    """Where; ``precision`` is the UCDP where_prec 1–7."""

    name: str
    id: str | None
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    precision: int
    inherited: bool


class TimeShape(Words):
    """When: days, both inclusive; ``precision`` is the UCDP date_prec 1–5."""

    from_: date = Field(alias="from")
    to: date
    precision: int
    inherited: bool


class FigureShape(Words):
    """How many; ``high`` null is unbounded."""

    measure: str
    low: int
    high: int | None
    qualifier: str
    population: list[str]
    scope: str
    since: date | None


class ComparisonShape(Shape):
    """ "the largest offensive in years"."""

    dimension: str
    extreme: str
    since: str | None


class SpeakerShape(Words):
    """Who says so; ``level`` 0 is nearest the claim."""

    name: str
    id: str | None
    level: int
    cue: Span


class ClaimShape(Shape):
    """A claim as in docs/claims-and-evidence.md."""

    id: str
    document: str
    evidence: Span
    kind: str
    type: str
    mode: str | None
    contexts: list[str]
    trigger: Span
    agents: list[ActorShape]
    targets: list[ActorShape]
    place: PlaceShape | None
    time: TimeShape | None
    figure: FigureShape | None
    stance: str
    modality: str
    backdrop: bool
    extent: str | None
    comparison: ComparisonShape | None
    subset_of: str | None
    attribution: list[SpeakerShape]
    confidence: float
    rule: str


class SourceShape(Shape):
    """A document without its text; ``known`` is the day from which a reader could know it, ``origin`` the text it copies."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    known: date
    agency: str | None
    origin: str


class StatedShape(Shape):
    """A claim, the document that makes it, and what people decided about it."""

    claim: ClaimShape
    source: SourceShape
    review: str | None = Field(description="accepted, rejected, corrected, missed, or null where nobody decided")


class DocumentShape(Shape):
    """A document with its canonical text and its claims."""

    id: str
    text: str
    title: str | None
    published: str | None
    publisher: str | None
    url: str | None
    language: str | None
    licence: str | None
    claims: list[ClaimShape]


class FindingShape(Shape):
    """What one comparison of two claims found."""

    name: str
    score: float
    weight: float
    reason: str


class JudgementShape(Shape):
    """Why two claims are together."""

    left: str
    right: str
    verdict: str
    by: str
    person: bool
    because: str
    score: float | None
    findings: list[FindingShape]


class VoicedShape(Shape):
    """A claim of an incident and whose word it is."""

    claim: str
    speaker: str
    standing: str
    known: date


class IncidentBrief(Shape):
    """An incident in a list."""

    id: str
    title: str
    lane: str
    status: str
    place: str | None
    from_: date | None = Field(alias="from")
    to: date | None
    claims: list[str]


class IncidentShape(Shape):
    """An incident in full. Its id is a digest of its claims: it changes as reports come in."""

    id: str
    title: str
    lane: str
    status: str
    place: PlaceShape | None
    from_: date | None = Field(alias="from")
    to: date | None
    claims: list[VoicedShape]
    why: list[JudgementShape]


class NameShape(Shape):
    """An actor or a place with how often the situation names it."""

    key: str
    name: str
    kind: str
    country: str | None
    claims: int
    last: date


class HitShape(Shape):
    """A claim or a document that holds the words; ``words`` are those around them."""

    noun: str
    id: str
    document: str
    known: date
    publisher: str | None
    words: str


class PageShape(Shape, Generic[T]):
    """A part of a list: ``total`` of all items, ``cut`` where the ledger may hold more than were looked at."""

    total: int
    offset: int
    cut: bool
    items: list[T]


class ErrorShape(Shape):
    """What was wrong."""

    error: str
