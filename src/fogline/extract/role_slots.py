"""What stands in one slot of a trigger: subject, object, possessor, the objects of a preposition …"""

from __future__ import annotations

from collections.abc import Callable

from fogline.extract.role_site import Site, actor_modifiers, armed, is_actor_word, is_time, of_objects, preposed
from fogline.extract.role_subjects import VERBAL, by_agents, doers, surface_subject, undergoers
from fogline.language.tree import ancestors, conjuncts, kids, prepositions


def slot(site: Site, name: str) -> list[int]:
    """Head tokens in one slot of the trigger: "subject", "possessive", … or the objects of a preposition."""
    if name in SLOTS:
        return SLOTS[name](site)
    return preposed(site, name)


def _subject(site: Site) -> list[int]:
    if site.nominal:
        return _light(site)
    token = site.tok(site.head)
    if token.dep in {"aux", "auxpass"} or token.tag == "MD":
        return surface_subject(site.sentence, token.head)
    if token.dep == "acl" and token.tag == "VBG" and site.lexicon.is_a(site.tok(token.head).lemma.lower(), "channel"):
        return _told_in(site, token.head)
    if token.dep == "advcl" and token.tag == "VBG" and (stating := _stating(site, token.head)):
        return stating
    return doers(site.sentence, site.head, site.transitive)


def _stating(site: Site, verb: int) -> list[int]:
    """ "prompting a statement from X and Y calling for": whose statement it is, names before common nouns."""
    objects = kids(site.sentence, verb, "dobj")
    statements = [k for k in objects if site.lexicon.is_a(k.lemma.lower(), "statement") and k.i < site.head]
    if not statements:
        return []
    sides = [i for prep, obj in prepositions(site.sentence, statements[0].i) if prep in {"from", "by"}
             for i in conjuncts(site.sentence, obj)]  # fmt: skip
    names = [i for k in objects if k.pos == "PROPN" and k.i < site.head for i in conjuncts(site.sentence, k.i)]
    return names or sides


def _told_in(site: Site, noun: int) -> list[int]:
    """ "posted a message on Twitter blaming X": who posted it."""
    verb = next((a for a in ancestors(site.sentence, noun) if a.pos in VERBAL), None)
    return doers(site.sentence, verb.i, transitive=True) if verb is not None else []


def _object(site: Site) -> list[int]:
    return undergoers(site.sentence, site.head, site.transitive)


def _dative(site: Site) -> list[int]:
    return [
        c for k in kids(site.sentence, site.head, "dative") if k.pos != "ADP" for c in conjuncts(site.sentence, k.i)
    ]


def _possessive(site: Site) -> list[int]:
    found: list[int] = []
    for noun in _first_conjuncts(site):
        found.extend(c for k in kids(site.sentence, noun, "poss") for c in conjuncts(site.sentence, k.i))
    return [t for t in found if site.tok(t).lower not in {"whose"} and not is_time(site, t)]


def _first_conjuncts(site: Site) -> list[int]:
    """The noun, and what it is joined to on its left: "Israeli strikes and raids" are both Israeli."""
    nouns, token = [site.head], site.tok(site.head)
    while token.dep == "conj" and len(nouns) < 4:
        token = site.tok(token.head)
        nouns.append(token.i)
    return nouns


def _possessor(site: Site) -> list[int]:
    return _possessive(site) if preposed(site, "of") else []


def _possessed(site: Site) -> list[int]:
    return [] if preposed(site, "of") else _possessive(site)


def _modifiers(site: Site, kinds: tuple[str, ...], adjectives: bool) -> list[int]:
    found: list[int] = []
    for noun in _first_conjuncts(site):
        means = [k.i for k in kids(site.sentence, noun, "compound") if k.i in site.tokens]
        for k in (k for n in (noun, *means) for k in kids(site.sentence, n, *kinds)):  # "a [Turkish drone] strike"
            if (k.pos == "ADJ") == adjectives and is_actor_word(site, k) and not is_time(site, k.i):
                found.extend(conjuncts(site.sentence, k.i))
        if adjectives and not found:
            found.extend(_led(site, noun))
        if found:
            return [t for t in found if t not in site.tokens]
    return []


