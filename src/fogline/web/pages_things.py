"""One thing a page: an incident, a claim, a document."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from fogline.errors import NothingNamed
from fogline.ledger.browse import issues_of
from fogline.ledger.connection import reading
from fogline.ledger.decided import claim_with_review, claims_with_reviews
from fogline.ledger.decisions import decisions_of
from fogline.ledger.read import document_by_id, sources
from fogline.model.decision import FIELDS, IN_FIGURE
from fogline.model.incident import Toll
from fogline.model.span import Span
from fogline.web import columns, fields
from fogline.web.desk import Asking, At
from fogline.web.listing import as_csv, listing
from fogline.web.marks import lines
from fogline.web.views import download, page, place_of

router = APIRouter(include_in_schema=False)
SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


@router.get("/incident/{name}")
def incident(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """Each field with everybody who states it, and why the claims are together."""
    answer = desk.situations.of(asked)
    found = answer.incident(name)
    if found is None:
        raise HTTPException(404, GONE)
    wanted = download(request, claims=lambda sort: as_csv(columns.heard(asked), found.claims, sort))
    if wanted is not None:
        return wanted
    values = {
        "asked": asked,
        "incident": found,
        "episodes": answer.held_by(name),
        "rows": fields.rows(found.claims),
        "tolls": [t for t in answer.situation.figures if t.incident == name],
        "claims": listing("claims", columns.heard(asked), found.claims, place_of(request)),
        "heard": answer.heard,
    }
    return page(request, desk, "incident.html", values)


GONE = (
    "No incident of that name stands in this situation: it may lie outside the days and the place asked for, or be told "
    "together with another by now. Open the situation, or one of the claims."
)


@router.get("/episode/{name}")
def episode(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """A course of events with the incidents that it holds."""
    answer = desk.situations.of(asked)
    found = answer.episode(name)
    if found is None:
        raise HTTPException(404, GONE.replace("incident", "episode"))
    held = [i for i in answer.situation.incidents if i.id in found.incidents]
    values = {
        "asked": asked,
        "episode": found,
        "incidents": listing("incidents", columns.incidents(asked), held, place_of(request)),
        "claims": listing("claims", columns.heard(asked), found.claims, place_of(request)),
    }
    wanted = download(
        request,
        incidents=lambda sort: as_csv(columns.incidents(asked), held, sort),
        claims=lambda sort: as_csv(columns.heard(asked), found.claims, sort),
    )
    return wanted or page(request, desk, "episode.html", values)


@router.get("/claim/{name}")
def claim(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """Each field with its words, what was decided, and where the claim counts."""
    with reading(desk.ledger) as connection:
        found = claim_with_review(connection, name)
        decided = decisions_of(connection, name)
    if found is None:
        raise NothingNamed("claim", name)
    answer = desk.situations.of(asked)
    values = {
        "asked": asked,
        "stated": found,
        "parts": fields.parts(found.claim),
        "decisions": decided,
        "last": found.review.decisions[-1] if found.review else None,
        "fields": [f for f in FIELDS if found.claim.figure or f not in {"figure", *IN_FIGURE}],
        "heard": answer.heard.get(name),
        "incident": answer.of_claim.get(name),
        "tolls": counted_in(answer.situation.figures, name),
    }
    return page(request, desk, "claim.html", values)


@router.get("/document/{name}")
def document(request: Request, desk: At, name: str, span: str = "") -> Response:
    """The text with its claims marked, and a note beside each."""
    with reading(desk.ledger) as connection:
        found = document_by_id(connection, name)
        if found is None:
            raise NothingNamed("document", name)
        claims, noted = claims_with_reviews(connection, name), issues_of(connection, name)
        source = sources(connection, ids=[name])
    values = {
        "document": found,
        "source": source[0] if source else None,
        "lines": lines(found.text, claims, span_of(span, found.text)),
        "claims": claims,
        "issues": noted,
    }
    return page(request, desk, "document.html", values)


def span_of(words: str, text: str) -> Span | None:
    """The span that a deep link names, ``120-145``; ``None`` where it is none of this text."""
    met = SPAN.fullmatch(words)
    if met is None:
        return None
    start, end = int(met[1]), int(met[2])
    return Span.of(text, start, end) if start < end <= len(text) else None


def counted_in(tolls: Iterable[Toll], claim: str) -> list[Toll]:
    """The figures in whose series the claim stands."""
    return [t for t in tolls if any(v.claim.claim.id == claim for v in t.series)]
