"""Adding, asking and showing in ledgers of ten thousand, a hundred thousand and a million claims.

    python -m benchmarks.ledger_size [sqlite|postgresql] [CLAIMS…]

Bars: 500 documents added at each size in 50 ms or less at the 95th percentile (reading excluded), growing by 1.5 or less from
the smallest to the largest ledger; the situation of one country and month in 1 s; one incident in 50 ms. Claims are made up
(benchmarks/synthetic.py); databases write to the disk as they do in use.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import NamedTuple, TypeVar

from benchmarks.bulk import load
from benchmarks.synthetic import PER_REPORT, clones, stories, vocabulary
from tests.postgres import served

from fogline.cli.one_incident import nearby
from fogline.cli.situations import Options, asked
from fogline.ledger.connection import opened, writing
from fogline.ledger.upgrade import created
from fogline.ledger.write import add
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.stated import Clocks
from fogline.reconcile.acts import Acts
from fogline.reconcile.standing import Standings
from fogline.situation.record import to_json
from fogline.situation.situation import Situation

T = TypeVar("T")
SIZES = (10_000, 100_000, 1_000_000)
ADDED = 500
SHOWN = 20  # incidents of a month
PATTERNS = 2000  # reports of which the others are made
BARS = {"add": 0.050, "growth": 1.5, "situation": 1.0, "incident": 0.050}
AT = datetime(2026, 2, 1, tzinfo=UTC)
MONTHS = (("SY", "2024-03"), ("CM", "2019-07"))  # the busiest country, and one in the middle


class Took(NamedTuple):
    """Seconds on the clock, and of them this process's own: the difference is the disk, the server and the neighbours."""

    wall: float
    cpu: float


def main(arguments: Sequence[str]) -> int:
    """Print a line for each size and database; 1 where one is over a bar."""
    kinds = [a for a in arguments if a in ("sqlite", "postgresql")] or ["sqlite", "postgresql"]
    sizes = [int(a) for a in arguments if a.isdigit()] or list(SIZES)
    over = 0
    for kind in kinds:
        with _target(kind) as target:
            over += _measured(kind, target, sizes)
    return min(over, 1)


def _measured(kind: str, target: str, sizes: Sequence[int]) -> int:
    words = vocabulary(Random(1))
    patterns = stories(PATTERNS, 2, words)
    created(target)
    here, slowest, over = 0, [], 0  # reports in the ledger
    for size in sizes:
        start = time.perf_counter()
        load(target, clones(patterns, here, size // PER_REPORT - here, words))
        loaded = time.perf_counter() - start
        figures = {"add": _adding(target, stories(ADDED, size, words)), **_asking(target)}
        here = size // PER_REPORT + ADDED
        slowest.append(figures["add"].wall)
        told = ", ".join(
            f"{name} {took.wall * 1000:.0f} ms (cpu {took.cpu * 1000:.0f})" for name, took in figures.items()
        )
        sys.stdout.write(f"{kind} {size:>9,} claims, loaded in {loaded:.0f} s: {told}\n")
        sys.stdout.flush()
        over += sum(took.wall > BARS[name.split()[0]] for name, took in figures.items())
    growth = slowest[-1] / slowest[0]
    sys.stdout.write(f"{kind}: adding grew by {growth:.2f} (bar {BARS['growth']})\n")
    return over + (growth > BARS["growth"])


def _adding(target: str, documents: Sequence[tuple[Document, list[Claim]]]) -> Took:
    """The 95th percentile, the first ten apart: they load what every process loads once."""
    took = []
    with writing(opened(target)) as connection:
        for document, claims in documents:
            start = _now()
            add(connection, document, claims, [], AT)
            took.append(_since(start))
    return Took(*(quantiles(seconds[10:], n=20)[-1] for seconds in zip(*took, strict=True)))


def _asking(target: str) -> dict[str, Took]:
    figures = {}
    tables = Standings.load(), Acts.load()  # read once a process
    for country, month in MONTHS:
        options = Options(target, place=country, first=f"{month}-01", last=f"{month}-28")
        found, took = _least(lambda options=options: _as_json(options))
        figures[f"situation {country} {month} of {len(found.claims)} claims"] = took
        every = max(1, len(found.incidents) // SHOWN)
        names = [incident.id for incident in found.incidents[::every]][:SHOWN]
        shown = [_least(lambda name=name: nearby(target, name, Clocks(), tables))[1] for name in names]
        if shown:
            figures[f"incident {country}"] = Took(*(median(seconds) for seconds in zip(*shown, strict=True)))
    return figures


def _as_json(options: Options) -> Situation:
    found = asked(options)
    to_json(found)
    return found


def _least(work: Callable[[], T]) -> tuple[T, Took]:
    """The outcome, and the least of three times."""
    took = []
    for _ in range(3):
        start = _now()
        outcome = work()
        took.append(_since(start))
    return outcome, min(took)


def _now() -> Took:
    return Took(time.perf_counter(), time.process_time())


def _since(start: Took) -> Took:
    now = _now()
    return Took(now.wall - start.wall, now.cpu - start.cpu)


@contextmanager
def _target(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield str(Path(folder) / "ledger.db")
        return
    with served("shared_buffers=256MB", "max_wal_size=4GB", "maintenance_work_mem=512MB") as server:
        yield server.database()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
