"""Who speaks: the heads of speaking phrases, and the ``Speaker`` that each of them names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.extract.attribution_lexicon import CueLexicon
from fogline.language.tree import ancestors, conjuncts, is_passive, kids, phrase, span, subtree
from fogline.model.actor import Actor, Speaker
from fogline.model.mention import Mention
from fogline.model.sentence import Sentence, Token
from fogline.model.span import Span

PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
RELATIVES = frozenset({"who", "which", "that"})
LONGEST_OF = 7  # tokens: a longer "of" phrase is a description, no part of a name
INDEFINITE = frozenset({"no", "nobody", "none", "neither", "nothing", "few", "what"})
ADDED_TO = frozenset(
    {"say", "tell", "state", "announce", "report", "declare", "claim", "warn", "confirm", "write", "note"}
)
ABSTRACT = ("ity", "tion", "sion", "ment", "ness", "ance", "ence", "ism", "cy", "dom", "hood")
DEEDS = frozenset(
    {"attack", "strike", "raid", "assault", "offensive", "plan", "move", "step", "war", "conflict", "clash", "battle"}
    | {"crisis", "deal", "truce", "ceasefire", "accord", "law", "need", "effort", "push", "advance", "loss", "death"}
)
MOST_STEPS = 6  # clauses to climb for a subject that is left out


@dataclass(frozen=True, slots=True)
class Cast:
    """The actor mentions of a document by sentence, and the lexicon that knows which nouns can speak."""

    mentions: dict[int, tuple[Mention[Actor], ...]]
    lexicon: CueLexicon

    def at(self, sentence: Sentence, token: int) -> Mention[Actor] | None:
        """The actor mention that covers the token, one headed by it first."""
        covering = [m for m in self.mentions.get(sentence.index, ()) if m.covers(token)]
        return min(covering, key=lambda m: (m.head != token, m.first), default=None)


def cast_of(actors: Sequence[Mention[Actor]], lexicon: CueLexicon) -> Cast:
    """The actors sorted by sentence."""
    by_sentence: dict[int, list[Mention[Actor]]] = defaultdict(list)
    for mention in actors:
        by_sentence[mention.sentence].append(mention)
    return Cast({n: tuple(found) for n, found in by_sentence.items()}, lexicon)


def subjects(sentence: Sentence, verb: int) -> list[int]:
    """Heads of the phrases that do the verb: its subject, the agent of a passive, or the subject it shares with a higher verb."""
    here = verb
    for _ in range(MOST_STEPS):
        token = sentence.tokens[here]
        doing = kids(sentence, here, "nsubj")  # "a teacher said by telephone": no passive, whatever "by" is taken for
        if is_passive(sentence, here) and here == verb and not doing:
            return [c for agent in kids(sentence, here, "agent") for c in _objects(sentence, agent.i)]
        own = kids(sentence, here, "nsubj", "nsubjpass") if here != verb else kids(sentence, here, "nsubj")
        if own:
            beside = [
                k for k in own if k.i < here
            ]  # of two the parser found, the nearer: "…, most of them men, Amnesty believes"
            return _antecedent(sentence, here, beside[-1] if beside else own[0])
        if token.dep == "relcl":
            return conjuncts(sentence, token.head)
        above = _next_verb(sentence, here)
        if above is None:
            return []
        here = above
    return []


def _objects(sentence: Sentence, preposition: int) -> list[int]:
    return [c for obj in kids(sentence, preposition, "pobj") for c in conjuncts(sentence, obj.i)]


def _antecedent(sentence: Sentence, verb: int, subject: Token) -> list[int]:
    if subject.lower in RELATIVES and sentence.tokens[verb].dep == "relcl":
        return [sentence.tokens[verb].head]
    return conjuncts(sentence, subject.i)


def _next_verb(sentence: Sentence, verb: int) -> int | None:
    """The verb whose subject a verb without one shares: above a conjunct, an infinitive, a participle."""
    if sentence.tokens[verb].dep not in {"conj", "xcomp", "advcl", "acl", "pcomp", "dep"}:
        return None
    above = [t for t in ancestors(sentence, verb) if t.pos in {"VERB", "AUX"}]
    speaking = [t for t in above if t.lemma.lower() in ADDED_TO] if sentence.tokens[verb].lower == "adding" else []
    return next((t.i for t in (*speaking, *above)), None)


def can_speak(cast: Cast, sentence: Sentence, head: int) -> bool:
    """Whether the phrase names somebody: a known actor, a name, a personal pronoun or a noun that can speak."""
    token = sentence.tokens[head]
    if token.pos == "PROPN" or token.lower in PRONOUNS or cast.at(sentence, head) is not None:
        return True
    return token.lemma.lower() in cast.lexicon.speakers | cast.lexicon.documents


def is_thing(cast: Cast, sentence: Sentence, head: int) -> bool:
    """Whether a common noun is a deed or an abstraction ("the attack", "necessity"), which no report quotes."""
    token = sentence.tokens[head]
    if token.pos != "NOUN" or can_speak(cast, sentence, head):
        return False
    lemma = token.lemma.lower()
    return lemma in DEEDS or lemma.endswith(ABSTRACT)


def is_nobody(sentence: Sentence, head: int) -> bool:
    """Whether the phrase denies that there is a speaker ("no group", "nobody")."""
    token = sentence.tokens[head]
    return token.lower in INDEFINITE or any(k.lower in INDEFINITE for k in kids(sentence, head, "det", "neg"))


def author(cast: Cast, sentence: Sentence, head: int) -> list[int]:
    """Whose document speaks ("a statement by the ministry said"): its author, or the phrase itself when none is named."""
    if sentence.tokens[head].lemma.lower() not in cast.lexicon.documents:
        return [head]
    own = [k.i for k in kids(sentence, head, "poss")]
    by = [
        c for p in kids(sentence, head, "prep", "agent") if p.lower in {"by", "from"} for c in _objects(sentence, p.i)
    ]
    named = [k.i for k in kids(sentence, head, "compound", "nmod", "amod") if cast.at(sentence, k.i) is not None]
    return own or by or named[:1] or [head]


def speaker(cast: Cast, sentence: Sentence, head: int, cue: Span) -> Speaker:
    """The speaker that the phrase at ``head`` names, at level 0: the person of an apposition before the office."""
    beside = [head, *(k.i for k in kids(sentence, head, "appos"))]
    if sentence.tokens[head].dep == "appos":
        beside.append(sentence.tokens[head].head)
    found = [m for token in beside if (m := cast.at(sentence, token)) is not None]
    best = next((m for m in found if m.value.kind == "person"), None)
    if best is None and (named := _named_beside(sentence, beside[1:])) is not None:
        return _worded(sentence, named, cue)
    own = next((m for m in found if m.covers(head)), None)
    if own is None or own.value.id is None:  # "the army's media wing, ISPR": the name that is known
        own = next((m for m in found if m.value.id is not None), own)
    best = best or own
    if best is None:
        return _worded(sentence, head, cue)
    return Speaker(best.value.span, best.value.name, best.value.id, 0, cue)


def _named_beside(sentence: Sentence, tokens: list[int]) -> int | None:
    """The apposition that is a personal name of two words or more ("a spokeswoman, Awa Diop, said")."""
    for token in tokens:
        first, last = phrase(sentence, token)
        words = sentence.tokens[first:last]
        if len(words) > 1 and all(w.pos == "PROPN" for w in words):
            return token
    return None


def _worded(sentence: Sentence, head: int, cue: Span) -> Speaker:
    first, last = phrase(sentence, head)
    while first < head and sentence.tokens[first].dep in {"det", "predet"}:
        first += 1
    for prep in kids(sentence, head, "prep"):
        below = subtree(sentence, prep.i)
        if prep.lower == "of" and prep.i == last and len(below) <= LONGEST_OF:
            last = below[-1] + 1
    words = span(sentence, first, last)
    return Speaker(words, words.text, None, 0, cue)
