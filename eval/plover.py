"""PLOVER gold sentences: the share whose type is that of the trigger ranked first. Usage: FOGLINE_SHARED=… python eval/plover.py"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from fogline.config import Settings
from fogline.extract.trigger_lexicon import load as load_lexicon
from fogline.extract.triggers import triggers
from fogline.language.parse import load as load_parser
from fogline.language.tree import kids
from fogline.model.document import Document, Passage
from fogline.model.mention import Trigger
from fogline.model.sentence import Parsed, Sentence

FLOOR = 0.78
FUTURE = frozenset({"will", "would", "shall", "may", "might", "could"})


def main() -> int:
    """Print the share right; exit 1 below the floor."""
    records = _records(Path(os.environ["FOGLINE_SHARED"]) / "gold" / "plover" / "plover_gsr.jsonl")
    parser, lexicon = load_parser(Settings().parser_model), load_lexicon()
    right = 0
    for text, types in records:
        passage = Passage("body", 0, len(text))
        parsed = parser.parse(Document("d_plover", text), (passage,))
        right += ranked_type(parsed, triggers(parsed, lexicon).items) in types
    share = right / len(records)
    sys.stdout.write(f"PLOVER gold: {right} of {len(records)} right, {share:.3f} (floor {FLOOR})\n")
    return 0 if share >= FLOOR else 1


def _records(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [(row["text"].strip("{} "), tuple(row["types"])) for row in rows]


def ranked_type(parsed: Parsed, found: tuple[Trigger, ...]) -> str | None:
    """The exported type of the trigger ranked first: the one nearest the root of its sentence."""
    if not found:
        return None
    first = min(found, key=lambda t: (_depth(parsed.sentences[t.sentence], t), t.sentence, t.span.start))
    return exported(parsed, first)


def _depth(sentence: Sentence, trigger: Trigger) -> int:
    steps, here = 0, sentence.tokens[trigger.predicate]
    while here.head != here.i and steps < len(sentence.tokens):
        steps, here = steps + (here.dep not in {"ccomp", "conj", "xcomp"}), sentence.tokens[here.head]
    return steps + (trigger.token != trigger.predicate) + (trigger.modality is not None)


def exported(parsed: Parsed, trigger: Trigger) -> str:
    """The type after PLOVER's algebra: an act to come is an agreement, a concession or a threat."""
    if trigger.kind == "control":
        return "ASSAULT"
    sentence = parsed.sentences[trigger.sentence]
    auxiliaries = {k.lower for k in kids(sentence, trigger.predicate, "aux")}
    negated = bool(kids(sentence, trigger.predicate, "neg"))
    if not (auxiliaries & FUTURE or trigger.modality == "planned"):
        return trigger.type
    if trigger.type in {"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}:
        return "REJECT" if negated else "AGREE"
    return "THREATEN" if trigger.type in {"PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"} else trigger.type


if __name__ == "__main__":
    sys.exit(main())
