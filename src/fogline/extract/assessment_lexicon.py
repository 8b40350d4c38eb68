"""The grammar of judgements: classes of words, and patterns over words and classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.claim import ASSESSMENT_TYPES
from fogline.model.mention import Modality

COLUMNS = ("pattern", "type", "modality", "example")
WORD_COLUMNS = ("word", "class", "example")
Item = frozenset[str]  # the keys of which a token must have one; ``GAP`` for the star


GAP: Item = frozenset()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the grammar; ``order`` is its rank where two rows read the same words."""

    order: int
    text: str
    items: tuple[Item, ...]
    type: str
    modality: Modality | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of a lemma or form, and the patterns by each key that their first item accepts."""

    classes: dict[str, frozenset[str]]
    patterns: dict[str, tuple[Pattern, ...]]

    def keys(self, *forms: str) -> frozenset[str]:
        """What a token with these forms may be called in a pattern: the forms and their classes."""
        return frozenset(forms).union(*(self.classes.get(f, frozenset()) for f in forms))


@cache
def shipped_grammar() -> Grammar:
    """The grammar that comes with Fogline; read once a process, never changed."""
    return grammar(
        rows(shipped("lexicons", "en", "assessment_words.tsv"), WORD_COLUMNS),
        rows(shipped("lexicons", "en", "assessments.tsv"), COLUMNS),
    )


def grammar(words: Iterable[Row], wordings: Iterable[Row]) -> Grammar:
    """The grammar of these rows. Raises ``LexiconError`` for an unknown class, type or modality."""
    classes: dict[str, set[str]] = defaultdict(set)
    for row in words:
        classes[row["word"]].add("@" + row["class"])
    named = set().union(*classes.values())
    first: dict[str, list[Pattern]] = defaultdict(list)
    for order, row in enumerate(wordings):
        pattern = _pattern(order, row, named)
        for key in pattern.items[0]:
            first[key].append(pattern)
    return Grammar({w: frozenset(c) for w, c in classes.items()}, {k: tuple(v) for k, v in first.items()})


def _pattern(order: int, row: Row, named: set[str]) -> Pattern:
    items = tuple(GAP if item == "*" else frozenset(item.split("|")) for item in row["pattern"].split(" "))
    unknown = sorted(key for item in items for key in item if key.startswith("@") and key not in named)
    if unknown or not items[0]:
        raise row.wrong("known classes, and a first item that is no gap", row["pattern"])
    if row["type"] not in ASSESSMENT_TYPES:
        raise row.wrong("an assessment type", row["type"])
    if row["modality"] not in ("-", *get_args(Modality)):
        raise row.wrong("a modality or -", row["modality"])
    modality = None if row["modality"] == "-" else cast(Modality, row["modality"])
    return Pattern(order, row["pattern"], items, row["type"], modality)
