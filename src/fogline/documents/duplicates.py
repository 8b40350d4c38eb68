"""Texts that are nearly the same: wire copies and reprints. Marked, never deleted. The only file that knows rensa.

Candidates come from MinHash bands (Broder 1997; Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", ch. 3); what
is reported is the exact share of shingles, so that no estimate reaches a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rensa import RMinHash

from fogline.documents.passages import passages
from fogline.model.document import Document, Passage

SHINGLE = 4  # words
PERMUTATIONS, BAND = 128, 4  # 32 bands of 4: pairs alike to 0.5 are met with a chance of 0.87, to 0.7 of 0.9998
SEED = 20241130
LEAST = 0.6  # of the shingles in common
FEWEST = 12  # words: shorter passages are alike by chance
MOST_IN_BAND = 200  # texts in one band: beyond it (boilerplate) each is compared with the first only
WORD = re.compile(r"\w+")

Shingles = frozenset[str]


def near_duplicates(documents: Sequence[Document], least: float = LEAST) -> tuple[tuple[str, str, float], ...]:
    """Pairs of documents alike to ``least`` or more: ids in order, and the Jaccard share of their runs of four words."""
    texts = {document.id: shingles(document.text) for document in documents}
    return tuple(_pairs(texts, least))


def near_duplicate_passages(
    documents: Sequence[Document], least: float = LEAST
) -> tuple[tuple[tuple[str, Passage], tuple[str, Passage], float], ...]:
    """Pairs of body passages of *different* documents alike to ``least`` or more: a wire's paragraph inside a longer report."""
    bodies = {
        f"{document.id}\x1f{passage.start:09}": (document.id, passage, document.text[passage.start : passage.end])
        for document in documents
        for passage in passages(document)
        if passage.kind == "body"
    }
    long = {key: shingles(text) for key, (_, _, text) in bodies.items() if len(WORD.findall(text)) >= FEWEST}
    return tuple(
        (bodies[a][:2], bodies[b][:2], share) for a, b, share in _pairs(long, least) if bodies[a][0] != bodies[b][0]
    )


def shingles(text: str) -> Shingles:
    """The runs of four words of a text, without case and punctuation; a shorter text is one run."""
    words = WORD.findall(text.lower())
    return frozenset(" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)) if words)


def _pairs(texts: Mapping[str, Shingles], least: float) -> Iterator[tuple[str, str, float]]:
    for a, b in sorted(_candidates(texts)):
        share = len(texts[a] & texts[b]) / len(texts[a] | texts[b])
        if share >= least:
            yield a, b, round(share, 4)


def _candidates(texts: Mapping[str, Shingles]) -> set[tuple[str, str]]:
    keys = sorted(key for key, shingled in texts.items() if shingled)
    bands: dict[tuple[int, tuple[int, ...]], list[str]] = {}
    for key in keys:
        for place in _bands(texts[key]):
            bands.setdefault(place, []).append(key)
    found: set[tuple[str, str]] = set()
    for members in bands.values():
        if len(members) <= MOST_IN_BAND:
            found.update(combinations(members, 2))
        else:
            found.update((members[0], other) for other in members[1:])
    return found


def _bands(shingled: Shingles) -> Iterator[tuple[int, tuple[int, ...]]]:
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    sketch.update(sorted(shingled))
    digest = sketch.digest()
    for n in range(0, PERMUTATIONS, BAND):
        yield n, tuple(digest[n : n + BAND])
