"""The read-only JSON interface: the same answers as the pages, described at ``/api/openapi.json``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request
from fastapi.responses import HTMLResponse

from fogline.ledger.browse import Listed, Wanted, claims, documents
from fogline.ledger.connection import reading
from fogline.ledger.decided import claim_with_review, claims_with_reviews
from fogline.ledger.read import document_by_id
from fogline.ledger.search import Hit, search
from fogline.model.incident import Rule, Status
from fogline.model.mention import ClaimKind
from fogline.model.record import Record
from fogline.situation.record import to_record
from fogline.web import names
from fogline.web.api_models import (
    DocumentShape,
    ErrorShape,
    HitShape,
    IncidentBrief,
    IncidentShape,
    NameShape,
    PageShape,
    SourceShape,
    StatedShape,
)
from fogline.web.api_records import (
    document_record,
    incident_brief,
    incident_record,
    name_record,
    source_record,
    stated_record,
)
from fogline.web.api_situation import SituationShape
from fogline.web.desk import At
from fogline.web.question import LONGEST_WORDS, Question
from fogline.web.views import page

T = TypeVar("T")
WRONG: dict[int | str, dict[str, object]] = {
    status: {"model": ErrorShape, "description": said}
    for status, said in (
        (400, "the question cannot be answered"),
        (401, "this server asks for its token"),
        (404, "the ledger or the situation does not hold it"),
        (422, "a parameter is none"),
        (429, "too many wrong tokens"),
        (503, "the ledger cannot be read now"),
    )
}
router = APIRouter(prefix="/api", responses=WRONG)
Words = Annotated[str, Query(max_length=LONGEST_WORDS)]
Id = Annotated[str, Path(max_length=LONGEST_WORDS)]
Day = Annotated[date | None, Query()]


def _asked(
    place: Words = "",
    first: Annotated[date | None, Query(alias="from")] = None,
    last: Annotated[date | None, Query(alias="to")] = None,
    known: Annotated[date | None, Query(alias="as-known")] = None,
    rule: Rule = "ucdp",
) -> Question:
    """What situation is meant: place, days, the day of knowledge, the rule for figures."""
    return Question(place.strip(), first, last, known, rule)


Asked = Annotated[Question, Depends(_asked)]


class Part:
    """Which part of a list."""

    def __init__(
        self,
        offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
        limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    ) -> None:
        self.offset, self.limit = offset, limit

    def of(self, items: Sequence[T], record: Callable[[T], Record], *, cut: bool = False) -> dict[str, object]:
        """The part as a page of the interface."""
        shown = items[self.offset : self.offset + self.limit]
        return {"total": len(items), "offset": self.offset, "cut": cut, "items": [record(item) for item in shown]}


Some = Annotated[Part, Depends()]


@router.get("/situation", response_model=SituationShape)
def situation(desk: At, asked: Asked) -> Record:
    """The situation: figures, control, contradictions, timeline, network, indicators, sources."""
    return to_record(desk.situations.of(asked).situation)


@router.get("/incidents", response_model=PageShape[IncidentBrief])
def incidents(desk: At, asked: Asked, part: Some, status: Status | None = None) -> dict[str, object]:
    """The incidents of the situation, by time."""
    held = desk.situations.of(asked).situation.incidents
    return part.of([i for i in held if status is None or i.status == status], incident_brief)


@router.get("/incident/{name}", response_model=IncidentShape)
def incident(desk: At, asked: Asked, name: Id) -> Record:
    """One incident of the situation, with its claims and why they are together."""
    found = desk.situations.of(asked).incident(name)
    if found is None:
        raise HTTPException(404, f"The situation holds no incident {name!r}.")
    return incident_record(found)


class Filters:
    """What a list of claims is narrowed to."""

    def __init__(
        self,
        q: Words = "",
        kind: ClaimKind | None = None,
        type: Words = "",  # noqa: A002 - the name in the address
        actor: Words = "",
        place: Words = "",
        speaker: Words = "",
    ) -> None:
        self.wanted = Wanted(q, kind, type or None, actor or None, place or None, speaker or None)


@router.get("/claims", response_model=PageShape[StatedShape])
def all_claims(desk: At, filters: Annotated[Filters, Depends()], part: Some, day: Day = None) -> dict[str, object]:
    """Claims in force, those of the latest day first, narrowed by words, kind, type, actor, place, speaker and day."""
    w = filters.wanted
    with reading(desk.ledger) as connection:
        found = claims(connection, Wanted(w.words, w.kind, w.type, w.actor, w.place, w.speaker, None, day))
    return part.of(found.items, stated_record, cut=found.cut)


@router.get("/claim/{name}", response_model=StatedShape)
def claim(desk: At, name: Id) -> Record:
    """One claim, as people left it."""
    with reading(desk.ledger) as connection:
        found = claim_with_review(connection, name)
    if found is None:
        raise HTTPException(404, f"The ledger holds no claim {name!r}.")
    return stated_record(found)


@router.get("/documents", response_model=PageShape[SourceShape])
def all_documents(desk: At, part: Some, q: Words = "", publisher: Words = "", day: Day = None) -> dict[str, object]:
    """Documents in force, the latest first, narrowed by words, publisher and the day they became known."""
    with reading(desk.ledger) as connection:
        found = documents(connection, Wanted(q, publisher=publisher or None, day=day))
    return part.of(found.items, source_record, cut=found.cut)


@router.get("/document/{name}", response_model=DocumentShape)
def document(desk: At, name: Id) -> Record:
    """One document with its text and claims."""
    with reading(desk.ledger) as connection:
        found = document_by_id(connection, name)
        told = claims_with_reviews(connection, name) if found else ()
    if found is None:
        raise HTTPException(404, f"The ledger holds no document {name!r}.")
    return document_record(found, told)


@router.get("/actors", response_model=PageShape[NameShape])
def actors(desk: At, asked: Asked, part: Some) -> dict[str, object]:
    """The actors of the situation, the most named first."""
    return part.of(names.actors(desk.situations.of(asked).situation.claims), name_record)


@router.get("/places", response_model=PageShape[NameShape])
def places(desk: At, asked: Asked, part: Some) -> dict[str, object]:
    """The places of the situation, the most named first."""
    return part.of(names.places(desk.situations.of(asked).situation.claims), name_record)


@router.get("/search", response_model=PageShape[HitShape])
def found(desk: At, q: Annotated[str, Query(min_length=1, max_length=LONGEST_WORDS)], part: Some) -> dict[str, object]:
    """Claims, then documents, that hold all the words."""
    with reading(desk.ledger) as connection:
        hits = Listed(search(connection, [q]), cut=False)
    return part.of(hits.items, _hit, cut=hits.cut)


def _hit(hit: Hit) -> Record:
    return {
        "noun": hit.noun, "id": hit.id, "document": hit.document, "known": hit.known, "publisher": hit.publisher,
        "words": hit.words,
    }  # fmt: skip


@router.get("", include_in_schema=False)
def described(request: Request, desk: At) -> HTMLResponse:
    """The description for people, from the same OpenAPI document."""
    return page(request, desk, "api.html", {"api": request.app.openapi()})
