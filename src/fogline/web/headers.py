"""What every answer carries, and whom the server listens to: no frame, no foreign script, no foreign name."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guarded:
    """Sets the headers and refuses a ``Host`` that is none of ours: a foreign name that points here is DNS rebinding."""

    def __init__(self, app: ASGIApp, names: Iterable[str], *, loopback: bool) -> None:
        self._app, self._names, self._loopback = app, frozenset(n.lower() for n in names), loopback

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        host = Headers(scope=scope).get("host", "")
        if known_host(host, self._names, loopback=self._loopback):
            await self._app(scope, receive, guarded)
        else:
            await PlainTextResponse("Unknown host name.", 421)(scope, receive, guarded)


def known_host(host: str, names: frozenset[str], *, loopback: bool) -> bool:
    """Whether a ``Host`` header means this server: a number, ``localhost`` or one of ``names``.

    An attacker's page reaches a private server only under a *name* of the attacker's; bare numbers are safe. Bound to
    loopback, only loopback's numbers are.
    """
    name = _without_port(host).lower()
    if name in names or name == "localhost":
        return True
    try:
        number = ip_address(name.strip("[]"))
    except ValueError:
        return False
    return number.is_loopback or not loopback


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0]


class Bounded:
    """Refuses a request body of more bytes than its path may carry, while it comes in."""

    def __init__(self, app: ASGIApp, most: dict[str, int], otherwise: int) -> None:
        self._app, self._most, self._otherwise = app, most, otherwise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most.get(scope["path"], self._otherwise)
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdecimal() or int(declared) > most:
            await _too_much(most)(scope, receive, send)
            return
        seen, started = 0, False

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise TooMuch
            return message

        async def noted(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, counted, noted)
        except TooMuch:
            if not started:
                await _too_much(most)(scope, receive, send)


class TooMuch(Exception):
    """More bytes than the path may carry."""


def _too_much(most: int) -> PlainTextResponse:
    return PlainTextResponse(f"Refused: more than {most:,} bytes in one request. Send fewer or smaller files.", 413)
