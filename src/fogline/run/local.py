"""Reading on this machine: in this process, or on several with the knowledge loaded once a worker."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice

from fogline.config import Settings
from fogline.errors import WorkerLost
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found
from fogline.pipeline import Knowledge, knowledge, read

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
    """The claims of one document; the knowledge is loaded once a process."""
    return read(document, _knowledge(settings))
