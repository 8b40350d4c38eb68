"""What a pattern asks of the words around it: ``slot:class``, ``slot=class`` (known to be, not only maybe), ``!slot:class``."""

from __future__ import annotations

import re

from fogline.extract.role_site import Site, of_objects
from fogline.extract.role_slots import slot
from fogline.extract.role_subjects import SAYING, VERBAL, named, passive
from fogline.language.tree import kids, prepositions, subtree
from fogline.model.sentence import Token

PARTS = re.compile("([:=])")
UNKNOWN_PASSES = frozenset(
    {"force", "armed", "giver", "party", "attacker", "authority"}
)  # a missing subject does not speak against these
PEOPLE = frozenset(
    {
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "who",
        "whom",
        "me",
        "his",
        "their",
        "those",
        "ones",
        "anyone",
        "someone",
        "everyone",
    }
)
THINGS = frozenset({"it", "that", "which", "its"})
BROAD = {
    "force": ("actor", "troops", "person", "country", "nationality"),
    "killer": ("actor", "troops", "person", "country", "nationality"),
    "attacker": ("actor", "troops", "person", "country", "nationality", "weapon", "aircraft", "violence"),
    "authority": ("authority", "actor", "official", "country"),
    "target": ("person", "place", "thing", "property"),
    "person": ("person", "captive", "migrant", "diplomat", "nationality"),
    "crowd": ("crowd", "people"),
    "party": (
        "actor",
        "troops",
        "person",
        "country",
        "nationality",
        "authority",
        "official",
        "giver",
        "crowd",
        "partyword",
        "body",
        "membership",
        "civic",
    ),
    "defended": ("defended", "country"),
    "armed": ("actor", "troops", "country", "nationality"),
    "giver": ("giver", "authority", "actor", "official", "country", "nationality", "person"),
    "backed": ("backed", "country", "nationality"),
    "foe": ("actor", "troops", "country", "nationality"),
}
COUNTED = frozenset(
    {"aircraft", "armed", "force", "person", "troops", "killer", "attacker", "party", "crowd", "target", "captive"}
)
TITLED = frozenset(
    {
        "foe",
        "armed",
        "giver",
        "person",
        "force",
        "killer",
        "attacker",
        "party",
        "authority",
        "official",
        "target",
        "name",
    }
)
NAMED = frozenset(
    {
        "foe",
        "armed",
        "giver",
        "place",
        "force",
        "killer",
        "attacker",
        "authority",
        "party",
        "target",
        "official",
        "name",
    }
)
NO_NAME = frozenset({"time", "weather", "thing", "event", "violence", "abstract"})
CARRIED = frozenset(
    {"effort", "process", "programme", "program", "operation", "delivery", "shipment", "package", "mission"}
)
DOER = ("er", "or", "ist", "man", "men", "ee", "eer", "eur", "ant")  # a noun nobody listed that ends so names a person
EXACT = {"we": frozenset({"we", "i", "you"}), "it": frozenset({"it", "this", "that", "them", "those", "these"})}
NESTED = frozenset({"nested"})  # judged when the governed acts are known


def holds(site: Site, condition: str) -> bool:
    """Whether the condition is met; one on governed acts is not judged here and passes."""
    wanted = not condition.startswith("!")
    place, sign, name = PARTS.split(condition.removeprefix("!"), maxsplit=1)
    if place in NESTED:
        return True
    return _met(site, place, name, strict=not wanted or sign == "=") == wanted


def _met(site: Site, place: str, name: str, strict: bool) -> bool:
    if place == "modifier":
        return _modified(site, name, strict)
    if place == "governor":
        return _governed(site, name)
    if place == "hyphen":
        return any(site.tok(k.i).text == "-" for k in kids(site.sentence, site.head)) or (
            site.head > 0 and site.tok(site.head - 1).text == "-"
        )
    if place == "complement":
        return any(
            _is(site, k.i, name) for k in kids(site.sentence, site.head, "oprd", "ccomp", "xcomp", "acomp", "attr")
        )
    if place == "right":
        after = site.tokens[-1] + 1
        return after < len(site.sentence.tokens) and _is(site, after, name)
    if place == "negated":
        return any(k.dep == "neg" for t in site.tokens for k in kids(site.sentence, t))
    if place == "voice":
        told = passive(site.sentence, site.head, transitive=True)
        return told and (name == "passive" or (site.tok(site.head).dep == "acl" and not slot(site, "subject")))
    fillers = slot(site, place)
    if name == "killer" and any(k.lower == "which" for k in kids(site.sentence, site.head, "nsubj")):
        strict = True  # "the blast in Kabul, which killed": the name before "which" is no killer
    if name == "killer" and place == "subject" and _sayer_it(site, fillers):
        return True
    if not fillers and place == "subject":
        return name in UNKNOWN_PASSES and not strict
    return any(_is(site, filler, name, strict) for filler in fillers)


