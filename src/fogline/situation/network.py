"""Who is part of, backs, leads, fights whom: from relations told, and from attacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fogline.model.actor import Actor
from fogline.model.incident import Heard


@dataclass(frozen=True, slots=True)
class Node:
    """An actor; ``id`` is its identifier, else its name."""

    id: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes; ``fights`` also where attacks are told. ``first``/``last`` are when it was told."""

    source: str
    target: str
    type: str
    first: date
    last: date
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by name, edges by source, target and type."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(claims: Iterable[Heard]) -> Network:
    """The actors between whom a current, affirmed claim tells a relation or an attack."""
    nodes: dict[str, Node] = {}
    ends: dict[tuple[str, str, str], list[Heard]] = defaultdict(list)
    for heard in claims:
        claim = heard.stated.claim
        if claim.stance == "denied" or claim.modality != "actual" or claim.backdrop:
            continue
        for source, type_, target in _relations(heard):
            for actor in (source, target):
                nodes.setdefault(_key(actor), Node(_key(actor), actor.name, actor.kind, actor.country))
            ends[_key(source), _key(target), type_].append(heard)
    edges = [_edge(key, held) for key, held in sorted(ends.items())]
    return Network(tuple(sorted(nodes.values(), key=lambda n: (n.name, n.id))), tuple(edges))


def _relations(heard: Heard) -> Iterable[tuple[Actor, str, Actor]]:
    claim = heard.stated.claim
    if claim.kind != "relation" and claim.type != "ASSAULT":
        return []
    type_ = claim.type if claim.kind == "relation" else "fights"
    pairs = [(a, t) for a in claim.agents for t in claim.targets]
    if type_ == "fights" and not claim.targets:  # "clashes between X and Y": both are agents
        pairs = [(a, b) for i, a in enumerate(claim.agents) for b in claim.agents[i + 1 :]]
    known = [(a, t) for a, t in pairs if _key(a) != _key(t) and (type_ != "fights" or {a.kind, t.kind} <= FIGHTERS)]
    return [(a, type_, t) for a, t in known]


FIGHTERS = {"state", "armed_group", "coalition", "unknown"}


def _key(actor: Actor) -> str:
    return actor.id or actor.name


def _edge(key: tuple[str, str, str], told: list[Heard]) -> Edge:
    days = [h.stated.claim.time.last if h.stated.claim.time else h.stated.source.known for h in told]
    return Edge(*key, min(days), max(days), tuple(sorted({h.stated.claim.id for h in told})))
