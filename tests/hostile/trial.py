"""Hostile files put before the real loaders, in a process with little memory that may touch nothing."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import sys
import time
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from tests.hostile.case import CANARY, SENTENCE, Case

from fogline.documents.load import load
from fogline.documents.passages import LONGEST, passages
from fogline.model.document import Document, Passage
from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.read import collect

SECONDS = 5.0  # of processor time for one input: others may use the machine
GIVE_UP = 60.0  # on the wall
MEMORY = 1_200_000_000  # bytes beyond what the process has when it starts
SHORT = 20_000  # characters of a document that is handed on whole
NAMES = 300  # characters of a name in a message
FORBIDDEN = (
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "pty.spawn",
    "subprocess.Popen",
    "socket.connect",
    "socket.getaddrinfo",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.symlink",
    "os.link",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "shutil.move",
    "shutil.rmtree",
    "webbrowser.open",
    "urllib.Request",
    "pickle.find_class",
)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one input: the documents (long ones cut), the issues, and what was wrong about it all."""

    case: str
    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    seconds: float = 0.0
    wrong: tuple[str, ...] = ()


def tried(cases: Sequence[Case], folder: Path) -> list[Told]:
    """Every case in order. A process that dies or hangs costs its case, and the next goes on in a new one."""
    found: list[Told] = []
    while len(found) < len(cases):
        found += _in_child(cases[len(found) :], folder)
    return found


def _in_child(cases: Sequence[Case], folder: Path) -> Iterator[Told]:
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, cases, folder))
    process.start()
    theirs.close()
    for case in cases:
        try:
            if not ours.poll(GIVE_UP):
                yield Told(case.id, wrong=(f"hangs for more than {GIVE_UP:.0f} s",))
                break
            yield ours.recv()
        except EOFError:
            process.join()
            yield Told(case.id, wrong=(f"the process died with {process.exitcode}",))
            break
    process.kill()
    process.join()
    ours.close()


def _serve(line: Connection, cases: Sequence[Case], folder: Path) -> None:
    sys.settrace(None)  # the time measured is the reader's, not that of measuring what the tests reach
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (_size() + MEMORY, resource.RLIM_INFINITY))
    seen: list[str] = []
    _warm()
    sys.addaudithook(lambda event, args: _watched(seen, event, args))
    for case in cases:
        data = case.make()
        path = folder / case.name
        path.write_bytes(data)
        seen.clear()
        told = _tried(case, str(path))
        line.send(replace(told, wrong=(*told.wrong, *(f"touches {each}" for each in seen))))


def _warm() -> None:
    """Libraries that load parts of themselves when first used have done so before anything is watched."""
    load(Raw("a.txt", SENTENCE.encode()))
    load(Raw("a.html", f"<html><body><p>{SENTENCE}".encode()))


def _watched(seen: list[str], event: str, args: tuple[object, ...]) -> None:
    writes = event == "open" and isinstance(args[1], str) and bool(set(args[1]) & set("wax+"))
    evaluated = event == "exec" and getattr(args[0], "co_filename", "") == "<string>"
    if event in FORBIDDEN or writes or evaluated:
        seen.append(f"{event} {str(args)[:120]}")


def _tried(case: Case, path: str) -> Told:
    start = time.process_time()
    try:
        documents, issues = opened([path])
        parts = [(d, passages(d)) for d in documents]
    except BaseException as error:  # noqa: BLE001 - whatever escapes is the finding
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        return Told(case.id, wrong=(f"{type(error).__name__} at {where}: {str(error)[:200]}",))
    seconds = time.process_time() - start
    wrong = [*odd_documents(documents), *odd_issues(issues), *_unfit(case, documents, issues)]
    wrong += [f"a passage of {d.id} is not as it must be" for d in _odd_passages(parts)]
    wrong += [f"takes {seconds:.1f} s"] if seconds > SECONDS else []
    short = tuple(replace(d, text=d.text[:SHORT]) for d in documents[:20])
    return Told(case.id, short, tuple(issues), seconds, tuple(wrong))


def opened(names: Sequence[str]) -> tuple[list[Document], list[Issue]]:
    """Names through the real way from source to document."""
    documents: list[Document] = []
    issues: list[Issue] = []
    for raw in collect(names):
        if isinstance(raw, Issue):
            issues.append(raw)
        else:
            found = load(raw)
            documents += found.items
            issues += found.issues
    return documents, issues


def odd_documents(documents: Iterable[Document]) -> Iterator[str]:
    """What no document may hold: text that is not canonical, controls, values that are not checked."""
    for d in documents:
        if CANARY in d.text or CANARY in (d.title or ""):
            yield "reads what stands in a script, a comment or another file"
        if not d.text.strip() or not unicodedata.is_normalized("NFC", d.text) or "\r" in d.text:
            yield "the text is not canonical"
        for name, value in (
            ("text", d.text),
            ("title", d.title),
            ("publisher", d.publisher),
            ("url", d.url),
            ("id", d.id),
        ):
            if dangerous(value or ""):
                yield f"{name} holds {sorted(dangerous(value or ''))[:5]}"
        if len(d.title or "") > 500 or len(d.publisher or "") > 500 or len(d.url or "") > 2000 or len(d.id) > 200:
            yield "a value without end"
        if d.published is not None and not _is_day(d.published[:10]):
            yield f"published {d.published!r}"
        if d.url and not d.url.lower().startswith(("http://", "https://")):
            yield f"an address that is none of the web: {d.url[:40]!r}"


def _is_day(words: str) -> bool:
    try:
        return 1900 <= date.fromisoformat(words).year <= 2200
    except ValueError:
        return False


def dangerous(text: str, allowed: str = "\n\t") -> set[str]:
    """The characters in a text that a terminal obeys, that turn it round, or that cannot be written."""
    return {c for c in set(text) if c not in allowed and (unicodedata.category(c) in {"Cc", "Cs"} or c in BIDI)}


BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def odd_issues(issues: Iterable[Issue]) -> Iterator[str]:
    """What no reason may be: empty, without end, not a sentence, or with controls in it."""
    for issue in issues:
        words = issue.message
        if not issue.code or len(words) < 20 or not words.endswith((".", ")")) or len(words) > NAMES + 700:
            yield f"no sentence: {words[:200]!r}"
        if dangerous(words, ""):
            yield f"the reason holds {sorted(dangerous(words, ''))[:5]}"
        if CANARY in words:
            yield "the reason quotes what stands elsewhere"


def _unfit(case: Case, documents: Sequence[Document], issues: Sequence[Issue]) -> Iterator[str]:
    if not documents and not issues:
        yield "neither read nor refused"
    if not case.says:
        return
    codes = {issue.code for issue in issues}
    for choice in case.says.split("|"):
        if choice.startswith("!") and choice[1:] in codes:
            return
        if choice.startswith("=") and any(choice[1:] in d.text for d in documents):
            return
    yield f"expected {case.says}, met {sorted(codes)} and {[d.text[:60] for d in documents[:3]]}"


def _odd_passages(parts: Iterable[tuple[Document, Sequence[Passage]]]) -> Iterator[Document]:
    for d, found in parts:
        edges = [0, *(edge for p in found for edge in (p.start, p.end)), len(d.text)]
        if edges != sorted(edges) or any(not 0 < p.end - p.start <= LONGEST for p in found):
            yield d


def _size() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * resource.getpagesize()
