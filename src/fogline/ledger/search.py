"""Full text over documents and claims, narrowed by what a claim says: as people left it where they decided on it.

The index holds the words of documents and of the machine's claims. What a person corrected or entered is looked through by its
own values: a claim moved from Homs to Hama is found in Hama and no longer in Homs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from sqlalchemy import ColumnElement, Connection, or_, select

from fogline.ledger import schema
from fogline.ledger.decided import claims_with_reviews, reviewed_ids
from fogline.ledger.read import ANYWHERE, SOURCE, Where, source_of
from fogline.ledger.words import holding, parts
from fogline.model.claim import Claim
from fogline.model.name import fold
from fogline.model.record import from_record
from fogline.model.stated import Stated

MOST = 200
AROUND = 12  # words shown on either side of the first one found
LOOKED_AT = 50_000  # claims read while looking for an actor or a speaker: what a person waits for
PART = 500  # of them at a time
WORD = re.compile(r"\S+")
Status = Literal["read", "accepted", "corrected", "rejected", "missed"]


@dataclass(frozen=True, slots=True)
class Sought:
    """What claims are narrowed to; ``None`` leaves them as they are. ``actor`` and ``speaker`` are words of a name or an
    identifier, ``place`` a country, place or division, ``day`` one that the claim's time holds, ``status`` what people made of it.
    """

    kind: str | None = None
    type: str | None = None
    actor: str | None = None
    place: Where = ANYWHERE
    speaker: str | None = None
    status: Status | None = None
    day: date | None = None

    @property
    def of_claims(self) -> bool:
        """Whether it narrows to what only a claim has."""
        return self.place != ANYWHERE or any((self.kind, self.type, self.actor, self.speaker, self.status))


ANY = Sought()


@dataclass(frozen=True, slots=True)
class Hit:
    """A document or claim that holds all the words. ``words`` is the part of the text around them; ``stated`` the claim."""

    noun: str
    id: str
    document: str
    known: str
    publisher: str | None
    words: str
    stated: Stated | None = None


def search(connection: Connection, words: Sequence[str], most: int = MOST, sought: Sought = ANY) -> tuple[Hit, ...]:
    """The claims, then the documents that hold all ``words`` (in any order, case and accents aside), best first.

    Without words, the claims that are sought, the latest first. Documents are left out where only claims are sought.
    """
    plain = [word for phrase in words for word in phrase.split()]
    claims = islice(_claims(connection, plain, sought), most)
    hits = tuple(_hit(s) for s in claims)
    return hits if sought.of_claims else (*hits, *_documents(connection, plain, most, sought.day))


def _claims(connection: Connection, words: Sequence[str], sought: Sought) -> Iterator[Stated]:
    """Those that people decided on, then the machine's in the order of the index, then the rejected."""
    reviewed = _reviewed(connection)
    wanted = {part for word in words for part in parts(word)}
    fitting = [s for s in reviewed.values() if wanted <= _said(s) and _meets(s, sought)]
    yield from (s for s in fitting if not _rejected(s))
    if sought.status in (None, "read"):
        machine = _machine(connection, words, sought)
        yield from (s for s in machine if s.claim.id not in reviewed and _meets(s, sought))
    yield from filter(_rejected, fitting)


def _reviewed(connection: Connection) -> dict[str, Stated]:
    """Every claim that people decided on, as they left it, the latest report first."""
    documents = sorted({d.document for r in reviewed_ids(connection).values() for d in r.decisions})
    told = (s for document in documents for s in claims_with_reviews(connection, document) if s.review)
    return {s.claim.id: s for s in sorted(told, key=lambda s: (s.source.known, s.claim.id), reverse=True)}


def _rejected(stated: Stated) -> bool:
    return stated.review is not None and stated.review.status == "rejected"


def _said(stated: Stated) -> set[str]:
    """The words of the claim's sentence and of what it was made to say."""
    claim = stated.claim
    names = [*(a.name for a in (*claim.agents, *claim.targets)), *(s.name for s in claim.attribution)]
    places = [claim.place.name, claim.place.admin1 or ""] if claim.place else []
    return set(parts(" ".join([claim.evidence.text, *names, *places])))


