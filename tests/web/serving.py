"""A small server over a ledger, in this process or behind a real socket."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient
from tests.reports import Fields, counted, report, told
from tests.situations import Told, filled
from tests.web.conftest import HOSTILE, NAME

from fogline.config import Settings
from fogline.ledger.connection import opened
from fogline.ledger.upgrade import created
from fogline.web.app import Serving, create_app

BASE = "http://127.0.0.1:8765"
SETTINGS = Settings(cache=Settings().cache.expanduser())


def war() -> list[Told]:
    """A toll that grows, an attack told by two papers, a capture that is denied, and a hostile text under an Arabic name."""
    rising = report(
        f"Monitors said 40 people were killed in Aleppo. {HOSTILE} Rebels left.", "2024-12-01", NAME, HOSTILE
    )
    taken = report("HTS seized Saraqib on Sunday.", "2024-12-02", "Daily Post")
    later = report("Monitors said 70 people were killed in Aleppo. Jets bombed Idlib.", "2024-12-03", "Daily Post")
    again = report("Warplanes bombed Idlib, residents said.", "2024-12-03", "Levant Post")
    denied = report("The army denied that HTS seized Saraqib.", "2024-12-03", "State Wire")
    toll = Fields(by="Monitors", place="Aleppo")
    bombed = Fields(place="Idlib", day="2024-12-02")
    by_residents = Fields(place="Idlib", day="2024-12-02", by="residents")
    held = Fields(place="Saraqib", day="2024-12-01", agents=("HTS",))
    not_held = Fields(place="Saraqib", day="2024-12-01", agents=("HTS",), stance="denied", by="Syrian army")
    return [
        (
            rising,
            [
                counted(rising, "40", "killed", 40, scope="cumulative", **toll),
                told(rising, "withdraws_from", "left", place="Aleppo", day="2024-11-30", agents=("Rebels",)),
            ],
        ),
        (taken, [told(taken, "takes", "seized", **held)]),
        (
            later,
            [
                counted(later, "70", "killed", 70, scope="cumulative", **toll),
                told(later, "ASSAULT", "bombed", **bombed),
            ],
        ),
        (again, [told(again, "ASSAULT", "bombed", **by_residents)]),
        (denied, [told(denied, "takes", "seized", **not_held)]),
    ]


def at_war(path: Path) -> Path:
    """A ledger file with that war."""
    created(str(path))
    return filled(path, war())


def application(ledger: Path, token: str | None = None, *, loopback: bool = True) -> FastAPI:
    """The application over a ledger file."""
    return create_app(Serving(opened(str(ledger)), SETTINGS, "Amal", token, ("desk.example",), loopback))


def client(app: FastAPI) -> TestClient:
    """A browser without scripts that follows nothing by itself."""
    return TestClient(app, base_url=BASE, follow_redirects=False, raise_server_exceptions=True)


def form_token(page: str) -> str:
    """The token of the first form of a page."""
    met = re.search(r'name="token" value="([^"]+)"', page)
    assert met is not None, "no form on the page"
    return met[1]


def first(pattern: str, page: str) -> str:
    """The first match of a pattern with one group."""
    met = re.search(pattern, page)
    assert met is not None, f"nothing like {pattern} on the page"
    return met[1].replace("&amp;", "&")


@contextmanager
def running(app: FastAPI) -> Iterator[str]:
    """The address of the application, served by a thread of this process on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(app, port=port, log_level="warning", access_log=False, timeout_graceful_shutdown=1)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
        assert thread.is_alive(), "the server did not start"
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
