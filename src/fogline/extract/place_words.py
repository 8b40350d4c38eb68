"""The lexicon of words around place names, by role."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fogline.language.lexicon import rows, shipped

ROLES = (
    "phrase",
    "title",
    "given",
    "body",
    "office",
    "direction",
    "part",
    "in",
    "to",
    "near",
    "fringe",
    "never",
    "verb",
)
COMPASS = {"north": (1.0, 0.0), "south": (-1.0, 0.0), "east": (0.0, 1.0), "west": (0.0, -1.0)}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of words by role; ``title``, ``given``, ``body``, ``office`` and ``never`` as written, the others in lower case."""

    of: dict[str, frozenset[str]]
    phrase_starts: frozenset[str]

    def has(self, role: str, word: str) -> bool:
        """Whether the word, as written, has the role."""
        return word in self.of[role]

    def past_phrase(self, text: str, start: int) -> int:
        """Where a phrase that only contains a place's name ("Molotov cocktail") ends if one begins at ``start``, else 0."""
        word = re.match(r"\w+", text[start : start + 40])
        if word is None or word.group() not in self.phrase_starts:
            return 0
        return max((start + len(p) for p in self.of["phrase"] if text.startswith(p, start)), default=0)


@cache
def load_place_words() -> PlaceWords:
    """Read the shipped lexicon. Raises ``LexiconError`` for an unknown role."""
    found: dict[str, set[str]] = {role: set() for role in ROLES}
    for row in rows(shipped("lexicons", "en", "places.tsv"), ("word", "role", "example")):
        if row["role"] not in found:
            raise row.wrong(f"a role out of {', '.join(ROLES)}", row["role"])
        found[row["role"]].add(row["word"])
    starts = frozenset(re.split(r"\W", phrase, maxsplit=1)[0] for phrase in found["phrase"])
    return PlaceWords({role: frozenset(words) for role, words in found.items()}, starts)


def heading(direction: str) -> tuple[float, float]:
    """Degrees of freedom north and east of "north", "south-western", "northeast": a step of length 1."""
    word = direction.lower().replace("-", "").removesuffix("ern")
    north = sum(COMPASS[p][0] for p in ("north", "south") if p in word)
    east = sum(COMPASS[p][1] for p in ("east", "west") if p in word)
    length = (north * north + east * east) ** 0.5 or 1.0
    return north / length, east / length
