"""A writer ended at two hundred random instants a database: killed, and on a server also cut off by the server's side.

    python -m benchmarks.ledger_faults [ENDS]

Raises where a reported document is not there whole, any other is there in part, ``ledger check`` finds a fault, or adding
again does not complete.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.ledger.contents import raids
from tests.ledger.killing import End, kill, survives, terminate_backend
from tests.postgres import served

from fogline.ledger.upgrade import created

ENDS = 200
AT_A_TIME = 25  # ends of writers of 300 documents each, then a new ledger


def main(ends: int) -> int:
    """Print a line for each way to end a writer."""
    with tempfile.TemporaryDirectory() as folder, served() as server:
        ways: list[tuple[str, End]] = [("sqlite", kill), ("postgresql", kill), ("postgresql", terminate_backend)]
        for kind, end in ways:
            start = time.monotonic()
            reported = 0
            for number in range(ends // AT_A_TIME):
                name = f"{end.__name__}{number}.db"
                target = server.database() if kind == "postgresql" else str(Path(folder) / name)
                created(target)
                reported += len(survives(target, raids(300), AT_A_TIME, end, Random(number)))
            took = time.monotonic() - start
            sys.stdout.write(
                f"{kind}, {end.__name__}: {ends} ends, {reported} documents reported, none lost ({took:.0f} s)\n"
            )
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ENDS))
