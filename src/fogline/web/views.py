"""From values to an answer: a page in the common layout, a table as CSV, a way back after a form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from fogline.web.desk import Desk
from fogline.web.listing import Place
from fogline.web.question import Question, path_of
from fogline.web.tokens import COOKIE

INSIDE = re.compile(r"^/(?![/\\])[^\s\\]*$")  # a path of ours, never another host


def page(
    request: Request, desk: Desk, template: str, values: Mapping[str, object], *, status: int = 200
) -> HTMLResponse:
    """A page in the layout. Sets a session where there is none: forms need one."""
    session = request.cookies.get(COOKIE, "")
    fresh = not desk.door.known(session)
    session = desk.door.session(inside=False) if fresh else session
    asked = values.get("asked") or Question()
    assert isinstance(asked, Question)
    layout = {
        "form_token": desk.door.form_token(session),
        "person": desk.person,
        "asked": asked,
        "here": address_of(request),
        "guarded": desk.door.asks,
    }
    content = desk.templates.get_template(f"serve/{template}").render(layout | links(asked) | dict(values))
    response = HTMLResponse(content, status)
    if fresh:
        keep_session(response, session)
    return response


def keep_session(response: Response, session: str) -> None:
    """Give the browser its session: no script reads it, no other site sends it."""
    response.set_cookie(COOKIE, session, httponly=True, samesite="strict", path="/")


def links(asked: Question) -> dict[str, object]:
    """How parts of a page lead to other pages, keeping the question."""
    return {
        "claim_at": lambda claim: asked.address(f"/claim/{claim}"),
        "incident_at": lambda incident: asked.address(f"/incident/{incident.id}"),
        "address": asked.address,
        "path_of": path_of,
    }


Rows = Callable[[str], str]


def download(request: Request, **lists: Rows) -> Response | None:
    """The list asked for as CSV (the first where none is named), in the order asked for; ``None`` where a page is wanted."""
    if request.query_params.get("format") != "csv":
        return None
    name = request.query_params.get("list", "")
    name = name if name in lists else next(iter(lists))
    return table(name, lists[name](request.query_params.get("sort", "")))


def table(name: str, content: str) -> Response:
    """A table as a download."""
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


def place_of(request: Request) -> Place:
    """Where the lists of this page stand."""
    return Place(request.url.path, dict(request.query_params))


def address_of(request: Request) -> str:
    """Path and parameters of this page, to come back to."""
    query = request.url.query
    return f"{request.url.path}?{query}" if query else request.url.path


def back(to: str, otherwise: str = "/") -> RedirectResponse:
    """After a form: the page that it was on, never another host."""
    return RedirectResponse(own_path(to, otherwise), 303)


def own_path(to: str, otherwise: str = "/") -> str:
    """The address if it is a path of ours, else the other one."""
    parts = urlsplit(to)
    return to if INSIDE.match(to) and not parts.scheme and not parts.netloc else otherwise
