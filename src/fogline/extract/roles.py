"""Which tokens fill the roles of a trigger: agents, targets, grounds, by the sources its frame names."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.role_site import Site, actor_modifiers, armed, of_objects
from fogline.extract.role_slots import slot
from fogline.extract.role_subjects import surface_subject
from fogline.extract.trigger_lexicon import Frame
from fogline.language.tree import conjuncts, kids

NOBODY = frozenset({"violence", "event", "time", "abstract", "measure", "accord", "revenge", "plan", "order", "request",
                    "proposal", "statement", "information", "cause", "policy", "relation", "talks", "visit", "hostility",
                    "channel", "hostile_act"})  # fmt: skip
MEN = frozenset({"fighter", "force", "troop", "soldier", "man", "unit", "side", "army", "militant", "warplane", "aircraft", "drone",
                 "jet", "navy", "airforce", "artillery", "serviceman", "guerrilla", "militia", "gunman", "combatant"})  # fmt: skip
HELD_BY_MEN = frozenset({"base", "post", "outpost", "position", "hideout", "stronghold", "camp", "checkpoint", "trench", "bunker",
                         "garrison", "barrack", "barracks", "headquarters", "convoy", "column", "patrol", "target", "site",
                         "warship", "depot", "airbase"})  # fmt: skip
SOMEBODY = frozenset({"property", "actor", "person", "place", "troops", "official", "authority", "body", "crowd"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Head tokens that fill the roles, in order of the text within each."""

    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    grounds: tuple[int, ...] = ()


def roles(site: Site, frame: Frame) -> Roles:
    """Fill the roles of ``frame`` from the syntax around the trigger; a role that nothing fills stays empty."""
    agents = _elsewhere(site, frame, _filled(site, frame.agents, frame.together))
    targets = [t for t in _struck(site) or _first_actors(site, frame.targets) if t not in agents]
    grounds = [g for g in _filled(site, frame.grounds, together=False) if not _no_ground(site, g)]
    kept = tuple(g for g in grounds if g not in agents)
    return Roles(_actors(site, agents, acting=True), _actors(site, targets, acting=False), kept)


def _struck(site: Site) -> list[int]:
    """ "X was killed in a strike on Nuseirat": a person struck is the target rather than the place."""
    if site.aspect != "impact":
        return []
    found = slot(site, "lighttarget")
    return found if found and all(_one_person(site, t) for t in found) else []


def _one_person(site: Site, token: int) -> bool:
    here = site.tok(token)
    return here.tag in {"NNP", "NN"} and bool(site.lexicon.known(here) & {"person", "official"} or _titled(site, token))


def _titled(site: Site, token: int) -> bool:
    beside = kids(site.sentence, token, "compound", "nmod", "amod", "appos")
    return any(site.lexicon.known(k) & {"person", "official"} for k in beside)


def _elsewhere(site: Site, frame: Frame, agents: list[int]) -> list[int]:
    """ "says that X shot it down, accusing X": nobody accuses himself, the sayer above does."""
    token = site.tok(site.head)
    above = site.tok(token.head)
    if frame.name not in {"blame", "speak"} or token.dep != "advcl" or above.dep != "ccomp":
        return agents
    same = {site.tok(a).lower for a in agents} & {site.tok(t).lower for t in slot(site, "object") + slot(site, "from")}
    return surface_subject(site.sentence, above.head) if same else agents


def _no_ground(site: Site, token: int) -> bool:
    classes = site.lexicon.classes.get(site.tok(token).lemma.lower(), frozenset())
    if "quantity" in classes:
        return not of_objects(site.sentence, token)
    return bool(classes & {"time", "violence", "event", "visit", "channel"}) and "place" not in classes


def _filled(site: Site, sources: tuple[str, ...], together: bool) -> list[int]:
    found: list[int] = []
    for source in sources:
        met = [t for t in slot(site, source) if t not in site.tokens and t not in found]
        found.extend(met)
        if met and not together:
            break
    return sorted(found)