def _led(site: Site, noun: int) -> list[int]:
    """ "Saudi-led airstrikes": who leads acts; "Iranian-backed" does not make Iran the doer."""
    for k in kids(site.sentence, noun, "amod"):
        if k.lower == "led":
            return [
                c.i for c in kids(site.sentence, k.i, "npadvmod", "amod", "compound", "nmod", "advmod") if c.i < k.i
            ]
    return []


def _adjective(site: Site) -> list[int]:
    return _modifiers(site, ("amod", "compound", "nmod"), adjectives=True)


def _compound(site: Site) -> list[int]:
    return _modifiers(site, ("compound", "nmod", "amod"), adjectives=False)


def _actorcompound(site: Site) -> list[int]:
    """ "the army offensive", not "the Mosul offensive": before such nouns a name is as a rule the place."""
    return [
        t for t in _compound(site) if site.tok(t).pos != "PROPN" or site.lexicon.is_a(site.tok(t).lower, "nationality")
    ]


def _placecompound(site: Site) -> list[int]:
    return [t for t in _compound(site) if t not in _actorcompound(site)]


def _objectcompound(site: Site) -> list[int]:
    """ "prison break", "hospital bombing": a thing or person named before the noun is what it is done to."""
    return [
        k.i
        for k in kids(site.sentence, site.head, "compound")
        if k.pos == "NOUN" and any(site.lexicon.is_a(k.lemma.lower(), c) for c in ("place", "person", "captive"))
        and not site.lexicon.is_a(k.lemma.lower(), "actor")
    ]  # fmt: skip


def _groundowner(site: Site) -> list[int]:
    """ "captured rebel positions", "cleared Arakan Army posts": armed men named before a ground hold it."""
    owners = [k for head in _object(site) for k in kids(site.sentence, head, "amod", "compound", "nmod", "poss")]
    return [k.i for k in owners if armed(site, k.i) and not site.lexicon.is_a(k.lemma.lower(), "nationality")]


def _joined(site: Site) -> list[int]:
    """ "Niger and Benin exchange/NN fire": the nouns to which the parser joined the words."""
    token = site.tok(site.head)
    if token.dep == "conj" and site.tok(token.head).pos in {"NOUN", "PROPN"}:
        return [t for t in conjuncts(site.sentence, token.head) if t < min(site.tokens)]
    return []


def _light(site: Site) -> list[int]:
    if site.light is None or site.aspect not in {"subject"}:
        return []
    return doers(site.sentence, site.light, transitive=True)


def _lightdoer(site: Site) -> list[int]:
    """Who carries out; who only announces an arrest or a killing did not do it."""
    told = site.light is not None and site.tok(site.light).lemma.lower() in {"announce", "declare", "report", "express"}
    return [] if told else _light(site)


def _lighttarget(site: Site) -> list[int]:
    if site.light is None:
        return []
    if site.aspect == "target":
        return surface_subject(site.sentence, site.light)
    if site.aspect == "impact":
        return undergoers(site.sentence, site.light)
    return []


def _between(site: Site) -> list[int]:
    return [t for t in preposed(site, "between") + preposed(site, "amongst") if not is_time(site, t)]


def _by(site: Site) -> list[int]:
    found = [a for t in site.tokens for a in by_agents(site.sentence, t)]
    if not found and site.nominal:
        found = _by_further(site)
    if not found and site.light is not None and site.aspect == "subject":
        found = by_agents(site.sentence, site.light)
    return [t for t in found if not is_time(site, t)]


def _by_further(site: Site) -> list[int]:
    """ "a series of airstrikes by the army", "shelling and airstrikes by": "by" hung on a noun joined to or above the event."""
    around = [t for t in conjuncts(site.sentence, site.head) if t > site.head]
    above = site.tok(site.tok(site.head).head)
    if above.lower == "of" and site.lexicon.is_a(site.tok(above.head).lemma.lower(), "quantity"):
        around.append(above.head)
        above = site.tok(site.tok(above.head).head)
    if site.light is not None and site.aspect == "impact":
        around.append(site.light)
    return [a for t in around for a in by_agents(site.sentence, t) if a > site.head]


def _governing(site: Site) -> list[int]:
    """ "raised it in a call with X": whoever does what the verb says takes part in the call."""
    prep = site.tok(site.tok(site.head).head)
    verb = site.tok(prep.head)
    if site.tok(site.head).dep == "pobj" and prep.lower in {"in", "during"} and verb.pos in VERBAL:
        return doers(site.sentence, verb.i, transitive=True) if preposed(site, "with") else []
    return []


