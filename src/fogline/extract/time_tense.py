"""Whether the words around a time expression look back or ahead."""

from __future__ import annotations

from fogline.extract.time_meanings import Direction
from fogline.language.tree import ancestors, kids
from fogline.model.sentence import Sentence, Token

AHEAD_MODALS = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "would", "must", "should", "can", "may", "might", "could"}
)
AHEAD_VERBS = frozenset(
    {"plan", "schedule", "expect", "intend", "aim", "hope", "vow", "promise", "pledge", "prepare", "agree", "propose",
     "threaten", "slate", "set", "due", "order", "urge", "call", "want", "ask", "demand", "postpone", "delay", "extend",
     "expire", "invite", "decide"}
)  # fmt: skip
VERBAL = frozenset({"VERB", "AUX"})


def direction(sentence: Sentence, token: int) -> Direction:
    """``past`` or ``future`` by the nearest verb above the token; ``open`` where no verb tells.

    An infinitive ("to meet on Friday") looks ahead only under a verb of planning or a modal; a bare present tense, as in
    the digests that tell a day's events in it, looks back.
    """
    verb = next((t for t in (sentence.tokens[token], *ancestors(sentence, token)) if t.pos in VERBAL), None)
    if verb is None:
        return "open"
    while True:
        found = _of_verb(sentence, verb)
        if found is not None:
            return found
        above = next((t for t in ancestors(sentence, verb.i) if t.pos in VERBAL or t.lemma == "due"), None)
        if above is None:
            return "past"
        if above.lemma in AHEAD_VERBS:
            return "future"
        verb = above


def _of_verb(sentence: Sentence, verb: Token) -> Direction | None:
    """What the verb's own form says; ``None`` for an infinitive or participle that takes its time from above."""
    helpers = kids(sentence, verb.i, "aux", "auxpass")
    modal = next((h for h in helpers if h.tag == "MD"), None)
    if modal is not None and modal.lower in AHEAD_MODALS:
        perfect = any(h.lemma == "have" for h in helpers)
        return "past" if perfect else "future"
    if any(h.tag in {"VBD", "VBP", "VBZ"} for h in helpers):
        going = verb.lemma == "go" and any(k.dep == "xcomp" for k in kids(sentence, verb.i))
        ahead = verb.lemma in {"schedule", "expect", "due", "slate", "set", "plan"} and not kids(
            sentence, verb.i, "nsubj"
        )
        return "future" if going or ahead else "past"
    if verb.tag in {"VBD", "VBZ", "VBP"}:
        return "past"
    return None
