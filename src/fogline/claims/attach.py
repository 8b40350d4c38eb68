"""Which of a sentence's mentions belongs to a predicate: the nearest one in the syntax that may bear on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from fogline.language.tree import ancestors, clause_of, kids
from fogline.model.mention import Mention
from fogline.model.sentence import Sentence, Token

T = TypeVar("T")

OTHER_CLAUSE = 3  # steps that leaving the predicate's own clause costs: a mention in it beats a nearer one in another
BELOW = frozenset(
    {"relcl", "acl", "advcl", "ccomp", "pcomp"}
)  # clauses that tell another happening than the one above them
TOGETHER = frozenset({"when", "as", "while", "where"})
PARTICIPLES = frozenset({"VBG", "VBN"})


def steps(sentence: Sentence, one: int, other: int) -> int:
    """How many arcs of the syntax lie between two tokens."""
    up = [one, *(t.i for t in ancestors(sentence, one))]
    for n, token in enumerate([other, *(t.i for t in ancestors(sentence, other))]):
        if token in up:
            return n + up.index(token)
    return len(sentence.tokens)


def distance(sentence: Sentence, predicate: int, head: int) -> int:
    """Arcs between a predicate and a mention's head, dearer where the mention stands in another clause."""
    apart = clause_of(sentence, predicate) != clause_of(sentence, head)
    return steps(sentence, predicate, head) + (OTHER_CLAUSE if apart else 0)


def in_clause_below(sentence: Sentence, predicate: int, head: int) -> bool:
    """Whether ``head`` stands in a clause that hangs below the predicate and tells something of its own.

    "They met for the first time since the war began in 2011": 2011 is not when they met. A bare participle ("…, killing
    nine on Monday") tells the same happening and is no such clause.
    """
    above = {predicate, clause_of(sentence, predicate)}
    for token in [sentence.tokens[head], *ancestors(sentence, head)]:
        if token.i in above:
            return False
        below = token.dep in BELOW and token.pos in {"VERB", "AUX"} and not _beside(sentence, token)
        if below and not _same_happening(sentence, token):
            return any(t.i in above for t in ancestors(sentence, token.i))
    return False


def _beside(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause only stands before another one: "A convoy was ambushed on 26 March; seven men were killed"."""
    above = sentence.tokens[verb.head]
    return verb.dep == "ccomp" and verb.i < above.i and any(t.text == ";" for t in sentence.tokens[verb.i : above.i])


def _same_happening(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells the happening of the clause above it: a bare participle, or "when", "as", "while"."""
    marks = {t.lower for t in kids(sentence, verb.i, "advmod", "mark")}
    return bool(marks & TOGETHER) or _bare_participle(sentence, verb)


def _bare_participle(sentence: Sentence, verb: Token) -> bool:
    helped = kids(sentence, verb.i, "aux", "auxpass", "nsubj", "nsubjpass", "mark")
    return verb.tag in PARTICIPLES and not helped and verb.dep in {"advcl", "acl"}


def in_later_conjunct(sentence: Sentence, predicate: int, head: int) -> bool:
    """Whether ``head`` stands in a clause that is joined to the predicate's own by "and" and comes after it."""
    above = {predicate, clause_of(sentence, predicate)}
    for token in [sentence.tokens[head], *ancestors(sentence, head)]:
        if token.i in above:
            return False
        if token.dep == "conj" and token.pos in {"VERB", "AUX"}:
            return any(t.i in above for t in ancestors(sentence, token.i))
    return False


def nearest(
    sentence: Sentence,
    predicate: int,
    mentions: Iterable[Mention[T]],
    handicap: Callable[[Mention[T]], int] = lambda _: 0,
) -> Mention[T] | None:
    """The mention that hangs nearest to the predicate, handicaps (in arcs) added; of equals the one nearer in the text."""
    ranked = sorted(
        mentions,
        key=lambda m: (distance(sentence, predicate, m.head) + handicap(m), abs(m.head - predicate), m.first),
    )
    return ranked[0] if ranked else None


def at_token(mentions: Sequence[Mention[T]], token: int) -> Mention[T] | None:
    """The mention that a role's head token stands for: headed by it, else the shortest that covers it."""
    covering = [m for m in mentions if m.covers(token)]
    ranked = sorted(covering, key=lambda m: (m.head != token, m.last - m.first, m.first))
    return ranked[0] if ranked else None


def in_sentence(mentions: Sequence[Mention[T]], sentence: Sentence) -> tuple[Mention[T], ...]:
    """The mentions of one sentence."""
    return tuple(m for m in mentions if m.sentence == sentence.index)