def _ended(site: Site) -> list[int]:
    """ "an end to the army's attacks": whose attacks they are."""
    nouns = [n for word in ("to", "of", "in") for n in preposed(site, word)]
    return [a for n in nouns for a in (actor_modifiers(site, n) or by_agents(site.sentence, n))]


def _owner_of_subject(site: Site) -> list[int]:
    """ "shells fired by the army landed", "Russian missiles fell": whose weapons they are."""
    found: list[int] = []
    for head in surface_subject(site.sentence, site.head):
        told = [a for k in kids(site.sentence, head, "acl", "relcl") for a in by_agents(site.sentence, k.i)]
        found.extend(told or actor_modifiers(site, head))
    return found


def _owner(site: Site) -> list[int]:
    found: list[int] = []
    for head in _object(site):
        told = [a for k in kids(site.sentence, head, "acl", "relcl") for a in by_agents(site.sentence, k.i)]
        found.extend(told or [*actor_modifiers(site, head), *of_objects(site.sentence, head)])
    return found


def _holding(site: Site) -> list[int]:
    """The noun that an adjective such as "besieged" or "rebel-held" describes."""
    token = site.tok(site.head)
    return conjuncts(site.sentence, token.head) if token.dep in {"amod", "acl", "compound"} else []


def _held(site: Site) -> list[int]:
    """The holder in "rebel-held"."""
    return [k.i for k in kids(site.sentence, site.head) if k.i < site.head and k.pos in {"NOUN", "PROPN", "ADJ"}]


def _control(site: Site) -> list[int]:
    """In "fell under militia control" or "under the control of the militia": the holder."""
    noun = site.tokens[-1]
    inner = Site(site.sentence, site.lexicon, noun, (noun,), nominal=True, transitive=False)
    return _possessive(inner) or actor_modifiers(inner, noun) or of_objects(site.sentence, noun)


def _of_holder(site: Site) -> list[int]:
    """ "control of the militia over the port": with "over" given, "of" names the holder."""
    return preposed(site, "of") if preposed(site, "over") else []


def _sayer(site: Site) -> list[int]:
    """Who says a clause with "must": the subject of the verb above it."""
    token = site.tok(site.head)
    here = site.tok(token.head) if token.tag == "MD" else token
    while here.dep in {"conj", "advcl", "relcl"} and here.head != here.i:
        here = site.tok(here.head)
    if here.dep == "ccomp" and site.tok(here.head).pos in VERBAL:
        return surface_subject(site.sentence, here.head)
    return []


def _clause(site: Site) -> list[int]:
    """The subject of the clause that a verb of asking governs: "demands that the council resign"."""
    for t in site.tokens:
        for k in kids(site.sentence, t, "ccomp", "xcomp", "advcl"):
            for subject in kids(site.sentence, k.i, "nsubj", "nsubjpass"):
                return conjuncts(site.sentence, subject.i)
    return []


def _owned(site: Site) -> list[int]:
    """Whose deed or decision is spoken of: "condemned Mali's raid", "appalled by the court's ruling"."""
    found: list[int] = []
    for head in [*_object(site), *preposed(site, "for"), *preposed(site, "by"), *preposed(site, "over")]:
        inner = [i for prep, i in prepositions(site.sentence, head) if prep == "to"]
        found.extend(a for noun in [head, *inner] for a in actor_modifiers(site, noun))
    return found


SLOTS: dict[str, Callable[[Site], list[int]]] = {
    "subject": _subject, "object": _object, "dative": _dative, "possessive": _possessive, "possessor": _possessor,
    "possessed": _possessed, "adjective": _adjective, "compound": _compound, "objectcompound": _objectcompound,
    "actorcompound": _actorcompound,
    "light": _light,
    "lightdoer": _lightdoer, "lighttarget": _lighttarget, "between": _between, "by": _by, "owner": _owner, "holding": _holding,
    "held": _held, "placecompound": _placecompound, "clause": _clause, "joined": _joined,
    "groundowner": _groundowner, "owned": _owned, "control": _control,
    "of_holder": _of_holder, "sayer": _sayer, "governing": _governing, "owner_of_subject": _owner_of_subject, "ended": _ended,
}  # fmt: skip
