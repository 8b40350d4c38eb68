"""Which of a sentence's mentions belongs to a predicate: the nearest one in the syntax."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from fogline.language.tree import ancestors, clause_of
from fogline.model.mention import Mention
from fogline.model.sentence import Sentence

T = TypeVar("T")

OTHER_CLAUSE = 3  # steps that leaving the predicate's own clause costs: a time in it beats a nearer one in another


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


def nearest(sentence: Sentence, predicate: int, mentions: Iterable[Mention[T]]) -> Mention[T] | None:
    """The mention that hangs nearest to the predicate; of equals the one that stands nearer in the text."""
    ranked = sorted(mentions, key=lambda m: (distance(sentence, predicate, m.head), abs(m.head - predicate), m.first))
    return ranked[0] if ranked else None


def at_token(mentions: Sequence[Mention[T]], token: int) -> Mention[T] | None:
    """The mention that a role's head token stands for: headed by it, else the shortest that covers it."""
    covering = [m for m in mentions if m.covers(token)]
    ranked = sorted(covering, key=lambda m: (m.head != token, m.last - m.first, m.first))
    return ranked[0] if ranked else None


def in_sentence(mentions: Sequence[Mention[T]], sentence: Sentence) -> tuple[Mention[T], ...]:
    """The mentions of one sentence."""
    return tuple(m for m in mentions if m.sentence == sentence.index)
