"""What is known of those who speak: their side, and the weight of their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from fogline.language.actor_entry import Entry
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.country_names import countries
from fogline.language.lexicon import Row, rows, shipped
from fogline.model.actor import Actor
from fogline.model.incident import Standing
from fogline.model.name import fold

STANDINGS: tuple[str, ...] = get_args(Standing)
BY_KIND: dict[str, Standing] = {
    "igo": "uninvolved", "ngo": "uninvolved", "court": "uninvolved", "media": "medium", "civilian": "local",
}  # fmt: skip
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
COUNTING = ("health_ministry", "police")  # organs whose counts are used by all sides


@dataclass(frozen=True, slots=True)
class Publisher:
    """A line of ``data/sources.tsv``."""

    name: str
    standing: Standing
    country: str | None


@dataclass(frozen=True, slots=True)
class Standings:
    """Publishers and bodies by folded name, words for speakers without a name, and the known actors."""

    publishers: dict[str, Publisher]
    words: dict[str, Standing]
    actors: ActorLexicon
    demonyms: dict[str, str]
    adjectives: dict[str, tuple[str, ...]]

    @classmethod
    def load(cls, actors: ActorLexicon | None = None) -> Standings:
        """From the shipped tables. Raises ``LexiconError`` for a malformed line."""
        publishers: dict[str, Publisher] = {}
        for row in rows(shipped("sources.tsv"), ("name", "aliases", "class", "country")):
            publisher = Publisher(row["name"], _standing(row, "class"), row["country"] or None)
            publishers |= {fold(name): publisher for name in (row["name"], *row.many("aliases"))}
        words = rows(shipped("lexicons", "en", "voices.tsv"), ("words", "standing"))
        generic = {fold(row["words"]): _standing(row, "standing") for row in words}
        demonyms = {
            adjective: country.iso for country in countries() for adjective in (country.name, *country.adjectives)
        }
        adjectives = {country.iso: country.adjectives for country in reversed(countries())}
        return cls(publishers, generic, actors or ActorLexicon.load(), demonyms, adjectives)

    def publisher(self, name: str) -> Publisher | None:
        """The publisher or body of that name."""
        return self.publishers.get(fold(name))

    def entry(self, name: str, id_: str | None) -> Entry | None:
        """The known actor, by its identifier, else by a name that only one actor bears."""
        if id_ and (known := self.actors.by_id(id_)):
            return known
        candidates = self.actors.candidates(name)
        return candidates[0] if len(candidates) == 1 else None

    def office(self, name: str) -> Standing | None:
        """The weight of an office called after a known body: "United Nations office for north-west Syria"."""
        words = name.split()
        for length in range(len(words) - 1, 1, -1):
            if (known := self.entry(" ".join(words[:length]), None)) and known.kind in BY_KIND:
                return BY_KIND[known.kind]
        return None

    def local(self, name: str, country: str | None) -> Entry | None:
        """The known body of a country that is only called by its common noun there: "rebels" in Syria are the Syrian rebels."""
        for adjective in self.adjectives.get(country or "", ()):
            for form in (name, f"{name}s", f"{name} forces"):
                if known := self.entry(f"{adjective} {form}", None):
                    return known
        return None

    def military(self, name: str, id_: str | None) -> bool:
        """Whether it is a state's army, a branch or a command of it: one state's army is one voice, whatever it is called."""
        known = self.entry(name, id_)
        if known:
            return known.kind == "state" and known.sector == "MIL"
        return bool({"army", "military", "troops", "navy", "command", "forces"} & set(fold(name).split()))

    def standing(self, name: str, id_: str | None) -> Standing | None:
        """The weight of a speaker's figures as far as tables tell; whether it is a party only the fighting tells."""
        if id_ and id_.endswith(COUNTING):
            return "official"
        if publisher := self.publisher(name):
            return publisher.standing
        if (known := self.entry(name, id_)) and known.kind in BY_KIND:
            return BY_KIND[known.kind]
        return self.generic(name)

    def generic(self, name: str) -> Standing | None:
        """The weight of a speaker called by a common noun: the longest ending of the name that the table knows."""
        parts = fold(name).split()
        endings = (" ".join(parts[i:]) for i in range(len(parts)))
        return next((self.words[ending] for ending in endings if ending in self.words), None)

    def side(self, name: str, id_: str | None, kind: str = "", country: str | None = None) -> str:
        """Whose side it is: ``state:SY`` for a state and its organs, else the identifier of the body, else the folded name."""
        if id_ and id_.startswith("state."):
            return f"state:{id_[6:8].upper()}"
        if kind == "state" and country:
            return f"state:{country}"
        if known := self.entry(name, id_):
            return self._side_of(known)
        if owner := self._commanding(name):
            return f"state:{owner}"
        first, _, rest = name.removeprefix("the ").removeprefix("The ").partition(" ")
        owner = self.demonyms.get(first.removesuffix("'s").removesuffix("’s"))
        if owner and fold(rest) in self.actors.words.organs:
            return f"state:{owner}"
        return id_ or fold(name)

    def _commanding(self, name: str) -> str | None:
        """The state of a "General Command of the Syrian …"."""
        words = name.split()
        return self.demonyms.get(words[-1]) if "Command" in words[:-1] else None

    def side_of(self, actor: Actor) -> str:
        """Whose side an actor of a claim is."""
        return self.side(actor.name, actor.id, actor.kind, actor.country)

    def _side_of(self, entry: Entry) -> str:
        seen = {entry.id}
        while entry.parent and entry.parent not in seen and (parent := self.actors.by_id(entry.parent)):
            seen.add(parent.id)
            entry = parent
        state = entry.kind == "state" or (entry.kind in ("person", "organisation") and entry.sector in STATE_SECTORS)
        return f"state:{entry.country}" if state and entry.country else entry.id


def _standing(row: Row, column: str) -> Standing:
    if row[column] not in STANDINGS:
        raise row.wrong(f"one of {' '.join(STANDINGS)}", repr(row[column]))
    return cast(Standing, row[column])
