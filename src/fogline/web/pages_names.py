"""Everything that a situation tells about one name: an actor, a place, a publisher."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from fogline.ledger.browse import Wanted, documents
from fogline.ledger.connection import reading
from fogline.model.incident import Heard
from fogline.web import columns, names
from fogline.web.asking import Answer
from fogline.web.desk import Asking, At
from fogline.web.listing import as_csv, listing
from fogline.web.question import Question
from fogline.web.views import download, page, place_of

router = APIRouter(include_in_schema=False)


@router.get("/actor/{name:path}")
def actor(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """What an actor does, suffers and says, and its relations."""
    answer = desk.situations.of(asked)
    claims = told(answer, name, names.actor_keys)
    nodes = {n.id: n.name for n in answer.situation.network.nodes}
    edges = [
        e for e in answer.situation.network.edges if name in {e.source, e.target, nodes[e.source], nodes[e.target]}
    ]
    place = place_of(request)
    wanted = download(
        request,
        claims=lambda sort: as_csv(columns.heard(asked), claims, sort),
        relations=lambda sort: as_csv(columns.edges(nodes, asked), edges, sort),
    )
    if wanted is not None:
        return wanted
    acts = [h for h in claims if name in keys_of(h, "agents")]
    suffers = [h for h in claims if name in keys_of(h, "targets")]
    says = [h for h in claims if name in {n for s in h.stated.claim.attribution for n in (s.id, s.name)}]
    values = {
        "asked": asked,
        "title": title(claims, name, names.actors),
        "counts": (("acts in", len(acts)), ("suffers in", len(suffers)), ("says", len(says))),
        "claims": listing("claims", columns.heard(asked), claims, place),
        "relations": listing("relations", columns.edges(nodes, asked), edges, place),
    }
    return page(request, desk, "actor.html", values)


@router.get("/place/{name:path}")
def place(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """What is told to have happened at a place, its figures, and who is said to hold it."""
    answer = desk.situations.of(asked)
    claims = told(answer, name, names.place_keys)
    here = [s for s in answer.situation.incidents if s.place and name in {s.place.id, s.place.name}]
    wanted = download(
        request,
        claims=lambda sort: as_csv(columns.heard(asked), claims, sort),
        incidents=lambda sort: as_csv(columns.incidents(asked), here, sort),
    )
    if wanted is not None:
        return wanted
    values = {
        "asked": asked,
        "title": title(claims, name, names.places),
        "place": next(h.stated.claim.place for h in claims),
        "holdings": [h for h in answer.situation.control if name in {h.place.id, h.place.name}],
        "tolls": [t for t in answer.situation.figures if t.place and name in {t.place.id, t.place.name}],
        "incidents": listing("incidents", columns.incidents(asked), here, place_of(request)),
        "claims": listing("claims", columns.heard(asked), claims, place_of(request)),
    }
    return page(request, desk, "place.html", values)


@router.get("/source/{name:path}")
def source(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """What a publisher published: documents in the ledger, claims in the situation."""
    with reading(desk.ledger) as connection:
        found = documents(connection, Wanted(publisher=name))
    if not found.items:
        raise HTTPException(404, f"The ledger holds no document published by {name!r}.")
    answer = desk.situations.of(asked)
    claims = names.about(answer.situation.claims, name, names.publisher_keys)
    wanted = download(
        request,
        documents=lambda sort: as_csv(columns.documents(asked), found.items, sort),
        claims=lambda sort: as_csv(columns.heard(asked), claims, sort),
    )
    if wanted is not None:
        return wanted
    values = {
        "asked": asked,
        "title": name,
        "documents": listing("documents", columns.documents(asked), found.items, place_of(request), cut=found.cut),
        "claims": listing("claims", columns.heard(asked), claims, place_of(request)),
    }
    return page(request, desk, "source.html", values)


Keys = Callable[[Heard], Iterable[names.Keyed]]


def told(answer: Answer, name: str, keys: Keys) -> tuple[Heard, ...]:
    """The claims about a name. Raises ``HTTPException`` 404 where the situation does not name it."""
    claims = names.about(answer.situation.claims, name, keys)
    if not claims:
        where = "in the days and place asked for" if answer.asked != Question() else "in the last reports"
        raise HTTPException(
            404, f"Nothing {where} names {name!r}. Search the whole ledger for it, or choose other days."
        )
    return claims


def title(
    claims: Iterable[Heard], key: str, counted: Callable[[Iterable[Heard]], tuple[names.Name, ...]]
) -> names.Name:
    """The name as most claims give it."""
    return next(n for n in counted(claims) if key in {n.key, n.name})


def keys_of(heard: Heard, role: str) -> set[str | None]:
    """Identifiers and names of the actors in one role of a claim."""
    claim = heard.stated.claim
    actors = claim.agents if role == "agents" else claim.targets
    return {k for a in actors for k in (a.id, a.name)}
