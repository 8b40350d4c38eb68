"""Nobody: "no casualties", "no one was hurt", "none of the passengers was injured", "no civilians were killed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.extract.figure_drafts import Draft
from fogline.extract.figure_fates import Told, told
from fogline.extract.figure_lexicon import Fate, Lexicon
from fogline.extract.figure_nouns import Counted, kind_of
from fogline.language import tree
from fogline.model.sentence import Sentence

NOBODY = frozenset({"nobody", "none", "no-one"})
HARMS = frozenset({"killed", "injured", "missing", "affected", "houses_destroyed"})
HARM_NOUNS = frozenset({"casualty", "death", "fatality", "injury", "victim", "casualties", "life"})
COUNTABLE = frozenset({"NN", "NNS"})  # "no soldier was hurt", "no houses were burned"
LIST_GAP = frozenset({",", "or", "and", "nor"})


def zeros(sentence: Sentence, words: Lexicon) -> Iterator[Draft]:
    """Counts of zero; only harm to people is counted so ("no soldiers were deployed" is left to the events)."""
    for token in sentence.tokens:
        denied = token.lower == "any" and token.i and sentence.tokens[token.i - 1].lemma.lower() in {"deny", "without"}
        if token.lower in {"no", "without", "zero"} or denied:
            yield from _nouns(sentence, token.i, words)
        if token.lower in NOBODY or (token.lower == "one" and token.i and sentence.tokens[token.i - 1].lower == "no"):
            first = token.i - 1 if token.lower == "one" else token.i
            phrase = Counted(first, token.i + 1, token.i, "bare", ("all",))
            yield from _told(sentence, phrase, words)


def _nouns(sentence: Sentence, opener: int, words: Lexicon) -> Iterator[Draft]:
    for noun in range(opener + 1, min(opener + 6, len(sentence.tokens))):
        token = sentence.tokens[noun]
        if token.lower == "no":
            return  # "no casualties and no houses": another count of none
        if token.lemma.lower() in HARM_NOUNS or token.lower in HARM_NOUNS:
            yield from _harm(sentence, opener, noun, words)
        elif (
            token.tag in COUNTABLE
            and kind_of(sentence, noun, words)[0] in {"person", "home"}
            and not _goes_on(sentence, noun)
            and sentence.tokens[opener].lower == "no"
        ):
            kind, population = kind_of(sentence, noun, words)
            yield from _told(sentence, Counted(opener, noun + 1, noun, kind, population), words)
            return
        elif token.lower == "of" and sentence.tokens[noun - 1].lower == "loss":
            continue  # "no loss of life"
        elif token.pos not in {"ADJ", "NOUN", "ADV", "PROPN", "DET"} and token.lower not in LIST_GAP:
            return


def _goes_on(sentence: Sentence, noun: int) -> bool:
    """Whether the noun only opens a longer one ("no civilian casualties", "no house searches")."""
    return noun + 1 < len(sentence.tokens) and sentence.tokens[noun + 1].pos in {"NOUN", "PROPN"}


def _harm(sentence: Sentence, opener: int, noun: int, words: Lexicon) -> Iterator[Draft]:
    """ "no casualties" leaves nobody dead; "no injuries" nobody hurt."""
    word = sentence.tokens[noun].lemma.lower()
    measure = "injured" if word == "injury" else "killed"
    fate = next(
        (f for f in words.fates[("noun", "injury" if measure == "injured" else "death")] if f.role == "self"), None
    )
    population = ("civilians",) if "civilian" in {t.lower for t in sentence.tokens[opener:noun]} else ("all",)
    if fate is not None:
        phrase = Counted(opener, noun + 1, noun, "unknown", population)
        yield _draft(sentence, phrase, fate, noun)


def _told(sentence: Sentence, phrase: Counted, words: Lexicon) -> Iterator[Draft]:
    found = told(sentence, phrase, words)
    if found is None or found.by == "people":
        return
    hit = phrase.kind == "home" and found.fate.word == "damage"
    fate = replace(found.fate, measure="houses_destroyed") if hit else found.fate
    if fate.measure in HARMS:
        yield _draft(sentence, phrase, fate, found.token)


def _draft(sentence: Sentence, phrase: Counted, fate: Fate, token: int) -> Draft:
    span = tree.span(sentence, phrase.first, phrase.last)
    return Draft(sentence.index, span, phrase.first, phrase, 0, 0, "exact", Told(token, fate, "zero"), "zero")
