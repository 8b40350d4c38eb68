"""Which actors met so far a pronoun or a definite phrase may stand for."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.actor_draft import Draft, Who
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.actor_words import ActorNoun
from fogline.model.sentence import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
# "the group" is no company, newspaper or university
TRADES = frozenset({"BUS", "MED", "EDU"})
NAMED = frozenset({"name", "organ", "group", "person"})
PLURAL_KINDS = frozenset({"armed_group", "coalition", "civilian"})
# a name inside another phrase ("the UN Security Council resolution") is no antecedent
INNER = frozenset({"compound", "amod", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor met in a sentence; ``called`` all words by which it was called there, its offices among them, in lower case."""

    who: Who
    sentence: int
    head: int
    subject: bool
    plural: bool
    sort: str
    inner: bool
    passage: int
    called: tuple[str, ...]


def seen_here(sentence: Sentence, draft: Draft, lexicon: ActorLexicon) -> Seen:
    """The draft as something that later words may point back to."""
    token = sentence.tokens[draft.head]
    entry = lexicon.by_id(draft.who.id or "")
    office = entry.side if entry and entry.kind == "person" else ""
    called = f"{draft.called} {draft.who.name} {office}".lower().split()
    plural = token.tag in {"NNS", "NNPS"} or draft.who.kind in PLURAL_KINDS
    first = token
    while first.dep == "conj" and first.head != first.i:
        first = sentence.tokens[first.head]
    subject, inner = first.dep in SUBJECTS, token.dep in INNER
    return Seen(
        draft.who, sentence.index, draft.head, subject, plural, draft.sort, inner, sentence.passage.start, tuple(called)
    )


def fits_pronoun(seen: Seen, need: str) -> bool:
    """Whether "he", "it" or "they" may stand for this actor."""
    if seen.inner or seen.sort in {"adjective", "people"} or seen.who.kind == "unknown":
        return False
    if need == "person":
        return seen.who.kind == "person"
    if need == "body":
        return seen.who.kind not in {"person", "civilian"} and not (seen.plural and seen.sort == "common")
    return seen.who.kind != "person" and (seen.plural or seen.who.kind != "state")


def fits_noun(seen: Seen, noun: ActorNoun, lemma: str) -> bool:
    """Whether "the" and this noun may stand for this actor."""
    if seen.sort not in NAMED:
        return False
    if noun.sort == "role":
        return seen.who.kind == "person" and lemma in seen.called
    if "name" in noun.refers and lemma in _heads(seen.called):
        return True
    if seen.who.kind not in noun.refers:
        return False
    if noun.sector is None:
        return seen.who.sector not in TRADES
    return seen.who.kind == "armed_group" or noun.sector == seen.who.sector


def _heads(called: tuple[str, ...]) -> tuple[str, ...]:
    """The words that may head a name: not those after "of", where "Members of Parliament" hides a parliament."""
    return called[: called.index("of")] if "of" in called and called.index("of") else called
