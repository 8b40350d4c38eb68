"""Situations of about 300 documents out of a ledger of a million claims, served while documents are being added.

    python -m benchmarks.serve [CLAIMS] [LEDGER]

Bars: one reader waits 300 ms or less at the 95th percentile, 20 at once 2 s or less while two documents a second are added;
every answer is whole (its documents and claims are those of one state, never fewer than before), and at the end everything
that was added is found. The first answer to a question, worked out from the ledger, is told beside it. Claims are made up
(benchmarks/synthetic.py). LEDGER keeps the made ledger for the next time.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Event, Thread

from benchmarks.bulk import load
from benchmarks.synthetic import PER_REPORT, clones, stories, vocabulary

from fogline.ledger.connection import opened, writing
from fogline.ledger.upgrade import created
from fogline.ledger.write import add

CLAIMS = 1_000_000
DOCUMENTS = 300
READERS, SECONDS, EVERY = 20, 20.0, 0.5
BARS = {"one reader": 0.300, "20 at once": 2.0}
AT = datetime(2026, 2, 1, tzinfo=UTC)
SY = 0.0986  # the share of all reports that is about the busiest country


def main(arguments: Sequence[str]) -> int:
    """Print the times; 1 where one is over its bar or something was lost."""
    claims = int(arguments[0]) if arguments else CLAIMS
    with tempfile.TemporaryDirectory() as folder:
        target = Path(arguments[1] if len(arguments) > 1 else f"{folder}/million.db")
        if not target.exists():
            words = vocabulary(Random(1))
            created(str(target))
            load(str(target), clones(stories(2000, 2, words), 0, claims // PER_REPORT, words))
        with served(target) as port:
            return measured(target, port, questions(claims))


def questions(claims: int) -> list[str]:
    """Four windows of the busiest country, each of about 300 documents."""
    days = round(DOCUMENTS / (claims / PER_REPORT * SY / 3652))
    starts = [date(2017, 1, 1) + timedelta(days=n * 800) for n in range(4)]
    return [f"/?place=SY&from={first}&to={first + timedelta(days=days)}" for first in starts]


@contextmanager
def served(target: Path) -> Iterator[int]:
    """A server in a process of its own, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "fogline.cli", "serve", "--ledger", str(target), "--port", str(port)]
    process = subprocess.Popen(command, env={**os.environ, "OMP_NUM_THREADS": "1"})  # noqa: S603
    try:
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        if process.poll() is not None:
            raise SystemExit("the server did not start")
        yield port
    finally:
        process.terminate()
        process.wait(20)


def asked(port: int, address: str) -> tuple[float, int]:
    """Seconds to the last byte, and how many documents the answer holds."""
    start = time.perf_counter()
    line = HTTPConnection("127.0.0.1", port, timeout=120)
    line.request("GET", address, headers={"accept-encoding": "identity"})
    answer = line.getresponse()
    page = answer.read().decode()
    taken = time.perf_counter() - start
    line.close()
    if answer.status != 200 or not page.rstrip().endswith("</html>"):
        raise SystemExit(f"{address}: {answer.status}, torn")
    told = page[page.index('id="sources"') :]
    return taken, int("".join(c for c in told[: told.index(" documents")].rsplit(">", 1)[-1] if c.isdigit()))


def measured(target: Path, port: int, addresses: Sequence[str]) -> int:
    """Cold, one reader, twenty at once with a writer beside them."""
    cold = [asked(port, a) for a in addresses]
    told(f"first answers, of {', '.join(str(n) for _, n in cold)} documents", [t for t, _ in cold])
    one = [asked(port, addresses[i % len(addresses)])[0] for i in range(60)]
    stop, added = Event(), list[str]()
    writer = Thread(target=adding, args=(target, stop, added))
    writer.start()
    with ThreadPoolExecutor(READERS) as pool:
        results = list(pool.map(lambda n: reading(port, addresses, n), range(READERS)))
    stop.set()
    writer.join()
    many = [t for times, _ in results for t in times]
    over = told("one reader", one) > BARS["one reader"]
    over |= told("20 at once", many) > BARS["20 at once"]
    shrunk = sum(lost for _, lost in results)
    missing = [name for name in added if asked_for(port, name) != 200]
    sys.stdout.write(
        f"{len(added)} documents added meanwhile, {len(missing)} not found; {shrunk} answers held fewer than one before\n"
    )
    return int(over or bool(missing) or bool(shrunk))


def reading(port: int, addresses: Sequence[str], number: int) -> tuple[list[float], int]:
    """One reader: its times, and how often an answer held fewer documents than its last to the same question."""
    end, times, last, shrunk = time.monotonic() + SECONDS, list[float](), dict[str, int](), 0
    while time.monotonic() < end:
        address = addresses[(number + len(times)) % len(addresses)]
        taken, documents = asked(port, address)
        shrunk += documents < last.get(address, 0)
        last[address] = documents
        times.append(taken)
    return times, shrunk


def adding(target: Path, stop: Event, added: list[str]) -> None:
    """Add a report every half second, one in ten of them about the country that is read."""
    ledger = opened(str(target))
    fresh = stories(2000, int(time.time()), vocabulary(Random(1)))
    with writing(ledger) as connection:
        for document, claims in fresh:
            if stop.wait(EVERY):
                return
            add(connection, document, claims, [], AT)
            added.append(document.id)


def asked_for(port: int, name: str) -> int:
    """The status of a document's page."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    line.request("GET", f"/api/document/{name}")
    answer = line.getresponse()
    answer.read()
    line.close()
    return answer.status


def told(name: str, times: Sequence[float]) -> float:
    """Print a line; the 95th percentile."""
    worst = quantiles(times, n=20)[-1] if len(times) > 4 else max(times)
    sys.stdout.write(
        f"{name}: {len(times)} answers, median {median(times) * 1000:.0f} ms, 95 % in {worst * 1000:.0f} ms, "
        f"the slowest {max(times) * 1000:.0f} ms\n"
    )
    sys.stdout.flush()
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
