"""Whether a text can hold a claim at all: a cheap look for the words of conflict before the parser is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fogline.language.lexicon import rows, shipped
from fogline.model.document import Document, Passage

WORD = re.compile(r"[^\W\d_][\w’'-]*")
SHORTEST_STEM = 2
SHOWN = 5  # words that are named as the reason


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and stems of ``relevance.tsv``, each with whether it is strong (violence, armed actors, harm)."""

    words: dict[str, bool]
    stems: dict[str, bool]
    longest: int

    def weight(self, word: str) -> bool | None:
        """``True`` for a strong word, ``False`` for a weak one, ``None`` for any other; lower case."""
        if (found := self.words.get(word)) is not None:
            return found
        met = [
            self.stems[word[:n]]
            for n in range(SHORTEST_STEM, min(len(word), self.longest) + 1)
            if word[:n] in self.stems
        ]
        return any(met) if met else None


@dataclass(frozen=True, slots=True)
class Relevance:
    """How many different words of conflict a text holds, and the first of them as the reason."""

    strong: int
    weak: int
    words: tuple[str, ...]

    @property
    def none(self) -> bool:
        """Whether the text holds no such word and can be left unparsed."""
        return not self.strong and not self.weak


def vocabulary() -> Vocabulary:
    """The shipped vocabulary. Raises ``LexiconError`` for a row that cannot be read."""
    words: dict[str, bool] = {}
    stems: dict[str, bool] = {}
    for row in rows(shipped("lexicons", "en", "relevance.tsv"), ("words", "weight", "example")):
        if row["weight"] not in ("strong", "weak"):
            raise row.wrong("the weight strong or weak", row["weight"])
        strong = row["weight"] == "strong"
        for word in row.many("words"):
            table = stems if word.endswith("*") else words
            bare = word.rstrip("*").lower()
            table[bare] = strong or table.get(bare, False)
    return Vocabulary(words, stems, max(map(len, stems), default=0))


def relevance(text: str, known: Vocabulary) -> Relevance:
    """The words of conflict in ``text``, each counted once. Parts of hyphened words count as words too."""
    found = {word: weight for word in dict.fromkeys(_words(text)) if (weight := known.weight(word)) is not None}
    strong = [word for word, weight in found.items() if weight]
    return Relevance(len(strong), len(found) - len(strong), (*strong, *(w for w in found if not found[w]))[:SHOWN])


def unread(document: Document, passages: tuple[Passage, ...], known: Vocabulary) -> tuple[Passage, ...]:
    """The passages that hold no word of conflict: the parser may pass over them, the store keeps them."""
    return tuple(p for p in passages if relevance(document.text[p.start : p.end], known).none)


def _words(text: str) -> Iterator[str]:
    for match in WORD.finditer(text):
        word = match[0].lower()
        yield word
        if "-" in word:
            yield from (part for part in word.split("-") if part)
