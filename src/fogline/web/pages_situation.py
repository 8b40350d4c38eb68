"""The front page: the situation asked for, and its tables as lists and downloads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from markupsafe import Markup

from fogline.model.stated import Source
from fogline.web import columns, names
from fogline.web.asking import Answer
from fogline.web.atlas import colours
from fogline.web.days import Drawing, days_json, packed
from fogline.web.desk import Asking, At, Desk
from fogline.web.facts import by_day
from fogline.web.listing import Column, T, as_csv, listing
from fogline.web.page import known
from fogline.web.question import Question, question
from fogline.web.region import Base, Region, base, country_of
from fogline.web.views import download, links, page, place_of

router = APIRouter(include_in_schema=False)
MOST_DAYS = 31  # links of the slider
LISTS = (
    "figures",
    "control",
    "timeline",
    "incidents",
    "episodes",
    "actors",
    "places",
    "sources",
    "documents",
    "relations",
    "claims",
)


@router.get("/")
def front(request: Request, desk: At, asked: Asking, upload: str = "") -> Response:
    """The situation."""
    answer = desk.situations.of(asked)
    values = {
        "asked": asked,
        "answer": answer,
        "drawn": desk.drawn.of((answer.revision, asked), lambda: drawn(desk, answer)),
        "days": slider(answer.situation.sources.documents, asked),
        "upload": desk.uploads.progress(upload),
        "lists": LISTS,
    }
    return page(request, desk, "situation.html", values)


@router.get("/list/{name}")
def one_list(request: Request, desk: At, asked: Asking, name: str) -> Response:
    """One table of the situation, sorted and downloaded as asked."""
    answer = desk.situations.of(asked)
    situation = answer.situation
    if name == "figures":
        return shown(request, desk, name, columns.figures(asked), situation.figures)
    if name == "control":
        return shown(request, desk, name, columns.control(asked), situation.control)
    if name == "timeline":
        return shown(request, desk, name, columns.moments(asked), situation.timeline)
    if name == "incidents":
        return shown(request, desk, name, columns.incidents(asked), situation.incidents)
    if name == "episodes":
        return shown(request, desk, name, columns.episodes(asked), situation.episodes)
    if name == "claims":
        return shown(request, desk, name, columns.heard(asked), situation.claims)
    if name == "documents":
        return shown(request, desk, name, columns.documents(asked), situation.sources.documents)
    if name == "relations":
        nodes = {n.id: n.name for n in situation.network.nodes}
        return shown(request, desk, name, columns.edges(nodes, asked), situation.network.edges)
    if name in {"actors", "places", "sources"}:
        counted = {"actors": names.actors, "places": names.places, "sources": names.publishers}[name]
        return shown(request, desk, name, columns.names(name[:-1], asked), counted(situation.claims))
    raise HTTPException(404, f"There is no list {name!r}. Lists: {', '.join(LISTS)}.")


def shown(request: Request, desk: Desk, name: str, wanted: Sequence[Column[T]], items: Sequence[T]) -> Response:
    """A list as a page, or as CSV."""
    place = place_of(request)
    made = download(request, **{name: lambda sort: as_csv(wanted, items, sort)})
    values = {"listing": listing(name, wanted, items, place), "name": name, "lists": LISTS}
    return made or page(request, desk, "list.html", values | {"asked": question(request.query_params)})


def drawn(desk: Desk, answer: Answer) -> Markup:
    """The parts of the situation as markup: what costs most, and is the same for every reader."""
    found, asked = answer.situation, answer.asked
    region = country_of(found, desk.shapes)
    shown = {m.incident for m in found.timeline}
    to = {noun: asked.address(f"/{noun}/{{}}").replace("%7B%7D", "{}") for noun in ("claim", "incident")}
    values = {
        "state": known(found, region),
        "s": found,
        "at": "",
        "base": _base(desk, region) if region else None,
        "told": [i for i in by_day(found.incidents) if i.id in shown],
        "data": packed(days_json([found], Drawing(region, colours(found.control), to))),
    }
    template = desk.templates.get_template("serve/parts.html")
    return Markup(template.render(links(asked) | values))  # noqa: S704 - our own template, escaped there


def _base(desk: Desk, region: Region) -> Base:
    """The base map of a region: drawn once, it changes with no day."""
    name = f"{[c.iso for c in region.countries]} {region.frame}"
    return desk.bases.of(name, lambda: base(region, desk.shapes))


def slider(documents: Sequence[Source], asked: Question) -> tuple[date, ...]:
    """Days on which more became known, around the one asked for: at most ``MOST_DAYS``."""
    days = sorted({s.known for s in documents} | ({asked.known} if asked.known else set()))
    every = -(-len(days) // MOST_DAYS) or 1
    return tuple(days[::-every][::-1])
