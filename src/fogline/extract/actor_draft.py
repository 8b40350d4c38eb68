"""Actors on their way to becoming mentions: who is meant, and at which tokens."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.language import tree
from fogline.language.actor_entry import Entry
from fogline.language.country_names import Country
from fogline.model.actor import Actor, ActorKind
from fogline.model.mention import Mention
from fogline.model.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Who:
    """Who is meant, free of the words used. Fields as in ``Actor``."""

    name: str
    id: str | None = None
    kind: ActorKind = "unknown"
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Somebody at tokens ``[first, last)``. ``sort`` tells what the words are; ``called`` adds words used of them elsewhere;
    ``core`` is where the naming words begin (after "12" in "12 soldiers"), ``first`` where nothing is said.

    name, adjective ("Israeli"), people ("Israelis"), capital; common (a generic noun), organ, group, person, short (a name
    that may be the short form of a person named in full elsewhere).
    """

    first: int
    last: int
    head: int
    who: Who
    sort: str
    called: str = ""
    core: int | None = None

    @property
    def name(self) -> int:
        """The token where the naming words begin."""
        return self.first if self.core is None else self.core

    def covers(self, token: int) -> bool:
        """Whether the token belongs to it."""
        return self.first <= token < self.last


def mention(sentence: Sentence, draft: Draft) -> Mention[Actor]:
    """The draft as a mention with the words used here."""
    who = draft.who
    words = tree.span(sentence, draft.first, draft.last)
    actor = Actor(words, who.name, who.id, who.kind, who.country, who.sector)
    return Mention(actor, sentence.index, draft.first, draft.last, draft.head)


def known(entry: Entry) -> Who:
    """The actor that this entry of the lexicon describes."""
    return Who(entry.name, entry.id, entry.kind, entry.country, entry.sector)


def state(country: Country) -> Who:
    """The country as an actor."""
    return Who(country.name, country.id, "state", country.iso, "GOV")


def outer_head(sentence: Sentence, first: int, last: int) -> int:
    """The token of ``[first, last)`` that the rest of the sentence hangs on; the last one where there are several."""
    outer = [
        i for i in range(first, last) if not first <= sentence.tokens[i].head < last or sentence.tokens[i].head == i
    ]
    words = [i for i in outer if sentence.tokens[i].pos in tree.NOUNS]
    return (words or outer or [last - 1])[-1]
