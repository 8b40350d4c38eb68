"""A claim or an incident field by field: the value, who says it, when it became known, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.incident import Heard
from fogline.model.span import Span
from fogline.web import words
from fogline.web.question import path_of


@dataclass(frozen=True, slots=True)
class Part:
    """One value of one field. ``span`` is the words of the text that prove it, ``href`` leads to what is named."""

    field: str
    value: str
    span: Span | None = None
    href: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a field of an incident with everybody who gives it."""

    field: str
    value: str
    said: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim that gives a value, its sentence in pieces with the words of that value marked."""

    heard: Heard
    sentence: tuple[words.Piece, ...]


def parts(claim: Claim) -> tuple[Part, ...]:
    """Every field that the claim states, in the order of the contract."""
    return tuple(_parts(claim))


def rows(claims: Iterable[Heard]) -> tuple[Row, ...]:
    """What the claims of an incident say, field by field; the value given most often first."""
    held: dict[tuple[str, str], list[Saying]] = {}
    for heard in claims:
        for part in {(p.field, p.value): p for p in parts(heard.stated.claim)}.values():
            held.setdefault((part.field, part.value), []).append(_saying(heard, part))
    listed = sorted(held.items(), key=lambda item: (RANK.get(item[0][0], len(RANK)), -len(item[1]), item[0]))
    return tuple(Row(field, value, tuple(group)) for (field, value), group in listed)


def _saying(heard: Heard, part: Part) -> Saying:
    claim = heard.stated.claim
    inside = part.span is not None and claim.evidence.holds(part.span)
    return Saying(heard, words.marked(claim, part.span if inside and part.span else claim.trigger))


RANK = {name: i for i, name in enumerate(("What", "Who", "To whom", "Where", "When", "How many", "Sense"))}


def _parts(claim: Claim) -> Iterator[Part]:
    yield Part("What", what(claim), claim.trigger)
    yield from (Part("Who", a.name, a.span, path_of("actor", a.id or a.name), _kind(a)) for a in claim.agents)
    yield from (Part("To whom", a.name, a.span, path_of("actor", a.id or a.name), _kind(a)) for a in claim.targets)
    if claim.place:
        where = claim.place
        inside = ", ".join(p for p in (where.admin2, where.admin1, where.country) if p)
        note = f"{inside}; where_prec {where.precision}{'; told elsewhere in the text' if where.inherited else ''}"
        yield Part("Where", where.name, where.span, path_of("place", where.id or where.name), note)
    if claim.time:
        when = claim.time
        note = f"date_prec {when.precision}{'; told elsewhere in the text' if when.inherited else ''}"
        yield Part("When", words.days(when.first, when.last), when.span, None, note)
    if claim.figure:
        yield _figure(claim)
    yield Part("Sense", sense(claim))
    if claim.extent:
        yield Part("Extent", claim.extent)
    if claim.comparison:
        told = claim.comparison
        yield Part("Comparison", f"{told.extreme} {told.dimension}{f' since {told.since}' if told.since else ''}")


def _figure(claim: Claim) -> Part:
    figure = claim.figure
    assert figure is not None
    people = ", ".join(p.replace("_", " ") for p in figure.population)
    since = f" since {words.day(figure.since)}" if figure.since else ""
    note = f"{figure.qualifier.replace('_', ' ')}; {people}; {figure.scope}{since}"
    value = f"{words.number(figure.low, figure.high)} {figure.measure.replace('_', ' ')}"
    return Part("How many", value, figure.span, None, note)


def what(claim: Claim) -> str:
    """Kind, type and mode."""
    told = f"{claim.kind}: {claim.type.replace('_', ' ').lower()}"
    return f"{told} · {claim.mode.replace('_', ' ')}" if claim.mode else told


def sense(claim: Claim) -> str:
    """Affirmed or denied, in which modality, current or history."""
    told = f"{claim.stance}, {claim.modality}"
    return f"{told}, told as background" if claim.backdrop else told


def _kind(actor: Actor) -> str:
    return ", ".join(p for p in (actor.kind.replace("_", " "), actor.country or "") if p)
