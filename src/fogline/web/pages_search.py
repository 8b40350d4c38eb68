"""Search: full text over documents and claims, narrowed by what the claims tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from fastapi import APIRouter, Request
from fastapi.responses import Response

from fogline.ledger.browse import Listed, Wanted, claims, documents
from fogline.ledger.connection import reading
from fogline.model.incident import Status
from fogline.model.mention import ClaimKind
from fogline.model.stated import Source, Stated
from fogline.web import columns
from fogline.web.desk import Asking, At, Desk
from fogline.web.listing import as_csv, listing
from fogline.web.question import LONGEST_WORDS, Question, day
from fogline.web.views import download, page, place_of

router = APIRouter(include_in_schema=False)
KINDS: tuple[str, ...] = get_args(ClaimKind)
STATUSES: tuple[str, ...] = get_args(Status)
NOTHING: Listed[Source] = Listed((), cut=False)
FILTERS = ("q", "kind", "type", "actor", "place", "speaker", "publisher", "status", "day")


@router.get("/search")
def search(request: Request, desk: At, asked: Asking) -> Response:
    """Claims and documents that hold the words and pass the filters."""
    given = {name: request.query_params.get(name, "").strip()[:LONGEST_WORDS] for name in FILTERS}
    found = looked_up(desk, given, asked)
    place = place_of(request)
    wanted = download(
        request,
        claims=lambda sort: as_csv(columns.claims(asked), found[0].items, sort),
        documents=lambda sort: as_csv(columns.documents(asked), found[1].items, sort),
    )
    if wanted is not None:
        return wanted
    values = {
        "given": given,
        "any": any(given.values()),
        "kinds": KINDS,
        "statuses": STATUSES,
        "claims": listing("claims", columns.claims(asked), found[0].items, place, cut=found[0].cut),
        "documents": listing("documents", columns.documents(asked), found[1].items, place, cut=found[1].cut),
    }
    return page(request, desk, "search.html", values)


def looked_up(desk: Desk, given: Mapping[str, str], asked: Question) -> tuple[Listed[Stated], Listed[Source]]:
    """The claims, and the documents where only words, publisher and day narrow the search. Raises ``DayWrong``."""
    if not any(given.values()):
        return Listed((), cut=False), NOTHING
    wanted = wish(given)
    with reading(desk.ledger) as connection:
        told = claims(connection, wanted)
        texts = documents(connection, wanted) if only_texts(given) else NOTHING
    if given.get("status"):
        told = Listed(attested(desk, told.items, given["status"], asked), told.cut)
    return told, texts


def wish(given: Mapping[str, str]) -> Wanted:
    """The filters as the ledger takes them."""
    return Wanted(
        words=given.get("q", ""),
        kind=given.get("kind") or None,
        type=given.get("type") or None,
        actor=given.get("actor") or None,
        place=given.get("place") or None,
        speaker=given.get("speaker") or None,
        publisher=given.get("publisher") or None,
        day=day(given, "day"),
    )


def only_texts(given: Mapping[str, str]) -> bool:
    """Whether a document can answer: it has words, a publisher and a day, but no kind, actor or place of its own."""
    return not any(given.get(name) for name in ("kind", "type", "actor", "place", "speaker", "status"))


def attested(desk: Desk, found: Sequence[Stated], status: str, asked: Question) -> tuple[Stated, ...]:
    """Those whose incident, in the situation asked for, is so attested."""
    incidents = desk.situations.of(asked).of_claim
    return tuple(s for s in found if (i := incidents.get(s.claim.id)) is not None and i.status == status)
