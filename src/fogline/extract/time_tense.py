"""Whether the words around a time expression look back or ahead."""

from __future__ import annotations

from fogline.extract.time_meanings import Direction
from fogline.language.tree import ancestors, kids
from fogline.model.sentence import Sentence, Token

AHEAD_MODALS = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "would", "must", "should", "can", "may", "might", "could"}
)
PLANNING = frozenset(
    {"plan", "schedule", "expect", "intend", "aim", "hope", "vow", "promise", "pledge", "prepare", "agree", "propose",
     "threaten", "slate", "set", "due", "order", "urge", "call", "want", "ask", "demand", "postpone", "delay", "extend",
     "invite", "decide", "anticipate", "be", "likely", "ready", "poise", "able"}
)  # fmt: skip
TIMETABLED = frozenset(
    {"schedule", "anticipate", "expect", "slate", "plan", "set", "postpone", "delay", "propose", "adjourn"}
)
SHIFTING = frozenset({"extend", "delay", "postpone", "reschedule", "adjourn"})
WAITING = frozenset({"call", "plan", "schedule", "expect", "propose", "postpone", "await", "urge", "demand", "prepare"})
STARTING = frozenset({"begin", "start", "expire", "resume", "take", "end", "reopen", "open", "close"})
VERBAL = frozenset({"VERB", "AUX"})


def direction(sentence: Sentence, token: int) -> Direction:
    """``past`` or ``future`` by the nearest verb above the token; ``open`` where it hangs on a noun or the form tells neither.

    An infinitive ("to meet on Friday") looks ahead only under words of planning or as part of a noun ("a deal to leave by
    Friday"); a bare present, as in the digests that tell a day's events in it, looks back ("shells hit the port on Friday"),
    but for verbs of beginning and ending ("the truce takes effect on Friday").
    """
    path = [sentence.tokens[token], *ancestors(sentence, token)]
    verb = next((t for t in path if t.pos in VERBAL), None)
    if verb is None:
        return "open"
    found = _of_clause(sentence, verb)
    if found != "past":
        return found
    between = {t.lower for t in sentence.tokens[verb.i : token]}
    if not between.isdisjoint({"ahead", "pending"}):
        return "future"
    nominal = any(t.pos in {"NOUN", "PROPN"} for t in path[1 : path.index(verb)])
    called = verb.lemma != "call" or "for" in between
    if token > verb.i and (verb.lemma in SHIFTING or (nominal and verb.lemma in WAITING and called)):
        return "future"
    return "open" if nominal or not between.isdisjoint({"before", "until"}) or not _is_past(sentence, verb) else "past"


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """ "meet", "to meet", "to be held"."""
    return verb.tag == "VB" or any(h.tag == "TO" for h in kids(sentence, verb.i, "aux"))


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """Whether the form is a past one; the present in which digests tell the day, and a participle in -ing, tell no direction."""
    helpers = kids(sentence, verb.i, "aux", "auxpass")
    if _is_infinitive(sentence, verb):
        return False
    if verb.tag in {"VBD", "VBN"}:
        return not any(h.lemma == "be" and h.tag in {"VBZ", "VBP"} for h in helpers) or verb.tag == "VBD"
    return any(h.tag == "VBD" or h.lemma == "have" for h in helpers)


def _of_clause(sentence: Sentence, verb: Token) -> Direction:
    """What the verb says, or the one above where it is an infinitive or a participle."""
    while True:
        found = _of_verb(sentence, verb)
        if found is not None:
            return found
        above = next((t for t in ancestors(sentence, verb.i) if t.pos in VERBAL or t.lemma in PLANNING), None)
        if above is None:
            return "past"
        was = above.lemma == "be" and above.tag == "VBD"  # "was to meet": it may have met since
        if above.lemma in PLANNING and _is_infinitive(sentence, verb) and not was:
            return "future"
        verb = above


def _of_verb(sentence: Sentence, verb: Token) -> Direction | None:
    """What the verb's own form says; ``None`` for an infinitive or participle that takes its time from above."""
    helpers = kids(sentence, verb.i, "aux", "auxpass")
    perfect = any(h.lemma == "have" for h in helpers)
    if any(h.tag == "MD" and h.lower in AHEAD_MODALS for h in helpers):
        return "past" if perfect else "future"
    passive = not perfect or any(h.dep == "auxpass" for h in helpers)
    if verb.tag == "VBN" and verb.lemma in TIMETABLED and passive:
        return "future"
    if any(h.tag in {"VBD", "VBP", "VBZ"} for h in helpers):
        coming = verb.tag == "VBG" and not perfect and any(h.tag in {"VBP", "VBZ"} for h in helpers)
        return "future" if coming else "past"
    if _is_infinitive(sentence, verb) and verb.dep in {"acl", "relcl"}:
        return "future"
    if verb.tag in {"VBZ", "VBP"} and verb.lemma in STARTING:
        return "future"
    return "past" if verb.tag in {"VBD", "VBZ", "VBP"} else None


def lasts(sentence: Sentence, token: int) -> bool | None:
    """Whether what is told "since" a time goes on ("has held since May"), went on in the past ("had held"), or nothing tells."""
    path = (sentence.tokens[token], *ancestors(sentence, token))
    verb = next((t for t in path if t.pos in VERBAL), None)
    helpers = kids(sentence, verb.i, "aux", "auxpass") if verb is not None else []
    have = next((h for h in helpers if h.lemma == "have"), None)
    if verb is None or have is None:
        return None
    return have.tag in {"VBP", "VBZ"} or _shifted_back(sentence, verb)


def _shifted_back(sentence: Sentence, verb: Token) -> bool:
    """Whether "had" stands for "has" because somebody said so: "he said that 41 had been killed since Monday"."""
    while verb.dep == "conj":
        verb = sentence.tokens[verb.head]
    above = sentence.tokens[verb.head]
    spoken_before = verb.dep == "ccomp" and above.tag == "VBD"
    spoken_after = any(k.tag == "VBD" for k in kids(sentence, verb.i, "parataxis", "ccomp"))
    return spoken_before or spoken_after
