"""re3d: who fights whom and who is allied with whom, as relations or events with both actors.

Usage: FOGLINE_SHARED=… python eval/re3d.py [CLAIMS.jsonl] [--misses]   (without a file the documents are read now)

A gold pair (FightingAgainst, AlliesOf) is found when a claim names one end among its agents and the other among its targets,
or both ends among its agents: who attack or fight somebody together are allies, who clash with each other fight. An end is
met by its own words or by other words of the claim's evidence that stand for the same actor ("the coalition … its efforts").
Precision counts the claims whose both ends lie on annotated entities: re3d annotates some of the actors only, and says nothing
about the rest. Gold pairs whose offsets do not quote the text are left out.

The first line is of the pairs between actors, which the floors are for. The second takes in those with a weapon, a vehicle or a
place as an end ("five strikes destroyed two vehicles"): these are no actors of a claim, whose trigger, figure and place tell them.
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
    "event": frozenset({"ASSAULT", "AID", "COOPERATE", "COERCE"}),  # SUPPORT is praise: who backs whom is a relation
    "relation": frozenset({"fights", "backs", "allied_with"}),
    "control": frozenset({"takes", "advances_on", "contests", "besieges"}),
}
Entry: TypeAlias = Mapping[str, Any]  # one object of a JSON file whose shape is not ours
JOINT = frozenset({"ASSAULT", "fights"})  # whose agents, if more than one, are allies
ACTORS = frozenset({"Organisation", "Person"})  # what re3d calls an actor; it knows no nationalities as such
Ends: TypeAlias = tuple[int, int]
Pair: TypeAlias = tuple[Ends, Ends]
Met: TypeAlias = tuple[Ends, ...]  # an end of a claim: its own words, then others that stand for the same actor


def main() -> int:
    """Print recall and precision; exit 1 below a floor."""
    with (Path(os.environ["FOGLINE_SHARED"]) / "gold" / "re3d" / "re3d.jsonl").open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    files = [a for a in sys.argv[1:] if not a.startswith("--")]
    claims = _claims(Path(files[0])) if files else _read(records)
    passed = _scored(records, claims, actors=True)
    _scored(records, claims, actors=False)
    if "--misses" in sys.argv:
        for record in records:
            told = _told(claims.get(record["id"], ()))
            for (a, b), (c, d) in (p for p in _gold(record, actors=False) if not any(_same(p, t) for t in told)):
                sys.stdout.write(f"{record['id'][:8]}  {record['text'][a:b]!r} · {record['text'][c:d]!r}\n")
    return 0 if passed else 1


def _scored(records: Sequence[Entry], claims: Mapping[str, Sequence[Entry]], *, actors: bool) -> bool:
    """Print the line of all pairs, or of those between ``actors``; whether both figures reach their floor."""
    gold = found = judged = right = 0
    for record in records:
        wanted, told = _gold(record, actors=actors), _told(claims.get(record["id"], ()))
        known = [(e["start"], e["end"]) for e in record["entities"] if not actors or e["type"] in ACTORS]
        sure = [t for t in told if all(any(_meets(end, e) for e in known) for end in t)]
        gold, judged = gold + len(wanted), judged + len(sure)
        found += sum(any(_same(p, t) for t in told) for p in wanted)
        right += sum(any(_same(p, t) for p in wanted) for t in sure)
    recall, precision = found / max(gold, 1), right / max(judged, 1)
    sys.stdout.write(
        f"re3d{'' if actors else ', things and places too'}: recall {recall:.3f} ({found} of {gold}, floor {RECALL_FLOOR}), "
        f"precision {precision:.3f} ({right} of {judged}, floor {PRECISION_FLOOR})\n"
    )
    return recall >= RECALL_FLOOR and precision >= PRECISION_FLOOR


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


def _gold(record: Entry, *, actors: bool) -> list[Pair]:
    """The pairs of ends whose offsets quote the text, of all kinds or between ``actors``."""
    text = record["text"]
    kinds = {(e["start"], e["end"]): e["type"] for e in record["entities"]}
    pairs = []
    for r in record["relations"]:
        pair = (r["source_start"], r["source_end"]), (r["target_start"], r["target_end"])
        quoted = (text[slice(*pair[0])], text[slice(*pair[1])]) == (r["source"], r["target"])
        if r["type"] in WANTED and quoted and (not actors or all(kinds.get(end) in ACTORS for end in pair)):
            pairs.append(pair)
    return pairs


def _told(claims: Sequence[Entry]) -> list[tuple[Met, Met]]:
    """The pairs of ends that the claims tell, each once."""
    pairs: dict[Pair, tuple[Met, Met]] = {}
    names = _names(claims)
    for claim in claims:
        if claim["type"] not in TELLING.get(claim["kind"], ()):
            continue
        agents, targets = (_ends(claim, claim[key], names) for key in ("agents", "targets"))
        joint = agents if not targets or claim["type"] in JOINT else []
        sides = [(a, b) for n, a in enumerate(joint) for b in joint[n + 1 :]]
        for one, other in [*((a, t) for a in agents for t in targets), *sides]:
            pairs.setdefault((one[0], other[0]), (one, other))
    return list(pairs.values())


def _names(claims: Sequence[Entry]) -> dict[str, set[Ends]]:
    """Where the claims of a document say that each actor is named."""
    found: dict[str, set[Ends]] = defaultdict(set)
    for claim in claims:
        for actor in (*claim["agents"], *claim["targets"], *claim["attribution"]):
            found[actor["name"]].add(_at(actor))
    return found


def _ends(claim: Entry, actors: Sequence[Entry], names: Mapping[str, set[Ends]]) -> list[Met]:
    start, end = _at(claim["evidence"])
    near = ([at for at in sorted(names[a["name"]]) if start <= at[0] and at[1] <= end] for a in actors)
    return [(_at(a), *others) for a, others in zip(actors, near, strict=True)]


def _at(words: Entry) -> Ends:
    return words["start"], words["end"]


def _same(pair: Pair, told: tuple[Met, Met]) -> bool:
    straight = _meets(told[0], pair[0]) and _meets(told[1], pair[1])
    return straight or (_meets(told[0], pair[1]) and _meets(told[1], pair[0]))


def _meets(end: Met, words: Ends) -> bool:
    return any(at[0] < words[1] and words[0] < at[1] for at in end)


if __name__ == "__main__":
    sys.exit(main())
