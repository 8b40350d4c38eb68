"""Claims as people left them: corrected where a person corrected them, without the rejected, with the missed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from fogline.ledger.binding import bound_ids, claims_by_id, claims_in_force
from fogline.ledger.columns import claim_row, countries
from fogline.ledger.decisions import all_decisions, standing
from fogline.ledger.read import ANYWHERE, EVER, NOW, Where, claim_by_id, source_by_id, sources
from fogline.model.claim import Claim
from fogline.model.decision import Decision, Review, corrected
from fogline.model.name import fold
from fogline.model.record import from_record
from fogline.model.stated import Clocks, Source, Stated, Window

MOVING = frozenset(
    {"place", "time", "agents", "targets"}
)  # fields that decide whether a claim is in the window and place


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that the claims were read by."""

    clocks: Clocks = NOW
    window: Window = EVER
    where: Where = ANYWHERE


@dataclass(frozen=True, slots=True)
class Decided:
    """The claims that count, and those that a person rejected, both in the order of ``ledger.read.stated``."""

    claims: tuple[Stated, ...]
    rejected: tuple[Stated, ...] = ()


def decided(connection: Connection, claims: Sequence[Stated], asked: Asked) -> Decided:
    """Apply every decision recorded by then to the claims that ``stated`` gave for the same question.

    A claim corrected into the window or place comes in, one corrected out of it goes. Without decisions nothing changes.
    """
    reviews = reviewed_ids(connection, asked.clocks)
    if not reviews:
        return Decided(tuple(claims))
    here = {s.claim.id: s for s in claims}
    far = {name: review for name, review in reviews.items() if name not in here and _can_come_in(review, asked)}
    changed = [_with(s, reviews[s.claim.id]) for s in claims if s.claim.id in reviews]
    changed += _called_in(connection, far, asked.clocks)
    inside = [s for s in changed if _needs_no_look(s) or _inside(connection, s, asked)]
    untouched = [s for s in claims if s.claim.id not in reviews]
    kept = [s for s in inside if s.review and s.review.status != "rejected"]
    gone = [s for s in inside if s.review and s.review.status == "rejected"]
    return Decided(tuple(sorted((*untouched, *kept), key=_order)), tuple(sorted(gone, key=_order)))


def reviewed_ids(connection: Connection, clocks: Clocks = NOW, documents: Sequence[str] = ()) -> dict[str, Review]:
    """What people decided by then, by the claim for which it holds now; a decision for which no claim fits is left out."""
    lines = standing(all_decisions(connection, clocks, documents))
    entered = {name for name, held in lines.items() if held[0].action == "missed"}
    binding = bound_ids(connection, (name for name in lines if name not in entered), clocks) if lines else {}
    binding |= {name: name for name in entered}
    merged: dict[str, list[Decision]] = defaultdict(list)
    for name, held in lines.items():
        if name in binding:
            merged[binding[name]] += held
    inherited = {target for name, target in binding.items() if name != target}
    return {
        name: Review(tuple(sorted(held, key=lambda d: d.row or 0)), name in inherited) for name, held in merged.items()
    }


def waiting(connection: Connection, clocks: Clocks = NOW) -> tuple[Decision, ...]:
    """The decisions that stand but for whose words no claim is read any more: listed until one is, or until undone."""
    lines = standing(all_decisions(connection, clocks))
    entered = {name for name, held in lines.items() if held[0].action == "missed"}
    found = bound_ids(connection, lines, clocks)
    lost = [d for name, held in lines.items() if name not in entered and name not in found for d in held]
    return tuple(sorted(lost, key=lambda d: d.row or 0))


def claims_with_reviews(connection: Connection, document: str, clocks: Clocks = NOW) -> tuple[Stated, ...]:
    """Every claim of one document in the order of the text: corrected, rejected (see ``review.status``) and missed ones too."""
    source = source_by_id(connection, document)
    if source is None:
        return ()
    reviews = reviewed_ids(connection, clocks, [document])
    read = [Stated(claim, source) for claim in claims_in_force(connection, [document], clocks)]
    stated = [_with(s, reviews[s.claim.id]) if s.claim.id in reviews else s for s in read]
    here = {s.claim.id for s in read}
    stated += [_with(Stated(claim, source), review) for claim, review in _entered(reviews) if claim.id not in here]
    return tuple(sorted(stated, key=_order))


def claim_with_review(connection: Connection, name: str) -> Stated | None:
    """One claim as people left it: also one that was entered by hand. One that is superseded is as it was read."""
    read = claim_by_id(connection, name)
    entered = (d.document for d in all_decisions(connection) if d.claim == name)
    document = read.claim.document if read else next(entered, None)
    now = claims_with_reviews(connection, document) if document else ()
    return next((s for s in now if s.claim.id == name), read)


def _order(stated: Stated) -> tuple[object, ...]:
    source, claim = stated.source, stated.claim
    return source.known, source.instant, source.id, claim.trigger, claim.id


def _moves(review: Review) -> bool:
    return bool(MOVING & set(review.fields)) or review.decisions[0].action == "missed"


def _can_come_in(review: Review, asked: Asked) -> bool:
    """Whether a claim outside the question may be inside after its corrections: told from the new values alone, cheaply."""
    last = {d.field: json.loads(d.value or "null") for d in review.decisions if d.action == "correct"}
    place, time, country = last.get("place"), last.get("time"), asked.where.country
    if country and place and place["country"] not in (None, country):
        return False
    if time and asked.window.last and time["from"] > asked.window.last.isoformat():
        return False
    if time and asked.window.first and time["to"] < asked.window.first.isoformat():
        return False
    return _moves(review)


def _with(stated: Stated, review: Review) -> Stated:
    claim = corrected(stated.claim, review.decisions)
    return replace(stated, claim=claim, original=stated.claim if review.fields else None, review=review)


def _entered(reviews: dict[str, Review]) -> Iterator[tuple[Claim, Review]]:
    for review in reviews.values():
        if review.decisions[0].action == "missed":
            yield from_record(json.loads(review.decisions[0].value or "null")), review


def _called_in(connection: Connection, reviews: dict[str, Review], clocks: Clocks) -> list[Stated]:
    """The claims of these reviews whose documents are in force, corrected; they may still lie outside the question."""
    documents = sorted({review.decisions[0].document for review in reviews.values()})
    told: dict[str, Source] = {s.id: s for s in sources(connection, clocks, documents)} if documents else {}
    read = claims_by_id(connection, sorted(reviews), clocks)
    pairs = [(claim, reviews[claim.id]) for claim in read] + list(_entered(reviews))
    return [_with(Stated(c, told[c.document]), review) for c, review in pairs if c.document in told]


def _needs_no_look(stated: Stated) -> bool:
    """Read by its own place and time, which nobody changed."""
    return stated.review is not None and not _moves(stated.review)


def _inside(connection: Connection, stated: Stated, asked: Asked) -> bool:
    claim = stated.claim
    alone = countries(claim, ()) or asked.where.country is None  # else the report's main country counts
    companions = () if alone else claims_in_force(connection, [claim.document], asked.clocks)
    row = claim_row(claim, companions, stated.source.known.isoformat())
    window, where = asked.window, asked.where
    if window.last and str(row["first_day"]) > window.last.isoformat():
        return False
    if window.first and str(row["last_day"]) < window.first.isoformat():
        return False
    if where.country:
        return row["country"] == where.country or (not row["country"] and f" {where.country} " in str(row["countries"]))
    return not where.name or fold(where.name) in (row["place_key"], row["admin1_key"])
