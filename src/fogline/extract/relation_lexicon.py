"""The words that relate actors: the rows of ``relations.tsv`` by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.claim import RELATION_TYPES

COLUMNS = ("word", "kind", "type", "frame", "bodies", "example")
KINDS = ("verb", "role", "tie", "suffix")


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
    """Verbs (with their particle: "break away"), roles ("leader"), ties ("alliance") and suffixes ("-backed") by lemma."""

    verbs: dict[str, tuple[RelationRow, ...]]
    roles: dict[str, RelationRow]
    ties: dict[str, RelationRow]
    suffixes: dict[str, RelationRow]


@cache
def shipped_relations() -> Relations:
    """The lexicon that comes with Fogline; read once a process, never changed."""
    return relation_lexicon(rows(shipped("lexicons", "en", "relations.tsv"), COLUMNS))


def relation_lexicon(entries: Iterable[Row]) -> Relations:
    """The lexicon of these rows. Raises ``LexiconError`` for an unknown kind or type."""
    kinds: dict[str, dict[str, RelationRow]] = {k: {} for k in KINDS}
    verbs: dict[str, tuple[RelationRow, ...]] = {}
    for row in entries:
        if row["kind"] not in KINDS:
            raise row.wrong("a kind of " + ", ".join(KINDS), row["kind"])
        if row["type"] not in RELATION_TYPES:
            raise row.wrong("a relation type", row["type"])
        made = RelationRow(row["word"], row["kind"], row["type"], row.many("frame"), row["bodies"])
        if made.kind == "verb":
            verbs[made.word] = (*verbs.get(made.word, ()), made)
        else:
            kinds[made.kind][made.word] = made
    return Relations(verbs, kinds["role"], kinds["tie"], kinds["suffix"])
