#!/usr/bin/env python3
"""How many of the side names in the UCDP event files the actor lexicon resolves. Needs FOGLINE_SHARED; prints a table.

    python eval/actors.py [--missing N]

A side that joins several names with commas counts as resolved when all of them are. Numbered unknown sides (XXX70) and the
plain "Civilians" are left out.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import os
import re
import sys
from collections import Counter
from pathlib import Path

from fogline.language.actor_lexicon import ActorLexicon

FILES = ("ged191_syria.csv.gz", "GEDEvent_v23_0_10.csv")
UNNAMED = re.compile(r"XXX\d+|Civilians|NSA")


def sides(path: Path) -> Counter[str]:
    """The side names of one file, with the number of events."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = csv.DictReader(io.StringIO(raw.decode("utf-8")))
    names = (row[side] for row in rows for side in ("side_a", "side_b"))
    return Counter(name for name in names if not UNNAMED.fullmatch(name))


def resolves(name: str, lexicon: ActorLexicon) -> bool:
    """Whether the name, or every name in a list, is an entry."""
    return bool(lexicon.candidates(name)) or (
        "," in name and all(lexicon.candidates(p.strip()) for p in name.split(","))
    )


def main() -> None:
    """Print names and events resolved, per file."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    options.add_argument("--missing", type=int, default=0, help="print so many unresolved names")
    asked = options.parse_args()
    folder = Path(os.environ["FOGLINE_SHARED"]) / "data" / "ucdp"
    lexicon = ActorLexicon.load()
    for file in FILES:
        names = sides(folder / file)
        known = {name for name in names if resolves(name, lexicon)}
        events = sum(names[n] for n in known) / names.total()
        sys.stdout.write(
            f"{file}: names {len(known)}/{len(names)} = {len(known) / len(names):.3f}, events {events:.3f}" + "\n"
        )
        for name, count in [p for p in names.most_common() if p[0] not in known][: asked.missing]:
            sys.stdout.write(f"  {count:5d}  {name}" + "\n")


if __name__ == "__main__":
    main()
