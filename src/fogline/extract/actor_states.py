"""Organs of states: a country before or after the word for the organ ("Syrian army", "Ministry of Defence of Ukraine")."""

from __future__ import annotations

from fogline.extract.actor_draft import Draft, Who
from fogline.language import tree
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.actor_words import Organ
from fogline.model.actor import ActorKind
from fogline.model.sentence import Sentence

KINDS: dict[str, ActorKind] = {
    "media": "media", "court": "court", "red_cross": "ngo", "civil_defence": "organisation", "opposition": "organisation",
}  # fmt: skip
LONGEST = 5  # words in the longest organ ("ministry of the interior" and a hyphen)


def is_country(draft: Draft) -> bool:
    """Whether a whole country is meant, not one of its organs."""
    return (draft.who.id or "").startswith("state.") and (draft.who.id or "").count(".") == 1


def organ(sentence: Sentence, country: Draft, lexicon: ActorLexicon) -> Draft | None:
    """The organ that stands right after this country or demonym; ``None`` where none does."""
    first = country.last
    tokens = sentence.tokens
    if first < len(tokens) and tokens[first].text in {"'s", "’s", "'", "’"}:
        first += 1
    for last in range(min(first + LONGEST, len(tokens)), first, -1):
        if found := lexicon.words.organs.get(_words(sentence, first, last)):
            inside = outer(sentence, first, last)
            who = _who(found, country.who, tree.span(sentence, country.first, last).text, lexicon)
            return Draft(country.first, last, inside, who, "organ")
    return None


def organ_of(sentence: Sentence, country: Draft, lexicon: ActorLexicon) -> Draft | None:
    """The organ named before "of" and its country: "Armed Forces of Mali", "Ministry of Defence of Ukraine"."""
    tokens = sentence.tokens
    joint = country.first - 1
    if joint > 0 and tokens[joint].lower == "the":
        joint -= 1
    if joint < 1 or tokens[joint].lower != "of":
        return None
    for first in range(max(0, joint - LONGEST), joint):
        if found := lexicon.words.organs.get(_words(sentence, first, joint)):
            words = tree.span(sentence, first, country.last).text
            who = _who(found, country.who, words, lexicon)
            return Draft(first, country.last, outer(sentence, first, joint), who, "organ")
    return None


def outer(sentence: Sentence, first: int, last: int) -> int:
    """The head among the organ's own words."""
    for i in range(first, last):
        head = sentence.tokens[i].head
        if not first <= head < last and sentence.tokens[i].pos in tree.NOUNS:
            return i
    return last - 1


def _words(sentence: Sentence, first: int, last: int) -> str:
    return sentence.text[
        sentence.tokens[first].start - sentence.start : sentence.tokens[last - 1].end - sentence.start
    ].lower()


def _who(organ: Organ, country: Who, words: str, lexicon: ActorLexicon) -> Who:
    """The organ as an actor; one that the lexicon knows by that name is the lexicon's."""
    entry = lexicon.by_id(country.id or "")
    name = words
    if organ.name != "=" and entry is not None:
        name = organ.name.format(lexicon.adjectives.get(entry.id, entry.name))
    if len(listed := lexicon.candidates(name)) == 1:
        return Who(listed[0].name, listed[0].id, listed[0].kind, listed[0].country, listed[0].sector)
    kind = KINDS.get(organ.id, "state")
    return Who(name, f"{country.id}.{organ.id}" if organ.id else country.id, kind, country.country, organ.sector)
