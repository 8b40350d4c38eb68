"""Forms that change something: only from our own pages, and only with the token that came with the page."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.datastructures import FormData

from fogline.web.desk import Desk
from fogline.web.tokens import COOKIE

FIELDS = 40


async def form_of(request: Request, desk: Desk, files: int = 0) -> FormData:
    """The form of the request. Raises ``HTTPException`` 403 for one that another site sent, or a page of another session."""
    if not _same_site(request):
        raise HTTPException(403, "This form was sent from another site. Nothing was done.")
    form = await request.form(max_files=files, max_fields=FIELDS)
    given = form.get("token")
    if not isinstance(given, str) or not desk.door.form_right(request.cookies.get(COOKIE, ""), given):
        raise HTTPException(403, "The page is older than the server's session. Go back, load it again, and repeat.")
    return form


def words(form: FormData, name: str, most: int = 2000) -> str:
    """A text field, empty where it is not there."""
    value = form.get(name)
    return value.strip()[:most] if isinstance(value, str) else ""


def _same_site(request: Request) -> bool:
    """What the browser says of where the form stood. It gives no origin with a page that sends no referrer, as ours do."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is None or (origin == "null" and site is not None):
        return True
    return urlsplit(origin).netloc == request.headers.get("host")
