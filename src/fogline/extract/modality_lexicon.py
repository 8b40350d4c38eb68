"""The words that change the sense of what is told: the rows of ``modality.tsv``, by kind, word and frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.mention import Modality, Stance

COLUMNS = ("word", "kind", "frame", "stance", "modality", "example")
KINDS = ("aux", "adverb", "verb", "noun", "adjective", "preposition", "mark", "light")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a word does to the thing told in its frame: turn the stance round, fix a modality, or only pass its own on."""

    word: str
    denies: bool = False
    modality: Modality | None = None


class SenseLexicon:
    """Effects by kind, word and frame; phrases among the words are joined by spaces ("rule out")."""

    def __init__(self, entries: Iterable[Row]) -> None:
        """Reads the rows. Raises ``LexiconError`` for an unknown kind, stance or modality."""
        self._effects: dict[tuple[str, str, str], Effect] = {}
        for row in entries:
            for frame in row.many("frame"):
                self._effects.setdefault((_kind(row), row["word"], frame), _effect(row))

    def of(self, kind: str, word: str, frame: str) -> Effect | None:
        """The effect of a word on what stands in this frame of it; ``None`` where the lexicon knows none."""
        return self._effects.get((kind, word, frame))


@cache
def shipped_senses() -> SenseLexicon:
    """The lexicon that comes with Fogline; read once a process, never changed."""
    return SenseLexicon(rows(shipped("lexicons", "en", "modality.tsv"), COLUMNS))


def _kind(row: Row) -> str:
    if row["kind"] not in KINDS:
        raise row.wrong("a kind of " + ", ".join(KINDS), row["kind"])
    return row["kind"]


def _effect(row: Row) -> Effect:
    if row["stance"] not in get_args(Stance):
        raise row.wrong("affirmed or denied", row["stance"])
    if row["modality"] not in ("-", *get_args(Modality)):
        raise row.wrong("a modality or -", row["modality"])
    modality = None if row["modality"] == "-" else cast(Modality, row["modality"])
    return Effect(row["word"], row["stance"] == "denied", modality)
