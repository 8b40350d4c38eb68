"""Reading on this machine: in this process, or on several with the knowledge loaded once a worker."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from pathlib import Path

from fogline.config import Settings
from fogline.errors import WorkerLost
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found, Issue
from fogline.pipeline import Knowledge, knowledge, read

BUG = "refused_by_a_bug"  # the code of the issue that stands for the claims of a document that could not be read
AHEAD = 32  # documents handed out before their results are taken: bounds memory on long inputs


def read_all(
    documents: Iterable[Document], settings: Settings, workers: int = 1
) -> Iterator[tuple[Document, Found[Claim]]]:
    """Read documents; results come in the order given, whatever the number of workers."""
    if workers <= 1:
        yield from ((document, read_one(document, settings)) for document in documents)
        return
    context = multiprocessing.get_context("spawn")  # the same on Linux, macOS and Windows
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        waiting = iter(documents)
        queue = [(d, pool.submit(read_one, d, settings)) for d in islice(waiting, AHEAD)]
        while queue:
            document, future = queue.pop(0)
            try:
                yield document, future.result()
            except BrokenProcessPool as error:
                raise WorkerLost from error
            queue.extend((d, pool.submit(read_one, d, settings)) for d in islice(waiting, 1))


@cache
def _knowledge(settings: Settings) -> Knowledge:
    return knowledge(settings)


def read_one(document: Document, settings: Settings) -> Found[Claim]:
    """The claims of one document; the knowledge is loaded once a process.

    A bug of ours costs this document and no other: it gives an issue with the code ``BUG`` in place of claims.
    """
    known = _knowledge(settings)
    try:
        return read(document, known)
    except Exception as error:  # noqa: BLE001 - a document in a run is one of the three borders where a bug is recorded
        return Found((), (_bug(document, error),))


def _bug(document: Document, error: Exception) -> Issue:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
    message = f"Expected to read {document.id}, met a bug of ours ({where}): it is left out, the others are read. Please report it."
    return Issue("run", BUG, message, document.id)
