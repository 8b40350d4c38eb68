"""What the whole document tells that helps to know its actors: its day, its countries, the acronyms it explains."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from fogline.extract.actor_draft import Who, known
from fogline.language.actor_entry import Entry
from fogline.language.actor_lexicon import ActorLexicon
from fogline.model.sentence import Parsed

# An acronym such as "IS" or "US" in a line of capitals is as likely a common word.
SHOUTED = 0.7


@dataclass(frozen=True)
class Scene:
    """``countries`` counts how often each country is named or implied; ``certain`` are actors named by an unambiguous name;
    ``acronyms`` are those that the document itself explains."""

    day: date | None
    countries: Counter[str]
    certain: frozenset[str]
    acronyms: dict[str, Who]

    def choose(self, words: str, entries: tuple[Entry, ...]) -> Who | None:
        """Who is meant by ``words``: the only one, the one the document names elsewhere, or the one from its countries.

        A name that stays open gives the words themselves, without identifier.
        """
        if words in self.acronyms:
            return self.acronyms[words]
        if len(entries) == 1:
            return known(entries[0])
        for fits in (
            [e for e in entries if e.id in self.certain],
            self._from_here([e for e in entries if e.active(self.day)]),
            self._from_here(list(entries)),
        ):
            if len(fits) == 1:
                return known(fits[0])
        if len({(e.country, e.kind) for e in entries}) == 1:
            return known(entries[0])
        kinds = {e.kind for e in entries}
        return Who(words, kind=entries[0].kind if len(kinds) == 1 else "unknown")

    @property
    def home(self) -> frozenset[str]:
        """The countries that the document is about: named at least half as often as the one named most."""
        most = max(self.countries.values(), default=0)
        return frozenset(c for c, n in self.countries.items() if 2 * n >= most)

    def _from_here(self, entries: list[Entry]) -> list[Entry]:
        """The entries whose country the document speaks of most; all that have none where it speaks of no country."""
        best = max((self.countries[e.country or ""] for e in entries), default=0)
        return [e for e in entries if self.countries[e.country or ""] == best] if best else entries


def scene(parsed: Parsed, lexicon: ActorLexicon, acronyms: dict[str, Who]) -> Scene:
    """Look over the whole text once."""
    text = parsed.document.text
    countries: Counter[str] = Counter()
    certain = set()
    for hit in lexicon.spot(text):
        if len(hit.value) == 1:
            certain.add(hit.value[0].id)
            countries[hit.value[0].country or ""] += 1
    countries.update(hit.value.country.iso for hit in lexicon.spot_nationalities(text))
    del countries[""]
    return Scene(parsed.document.day, countries, frozenset(certain), acronyms)


def shouted(words: str) -> bool:
    """Whether a line is written in capitals."""
    letters = [c for c in words if c.isalpha()]
    return sum(c.isupper() for c in letters) > SHOUTED * len(letters)
