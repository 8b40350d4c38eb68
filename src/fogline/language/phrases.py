"""Many phrases looked up at once, on word borders, longest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import ahocorasick_rs

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Hit(Generic[V]):
    """A phrase found at ``[start, end)`` of the text searched, with its value."""

    start: int
    end: int
    value: V


class Phrases(Generic[V]):
    """A set of phrases, each with a value. Matching is exact in case unless ``fold`` is set; hits do not overlap."""

    def __init__(self, entries: Iterable[tuple[str, V]], fold: bool = False) -> None:
        self._fold = fold
        table = {(phrase.lower() if fold else phrase): value for phrase, value in entries if phrase}
        self._values = list(table.values())
        self._machine = ahocorasick_rs.AhoCorasick(
            list(table), matchkind=ahocorasick_rs.MatchKind.Standard, implementation=None
        )

    def find(self, text: str) -> Iterator[Hit[V]]:
        """The phrases in ``text``, left to right, the longest of those that overlap, only on word borders."""
        haystack = _lower_same_length(text) if self._fold else text
        found = [
            (start, -end, n)
            for n, start, end in self._machine.find_matches_as_indexes(haystack, overlapping=True)
            if _on_border(text, start, end)
        ]
        free = 0
        for start, minus_end, n in sorted(found):
            if start >= free:
                free = -minus_end
                yield Hit(start, free, self._values[n])


def _lower_same_length(text: str) -> str:
    """Lower case without changing any offset (a few letters, such as İ, grow when lowered: they stay)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _on_border(text: str, start: int, end: int) -> bool:
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    after = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return before and after
