"""Which language a text is in."""

from __future__ import annotations

import re

import py3langid

LONGEST = 4000  # characters: more does not change the answer
FEWEST = 20  # letters: below that the answer is a guess
WORD = re.compile(r"[^\W\d_]+")
# words that English uses all the time and its neighbours never: names of West Africa or the Pacific in one English sentence
# made py3langid call 10 of 1,318 sentences Nigerian Pidgin
ENGLISH = frozenset(
    ["the", "and", "with", "which", "from", "during", "says", "said", "were", "been", "has", "their", "by"]
)
OF = "of"
ALSO_OF = ("nl", "af")  # in which "of" is a word of their own
PIDGIN = frozenset(
    ["dey", "di", "wey", "dem", "na", "don", "una", "sey", "wetin"]
)  # no sentence of Nigerian Pidgin lacks them
SHARE = 0.06


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; ``None`` where there are too few letters to tell."""
    sample = text[:LONGEST]
    if sum(c.isalpha() for c in sample) < FEWEST:
        return None
    code = str(py3langid.classify(sample)[0])
    return "en" if code != "en" and _english(sample.lower(), code) else code


def _english(sample: str, code: str) -> bool:
    words = WORD.findall(sample)
    hits = sum(word in ENGLISH or (word == OF and code not in ALSO_OF) for word in words)
    pidgin = code == "pcm" and PIDGIN.isdisjoint(words)
    return bool(pidgin or hits > SHARE * len(words))
