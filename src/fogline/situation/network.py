"""Who is part of, backs, leads, fights whom: from relations told, and from attacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.language.lexicon import rows, shipped
from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.incident import Heard
from fogline.model.name import fold
from fogline.reconcile.origins import nameless

FIGHTERS = frozenset({"state", "armed_group", "coalition"})
ENDED_BY = {"part_of": "split_from", "allied_with": "split_from"}  # what somebody left, it is not part of any more
SHORTEST = 4  # letters of a beginning: "war" alone is the word, for warplanes fight side by side
MUTUAL = frozenset({"fights", "allied_with"})


@dataclass(frozen=True, slots=True)
class Node:
    """An actor; ``id`` is its identifier, else its name."""

    id: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two nodes; ``fights`` also where attacks are told. ``first``/``last`` are the days it is told of.

    ``ended`` is the day on which one is said to have left the other; ``voices`` how many independent origins tell it.
    """

    source: str
    target: str
    type: str
    first: date
    last: date
    claims: tuple[str, ...]
    ended: date | None = None
    voices: int = 1


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes by name, edges by source, target and type."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


Ends = tuple[str, str, str]


def network(claims: Iterable[Heard]) -> Network:
    """The actors between whom a current, affirmed claim tells a relation or an attack, as far as the claims reach."""
    two_sided = _two_sided()
    called: dict[str, dict[Node, int]] = defaultdict(lambda: defaultdict(int))
    ends: dict[Ends, list[Heard]] = defaultdict(list)
    for heard in claims:
        claim = heard.stated.claim
        if claim.stance == "denied" or claim.modality != "actual" or claim.backdrop:
            continue
        for source, type_, target in _relations(claim, two_sided):
            for actor in (source, target):
                called[_key(actor)][Node(actor.id or actor.name, actor.name, actor.kind, actor.country)] += 1
            ends[_key(source), _key(target), type_].append(heard)
    nodes = {key: _most_called(names) for key, names in called.items()}
    edges = (_edge(key, told, nodes, ends) for key, told in ends.items())
    return Network(
        tuple(sorted(nodes.values(), key=lambda n: (n.name, n.id))),
        tuple(sorted(edges, key=lambda e: (e.source, e.target, e.type))),
    )


def _two_sided() -> tuple[str, ...]:
    """The beginnings of words, with a space after those that are the whole word."""
    words = (row["word"] for row in rows(shipped("lexicons", "en", "two_sided.tsv"), ("word",)))
    return tuple(f"{word} " if len(word) < SHORTEST else word for word in words)


def _relations(claim: Claim, two_sided: Sequence[str]) -> Iterable[tuple[Actor, str, Actor]]:
    if claim.kind != "relation" and claim.type != "ASSAULT":
        return []
    type_ = claim.type if claim.kind == "relation" else "fights"
    pairs = [(a, t) for a in claim.agents for t in claim.targets]
    if not claim.targets and (claim.kind == "relation" or _fight_each_other(claim, two_sided)):
        pairs = [(a, b) for i, a in enumerate(claim.agents) for b in claim.agents[i + 1 :]]
    return [(a, type_, t) for a, t in pairs if _may_stand(a, t, claim.kind == "relation")]


def _fight_each_other(claim: Claim, two_sided: Sequence[str]) -> bool:
    """ "Clashes between X and Y": both are agents. "Jets of X and Y bombed the town": so they are too, side by side."""
    return any(f"{word} ".startswith(tuple(two_sided)) for word in claim.trigger.text.casefold().split())


def _may_stand(source: Actor, target: Actor, told: bool) -> bool:
    """A relation that is told holds between whoever is named; an attack makes enemies only of those that bear arms."""
    if _key(source) == _key(target) or nameless(source) or nameless(target):
        return False
    return told or (source.kind in FIGHTERS and target.kind in FIGHTERS)


def _key(actor: Actor) -> str:
    return actor.id or fold(actor.name)


def _most_called(names: dict[Node, int]) -> Node:
    return min(names, key=lambda n: (-names[n], n.name, n.kind, n.country or ""))


def _edge(key: Ends, told: Sequence[Heard], nodes: dict[str, Node], ends: dict[Ends, list[Heard]]) -> Edge:
    source, target, type_ = key
    first, last = min(_days(h)[0] for h in told), max(_days(h)[1] for h in told)
    left = [_days(h)[0] for end in _endings(key) for h in ends.get(end, ())]
    ended = max(left, default=None)
    return Edge(
        nodes[source].id,
        nodes[target].id,
        type_,
        first,
        last,
        tuple(sorted({h.stated.claim.id for h in told})),
        ended if ended and ended >= last else None,
        len({h.voice.key for h in told}),
    )


def _endings(key: Ends) -> list[Ends]:
    source, target, type_ = key
    if type_ not in ENDED_BY:
        return []
    one = (source, target, ENDED_BY[type_])
    return [one, (target, source, ENDED_BY[type_])] if type_ in MUTUAL else [one]


def _days(heard: Heard) -> tuple[date, date]:
    time = heard.stated.claim.time
    return (time.first, time.last) if time else (heard.stated.source.known, heard.stated.source.known)
