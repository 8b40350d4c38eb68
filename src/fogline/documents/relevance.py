"""The words that reports of conflict use: what tells, without a parser, that the head of a table speaks of it."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.language.lexicon import rows, shipped

SHORTEST_STEM = 2


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
