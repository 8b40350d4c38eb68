"""Running totals: "the death toll rose to 130", "bringing the number of displaced to 14,000"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.figure_fates import Told
from fogline.extract.figure_lexicon import Fate, Lexicon
from fogline.extract.figure_numbers import Number
from fogline.language import tree
from fogline.model.sentence import Sentence, Token

LEADS = frozenset({"to", "at", "of", "above", "past", "over", "beyond", ":", "as"})
TOTALS = frozenset({"number", "total", "figure", "count", "tally", "toll"})
DEATHS = frozenset({"death", "casualty", "fatality"})
NEAR = 4  # tokens between the verb of change and its number ("has now risen sharply to 130")


def toll(sentence: Sentence, number: Number, words: Lexicon) -> Told | None:
    """The running total that this number states, when the verb and the noun of a total stand before it."""
    verb = _change(sentence, number, words.sets["change"])
    if verb is None:
        return _of_toll(sentence, number, words)
    for head in _subjects(sentence, verb):
        if fate := fate_of_total(sentence, head, words):
            return Told(head, fate, "toll")
    return None


def is_total(sentence: Sentence, number: Number, words: Lexicon) -> bool:
    """Whether the number is what "the total" or "the number" came to, of whatever was told before ("bringing the total to 45")."""
    verb = _change(sentence, number, words.sets["change"])
    if verb is None:
        return False
    return any(sentence.tokens[h].lemma.lower() in TOTALS for h in _subjects(sentence, verb))


def _change(sentence: Sentence, number: Number, changes: frozenset[str]) -> int | None:
    """The verb of change right before the number: "has risen to 130", "exceeded 100", "stands at 40"."""
    lead = sentence.tokens[number.amount - 1] if number.amount else None
    verbs = range(number.amount - 1, max(number.amount - 1 - NEAR - (number.amount - number.first), -1), -1)
    for n in verbs:
        token = sentence.tokens[n]
        if token.lemma.lower() in changes and token.pos in {"VERB", "AUX"} and lead is not None:
            between = {t.lower for t in sentence.tokens[n + 1 : number.first]}
            return n if between & LEADS or n >= number.first - 1 else None
        if token.pos == "NUM" and n < number.first - 1 and sentence.tokens[number.first - 1].lower not in LEADS:
            return None  # "rose to 28 after four of the wounded died"
        if token.pos == "VERB" and n < number.first:
            break
    return _far_change(sentence, number, changes)


def _far_change(sentence: Sentence, number: Number, changes: frozenset[str]) -> int | None:
    """The verb that governs "to 130" by the parse, however far: "brings the number of people killed since May to 130"."""
    for n in range(number.last - 1, number.first - 1, -1):
        token = sentence.tokens[n]
        if token.dep == "pobj" and sentence.tokens[token.head].lower in {"to", "at"}:
            governor = sentence.tokens[sentence.tokens[token.head].head]
            if governor.lemma.lower() in changes and governor.lemma != "be":
                return governor.i
    before = sentence.tokens[number.first - 1] if number.first else None
    if before is not None and before.lower == "to":
        for token in reversed(sentence.tokens[: before.i]):
            if token.lemma.lower() in {"bring", "raise", "push", "take"} and token.pos == "VERB":
                return token.i
    return None


def _subjects(sentence: Sentence, verb: int) -> Iterator[int]:
    """Heads of what changed: the subject or object of the verb or of the one above it; else the nearest noun of a total."""
    token = sentence.tokens[verb]
    for head in (verb, token.head):
        for kid in tree.kids(sentence, head, "nsubj", "nsubjpass", "dobj", "csubj"):
            yield kid.i
    for n in range(verb + 8, max(verb - 25, -1), -1):
        if n < len(sentence.tokens) and sentence.tokens[n].lemma.lower() in TOTALS | DEATHS:
            yield n


def fate_of_total(sentence: Sentence, head: int, words: Lexicon) -> Fate | None:
    """What a total counts: "death toll" the killed, "the number of people displaced" the displaced."""
    token = sentence.tokens[head]
    if token.lemma.lower() in TOTALS | DEATHS:
        for part in tree.subtree(sentence, head):
            if part != head and (fate := _counted_by(sentence.tokens[part], words)):
                return fate
    if token.lemma.lower() in DEATHS | {"toll"}:
        return next((f for f in words.fates.get(("noun", "toll"), ()) if f.role == "toll"), None)
    return None


def _counted_by(token: Token, words: Lexicon) -> Fate | None:
    fates = [f for f in words.fates_of(token) if f.role in {"", "object", "subject", "self", "of"}]
    if token.pos in {"ADJ", "NOUN", "VERB", "PROPN"} and token.lower not in {"die"} and fates:
        return fates[0]
    return None


def _of_toll(sentence: Sentence, number: Number, words: Lexicon) -> Told | None:
    """ "a death toll of 12", "Death toll: 12"."""
    if number.first < 2 or sentence.tokens[number.first - 1].lower not in {"of", ":", "at", "–"}:
        return None
    noun = number.first - 2
    if sentence.tokens[noun].lemma.lower() in {"toll", "tally", "count"} and (
        fate := fate_of_total(sentence, noun, words)
    ):
        return Told(noun, fate, "toll")
    return None
