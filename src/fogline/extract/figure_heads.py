"""What the head of a column, the label of a row or of a key figure says is counted under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast, get_args

from fogline.extract.figure_lexicon import Lexicon, noun_words
from fogline.language.lexicon import rows, shipped
from fogline.language.phrases import Phrases
from fogline.model.figure import MEASURES, Measure
from fogline.model.sentence import Sentence

Kind = Literal["measure", "total", "part", "plain", "none", "unit"]
FILLING = re.compile(r"\b(?:of|the|and|in|by|total|number|no|new|or|to|at)\b|[\W\d_]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One row of ``figure_heads.tsv``."""

    kind: Kind
    measure: Measure | None


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says: the ``measure`` with the words that tell it, the population it names, and what sort of head it is.

    ``none`` heads stand over or beside what is no count of people, ``unit`` heads over it; ``plain`` heads ("Number", a year,
    nothing) say no more than the caption; ``part`` is true for "of whom women".
    """

    measure: Measure | None = None
    word: str = ""
    population: tuple[str, ...] = ()
    total: bool = False
    part: bool = False
    plain: bool = False
    none: bool = False
    unit: bool = False


@cache
def heads() -> Phrases[tuple[str, Word]]:
    """The shipped heads; read once a process. Raises ``LexiconError`` for a row that makes no sense."""
    found: list[tuple[str, tuple[str, Word]]] = []
    for row in rows(shipped("lexicons", "en", "figure_heads.tsv"), ("words", "kind", "value", "example")):
        if row["kind"] not in get_args(Kind):
            raise row.wrong("a kind of head that is one of " + ", ".join(get_args(Kind)), row["kind"])
        if (row["kind"] == "measure") != (row["value"] in MEASURES):
            raise row.wrong("a measure for a head of kind measure alone", row["value"])
        measure = cast("Measure", row["value"]) if row["value"] else None
        found.append((row["words"], (row["words"], Word(cast("Kind", row["kind"]), measure))))
    return Phrases(found, fold=True)


def head(sentences: Sequence[Sentence], words: Lexicon) -> Head:
    """What these cells, one above the other or side by side, say together."""
    said = head_of(" \n ".join(s.text for s in sentences))
    population = tuple(dict.fromkeys(p for s in sentences for p in _populations(s, words)))
    return replace(said, population=population, plain=said.plain or bool(population))


def head_of(text: str) -> Head:
    """What the words of a head say, but for the population."""
    hits = list(heads().find(text))
    measures = [(hit.value[0], hit.value[1].measure) for hit in hits if hit.value[1].measure]
    kinds = {hit.value[1].kind for hit in hits}
    word, measure = measures[-1] if measures else ("", None)
    if len({m for _, m in measures} & {"killed", "injured"}) == 2:
        measure = "affected"  # "Killed / injured"
    return Head(
        measure,
        word,
        total="total" in kinds,
        part="part" in kinds,
        plain=not _without(text, [(hit.start, hit.end) for hit in hits]),
        none="none" in kinds,
        unit="unit" in kinds,
    )


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """What is left of the text without these spans, words of grammar, numbers and marks."""
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + " " + text[end:]
    return FILLING.sub("", text)


def _populations(sentence: Sentence, words: Lexicon) -> Iterable[str]:
    """The populations named in a head; plain words for people say nothing of whom."""
    for token in sentence.tokens:
        for word in noun_words(sentence, token.i):
            if named := words.populations.get(word):
                yield from (p for p in named if p not in {"all", "unknown"})
                break
