"""Which language a text is in."""

from __future__ import annotations

import py3langid

LONGEST = 4000  # characters: more does not change the answer
FEWEST = 20  # letters: below that the answer is a guess


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; ``None`` where there are too few letters to tell."""
    sample = text[:LONGEST]
    if sum(c.isalpha() for c in sample) < FEWEST:
        return None
    return str(py3langid.classify(sample)[0])
