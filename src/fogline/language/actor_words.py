"""The words from which an actor without a known name is read: common nouns, organs, titles, group words, verbs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.actor import ACTOR_KINDS, ActorKind

V = TypeVar("V")
NOUN_CLASSES = ("fighters", "means", "people", "role", "body", "site")
NOUN_COLUMNS = ("words", "kind", "sector", "class", "refers")
VERB_CLASSES = ("speech", "address", "deed")


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """What a common noun says of an actor (``data/lexicons/en/actor_nouns.tsv``)."""

    kind: ActorKind
    sector: str | None
    sort: str
    refers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ of a state: ``name`` with ``{}`` for the demonym, or ``=`` for the words used; ``id`` empty for the state itself."""

    name: str
    id: str
    sector: str


@dataclass(frozen=True, slots=True)
class GroupWord:
    """What the last word of a name says of the body that bears it."""

    kind: ActorKind
    sector: str | None


@dataclass(frozen=True, slots=True)
class ActorWords:
    """All of them, by word. ``nouns`` and ``organs`` in lower case, nouns in the singular; titles and group words as written."""

    nouns: dict[str, ActorNoun]
    organs: dict[str, Organ]
    titles: dict[str, str | None]
    groups: dict[str, GroupWord | None]
    verbs: dict[str, str]

    def speaks(self, lemma: str) -> bool:
        """Whether the verb is one of saying."""
        return self.verbs.get(lemma) in {"speech", "address"}


def actor_words() -> ActorWords:
    """Read the five files. Raises ``LexiconError`` for a line out of the format."""
    return ActorWords(
        nouns={w.lower(): noun for w, noun in _table("actor_nouns.tsv", NOUN_COLUMNS, _noun).items()},
        organs=_table("state_organs.tsv", ("words", "name", "id", "sector"), _organ),
        titles=_table("person_titles.tsv", ("words", "sector"), lambda row: row["sector"] or None),
        groups=_table("group_words.tsv", ("words", "kind", "sector"), _group),
        verbs=_table("actor_verbs.tsv", ("words", "class"), _verb),
    )


def _table(file: str, columns: tuple[str, ...], read: Callable[[Row], V]) -> dict[str, V]:
    """One value a word; where a word stands twice the first row holds."""
    table: dict[str, V] = {}
    for row in rows(shipped("lexicons", "en", file), (*columns, "example")):
        value = read(row)
        for word in row.many("words"):
            table.setdefault(word, value)
    return table


def _kind(row: Row) -> ActorKind:
    kind = row["kind"] or "unknown"
    if kind not in ACTOR_KINDS:
        raise row.wrong("a kind of actor", repr(kind))
    return cast(ActorKind, kind)


def _noun(row: Row) -> ActorNoun:
    if row["class"] not in NOUN_CLASSES:
        raise row.wrong(f"a class ({' '.join(NOUN_CLASSES)})", repr(row["class"]))
    return ActorNoun(_kind(row), row["sector"] or None, row["class"], tuple(row["refers"].split()))


def _organ(row: Row) -> Organ:
    if row["name"] != "=" and "{}" not in row["name"]:
        raise row.wrong("a name with {} or =", repr(row["name"]))
    return Organ(row["name"], row["id"], row["sector"])


def _group(row: Row) -> GroupWord | None:
    """``None`` for the words of a place, which are no body whatever follows."""
    if row["kind"] == "place":
        return None
    return GroupWord(_kind(row), row["sector"] or None)


def _verb(row: Row) -> str:
    if row["class"] not in VERB_CLASSES:
        raise row.wrong(f"a class ({' '.join(VERB_CLASSES)})", repr(row["class"]))
    return row["class"]
