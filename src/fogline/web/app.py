"""The server: pages, the JSON interface and uploads over one ledger, behind one door."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI
from jinja2 import Environment
from starlette.middleware.gzip import GZipMiddleware

from fogline.config import Settings
from fogline.ledger.connection import Ledger
from fogline.run.intake import Reader
from fogline.web import (
    api,
    assets,
    gate,
    pages_decisions,
    pages_issues,
    pages_names,
    pages_review,
    pages_search,
    pages_situation,
    pages_things,
    pages_uploads,
    words,
)
from fogline.web.asking import Situations
from fogline.web.desk import Desk
from fogline.web.faults import add_handlers
from fogline.web.headers import Bounded, Guarded
from fogline.web.kept import Kept
from fogline.web.page import environment
from fogline.web.shapes import load_shapes
from fogline.web.tokens import Attempts, Clock, Door
from fogline.web.uploads import MEGABYTE, TOTAL, Uploads

PAGES = 32  # drawn situations in memory, about 1 MB each
FORM = MEGABYTE // 4  # bytes of any other form
ROUTERS = (
    pages_situation.router,
    pages_things.router,
    pages_names.router,
    pages_search.router,
    pages_issues.router,
    pages_review.router,
    pages_uploads.router,
    pages_decisions.router,
    gate.router,
    assets.router,
    api.router,
)


def templates() -> Environment:
    """The templates of a situation's page, with what only the server's pages need."""
    made = environment()
    made.filters["days"] = words.days
    return made


@dataclass(frozen=True, slots=True)
class Serving:
    """What to serve, and to whom: ``token`` ``None`` asks nobody; ``names`` are host names that mean this server."""

    ledger: Ledger
    settings: Settings
    person: str
    token: str | None = None
    names: Sequence[str] = ()
    loopback: bool = True


def create_app(serving: Serving, clock: Clock = time.monotonic) -> FastAPI:
    """The application of one ledger. Reading processes start with the first upload and end with the application."""
    situations = Situations(serving.ledger)
    desk = Desk(
        ledger=serving.ledger,
        situations=situations,
        shapes=load_shapes(),
        door=Door(serving.token),
        attempts=Attempts(clock),
        uploads=Uploads(serving.ledger, Reader(serving.settings), situations.touched),
        templates=templates(),
        drawn=Kept(PAGES),
        bases=Kept(PAGES),
        person=serving.person,
        settings=serving.settings,
    )

    @asynccontextmanager
    async def living(_app: FastAPI) -> AsyncIterator[None]:
        yield
        desk.uploads.close()
        situations.close()

    app = FastAPI(
        title="Fogline",
        summary="What reports say, and who says so",
        lifespan=living,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = desk
    for router in ROUTERS:
        app.include_router(router)
    add_handlers(app)
    app.add_middleware(Bounded, most={"/uploads": TOTAL + MEGABYTE}, otherwise=FORM)
    app.add_middleware(gate.Gate, desk=desk)
    app.add_middleware(GZipMiddleware, minimum_size=2000, compresslevel=5)
    app.add_middleware(Guarded, names=serving.names, loopback=serving.loopback)
    return app
