"""re3d: who fights whom and who is allied with whom, as relations or events with both actors.

Usage: FOGLINE_SHARED=… python eval/re3d.py [CLAIMS.jsonl] [--misses]   (without a file the documents are read now)

A gold pair (FightingAgainst, AlliesOf) is found when a claim names one end among its agents and the other among its targets,
or both ends among its agents where the claim is two-sided. Precision counts the claims whose both ends lie on annotated entities:
re3d annotates some of the actors only, and says nothing about the rest. Gold pairs whose offsets do not quote the text are left
out.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from fogline.config import Settings
from fogline.model.document import Document
from fogline.model.record import to_record
from fogline.pipeline import knowledge, read

RECALL_FLOOR, PRECISION_FLOOR = 0.55, 0.50
WANTED = frozenset({"FightingAgainst", "AlliesOf"})
TELLING = {
    "event": frozenset({"ASSAULT", "AID", "SUPPORT", "COOPERATE", "COERCE"}),
    "relation": frozenset({"fights", "backs", "allied_with"}),
    "control": frozenset({"takes", "advances_on", "contests", "besieges"}),
}
Entry: TypeAlias = Mapping[str, Any]  # one object of a JSON file whose shape is not ours
Ends: TypeAlias = tuple[int, int]
Pair: TypeAlias = tuple[Ends, Ends]


def main() -> int:
    """Print recall and precision; exit 1 below a floor."""
    with (Path(os.environ["FOGLINE_SHARED"]) / "gold" / "re3d" / "re3d.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    files = [a for a in sys.argv[1:] if not a.startswith("--")]
    claims = _claims(Path(files[0])) if files else _read(records)
    gold = found = judged = right = 0
    for record in records:
        wanted, told = _gold(record), _told(claims.get(record["id"], ()))
        entities = [(e["start"], e["end"]) for e in record["entities"]]
        met = [p for p in wanted if any(_same(p, t) for t in told)]
        sure = [t for t in told if all(any(_meets(end, e) for e in entities) for end in t)]
        gold, found, judged = gold + len(wanted), found + len(met), judged + len(sure)
        right += sum(any(_same(p, t) for p in wanted) for t in sure)
        if "--misses" in sys.argv:
            for (a, b), (c, d) in (p for p in wanted if p not in met):
                sys.stdout.write(f"{record['id'][:8]}  {record['text'][a:b]!r} · {record['text'][c:d]!r}\n")
    recall, precision = found / max(gold, 1), right / max(judged, 1)
    sys.stdout.write(
        f"re3d: recall {recall:.3f} ({found} of {gold}, floor {RECALL_FLOOR}), "
        f"precision {precision:.3f} ({right} of {judged}, floor {PRECISION_FLOOR})\n"
    )
    return 0 if recall >= RECALL_FLOOR and precision >= PRECISION_FLOOR else 1


def _claims(path: Path) -> dict[str, list[Entry]]:
    by_document: dict[str, list[Entry]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            claim = json.loads(line)
            by_document[claim["document"]].append(claim)
    return by_document


def _read(records: Iterable[Entry]) -> dict[str, list[Entry]]:
    known = knowledge(Settings())
    documents = (Document(r["id"], r["text"], title=r["title"], language="en") for r in records)
    return {d.id: [to_record(claim) for claim in read(d, known).items] for d in documents}


def _gold(record: Entry) -> list[Pair]:
    """The pairs of ends whose offsets quote the text."""
    text = record["text"]
    pairs = []
    for r in record["relations"]:
        one, other = (r["source_start"], r["source_end"]), (r["target_start"], r["target_end"])
        if r["type"] in WANTED and text[slice(*one)] == r["source"] and text[slice(*other)] == r["target"]:
            pairs.append((one, other))
    return pairs


def _told(claims: Sequence[Entry]) -> list[Pair]:
    """The pairs of ends that the claims tell, each once."""
    pairs: dict[Pair, None] = {}
    for claim in claims:
        if claim["type"] not in TELLING.get(claim["kind"], ()):
            continue
        agents, targets = ([(a["start"], a["end"]) for a in claim[key]] for key in ("agents", "targets"))
        both = [(a, t) for a in agents for t in targets]
        two_sided = [(a, b) for n, a in enumerate(agents) for b in agents[n + 1 :]] if not targets else []
        pairs.update(dict.fromkeys([*both, *two_sided]))
    return list(pairs)


def _same(one: Pair, other: Pair) -> bool:
    straight = _meets(one[0], other[0]) and _meets(one[1], other[1])
    return straight or (_meets(one[0], other[1]) and _meets(one[1], other[0]))


def _meets(one: Ends, other: Ends) -> bool:
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    sys.exit(main())
