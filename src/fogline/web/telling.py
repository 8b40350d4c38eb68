"""Incidents and claims as told: each sentence once with the claims that rest on it, each field with who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from fogline.model.claim import Claim
from fogline.model.incident import Heard, Incident
from fogline.web import words


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a document in pieces, and the claims that rest on it; ``at`` its number in the incident."""

    at: int
    pieces: tuple[words.Piece, ...]
    claims: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One value that is told of an incident: by whom, known since when, in which of its sentences."""

    name: str
    value: str
    voices: tuple[str, ...]
    known: date
    sentences: tuple[int, ...]
    same: bool  # the row above tells another value of the same field


@dataclass(frozen=True, slots=True)
class Told:
    """An incident with its sentences; ``fields`` are empty where one claim tells it all: its line has them."""

    incident: Incident
    fields: tuple[Field, ...]
    said: tuple[Said, ...]


def told(incident: Incident) -> Told:
    """The incident, field by field and sentence by sentence."""
    sentences = said(incident.claims)
    at = {h.stated.claim.id: s.at for s in sentences for h in s.claims}
    rows = _fields(incident.claims, at) if len(incident.claims) > 1 else ()
    return Told(incident, rows, sentences)


def said(claims: Iterable[Heard]) -> tuple[Said, ...]:
    """The sentences of the claims, in the order of becoming known."""
    groups = groupby(sorted(claims, key=_order), key=_sentence)
    return tuple(_said(i, tuple(held)) for i, (_, held) in enumerate(groups, 1))


def apart(claims: Iterable[Heard], incidents: Iterable[Incident]) -> list[tuple[Heard, tuple[Said, ...]]]:
    """The claims of no incident, document by document: relations, judgements, running tolls, what is background."""
    inside = {h.stated.claim.id for i in incidents for h in i.claims}
    rest = sorted((h for h in claims if h.stated.claim.id not in inside), key=_order)
    documents = [list(held) for _, held in groupby(rest, key=lambda h: h.stated.source.id)]
    return [(held[0], said(held)) for held in documents]


def _order(heard: Heard) -> tuple[date, str, int, int, int, str]:
    claim, source = heard.stated.claim, heard.stated.source
    return source.known, source.id, claim.evidence.start, claim.evidence.end, claim.trigger.start, claim.id


def _sentence(heard: Heard) -> tuple[str, int, int]:
    claim = heard.stated.claim
    return claim.document, claim.evidence.start, claim.evidence.end


def _said(at: int, held: tuple[Heard, ...]) -> Said:
    claims = [h.stated.claim for h in held]
    spans = [c.trigger for c in claims] + [c.figure.span for c in claims if c.figure]
    return Said(at, words.marked(claims[0], *spans), held)


def _fields(claims: Sequence[Heard], at: dict[str, int]) -> tuple[Field, ...]:
    held: dict[tuple[int, str], dict[str, list[Heard]]] = {}
    for heard in sorted(claims, key=_order):
        for order, name, value in _values(heard.stated.claim):
            held.setdefault((order, name), {}).setdefault(value, []).append(heard)
    return tuple(
        _field(name, value, told, at, same=i > 0)
        for (_, name), values in sorted(held.items(), key=lambda item: item[0])
        for i, (value, told) in enumerate(values.items())
    )


def _values(claim: Claim) -> list[tuple[int, str, str]]:
    """Name and value of each field that the claim fills, with the order of the field."""
    found = [(0, "what", words.kind(claim))] if claim.figure is None else []
    found += [(1, "by", ", ".join(a.name for a in claim.agents))] if claim.agents else []
    found += [(2, "to", ", ".join(a.name for a in claim.targets))] if claim.targets else []
    found += [(3, "where", claim.place.name)] if claim.place else []
    found += [(4, "when", words.days(claim.time.first, claim.time.last))] if claim.time else []
    if claim.figure:
        people = words.people(claim.figure.measure, claim.figure.population)
        found.append((5, people, words.number(claim.figure.low, claim.figure.high)))
    return found


def _field(name: str, value: str, held: Sequence[Heard], at: dict[str, int], *, same: bool) -> Field:
    voices = tuple(dict.fromkeys(h.voice.name for h in held))
    known = min(h.stated.source.known for h in held)
    return Field(name, value, voices, known, tuple(sorted({at[h.stated.claim.id] for h in held})), same)
