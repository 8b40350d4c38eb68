"""How many claims are made of documents that tell of no conflict (bar: 0.3 a document).

    FOGLINE_SHARED=… python eval/quiet.py [--list]

The documents are the 60 labelled ``other`` in eval/nonconflict.tsv: Wikinews in the order of SHA-256 of their id.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from fogline.cli.settings import settings
from fogline.language.lexicon import rows
from fogline.model.document import Document
from fogline.pipeline import knowledge, read

BAR = 0.3


def main() -> int:
    """Print claims per document; with ``--list`` every claim."""
    labelled = Path(__file__).parent / "nonconflict.tsv"
    wanted = {row["id"] for row in rows(labelled, ("id", "label")) if row["label"] == "other"}
    reports = Path(os.environ["FOGLINE_SHARED"]) / "data" / "reports" / "wikinews.jsonl"
    records = [r for r in map(json.loads, reports.read_text(encoding="utf-8").splitlines()) if r["id"] in wanted]
    known, claims, loud = knowledge(settings()), 0, 0
    for r in records:
        found = read(Document(r["id"], r["text"], r["title"], r["published"], language="en"), known).items
        claims, loud = claims + len(found), loud + bool(found)
        if "--list" in sys.argv:
            sys.stdout.writelines(
                f"{r['id']}: {c.kind}/{c.type} {c.trigger.text!r}: {c.evidence.text[:160]!r}\n" for c in found
            )
    rate = claims / len(records)
    sys.stdout.write(f"{len(records)} documents, {loud} with claims; claims per document {rate:.3f} (bar {BAR})\n")
    return int(rate > BAR)


if __name__ == "__main__":
    sys.exit(main())
