"""The shape of a situation as JSON: the stable interface of docs/situation.md."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from fogline.web.api_models import Shape


class RangeShape(Shape):
    """A value as given; ``high`` null is unbounded."""

    low: int
    high: int | None


class ValueShape(Shape):
    """One value of a series."""

    speaker: str
    value: RangeShape
    on: date
    difference: str
    claim: str


class TollShape(Shape):
    """A figure: low, best and high of a series, by a named rule."""

    measure: str
    population: list[str]
    place: str | None
    scope: str
    since: date | None
    incident: str | None
    low: int
    best: int
    high: int
    open: bool
    rule: str
    series: list[ValueShape]


class HoldingShape(Shape):
    """Who is said to hold a place."""

    place: str
    status: str
    basis: str
    holder: str | None
    since: date | None
    claims: list[str]


class PositionShape(Shape):
    """One side of a contradiction."""

    claim: str
    speaker: str
    party: bool
    on: date
    document: str
    text: str


class ContradictionShape(Shape):
    """An assertion and its denial; with ``sort`` figures those who count more and those who count fewer."""

    about: str
    affirmed: list[PositionShape]
    denied: list[PositionShape]
    sort: str


class MomentShape(Shape):
    """A line of the timeline."""

    day: date | None
    lane: str
    incident: str
    title: str
    status: str


class NodeShape(Shape):
    """An actor of the network."""

    id: str
    name: str
    kind: str
    country: str | None


class EdgeShape(Shape):
    """A relation between two actors."""

    source: str
    target: str
    type: str
    from_: date = Field(alias="from")
    to: date
    claims: list[str]


class NetworkShape(Shape):
    """Who is part of, backs, leads, fights whom."""

    nodes: list[NodeShape]
    edges: list[EdgeShape]


class EpisodeShape(Shape):
    """A course of events that holds incidents."""

    id: str
    title: str
    place: str | None
    from_: date = Field(alias="from")
    to: date
    incidents: list[str]
    claims: list[str]


class SituationShape(Shape):
    """A situation; ``indicators`` and ``sources`` as in docs/situation.md."""

    as_known: date | None
    from_: date | None = Field(alias="from")
    to: date | None
    place: str | None
    figures: list[TollShape]
    control: list[HoldingShape]
    contested: list[ContradictionShape]
    timeline: list[MomentShape]
    network: NetworkShape
    indicators: dict[str, object]
    sources: dict[str, object]
    episodes: list[EpisodeShape]
