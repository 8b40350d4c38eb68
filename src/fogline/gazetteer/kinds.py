"""Words that say what kind of place a name is: "X Governorate", "Mount X", "the town of X"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fogline.gazetteer.entry import KINDS, Kind
from fogline.gazetteer.fold import fold
from fogline.language.lexicon import rows, shipped

LEADING = frozenset({"lake", "river", "island", "camp", "sea", "strait", "mountain", "dam"})  # "Lake Kivu", "Camp Taji"


@dataclass(frozen=True, slots=True)
class KindWord:
    """A word and the kinds it admits, best first; ``part`` when the thing only lies at the place named ("Rastan Bridge")."""

    word: str
    kinds: tuple[Kind, ...]
    part: bool


@dataclass(frozen=True, slots=True)
class KindWords:
    """The shipped list, by folded word; a word may be of several parts ("border crossing")."""

    words: dict[str, KindWord]
    first_words: frozenset[str]

    def after(self, key: str) -> tuple[str, KindWord] | None:
        """The folded name without the word it ends in, and the word: "idlib governorate" → ("idlib", governorate)."""
        parts = key.split(" ")
        for n in range(max(1, len(parts) - 3), len(parts)):
            word = self.words.get(" ".join(parts[n:]))
            if word:
                return " ".join(parts[:n]), word
        return None

    def before(self, key: str) -> tuple[str, KindWord] | None:
        """The folded name after the word it begins with: "province of kirkuk" → ("kirkuk", province)."""
        parts = key.split(" ")
        for n in range(min(4, len(parts) - 1), 0, -1):
            word = self.words.get(" ".join(parts[:n]))
            rest = parts[n:]
            if word and (rest[0] == "of" or word.kinds[0] in LEADING):
                return " ".join(rest[1:] if rest[0] == "of" and len(rest) > 1 else rest), word
        return None


def load_kinds() -> KindWords:
    """Read the shipped list. Raises ``LexiconError`` for an unknown kind."""
    words = {}
    for row in rows(shipped("gazetteer", "kinds.tsv"), ("word", "kinds", "part", "example")):
        if unknown := [k for k in row.many("kinds") if k not in KINDS]:
            raise row.wrong(f"kinds out of {', '.join(KINDS)}", unknown[0])
        key = fold(row["word"])
        words[key] = KindWord(row["word"], cast("tuple[Kind, ...]", row.many("kinds")), row["part"] == "part")
    return KindWords(words, frozenset(word for key in words for word in key.split(" ") if word not in {"of", "the"}))
