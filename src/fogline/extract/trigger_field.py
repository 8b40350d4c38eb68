"""Whether a document is of conflict or of relations between states at all; what stands in one that is not is refused."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.model.mention import Trigger
from fogline.model.sentence import Parsed, Sentence

SHORT = 40  # words: so short a text tells too little to be judged as a whole
ENOUGH = ((3, 0.1), (2, 0.2))  # different words of war in a document, with the share of its sentences that hold one


@dataclass(frozen=True, slots=True)
class Signs:
    """Different words of war and protest, and different states, named in a sentence or a document."""

    armed: frozenset[str]
    states: frozenset[str]

    def joined(self, other: Signs) -> Signs:
        """The signs of both."""
        return Signs(self.armed | other.armed, self.states | other.states)


def signs(sentence: Sentence, lexicon: TriggerLexicon) -> Signs:
    """The signs in one sentence."""
    armed, states = set(), set()
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        for word in (lemma, token.lower):
            if lexicon.is_a(word, "field"):
                armed.add(lemma)
            if word in lexicon.states:
                states.add(lexicon.states[word])
    return Signs(frozenset(armed), frozenset(states))


def outside(parsed: Parsed, found: list[Trigger], lexicon: TriggerLexicon) -> set[int]:
    """Positions in ``found`` of triggers to refuse: the document is not of the field and their sentence does not redeem it."""
    by_sentence = {s.index: signs(s, lexicon) for s in parsed.sentences}
    if _of_the_field(parsed, by_sentence, lexicon):
        return set()
    return {n for n, trigger in enumerate(found) if not _redeemed(by_sentence[trigger.sentence])}


def peaceful(parsed: Parsed, lexicon: TriggerLexicon) -> frozenset[int]:
    """Sentences of a document of another field that do not themselves speak of war or protest.

    Ties between bodies, deaths and judgements told there are not of conflict, whatever states they name.
    """
    by_sentence = {s.index: signs(s, lexicon) for s in parsed.sentences}
    if _of_the_field(parsed, by_sentence, lexicon):
        return frozenset()
    return frozenset(n for n, here in by_sentence.items() if not (here.armed and _redeemed(here)))


def _of_the_field(parsed: Parsed, by_sentence: dict[int, Signs], lexicon: TriggerLexicon) -> bool:
    whole = Signs(frozenset(), frozenset())
    for one in by_sentence.values():
        whole = whole.joined(one)
    words = sum(len(s.tokens) for s in parsed.sentences)
    share = sum(bool(one.armed) for one in by_sentence.values()) / max(1, len(by_sentence))
    armed = whole.armed | _title(parsed.document.title or "", lexicon)
    return words < SHORT or any(len(armed) >= least and share >= part for least, part in ENOUGH)


def _title(title: str, lexicon: TriggerLexicon) -> frozenset[str]:
    """Words of war in the title, which is known of the document though it is no evidence."""
    words = (word.strip(".,:;'\"()").lower() for word in title.split())
    return frozenset(
        w.removesuffix("s") for w in words if lexicon.is_a(w, "field") or lexicon.is_a(w.removesuffix("s"), "field")
    )


def _redeemed(here: Signs) -> bool:
    """Two states, or a state and a word of war, or two words of war in the sentence."""
    return len(here.states) + len(here.armed) >= 2
