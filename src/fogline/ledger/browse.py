"""Lists of claims and documents, narrowed by what a reader asks for; every list is bounded and says when it was cut."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Text, func, or_, select

from fogline.ledger import schema
from fogline.ledger.read import sources
from fogline.ledger.where import where
from fogline.ledger.words import holding
from fogline.model.claim import Claim
from fogline.model.issue import Issue
from fogline.model.name import fold
from fogline.model.record import from_record
from fogline.model.span import Span
from fogline.model.stated import Source, Stated

T = TypeVar("T", covariant=True)
MOST = 2000  # rows of one list
LOOKED_AT = 20_000  # rows read while looking for a name: what a reader waits for


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; ``None`` and empty leave it as it is. ``day`` is one that the claim's time holds."""

    words: str = ""
    kind: str | None = None
    type: str | None = None
    actor: str | None = None
    place: str | None = None
    speaker: str | None = None
    publisher: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The items, the newest first; ``cut`` where there may be more."""

    items: tuple[T, ...]
    cut: bool


def claims(connection: Connection, wanted: Wanted, most: int = MOST) -> Listed[Stated]:
    """The claims in force that meet every wish, those told of the latest day first."""
    c, d = schema.claim, schema.document
    asked = select(c.c.record).where(c.c.superseded_at.is_(None), *_told(wanted), *_words(connection, wanted, "claim"))
    if wanted.publisher:
        asked = asked.where(c.c.document.in_(select(d.c.id).where(d.c.publisher == wanted.publisher)))
    asked = asked.order_by(c.c.first_day.desc(), c.c.row.desc()).limit(LOOKED_AT)
    found: list[Claim] = []
    looked = 0
    for row in connection.execute(asked):
        looked += 1
        claim = from_record(json.loads(row.record))
        if _named(claim, wanted):
            found.append(claim)
        if len(found) == most:
            break
    told = {s.id: s for s in sources(connection, ids=sorted({claim.document for claim in found}))}
    items = tuple(Stated(claim, told[claim.document]) for claim in found if claim.document in told)
    return Listed(items, looked == LOOKED_AT or len(found) == most)


def documents(connection: Connection, wanted: Wanted, most: int = MOST) -> Listed[Source]:
    """The documents in force that hold the words, of that publisher and day, the latest first."""
    d = schema.document
    asked = select(d.c.id).where(d.c.superseded_at.is_(None), *_words(connection, wanted, "document"))
    if wanted.publisher:
        asked = asked.where(d.c.publisher == wanted.publisher)
    if wanted.day:
        asked = asked.where(d.c.known_day == wanted.day.isoformat())
    ids = [row.id for row in connection.execute(asked.order_by(d.c.known_day.desc(), d.c.row.desc()).limit(most))]
    told = {s.id: s for s in sources(connection, ids=ids)}
    return Listed(tuple(told[i] for i in ids if i in told), len(ids) == most)


def issues_of(connection: Connection, document: str) -> tuple[Issue, ...]:
    """What could not be read or resolved in one document, in the order of the text."""
    return _noted(connection, [schema.issue.c.document == document], MOST).items


def issues(connection: Connection, code: str = "", most: int = MOST) -> Listed[Issue]:
    """What could not be read or resolved, the last recorded first; of one code, when given."""
    return _noted(connection, [schema.issue.c.code == code] if code else [], most)


def codes(connection: Connection) -> dict[str, int]:
    """How often each code was recorded, the most frequent first."""
    t = schema.issue
    count = func.count()
    rows = connection.execute(
        select(t.c.code, count.label("times")).group_by(t.c.code).order_by(count.desc(), t.c.code)
    )
    return {row.code: row.times for row in rows}


def _noted(connection: Connection, limits: Sequence[ColumnElement[bool]], most: int) -> Listed[Issue]:
    t = schema.issue
    asked = select(t.c.stage, t.c.code, t.c.message, t.c.document, t.c.start, t.c.end).where(*limits)
    rows = connection.execute(asked.order_by(t.c.row.desc()).limit(most))
    found = [
        Issue(r.stage, r.code, r.message, r.document, None if r.start is None else Span(r.start, r.end, ""))
        for r in rows
    ]
    return Listed(tuple(found), len(found) == most)


def _told(wanted: Wanted) -> list[ColumnElement[bool]]:
    c = schema.claim.c
    limits = []
    if wanted.kind:
        limits.append(c.kind == wanted.kind)
    if wanted.type:
        limits.append(c.type == wanted.type)
    if wanted.day:
        limits += [c.first_day <= wanted.day.isoformat(), c.last_day >= wanted.day.isoformat()]
    limits += _there(wanted.place)
    for name in (wanted.actor, wanted.speaker):
        if name:  # a cheap look at the whole record before it is read
            limits.append(func.lower(c.record, type_=Text).contains(_in_json(name).lower(), autoescape=True))
    return limits


def _there(place: str | None) -> list[ColumnElement[bool]]:
    c = schema.claim.c
    asked = where(place)
    if asked.country:
        return [c.country == asked.country]
    if asked.name:
        return [or_(c.place_id == asked.name, c.place_key == fold(asked.name), c.admin1_key == fold(asked.name))]
    return []


def _in_json(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)[1:-1]


def _words(connection: Connection, wanted: Wanted, noun: str) -> Sequence[ColumnElement[bool]]:
    held = holding(connection, noun, wanted.words.split())
    row = (schema.claim if noun == "claim" else schema.document).c.row
    return [] if held is None else [row.in_(select(held.c.row))]


def _named(claim: Claim, wanted: Wanted) -> bool:
    """Whether the actor and the speaker asked for are those of the claim, by identifier or by name."""
    if wanted.actor and wanted.actor not in {n for a in (*claim.agents, *claim.targets) for n in (a.id, a.name)}:
        return False
    return not wanted.speaker or wanted.speaker in {n for s in claim.attribution for n in (s.id, s.name)}
