"""The door of a guarded server: who has no token sees the login and the style, nothing else."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from fogline.web.desk import At, Desk
from fogline.web.forms import form_of, words
from fogline.web.tokens import COOKIE
from fogline.web.views import address_of, keep_session, own_path, page

router = APIRouter(include_in_schema=False)
OPEN = ("/login", "/assets/")


class Gate:
    """Lets through what may pass without a token, and who has given it: by cookie, or to the JSON interface by header."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not self._desk.door.asks or scope["path"].startswith(OPEN):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        if self._desk.door.admits(request.cookies.get(COOKIE, "")) or self._bearer(request):
            await self._app(scope, receive, send)
            return
        await self._refusal(request)(scope, receive, send)

    def _bearer(self, request: Request) -> bool:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or self._desk.attempts.wait(client_of(request)) > 0:
            return False
        right = self._desk.door.right(given.strip())
        if not right:
            self._desk.attempts.wrong(client_of(request))
        return right

    def _refusal(self, request: Request) -> Response:
        wait = self._desk.attempts.wait(client_of(request))
        if request.url.path.startswith("/api/"):
            headers = {"www-authenticate": "Bearer"} | ({"retry-after": str(int(wait) + 1)} if wait else {})
            reason = (
                "Too many wrong tokens; wait." if wait else "This server asks for its token: Authorization: Bearer …"
            )
            return JSONResponse({"error": reason}, 429 if wait else 401, headers)
        return RedirectResponse(f"/login?to={quote(address_of(request), safe='')}", 303)


def client_of(request: Request) -> str:
    """Whose attempts are counted together."""
    return request.client.host if request.client else "unknown"


@router.get("/login")
def login_page(request: Request, desk: At, to: str = "/") -> HTMLResponse:
    """The form that asks for the token."""
    return page(request, desk, "login.html", {"to": own_path(to), "wrong": ""})


@router.post("/login")
async def login(request: Request, desk: At) -> Response:
    """Give the token, get a session that is inside."""
    form = await form_of(request, desk)
    to = own_path(words(form, "to"))
    wait = desk.attempts.wait(client_of(request))
    if wait > 0:
        reason = f"Too many wrong tokens. Try again in {int(wait) + 1} seconds."
        refused = page(request, desk, "login.html", {"to": to, "wrong": reason}, status=429)
        refused.headers["retry-after"] = str(int(wait) + 1)
        return refused
    if not desk.door.right(words(form, "password")):
        desk.attempts.wrong(client_of(request))
        return page(request, desk, "login.html", {"to": to, "wrong": "That is not the token."}, status=401)
    response = RedirectResponse(to, 303)
    keep_session(response, desk.door.session(inside=True))
    return response
