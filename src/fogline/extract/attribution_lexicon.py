"""The words that attribute: the rows of ``attribution.tsv`` by kind, ready to look up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.mention import Modality, Stance

COLUMNS = ("word", "kind", "frames", "nouns", "subject", "stance", "example")
FRAMES = frozenset(
    [
        "that",
        "statement",
        "obj",
        "to",
        "ing",
        "self",
        "of",
        "for",
        "from",
        "on",
        "at",
        "about",
        "against",
        "regarding",
        "rest",
        "chain",
    ]
)


@dataclass(frozen=True, slots=True)
class CueRow:
    """One attributing word: the frames in which the words said stand, each with the modality that it fixes."""

    word: str
    frames: tuple[tuple[str, Modality | None], ...]
    nouns: frozenset[str]
    nouns_excluded: bool
    needs_speaker: bool
    stance: Stance

    def has(self, frame: str) -> bool:
        """Whether the word takes this frame."""
        return any(name == frame for name, _ in self.frames)

    def takes(self, noun: str) -> bool:
        """Whether the frame ``obj`` holds for an object with this lemma."""
        return not self.nouns or (noun in self.nouns) != self.nouns_excluded


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Verbs, nouns and prepositional phrases that attribute, and the common nouns that can speak."""

    verbs: dict[str, CueRow]
    nouns: dict[str, CueRow]
    phrases: tuple[tuple[tuple[str, ...], CueRow], ...]
    speakers: frozenset[str]
    documents: frozenset[str]


@cache
def shipped_cues() -> CueLexicon:
    """The lexicon that comes with Fogline; read once a process, never changed."""
    return cue_lexicon(rows(shipped("lexicons", "en", "attribution.tsv"), COLUMNS))


def cue_lexicon(entries: Iterable[Row]) -> CueLexicon:
    """The lexicon of these rows. Raises ``LexiconError`` for an unknown kind, frame, modality or stance."""
    by_kind: dict[str, dict[str, CueRow]] = {k: {} for k in ("verb", "noun", "preposition", "speaker", "document")}
    for row in entries:
        if row["kind"] not in by_kind:
            raise row.wrong("a kind of " + ", ".join(by_kind), row["kind"])
        by_kind[row["kind"]][row["word"]] = _cue_row(row)
    phrases = sorted(((tuple(w.split()), r) for w, r in by_kind["preposition"].items()), key=lambda p: -len(p[0]))
    return CueLexicon(
        by_kind["verb"],
        by_kind["noun"],
        tuple(phrases),
        frozenset(by_kind["speaker"]),
        frozenset(by_kind["document"]),
    )


def _cue_row(row: Row) -> CueRow:
    if row["stance"] not in get_args(Stance):
        raise row.wrong("affirmed or denied", row["stance"])
    listed = row["nouns"].removeprefix("!")
    return CueRow(
        word=row["word"],
        frames=tuple(_frame(row, part) for part in row.many("frames") if part != "-"),
        nouns=frozenset(filter(None, listed.split("|"))),
        nouns_excluded=row["nouns"].startswith("!"),
        needs_speaker=row["subject"] == "speaker",
        stance=cast(Stance, row["stance"]),
    )


def _frame(row: Row, part: str) -> tuple[str, Modality | None]:
    name, _, modality = part.partition("=")
    if name not in FRAMES:
        raise row.wrong("a frame of " + ", ".join(sorted(FRAMES)), name)
    if modality and modality not in get_args(Modality):
        raise row.wrong("a modality", modality)
    return name, cast("Modality | None", modality or None)