def _machine(connection: Connection, words: Sequence[str], sought: Sought) -> Iterator[Stated]:
    c, d = schema.claim.c, schema.document.c
    asked = select(c.record, *SOURCE).join(schema.document, d.id == c.document)
    asked = asked.where(c.superseded_at.is_(None), *_limits(sought)).limit(LOOKED_AT)
    held = holding(connection, "claim", words)
    if held is not None:
        asked = asked.join(held, held.c.row == c.row).order_by(held.c.rank, d.known_day, c.id)
    elif words:
        return
    else:
        asked = asked.order_by(c.first_day.desc(), c.row.desc())
    for row in connection.execute(asked.execution_options(yield_per=PART)):
        yield Stated(from_record(json.loads(row.record)), source_of(row))


def _limits(sought: Sought) -> list[ColumnElement[bool]]:
    """What the look-up columns tell; the rest is looked at claim by claim."""
    c = schema.claim.c
    limits: list[ColumnElement[bool]] = []
    if sought.kind:
        limits.append(c.kind == sought.kind)
    if sought.type:
        limits.append(c.type == sought.type)
    if sought.day:
        limits += [c.first_day <= sought.day.isoformat(), c.last_day >= sought.day.isoformat()]
    there = sought.place
    if there.country:
        limits.append(c.countries.contains(f" {there.country} ", autoescape=True))
    elif there.name:
        limits.append(or_(c.place_id == there.name, c.place_key == fold(there.name), c.admin1_key == fold(there.name)))
    return limits


def _meets(stated: Stated, sought: Sought) -> bool:
    """Whether the claim, as people left it, is what is sought."""
    claim = stated.claim
    status = stated.review.status if stated.review else "read"
    first, last = (claim.time.first, claim.time.last) if claim.time else (stated.source.known, stated.source.known)
    return (
        sought.kind in (None, claim.kind)
        and sought.type in (None, claim.type)
        and sought.status in (None, status)
        and (sought.day is None or first <= sought.day <= last)
        and _is_there(claim, sought.place)
        and _named(sought.actor, ((a.id, a.name) for a in (*claim.agents, *claim.targets)))
        and _named(sought.speaker, ((s.id, s.name) for s in claim.attribution))
    )


def _is_there(claim: Claim, asked: Where) -> bool:
    place = claim.place
    if asked.country:
        countries = {a.country for a in (*claim.agents, *claim.targets)}
        return asked.country == place.country if place and place.country else asked.country in countries
    names = {fold(name) for name in (place.name, place.admin1) if name} if place else set()
    return not asked.name or fold(asked.name) in names or (place is not None and place.id == asked.name)


def _named(wanted: str | None, names: Iterable[tuple[str | None, str]]) -> bool:
    """Whether one of the names holds the words, or is the identifier."""
    if not wanted:
        return True
    words = set(fold(wanted).split())
    return any(wanted == id_ or words <= set(fold(name).split()) for id_, name in names)


def _hit(stated: Stated) -> Hit:
    claim, source = stated.claim, stated.source
    return Hit("claim", claim.id, source.id, str(source.known), source.publisher, claim.evidence.text, stated)


def _documents(connection: Connection, words: Sequence[str], most: int, day: date | None) -> Iterator[Hit]:
    d = schema.document.c
    held = holding(connection, "document", words)
    if held is None:
        return
    asked = select(d.id, d.known_day, d.publisher, d.text)
    asked = asked.select_from(schema.document.join(held, held.c.row == d.row))
    if day:
        asked = asked.where(d.known_day == day.isoformat())
    rows = connection.execute(asked.order_by(held.c.rank, d.known_day, d.id).limit(most))
    sought = {part for word in words for part in parts(word)}
    yield from (Hit("document", r.id, r.id, r.known_day, r.publisher, _around(r.text, sought)) for r in rows)


def _around(text: str, sought: set[str]) -> str:
    """The words around the first one sought; the beginning where only the title holds it."""
    words = list(WORD.finditer(text))
    at = next((n for n, met in enumerate(words) if not sought.isdisjoint(parts(met[0]))), 0)
    first, last = max(0, at - AROUND), min(len(words), at + AROUND) - 1
    cut = " ".join(text[words[first].start() : words[last].end()].split()) if words else ""
    return f"{'…' if first else ''}{cut}{'…' if last + 1 < len(words) else ''}"
