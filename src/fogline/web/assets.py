"""Styles and scripts: the files of one folder, by name, nothing else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

router = APIRouter(include_in_schema=False)
KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@router.get("/assets/{name}")
def asset(name: str) -> Response:
    """A file of ``web/assets``. Names are looked up in a list, never put into a path."""
    content = _held().get(name)
    if content is None:
        raise HTTPException(404, "There is no such file.")
    kind = KINDS[name[name.rindex(".") :]]
    return Response(content, media_type=kind, headers={"cache-control": "private, max-age=600"})


@cache
def _held() -> dict[str, bytes]:
    folder = files("fogline.web") / "assets"
    return {f.name: f.read_bytes() for f in folder.iterdir() if f.is_file() and f.name[f.name.rfind(".") :] in KINDS}