def _sayer_it(site: Site, fillers: list[int]) -> bool:
    """ "the army said it had killed": the "it" of a clause of saying is who says, elsewhere it may be a blast or a storm."""
    if not any(site.tok(f).lower == "it" for f in fillers):
        return False
    here = site.tok(site.head)
    while here.dep == "conj" and here.head != here.i:
        here = site.tok(here.head)
    return here.dep == "ccomp" and site.tok(here.head).lemma in SAYING


def _is(site: Site, filler: int, name: str, strict: bool = False) -> bool:
    """Whether the filler, or what a word of quantity or part before it stands for, is of the class."""
    if name == "any":
        return True
    token = site.tok(filler)
    lemma = token.lemma.lower()
    if site.lexicon.is_a(lemma, "quantity") and (inner := of_objects(site.sentence, filler)):
        return any(_is_class(site, site.tok(i), name, strict) for i in inner)
    return _is_class(site, token, name, strict)


def _is_class(site: Site, token: Token, name: str, strict: bool) -> bool:
    """``strict``: only what is known to be of the class, not what may be."""
    if token.pos == "PRON":
        return (name in EXACT or not strict) and _is_pronoun(token.lower, name)
    if token.pos == "NUM":
        return not strict and name in COUNTED
    lemma = token.lemma.lower()
    known = site.lexicon.known(token)
    if (token.pos == "PROPN" or named(token)) and not known & NO_NAME and _is_name(site, token, name, strict):
        return True
    if (
        not known - {"troops", "actor"}
        and not strict
        and token.pos == "NOUN"
        and name in TITLED
        and lemma.endswith(DOER)
    ):
        return True
    if name == "place" and "country" in known:
        return True
    if lemma in CARRIED and any(
        name in site.lexicon.known(k) for k in kids(site.sentence, token.i, "compound", "amod")
    ):
        return True
    return any(c in known for c in BROAD.get(name, (name,)))


def _is_pronoun(word: str, name: str) -> bool:
    if name in EXACT:
        return word in EXACT[name]
    if name == "self":
        return word.endswith(("self", "selves"))
    if word in PEOPLE:
        return name in TITLED | {"captive"}
    if word in THINGS:
        return name in {
            "place",
            "thing",
            "force",
            "armed",
            "giver",
            "party",
            "target",
            "authority",
            "attacker",
            "property",
        }
    return False


def _is_name(site: Site, token: Token, name: str, strict: bool) -> bool:
    """A proper name of which nothing is known may be a place or an actor; one with a title or a rank is a person."""
    beside = kids(site.sentence, token.i, "compound", "nmod", "amod")
    classes = {c for k in beside for c in site.lexicon.classes.get(k.lemma.lower(), frozenset())}
    if classes & {"official", "person"}:
        return name in TITLED
    if any(c in classes for c in BROAD.get(name, (name,)) if c not in {"nationality", "country"}):
        return True
    return not strict and name in NAMED and not (classes & {"thing", "vessel", "violence", "weather"})


def _modified(site: Site, name: str, strict: bool) -> bool:
    """Whether one of the signs of ``modifiers.tsv`` stands beside the noun, or a word of the class."""
    for sign in site.lexicon.modifiers.get(name, ()):
        if _sign(site, sign):
            return True
    return any(_is(site, word, name, strict) for word in _beside(site))


def _sign(site: Site, sign: str) -> bool:
    if sign == "agents":
        return any(slot(site, s) for s in ("by", "possessive", "adjective", "compound", "light"))
    if sign == "light":
        return site.aspect in {"subject", "target"}
    if sign in {"impact", "occur"}:
        return site.aspect == sign
    if ":" in sign:
        return holds(site, sign)
    return bool(slot(site, sign))


def _beside(site: Site) -> list[int]:
    """Words before the noun, its possessors, and what stands after "of", "on" or "from"."""
    before = [k.i for k in kids(site.sentence, site.head, "amod", "compound", "nmod", "poss")]
    hyphened = [i for k in before for i in subtree(site.sentence, k) if site.tok(k).dep in {"amod", "compound"}]
    return [*before, *hyphened, *slot(site, "of")]


def _governed(site: Site, name: str) -> bool:
    """Whether the verb or noun that governs the trigger is of the class."""
    here = site.tok(site.head)
    for _ in range(4):
        if here.head == here.i:
            return False
        here = site.tok(here.head)
        if site.lexicon.is_a(here.lemma.lower(), name):
            return True
        if here.pos in VERBAL:
            return False
    return False


def has_clause(site: Site) -> bool:
    """Whether the verb or noun governs a clause ("urged them to stop", "a call to disarm")."""
    if site.tok(site.head).tag == "MD":
        return True
    for t in site.tokens:
        for k in kids(site.sentence, t, "xcomp", "ccomp", "acl", "advcl", "relcl"):
            if (k.tag == "VB" and k.i > site.head) or (k.dep in {"xcomp", "ccomp"} and k.pos in VERBAL):
                return True
        if any(site.tok(obj).pos in VERBAL for _, obj in prepositions(site.sentence, t)):
            return True
    return False
