"""Walking a parsed sentence: all functions take the sentence and token indices, and return indices."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.model.sentence import Sentence, Token
from fogline.model.span import Span

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSE_DEPS = frozenset({"ROOT", "conj", "advcl", "ccomp", "xcomp", "relcl", "acl", "pcomp", "parataxis", "csubj"})


def kids(sentence: Sentence, token: int, *deps: str) -> list[Token]:
    """The dependants of ``token`` with one of the labels ``deps`` (all of them when none is named), in order."""
    return [sentence.tokens[k] for k in sentence.children[token] if not deps or sentence.tokens[k].dep in deps]


def ancestors(sentence: Sentence, token: int) -> Iterator[Token]:
    """The heads above ``token``, nearest first, ending with the root."""
    here = sentence.tokens[token]
    while here.head != here.i:
        here = sentence.tokens[here.head]
        yield here


def subtree(sentence: Sentence, token: int) -> list[int]:
    """``token`` and all below it, in order of the text."""
    found, stack = [], [token]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(sentence.children[here])
    return sorted(found)


def span(sentence: Sentence, first: int, last: int) -> Span:
    """The words of tokens ``[first, last)``."""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def conjuncts(sentence: Sentence, token: int) -> list[int]:
    """``token`` and everything joined to it by "and", "or" or commas ("France, Germany and the UK")."""
    found = [token]
    for here in found:
        found.extend(k.i for k in kids(sentence, here, "conj") if k.i not in found)
    return sorted(found)


def phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """Tokens ``[first, last)`` of the noun phrase of ``head``: its left modifiers and itself, no clause, no conjunct.

    Adjacent right parts of a name ("of" complements are left out) are not included: the phrase ends at its head.
    """
    first = head
    for k in sentence.children[head]:
        token = sentence.tokens[k]
        if k < head and token.dep in LEFT_PARTS:
            first = min(first, *subtree(sentence, k))
    return first, head + 1


LEFT_PARTS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "predet", "advmod", "npadvmod"}
)


def prepositions(sentence: Sentence, token: int) -> list[tuple[str, int]]:
    """Pairs of preposition and head of its object among the dependants of ``token``, "out of" chains followed."""
    pairs: list[tuple[str, int]] = []
    for prep in kids(sentence, token, "prep", "agent", "dative"):
        for inner in [prep, *kids(sentence, prep.i, "prep")]:
            word = prep.lower if inner is prep else f"{prep.lower} {inner.lower}"
            pairs.extend((word, obj) for k in kids(sentence, inner.i, "pobj", "pcomp") for obj in [k.i])
    return pairs


def clause_of(sentence: Sentence, token: int) -> int:
    """The verb (or root) of the clause in which ``token`` stands."""
    here = sentence.tokens[token]
    while here.head != here.i and not (here.pos in {"VERB", "AUX"} and here.dep in CLAUSE_DEPS):
        here = sentence.tokens[here.head]
    return here.i


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether the verb stands in the passive ("was captured", "captured by rebels")."""
    return any(k.dep in {"nsubjpass", "auxpass"} for k in kids(sentence, verb)) or bool(kids(sentence, verb, "agent"))


def at(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Tokens ``[first, last)`` that meet the characters ``[start, end)`` of the canonical text; ``None`` when none does."""
    met = [t.i for t in sentence.tokens if t.start < end and start < t.end]
    return (met[0], met[-1] + 1) if met else None
