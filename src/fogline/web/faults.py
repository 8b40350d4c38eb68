"""What is answered when something is wrong: a page for people, JSON for programs, always with the reason."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException as StarletteError

from fogline.errors import FoglineError, LedgerFull, LedgerLocked, LedgerUnreachable, NothingNamed
from fogline.web.headers import HEADERS
from fogline.web.uploads import LineFull
from fogline.web.views import page

LATER = (LedgerLocked, LedgerFull, LedgerUnreachable, LineFull)
BUG = "This is a bug of ours. What was stored before is safe; please report it with what you did."


def add_handlers(app: FastAPI) -> None:
    """Every kind of error with its answer."""
    app.add_exception_handler(FoglineError, _ours)
    app.add_exception_handler(StarletteError, _http)
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(Exception, _bug)


def answer(request: Request, status: int, reason: str) -> Response:
    """The reason, as a page or as JSON."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": reason}, status)
    return page(request, request.app.state.desk, "error.html", {"status": status, "reason": reason}, status=status)


def _ours(request: Request, error: Exception) -> Response:
    status = 404 if isinstance(error, NothingNamed) else 503 if isinstance(error, LATER) else 400
    return answer(request, status, str(error))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, StarletteError)
    missing = error.status_code == 404 and error.detail == "Not Found"
    found = answer(request, error.status_code, "There is no such page." if missing else str(error.detail))
    for name, value in (error.headers or {}).items():
        found.headers[name] = value
    return found


def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    reasons = "; ".join(f"{'.'.join(str(part) for part in e['loc'][1:])}: {e['msg']}" for e in error.errors())
    return answer(request, 422, reasons)


def _bug(request: Request, _error: Exception) -> Response:
    """The server writes the traceback to standard error; this answer leaves outside of what sets the headers."""
    found = answer(request, 500, BUG)
    found.headers.update(HEADERS)
    return found
