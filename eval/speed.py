"""Reading time against the bare parse of the same conflict documents (bar: 1.3).

    FOGLINE_SHARED=… python eval/speed.py

Bare parse = ``nlp.pipe(texts, batch_size=16)`` with all components of the model, in the same run. Both are run twice, in turn, and
the smaller time counts; loading is not counted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import spacy

from fogline.cli.settings import settings
from fogline.model.document import Document
from fogline.pipeline import knowledge, read


def main() -> int:
    """Print both times and their ratio; 1 where the ratio is over the bar."""
    folder = Path(os.environ["FOGLINE_SHARED"]) / "data" / "reports"
    lines = [
        line
        for name in ("current-events", "re3d", "aleppo")
        for line in (folder / f"{name}.jsonl").open(encoding="utf-8")
    ]
    documents = [
        Document(r["id"], r["text"], r["title"], r["published"], language="en") for r in map(json.loads, lines)
    ]
    known = knowledge(settings())
    nlp = spacy.load(settings().parser_model)
    parsing, reading = [], []
    for _ in range(2):
        start = time.perf_counter()
        list(nlp.pipe([d.text for d in documents], batch_size=16))
        parsing.append(time.perf_counter() - start)
        start = time.perf_counter()
        claims = sum(len(read(d, known).items) for d in documents)
        reading.append(time.perf_counter() - start)
    ratio = min(reading) / min(parsing)
    sys.stdout.write(
        f"{len(documents)} documents, {claims} claims; parse {min(parsing):.1f} s, read {min(reading):.1f} s, "
    )
    sys.stdout.write(f"ratio {ratio:.2f}\n")
    return int(ratio > BAR)


BAR = 1.3

if __name__ == "__main__":
    sys.exit(main())
