"""What people bring to a running server, opened and read in a process of its own: a hostile file can end that, not the server."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import TypeVar, cast

from fogline.config import Settings
from fogline.documents.load import load
from fogline.errors import ReaderEnded
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found, Issue
from fogline.model.raw import Raw
from fogline.run.local import read_one
from fogline.sources.expand import expand
from fogline.sources.limits import Limits

T = TypeVar("T")
SECONDS = (
    300.0  # for one file or one document; the first includes loading the parser and perhaps building the gazetteer
)
MEMORY = 6_000_000_000  # bytes of address space, where the system can bound it; reading takes about 1.5


@dataclass(frozen=True, slots=True)
class Opening:
    """A file to open; ``published`` is the user's word for the day."""

    raw: Raw
    limits: Limits
    published: str | None = None


Task = Opening | Document
Result = Found[Document] | Found[Claim]


class Reader:
    """One reading process, started when first asked and again after it ended. One question at a time."""

    def __init__(self, settings: Settings, seconds: float = SECONDS) -> None:
        self._settings, self._seconds = settings, seconds
        self._lock = Lock()
        self._running: tuple[SpawnProcess, Connection] | None = None

    def opened(self, opening: Opening) -> Found[Document]:
        """The documents in a file, archives taken apart. Raises ``ReaderEnded`` where it cost the process its life."""
        return cast(Found[Document], self._ask(opening, opening.raw.name))

    def read(self, document: Document) -> Found[Claim]:
        """The claims of a document. Raises ``ReaderEnded``."""
        return cast(Found[Claim], self._ask(document, document.title or document.id))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _ask(self, task: Task, name: str) -> Result:
        with self._lock:
            self._running = self._running or _started(self._settings)
            line = self._running[1]
            try:
                line.send(task)
                if line.poll(self._seconds):
                    answer: Result = line.recv()
                    return answer
            except (EOFError, OSError) as error:
                self._end()
                raise ReaderEnded(name, "it needed too much memory, or made the reader fail") from error
            self._end()
            raise ReaderEnded(name, f"it took longer than {self._seconds:.0f} seconds")

    def _end(self) -> None:
        if self._running is not None:
            process, line = self._running
            process.kill()
            process.join()
            line.close()
            self._running = None


def _started(settings: Settings) -> tuple[SpawnProcess, Connection]:
    context = multiprocessing.get_context("spawn")  # the same on Linux, macOS and Windows
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, settings), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _serve(line: Connection, settings: Settings) -> None:
    """The life of the reading process: answer until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the server, which ends this
    _bound_memory()
    while True:
        try:
            task: Task = line.recv()
        except EOFError:
            return
        line.send(_opened(task) if isinstance(task, Opening) else read_one(task, settings))


def _opened(task: Opening) -> Found[Document]:
    documents: list[Document] = []
    issues: list[Issue] = []
    for raw in expand(task.raw, task.limits):
        found = Found((), (raw,)) if isinstance(raw, Issue) else load(raw, task.published)
        documents += found.items
        issues += found.issues
    return Found(tuple(documents), tuple(issues))


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
