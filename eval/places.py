"""GeoVirus: the share of all gold places for which a predicted place overlaps it within 161 km.

    FOGLINE_SHARED=… python eval/places.py [--misses N] [--extras N]

The benchmark of Gritta, Pilehvar and Collier (2018), 229 news articles, CC BY 4.0; 161 km are their 100 miles. Found and
resolved together: a place that is not found counts as wrong. Prints accuracy, recall of spans and what is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TypedDict

from fogline.config import Settings
from fogline.extract.places import places
from fogline.gazetteer.choose import kilometres
from fogline.gazetteer.lookup import open_gazetteer
from fogline.language.parse import load
from fogline.model.document import Document, Passage
from fogline.model.place import Place

REACH = 161.0
FLOOR = 0.82


class _Gold(TypedDict):
    start: int
    end: int
    text: str
    lat: float
    lon: float


def passages(text: str) -> tuple[Passage, ...]:
    """Every line of the text a passage of its own."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage("body", start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def right(gold: _Gold, predicted: list[Place]) -> bool:
    """Whether a predicted place overlaps the gold one and lies within reach."""
    return any(
        p.span is not None and p.lat is not None and p.lon is not None
        and p.span.start < gold["end"] and gold["start"] < p.span.end
        and kilometres(p.lat, p.lon, gold["lat"], gold["lon"]) <= REACH
        for p in predicted
    )  # fmt: skip


def main() -> None:
    """Print the figures; exit code 1 under the floor."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--misses", type=int, default=0, help="list up to N places missed")
    options.add_argument("--extras", type=int, default=0, help="list the N names most often found without gold")
    given = options.parse_args()
    path = Path(os.environ["FOGLINE_SHARED"]) / "gold" / "places" / "geovirus.jsonl"
    records = [json.loads(line) for line in path.open(encoding="utf-8")]
    parser, gazetteer = (
        load(Settings().parser_model),
        open_gazetteer(Settings().cache),
    )
    counts: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    extras: Counter[str] = Counter()
    parsing = reading = 0.0
    for n, record in enumerate(records):
        start = time.perf_counter()
        parsed = parser.parse(Document(f"d_{n}", record["text"]), passages(record["text"]))
        middle = time.perf_counter()
        predicted = [m.value for m in places(parsed, gazetteer).items]
        parsing, reading = parsing + middle - start, reading + time.perf_counter() - middle
        for gold in record["places"]:
            met = [p for p in predicted if p.span and p.span.start < gold["end"] and gold["start"] < p.span.end]
            counts["gold"] += 1
            counts["found"] += bool(met)
            counts["right"] += right(gold, predicted)
            if not right(gold, predicted):
                misses[
                    f"{'WRONG' if met else 'MISSED'} {gold['text']} ({gold['lat']}, {gold['lon']})"
                    + (f" → {met[0].name} {met[0].country} {met[0].lat}, {met[0].lon}" if met else "")
                ] += 1
        counts["predicted"] += len(predicted)
        spans = [(g["start"], g["end"]) for g in record["places"]]
        for p in predicted:
            if p.span and not any(s < p.span.end and p.span.start < e for s, e in spans):
                extras[f"{p.span.text} → {p.name} {p.country}"] += 1
    accuracy, found = counts["right"] / counts["gold"], counts["found"] / counts["gold"]
    say(f"GeoVirus: {counts['gold']} places, found {found:.3f}, within {REACH:.0f} km {accuracy:.3f} (floor {FLOOR})")
    say(f"predicted {counts['predicted']}, without gold {sum(extras.values())}")
    say(f"parse {parsing:.1f} s, places {reading:.1f} s ({reading / parsing:.0%})")
    for text, count in misses.most_common(given.misses):
        say(f"{count:4} {text}")
    for text, count in extras.most_common(given.extras):
        say(f"{count:4} EXTRA {text}")
    sys.exit(accuracy < FLOOR)


def say(line: str) -> None:
    """One line of the answer."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
