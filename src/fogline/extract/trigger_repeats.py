"""A later "the attack" that only points back at one already told is no second event."""

from __future__ import annotations

from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.language.tree import kids
from fogline.model.mention import Trigger
from fogline.model.sentence import Sentence

POINTING = frozenset({"the", "this", "that", "these", "those", "such", "both"})
PLACED = frozenset({"in", "at", "near", "on", "against", "by", "between", "of", "with", "from", "around"})
FOLDED = frozenset({"ASSAULT", "RETREAT", "CONSULT", "AGREE", "PROTEST", "COERCE", "SANCTION", "MOBILIZE"})


def without_repeats(sentences: tuple[Sentence, ...], found: list[Trigger], lexicon: TriggerLexicon) -> list[Trigger]:
    """Drop definite mentions that say nothing new: no agent, no place, no act above them, and the type told before."""
    told: set[str] = set()
    kept: list[Trigger] = []
    for trigger in found:
        repeat = trigger.type in told and trigger.type in FOLDED
        if not (repeat and _points_back(sentences[trigger.sentence], trigger, lexicon)):
            kept.append(trigger)
        told.add(trigger.type)
    return kept


def _points_back(sentence: Sentence, trigger: Trigger, lexicon: TriggerLexicon) -> bool:
    token = sentence.tokens[trigger.token]
    if token.pos not in {"NOUN", "PROPN"} or trigger.modality or trigger.stance or trigger.asserted_by:
        return False
    determiners = kids(sentence, token.i, "det", "predet")
    if not any(k.lower in POINTING for k in determiners) or trigger.agents:
        return False
    if any(k.lower in PLACED for k in kids(sentence, token.i, "prep")):
        return False
    verb = sentence.tokens[trigger.predicate]
    words = [verb.lemma.lower(), *(f"{verb.lemma.lower()} {k.lower}" for k in kids(sentence, verb.i, "dobj"))]
    occurs = any("occur" in lexicon.light.get(word, frozenset()) for word in words)
    return not (occurs and kids(sentence, verb.i, "prep"))
