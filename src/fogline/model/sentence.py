"""Parsed sentences: tokens with their syntax, free of any parser's own types."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model.document import Document, Passage


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark. ``i`` and ``head`` are indices within the sentence (``head == i`` at the root).

    ``start``/``end`` are offsets into the canonical text; ``pos`` is the Universal POS tag, ``tag`` the Penn tag, ``dep`` the
    ClearNLP dependency label that spaCy's English models use (nsubj, dobj, agent, prep, pobj, …).
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage. ``index`` is its number in the document; ``children[i]`` the dependants of token ``i`` in order."""

    index: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    passage: Passage


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document cut into passages and parsed sentences, in the order of the text."""

    document: Document
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
