"""A PostgreSQL server of the tests' own: in a folder of its own, on a socket, gone at the end.

PostgreSQL refuses to run as root; there it runs as the user that Debian's package makes. Benchmarks start the same server.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

LEAST = 15  # the oldest version supported
DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = ("postgres", "nobody")
STARTING = 30.0  # seconds
ORDER = ("--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8", "--encoding=UTF8")
"""A server that sorts as people do: whoever relies on the order of code points is found out."""


class ServerMissing(Exception):
    """The tests need a server that is not installed."""

    def __init__(self) -> None:
        super().__init__(
            f"The tests need PostgreSQL {LEAST} or newer: expected {DEBIAN}/{LEAST}/bin/postgres or postgres on the path. "
            "Install it (Debian: apt-get install postgresql)."
        )


@dataclass(frozen=True)
class Server:
    """A running server. Each ``database()`` is new and empty."""

    folder: Path
    numbers: Iterator[int]

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"ledger{next(self.numbers)}"
        self.say(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"postgresql://fogline@/{name}?host={self.folder}"

    def drop(self, target: str) -> None:
        """Delete a database, whoever is still connected to it."""
        name = target.split("@/")[1].partition("?")[0]
        self.say(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def say(self, statement: sql.Composed | sql.SQL) -> None:
        """Run a statement as the server's owner."""
        with psycopg.connect(f"postgresql://fogline@/postgres?host={self.folder}", autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def served(*settings: str) -> Iterator[Server]:
    """A server with the settings (``fsync=off``), stopped and removed at the end. Raises ``ServerMissing``."""
    programs, user = _programs(), _user()
    folder = Path(tempfile.mkdtemp(prefix="fogline-pg-", dir="/tmp"))  # a socket's path must be short
    if user:
        shutil.chown(folder, user)
    try:
        made: list[str | Path] = [
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "fogline",
            "-A",
            "trust",
            "--no-sync",
            *ORDER,
        ]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=user, group=user and _group(user))
        options = [f"-c{setting}" for setting in ("listen_addresses=", *settings)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", folder / "data", "-k", folder, *options],
                stdout=log, stderr=log, cwd=folder, user=user, group=user and _group(user),
            )  # fmt: skip
        try:
            _wait(folder, process)
            yield Server(folder, count(1))
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is needed any more
            process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The newest installed."""
    folders = sorted(DEBIAN.glob("[0-9]*/bin/postgres"), key=lambda p: int(p.parts[-3]))
    found = str(folders[-1]) if folders else shutil.which("postgres")
    if found is None:
        raise ServerMissing
    told = subprocess.run([found, "--version"], check=True, capture_output=True, text=True).stdout
    if int(told.split()[2].split(".")[0]) < LEAST:
        raise ServerMissing
    return Path(found).resolve().parent


def _user() -> str | None:
    """Whom the server runs as: ourselves, but for root somebody with fewer rights."""
    if os.getuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _group(user: str) -> int:
    return pwd.getpwnam(user).pw_gid


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        try:
            psycopg.connect(f"postgresql://fogline@/postgres?host={folder}").close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text()}")
