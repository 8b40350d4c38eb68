"""Where a trigger stands, and what prepositions and words beside a noun say there."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.language.tree import conjuncts, kids, prepositions
from fogline.model.sentence import Sentence, Token


@dataclass(frozen=True, slots=True)
class Site:
    """Where a trigger stands: its head, all tokens of its pattern, the light verb that carries it and what that says."""

    sentence: Sentence
    lexicon: TriggerLexicon
    head: int
    tokens: tuple[int, ...]
    nominal: bool
    transitive: bool
    light: int | None = None
    aspect: str = ""

    def tok(self, i: int) -> Token:
        """The token at ``i``."""
        return self.sentence.tokens[i]


def actor_modifiers(site: Site, noun: int) -> list[int]:
    """Those named before a noun: "Israeli", "Hamas", "rebel", "Kyiv's"."""
    found: list[int] = []
    for k in kids(site.sentence, noun, "poss", "amod", "compound", "nmod"):
        if k.dep == "poss" or is_actor_word(site, k):
            found.extend(conjuncts(site.sentence, k.i))
    return found


BODIES = frozenset({"forces", "troops", "guards", "brigades", "units"})


def is_actor_word(site: Site, token: Token) -> bool:
    """Whether a word before a noun names somebody: a name, a people's adjective, "rebel", "army"."""
    lemma = token.lemma.lower()
    if token.i > 1 and site.tok(token.i - 1).text == "-" and site.tok(token.i - 2).lower in {"pro", "anti"}:
        return False  # "pro-EU protests" are not the EU's
    if site.lexicon.is_a(lemma, "nationality"):
        return True
    if token.pos == "PROPN":
        return not site.lexicon.is_a(lemma, "weapon") and lemma not in site.lexicon.instruments
    if token.pos == "ADJ" and token.text[:1].isupper():
        return token.i > 0
    if (
        token.text[:1].isupper() and token.lower in BODIES
    ):  # the tagger's common noun within a name: "Armed Forces strike"
        return True
    if token.pos == "ADJ" and lemma in {"military", "security", "state"}:
        return False  # "military skirmishes" are nobody's
    return site.lexicon.is_a(lemma, "actor") and lemma != "terrorist"


def preposed(site: Site, word: str) -> list[int]:
    """Objects of the preposition among what hangs on any token of the pattern or, for a noun, on its light verb."""
    found: list[int] = []
    places = [*site.tokens, *([site.light] if site.light is not None and word not in {"of", "by", "to"} else [])]
    if site.nominal and word in {"against", "on"}:  # "a warrant issued by a court against X", "raids carried out on Y"
        places.extend(k.i for k in kids(site.sentence, site.head, "acl") if k.tag == "VBN")
    for place in places:
        if site.tok(place).pos == "ADP" and site.tok(place).lower == word.rsplit(maxsplit=1)[-1]:
            for obj in kids(site.sentence, place, "pobj"):
                found.extend(conjuncts(site.sentence, obj.i))
        for prep, obj_i in prepositions(site.sentence, place):
            if prep == word:
                found.extend(conjuncts(site.sentence, obj_i))
    if not found:
        found.extend(_shared_preposition(site, word) if site.nominal else _of_the_object(site, word))
    if not found and (word == "from" if not site.nominal else word == "against"):
        found.extend(_further_right(site, word))
    return sorted({t for t in found if not is_time(site, t)})


def _further_right(site: Site, word: str) -> list[int]:
    """ "an attack with tanks and drones against the dam": hung on the nearer noun by the parser."""
    last = max(site.tokens)
    for i in range(last + 1, min(last + 16, len(site.sentence.tokens))):
        token = site.tok(i)
        if token.pos == "VERB" and token.tag != "VBN" and token.lower not in {"using", "including"}:
            return []
        if token.lower == word:
            objects = [c for k in kids(site.sentence, i, "pobj") for c in conjuncts(site.sentence, k.i)]
            return objects if word == "against" else [o for o in objects if armed(site, o)]
    return []


def armed(site: Site, token: int) -> bool:
    """Whether the word names armed men: "liberated the town, a trading post, from the Forces"."""
    here = site.tok(token)
    return any(site.lexicon.is_a(w, c) for w in (here.lemma.lower(), here.lower) for c in ("actor", "troops"))


def _of_the_object(site: Site, word: str) -> list[int]:
    """ "severed ties with Rwanda": what hangs on the object of the verb."""
    if word in {"by", "into"}:
        return []
    for obj in kids(site.sentence, site.head, "dobj"):
        for prep, inner in prepositions(site.sentence, obj.i):
            if prep == word:  # "captured Walikale, 125 km from Goma": no place loses anything
                return [t for t in conjuncts(site.sentence, inner) if word != "from" or armed(site, t)]
    return []


def _shared_preposition(site: Site, word: str) -> list[int]:
    """ "drone strikes and shelling on villages": what hangs on the last of joined nouns belongs to all."""
    joined = conjuncts(site.sentence, site.head)
    for other in joined:
        if other != site.head and site.tok(other).pos in {"NOUN", "PROPN"}:
            for prep, obj in prepositions(site.sentence, other):
                if prep == word:
                    return conjuncts(site.sentence, obj)
    return []


def of_objects(sentence: Sentence, noun: int) -> list[int]:
    """What stands after "of" at a noun."""
    return [c for prep, obj in prepositions(sentence, noun) if prep == "of" for c in conjuncts(sentence, obj)]


def is_time(site: Site, token: int) -> bool:
    """Whether the word tells a time ("on Friday")."""
    return site.lexicon.is_a(site.tok(token).lemma.lower(), "time")
