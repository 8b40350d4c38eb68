"""Files and texts that people bring: read one after another behind the pages, with every outcome told."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from queue import Full, Queue
from secrets import token_hex
from threading import Lock, Thread

from fogline.errors import FoglineError
from fogline.ledger.connection import Ledger, writing
from fogline.ledger.write import add, add_issues
from fogline.model.document import Document
from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.run.intake import Opening, Reader
from fogline.sources.limits import Limits

MEGABYTE = 1_000_000
FILE, FILES, TOTAL = 25 * MEGABYTE, 60, 60 * MEGABYTE  # of one upload
WAITING = 4  # uploads in line: with TOTAL this bounds memory
REMEMBERED = 200  # uploads whose outcome can still be looked up
LOST = frozenset({"sources", "documents", "web"})  # stages whose issues cost a file or a part of it
SAID = {
    "added": "added",
    "known": "here before, left alone",
    "other_text": "not added: its id stands for another text",
    "forgotten": "not added: erased on request before",
    "refused": "refused",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file or document. ``said`` is one of ``SAID``; ``reason`` a sentence where it was refused."""

    name: str
    said: str
    reason: str = ""
    document: str | None = None
    claims: int = 0

    @property
    def words(self) -> str:
        """The outcome for people."""
        return SAID[self.said]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an upload is: ``files`` brought, ``opened`` so far, ``documents`` in them, ``read`` so far."""

    id: str
    files: int
    opened: int = 0
    documents: int = 0
    read: int = 0
    claims: int = 0
    done: bool = False
    outcomes: tuple[Outcome, ...] = ()

    @property
    def share(self) -> float:
        """0–1: opening is a tenth of the work."""
        if self.done:
            return 1.0
        reading = self.read / self.documents if self.documents else 0.0
        return 0.1 * self.opened / max(self.files, 1) + 0.9 * reading * self.opened / max(self.files, 1)

    def told(self, said: str) -> tuple[Outcome, ...]:
        """The outcomes of one kind."""
        return tuple(o for o in self.outcomes if o.said == said)


@dataclass(frozen=True, slots=True)
class Brought:
    """What came with one form; ``refused`` never reaches the reader."""

    raws: tuple[Raw, ...]
    published: str | None = None
    refused: tuple[Outcome, ...] = field(default=())


class LineFull(FoglineError):
    """Too many uploads wait."""

    def __init__(self) -> None:
        super().__init__(f"{WAITING} uploads wait already. Nothing of this one was kept; try again in a minute.")


class Uploads:
    """One thread that takes uploads in order; the reading itself happens in the reader's process. ``done`` is called before
    an upload counts as done.
    """

    def __init__(self, ledger: Ledger, reader: Reader, done: Callable[[], None]) -> None:
        self._ledger, self._reader, self._done = ledger, reader, done
        self._lock = Lock()
        self._known: OrderedDict[str, Progress] = OrderedDict()
        self._line: Queue[tuple[str, Brought] | None] = Queue(WAITING)
        self._thread: Thread | None = None

    def bring(self, brought: Brought) -> str:
        """Put an upload in line; the id under which its progress is told. Raises ``LineFull``."""
        name = token_hex(8)
        self._note(Progress(name, len(brought.raws), outcomes=brought.refused))
        try:
            self._line.put_nowait((name, brought))
        except Full as error:
            with self._lock:
                del self._known[name]
            raise LineFull from error
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._work, name="uploads", daemon=True)
                self._thread.start()
        return name

    def progress(self, name: str) -> Progress | None:
        """How far it is; ``None`` for one that was never brought, or long ago."""
        with self._lock:
            return self._known.get(name)

    def close(self) -> None:
        """Stop after the document at hand; what was added stays."""
        self._reader.close()

    def _work(self) -> None:
        while (taken := self._line.get()) is not None:
            name, brought = taken
            for raw in brought.raws:
                self._one(name, raw, brought.published)
            self._done()
            self._change(name, done=True)

    def _one(self, name: str, raw: Raw, published: str | None) -> None:
        try:
            found = self._reader.opened(Opening(raw, Limits(file=FILE, total=10 * TOTAL), published))
        except FoglineError as error:
            self._outcome(name, Outcome(raw.name, "refused", str(error)))
            self._change(name, opened=1)
            return
        self._change(name, opened=1, documents=len(found.items))
        for issue in found.issues:
            if issue.stage in LOST:
                self._outcome(name, Outcome(raw.name, "refused", issue.message))
        self._store_issues(name, [i for i in found.issues if i.stage in LOST])
        for document in found.items:
            self._outcome(name, self._added(document))
            self._change(name, read=1)

    def _added(self, document: Document) -> Outcome:
        title = document.title or document.id
        try:
            found = self._reader.read(document)
            with writing(self._ledger) as connection:
                done = add(connection, document, found.items, found.issues, datetime.now(UTC))
        except FoglineError as error:
            return Outcome(title, "refused", str(error))
        return Outcome(title, done.outcome, "", document.id, done.claims)

    def _store_issues(self, name: str, issues: Sequence[Issue]) -> None:
        try:
            with writing(self._ledger) as connection:
                add_issues(connection, issues, datetime.now(UTC))
        except FoglineError as error:
            self._outcome(name, Outcome("the ledger", "refused", str(error)))

    def _outcome(self, name: str, outcome: Outcome) -> None:
        with self._lock:
            now = self._known[name]
            self._known[name] = replace(now, outcomes=(*now.outcomes, outcome), claims=now.claims + outcome.claims)

    def _change(self, name: str, *, opened: int = 0, documents: int = 0, read: int = 0, done: bool = False) -> None:
        with self._lock:
            now = self._known[name]
            self._known[name] = replace(
                now,
                opened=now.opened + opened,
                documents=now.documents + documents,
                read=now.read + read,
                done=done,
            )

    def _note(self, progress: Progress) -> None:
        with self._lock:
            self._known[progress.id] = progress
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
