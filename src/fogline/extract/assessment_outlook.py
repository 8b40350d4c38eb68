"""What an event is said to lead to: "the capture of the dam will allow …"."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.assessment_lexicon import Grammar
from fogline.extract.assessment_words import Reading
from fogline.language.tree import kids
from fogline.model.sentence import Sentence, Token

FUTURE = frozenset({"will", "would", "could", "may", "might"})


def outlooks(sentence: Sentence, grammar: Grammar) -> Iterator[Reading]:
    """Verbs of outcome in the future whose subject is an event of the war, in order."""
    for verb in sentence.tokens:
        if verb.pos != "VERB" or "@outcome" not in grammar.keys(verb.lemma.lower()):
            continue
        first = [k for k in kids(sentence, verb.i, "aux") if k.lower in FUTURE and k.i < verb.i]
        subjects = [_meant(sentence, verb, k) for k in kids(sentence, verb.i, "nsubj", "nsubjpass")]
        causes = [k for k in subjects if "@cause" in grammar.keys(k.lemma.lower())]
        if first and causes:
            yield Reading(first[0].i, verb.i + 1, verb.i, "outlook", f"assessment outlook {verb.lemma}", "possible")


def _meant(sentence: Sentence, verb: Token, subject: Token) -> Token:
    """The subject, or what its relative pronoun stands for ("a deal that will …")."""
    return sentence.tokens[verb.head] if verb.dep == "relcl" and subject.lower in {"that", "which"} else subject
