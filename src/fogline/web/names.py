"""Who and what a situation names: actors, places, publishers, with the claims about each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.model.incident import Heard

Keyed = tuple[str, str, str, str | None]  # key, name, kind, country


@dataclass(frozen=True, slots=True)
class Name:
    """One name: ``key`` as in addresses (identifier, else the name), how many claims, the last day told."""

    key: str
    name: str
    kind: str
    country: str | None
    count: int
    last: date


def actors(claims: Iterable[Heard]) -> tuple[Name, ...]:
    """Everybody who acts, suffers or speaks."""
    return _counted(claims, actor_keys)


def places(claims: Iterable[Heard]) -> tuple[Name, ...]:
    """Every place told."""
    return _counted(claims, place_keys)


def publishers(claims: Iterable[Heard]) -> tuple[Name, ...]:
    """Every publisher."""
    return _counted(claims, publisher_keys)


def about(claims: Iterable[Heard], key: str, keys: Callable[[Heard], Iterable[Keyed]]) -> tuple[Heard, ...]:
    """The claims that name ``key``, by identifier or by name."""
    return tuple(h for h in claims if any(key in (k, name) for k, name, _, _ in keys(h)))


def actor_keys(heard: Heard) -> Sequence[Keyed]:
    """The actors of a claim, and who says it."""
    claim = heard.stated.claim
    acting = [(a.id or a.name, a.name, a.kind, a.country) for a in (*claim.agents, *claim.targets)]
    return [*acting, *((s.id or s.name, s.name, "", None) for s in claim.attribution)]


def place_keys(heard: Heard) -> Sequence[Keyed]:
    """The place of a claim."""
    place = heard.stated.claim.place
    return [(place.id or place.name, place.name, place.admin1 or "", place.country)] if place else []


def publisher_keys(heard: Heard) -> Sequence[Keyed]:
    """The publisher of a claim."""
    publisher = heard.stated.source.publisher
    return [(publisher, publisher, "", None)] if publisher else []


def _counted(claims: Iterable[Heard], keys: Callable[[Heard], Iterable[Keyed]]) -> tuple[Name, ...]:
    held: dict[str, list[Heard]] = defaultdict(list)
    told: dict[str, Keyed] = {}
    for heard in claims:
        for entry in dict.fromkeys(keys(heard)):
            if not held[entry[0]] or held[entry[0]][-1] is not heard:
                held[entry[0]].append(heard)
            known = told.get(entry[0])
            told[entry[0]] = entry if known is None or (not known[2] and entry[2]) else known
    names = (Name(*told[key], len(group), max(_day(h) for h in group)) for key, group in held.items())
    return tuple(sorted(names, key=lambda n: (-n.count, n.name, n.key)))


def _day(heard: Heard) -> date:
    time = heard.stated.claim.time
    return time.last if time else heard.stated.source.known
