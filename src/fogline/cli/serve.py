"""``fogline serve``: the living page over a ledger, on this machine."""

from __future__ import annotations

import getpass
import os
from ipaddress import ip_address
from typing import TYPE_CHECKING

import click

from fogline.cli.settings import settings
from fogline.errors import TokenMissing

if TYPE_CHECKING:
    from fogline.ledger.connection import Ledger


@click.command()
@click.option("--ledger", "target", metavar="L", help="The ledger; made where there is none. Default: fogline.db.")
@click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="The port.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address; any but this machine's own needs a token."
)
@click.option(
    "--token", envvar="FOGLINE_TOKEN", metavar="WORDS", help="Ask for this token. Better set as $FOGLINE_TOKEN."
)
@click.option(
    "--name", "names", multiple=True, help="A host name that means this server, for a proxy in front. Repeatable."
)
@click.option("--as", "person", metavar="NAME", help="Who signs the decisions made here. Default: your user name.")
def command(
    target: str | None, port: int, host: str, token: str | None, names: tuple[str, ...], person: str | None
) -> int:
    """Serve the situation, its claims and documents as pages, with a read-only JSON interface under /api."""
    import uvicorn

    from fogline.web.app import Serving, create_app

    loopback = _is_loopback(host)
    if not loopback and not token:
        raise TokenMissing(host)
    serving = Serving(_ledger(target), settings(), person or _user(), token, (*names, host), loopback)
    click.echo(f"http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl-C ends it)", err=True)
    uvicorn.run(
        create_app(serving),
        host=host,
        port=port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        timeout_keep_alive=20,
    )
    return 0


def _ledger(target: str | None) -> Ledger:
    from fogline.ledger.upgrade import created

    return created(target or settings().ledger)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in a container
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "user"