def _first_actors(site: Site, sources: tuple[str, ...]) -> list[int]:
    """What the first source yields that is anybody: "rejected an Israeli demand" is done to Israel, not to the demand."""
    for source in sources:
        met = _filled(site, (source,), together=False)
        if _actors(site, met, acting=False):
            return met
    return []


def _actors(site: Site, heads: list[int], acting: bool) -> tuple[int, ...]:
    """Weapons do not act, their owners do ("Ukrainian drones struck" → "Ukrainian"); events and times are nobody."""
    found = [a for head in heads for a in _actor(site, head, acting)]
    return tuple(dict.fromkeys(found))


def _actor(site: Site, head: int, acting: bool) -> list[int]:
    token = site.tok(head)
    classes = site.lexicon.classes.get(token.lemma.lower(), frozenset())
    if token.pos == "PROPN":
        return [] if "time" in classes else [head, *_titled_with(site, head)]
    if token.pos not in {"NOUN", "PRON", "NUM", "ADJ"} or token.lower.endswith(("self", "selves", "what")):
        return []
    if owners := _whose(site, head, acting) or _nations(site, head):
        return owners
    if "holdword" in classes:
        return actor_modifiers(site, head)
    if apposed := _apposed(site, head):
        return apposed
    if "quantity" in classes and (inner := of_objects(site.sentence, head)):
        return [a for i in inner for a in (_actor(site, i, acting) if i > head else [i])]
    if classes & {"weapon", "aircraft", "thing"} and not classes & {"actor", "person"}:
        return actor_modifiers(site, head) or ([] if acting else [head])
    if classes & NOBODY and not classes & SOMEBODY:
        return []
    if token.tag == "NNS" and "person" in classes and (named := _names(site, head)):
        return named
    return [head]


def _whose(site: Site, head: int, acting: bool) -> list[int]:
    """ "its fighters", "our base", "a junta post", "posts of the YPG": men and what they hold stand for those whose they are."""
    lemma = site.tok(head).lemma.lower()
    if lemma in MEN or (not acting and lemma in HELD_BY_MEN):
        pronouns = [k.i for k in kids(site.sentence, head, "poss") if k.tag == "PRP$"]
        if pronouns:
            return pronouns
    if acting or lemma not in HELD_BY_MEN:
        return []
    return actor_modifiers(site, head) or [t for t in of_objects(site.sentence, head) if armed(site, t)]


def _nations(site: Site, head: int) -> list[int]:
    """ "Indian and Pakistani troops" are two sides: each nation of a pair before the men or the arms they share."""
    nations = [k.i for k in kids(site.sentence, head, "amod", "nmod", "compound")]
    joined = [t for n in nations for t in conjuncts(site.sentence, n)]
    named = [t for t in joined if site.lexicon.is_a(site.tok(t).lemma.lower(), "nationality")]
    return named if len(named) > 1 and site.tok(head).lemma.lower() in MEN else []


def _titled_with(site: Site, head: int) -> list[int]:
    """ "Foreign Minister Araghchi and envoy Witkoff": the second name hangs on the first, not on its title."""
    apposed = [k for k in kids(site.sentence, head, "appos") if k.pos == "PROPN" and k.i > head]
    plain = [k for k in apposed if all(t.pos == "PROPN" for t in site.sentence.tokens[head + 1 : k.i])]
    return [t for k in plain for t in conjuncts(site.sentence, k.i) if t != k.i and site.tok(t).pos == "PROPN"]


def _apposed(site: Site, head: int) -> list[int]:
    """ "our ally Turkey", "the manager, Ali bin Tamim": the name is who is meant."""
    for k in kids(site.sentence, head, "appos"):
        if k.pos == "PROPN" and k.i > head:
            return conjuncts(site.sentence, k.i)
    return []


def _names(site: Site, head: int) -> list[int]:
    """ "leaders of the Front": the body they belong to, where "of" names one."""
    found = of_objects(site.sentence, head)
    bodies = [t for t in found if site.tok(t).pos == "PROPN" and kids(site.sentence, t, "det", "compound")]
    return bodies if len(bodies) == len(found) else []
