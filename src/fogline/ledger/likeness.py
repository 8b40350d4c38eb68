"""How much two texts have in common, and a short sketch by which likely copies are found without comparing all texts.

Shingles are runs of five words. The sketch is one-permutation minhash (Li, Owen, Zhang 2012): one hash a shingle, the
smallest in each of 64 bins, cut into 16 bands of 4. Two texts with a likeness of 0.7 share a band with probability > 0.98.
"""

from __future__ import annotations

import hashlib

from fogline.model.name import fold

RUN = 5
BINS = 64
ROWS = 4
COPY = 0.6  # wire copies with another headline, a cut tail or a changed dateline stay above; two reports of one event far below
SHORTEST = 12  # words: shorter texts are only copies when they are equal


def shingles(text: str) -> frozenset[int]:
    """The text's runs of five words as 64-bit hashes; a shorter text is one run."""
    words = fold(text).split()
    runs = (" ".join(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) for run in runs)


def bands(text: str) -> tuple[str, ...]:
    """The text's sketch: look-up keys, none for a text without words."""
    if not fold(text):
        return ()
    smallest: list[int | None] = [None] * BINS
    for value in shingles(text):
        place, rest = value % BINS, value // BINS
        met = smallest[place]
        smallest[place] = rest if met is None else min(met, rest)
    rows = (smallest[i : i + ROWS] for i in range(0, BINS, ROWS))
    return tuple(_band(number, row) for number, row in enumerate(rows) if any(value is not None for value in row))


def likeness(text: str, other: str) -> float:
    """The share of the shorter text's runs that the longer one has too, 0–1."""
    one, two = shingles(text), shingles(other)
    return len(one & two) / min(len(one), len(two))


def is_copy(text: str, other: str) -> bool:
    """Whether the two are one text, give or take a headline, a cut or a correction."""
    shorter = min(len(text.split()), len(other.split()))
    return fold(text) == fold(other) if shorter < SHORTEST else likeness(text, other) >= COPY


def _band(number: int, row: list[int | None]) -> str:
    return f"{number}:" + hashlib.blake2b(repr(row).encode(), digest_size=8).hexdigest()
