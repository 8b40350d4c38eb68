"""The known actors of the world's conflicts, by name. Which words of a text name one; what is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from fogline.errors import LexiconError
from fogline.language.actor_entry import COLUMNS, Entry, entry
from fogline.language.actor_words import ActorWords, actor_words
from fogline.language.country_names import Country, countries
from fogline.language.lexicon import rows, shipped
from fogline.language.phrases import Hit, Phrases
from fogline.language.spelling import fold

Entries = tuple[Entry, ...]
_GOVERNMENT = re.compile(r"(?:[Tt]he )?[Gg]overnment of (?:the )?(.+)")
_BRACKET = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Nationality:
    """A word that points to a country: ``use`` is adjective ("Syrian"), people ("Syrians") or capital ("Damascus")."""

    country: Country
    use: str


@dataclass(frozen=True)
class ActorLexicon:
    """All known actors, and the words from which an unknown one is typed. Make it with ``load``.

    ``by_name`` and ``by_last_name`` are keyed by folded names (``spelling.fold``), ``adjectives``
    by the state's id; ``words`` holds the generic nouns.
    """

    entries: dict[str, Entry]
    by_name: dict[str, Entries]
    by_last_name: dict[str, Entries]
    phrases: Phrases[Entries]
    nationalities: Phrases[Nationality]
    adjectives: dict[str, str]
    words: ActorWords

    @classmethod
    def load(cls, extra: Path | None = None) -> ActorLexicon:
        """The shipped lexicon and the user's own ``actors.tsv``; raises ``LexiconError`` for a malformed line."""
        known = countries()
        entries = _entries(known, extra)
        by_name = _index((fold(name), e) for e in entries.values() for name in e.names)
        return cls(
            entries=entries,
            by_name=by_name,
            by_last_name=_index((fold(e.last_name), e) for e in entries.values() if e.kind == "person"),
            phrases=Phrases(by_name.items()),
            nationalities=Phrases(_nationalities(known)),
            adjectives={c.id: c.adjective for c in known},
            words=actor_words(),
        )

    def by_id(self, identifier: str) -> Entry | None:
        """The actor with this identifier."""
        return self.entries.get(identifier)

    def candidates(self, name: str) -> Entries:
        """The actors that bear this name; "Government of X", "X (Y)" and a leading article are understood."""
        plain = _BRACKET.sub("", name.removeprefix("the ").removeprefix("The "))
        if government := _GOVERNMENT.fullmatch(plain):
            return self.candidates(government[1])
        return self.by_name.get(fold(name)) or self.by_name.get(fold(plain), ())

    def spot(self, text: str) -> Iterator[Hit[Entries]]:
        """The names in ``text``, left to right, longest first; each with all actors that bear it."""
        return self.phrases.find(fold(text))

    def spot_nationalities(self, text: str) -> Iterator[Hit[Nationality]]:
        """The demonyms, peoples and capitals in ``text``, left to right, longest first."""
        return self.nationalities.find(fold(text))

    def is_party(self, identifier: str) -> bool:
        """Whether the actor can be a side in fighting (a state, an organ of one, an armed group, a coalition)."""
        found = self.by_id(identifier)
        return found is not None and found.is_party


def _entries(known: Iterable[Country], extra: Path | None) -> dict[str, Entry]:
    entries = {c.id: Entry(c.id, c.name, c.aliases, "state", c.iso, "GOV") for c in known}
    folder = shipped("lexicons", "en", "actors")
    sources: list[Traversable | Path] = sorted(
        (f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name
    )
    parents: list[tuple[str, LexiconError]] = []
    for source in [*sources, *([extra] if extra else [])]:
        for row in rows(source, COLUMNS):
            made = entry(row)
            if made.id in entries:
                raise row.wrong("an id that stands once", repr(made.id))
            if made.parent:
                parents.append((made.parent, row.wrong("a parent that exists", repr(made.parent))))
            entries[made.id] = made
    for parent, error in parents:
        if parent not in entries:
            raise error
    return entries


def _nationalities(known: Iterable[Country]) -> Iterator[tuple[str, Nationality]]:
    """Later words win: a word that is both a capital and an adjective is the adjective."""
    for country in known:
        yield from ((fold(word), Nationality(country, "capital")) for word in country.capitals)
    for country in known:
        yield from ((fold(word), Nationality(country, "people")) for word in country.people)
        yield from ((fold(word), Nationality(country, "adjective")) for word in country.adjectives)


def _index(pairs: Iterable[tuple[str, Entry]]) -> dict[str, Entries]:
    index: dict[str, Entries] = {}
    for name, found in pairs:
        have = index.get(name, ())
        if found not in have:
            index[name] = (*have, found)
    return index
