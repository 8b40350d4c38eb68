"""Bringing reports: a form, a page that shows how far they are, and the events behind it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.datastructures import FormData, UploadFile

from fogline.model.raw import Hints, Raw
from fogline.web.desk import At
from fogline.web.forms import form_of, words
from fogline.web.question import day
from fogline.web.uploads import FILE, FILES, MEGABYTE, TOTAL, Brought, Outcome, Progress, Uploads
from fogline.web.views import page
from fogline.web.words import clean

router = APIRouter(include_in_schema=False)
LOOK = 0.2  # seconds between two looks at the progress
PASTED = 2_000_000  # characters of a pasted text


@router.get("/add")
def add(request: Request, desk: At) -> Response:
    """The form."""
    limits = {"file": FILE // MEGABYTE, "files": FILES, "total": TOTAL // MEGABYTE}
    return page(request, desk, "add.html", {"limits": limits})


@router.post("/uploads")
async def bring(request: Request, desk: At) -> Response:
    """Files, or a pasted text, into the line. Scripts get the address of the progress, browsers are led there."""
    form = await form_of(request, desk, FILES)
    try:
        brought = await brought_in(form)
    finally:
        await form.close()
    if not brought.raws and not brought.refused:
        raise HTTPException(400, "Nothing was brought: choose files, or paste a text.")
    target = f"/uploads/{desk.uploads.bring(brought)}"
    if request.headers.get("accept", "").startswith("application/json"):
        return JSONResponse({"progress": target})
    return RedirectResponse(target, 303)


@router.get("/uploads/{name}")
def progress(request: Request, desk: At, name: str) -> Response:
    """How far it is; ends on the new situation."""
    found = known(desk.uploads, name)
    if found.done:
        return RedirectResponse(f"/?upload={name}", 303)
    return page(request, desk, "upload.html", {"progress": found})


@router.get("/uploads/{name}/events")
def events(request: Request, desk: At, name: str) -> StreamingResponse:
    """The progress as server-sent events, one whenever it changes, until it is done."""
    known(desk.uploads, name)
    return StreamingResponse(told(request, desk.uploads, name), media_type="text/event-stream")


async def told(request: Request, uploads: Uploads, name: str) -> AsyncIterator[str]:
    """The events of one upload."""
    last: Progress | None = None
    while not await request.is_disconnected():
        now = uploads.progress(name)
        if now is None:
            return
        if now != last:
            yield f"data: {json.dumps({**asdict(now), 'share': now.share})}\n\n"
            last = now
        if now.done:
            return
        await asyncio.sleep(LOOK)


def known(uploads: Uploads, name: str) -> Progress:
    """The upload. Raises ``HTTPException`` 404 for one that is none."""
    found = uploads.progress(name)
    if found is None:
        raise HTTPException(
            404, "No upload of that name is remembered: it was long ago, or the server began anew since."
        )
    return found


async def brought_in(form: FormData) -> Brought:
    """Files within the limits, the pasted text as one of them. Raises ``DayWrong``."""
    published = day({"published": words(form, "published")}, "published")
    raws: list[Raw] = []
    refused: list[Outcome] = []
    for file in form.getlist("files"):
        if isinstance(file, UploadFile) and (file.filename or file.size):
            name = str(clean(file.filename or "file"))[:200]
            data = await file.read(FILE + 1)
            if len(data) > FILE:
                refused.append(
                    Outcome(name, "refused", f"{name}: larger than {FILE // MEGABYTE} MB, not read. Split it.")
                )
            else:
                raws.append(Raw(name.rsplit("/", 1)[-1].rsplit("\\", 1)[-1], data))
    text = words(form, "text", PASTED)
    if text:
        hints = Hints(title=words(form, "title", 300) or None, publisher=words(form, "publisher", 200) or None)
        raws.append(Raw("pasted text.txt", text.encode(), "text/plain; charset=utf-8", hints=hints))
    return Brought(tuple(raws), published.isoformat() if published else None, tuple(refused))
