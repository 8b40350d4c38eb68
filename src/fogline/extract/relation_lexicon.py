"""The words that relate actors: the rows of ``relations.tsv`` by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.claim import RELATION_TYPES

COLUMNS = ("word", "kind", "type", "frame", "bodies", "example")


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One relating word; ``frames`` say what holds the other side, ``bodies`` which bodies count: any, group, nonstate."""

    word: str
    kind: str
    type: str
    frames: tuple[str, ...]
    bodies: str


@dataclass(frozen=True, slots=True)
class Relations:
    """Verbs, roles ("leader"), ties ("alliance") and suffixes ("-backed") by lemma."""

    verbs: dict[str, RelationRow]
    roles: dict[str, RelationRow]
    ties: dict[str, RelationRow]
    suffixes: dict[str, RelationRow]


@cache
def shipped_relations() -> Relations:
    """The lexicon that comes with Fogline; read once a process, never changed."""
    return relation_lexicon(rows(shipped("lexicons", "en", "relations.tsv"), COLUMNS))


def relation_lexicon(entries: Iterable[Row]) -> Relations:
    """The lexicon of these rows. Raises ``LexiconError`` for an unknown kind or type."""
    kinds: dict[str, dict[str, RelationRow]] = {k: {} for k in ("verb", "role", "tie", "suffix")}
    for row in entries:
        if row["kind"] not in kinds:
            raise row.wrong("a kind of " + ", ".join(kinds), row["kind"])
        if row["type"] not in RELATION_TYPES:
            raise row.wrong("a relation type", row["type"])
        kinds[row["kind"]][row["word"]] = RelationRow(
            row["word"], row["kind"], row["type"], row.many("frame"), row["bodies"]
        )
    return Relations(kinds["verb"], kinds["role"], kinds["tie"], kinds["suffix"])
