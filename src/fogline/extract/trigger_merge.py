"""One happening, one trigger: what a light verb, an effect or a compound tells again is folded into the word that names it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.extract.role_slots import slot
from fogline.extract.role_subjects import passive
from fogline.extract.roles import Roles
from fogline.extract.trigger_match import Match, governing_verb
from fogline.language.tree import kids, prepositions
from fogline.model.sentence import Sentence

CARRIERS = frozenset(
    {"campaign", "operation", "spree", "attempt", "bid", "wave", "drive", "incident", "mission", "effort"}
)
HARM = frozenset({"kill", "injure", "wound", "maim"})
SIDES = frozenset({"actor", "troops", "person", "nationality"})
MEANS = frozenset({"in", "by", "with", "during", "using", "via", "through"})
OF_A_DEED = frozenset({"for", "in", "behind", "with"})  # "was not behind the raid", "had nothing to do with it"
POINTING = frozenset({"the", "this", "that", "these", "those"})
OWN_PLACE = frozenset({"on", "against", "by", "between", "with", "at"})
SPENT = frozenset({"SANCTION", "CONCEDE", "COERCE", "RETREAT", "CONSULT", "SUPPORT"})  # they use up their object
HARD = frozenset({"ASSAULT", "PROTEST"})  # unless the noun tells violence with a place or a side of its own


@dataclass(frozen=True, slots=True)
class Reading:
    """A match with its roles."""

    match: Match
    roles: Roles

    @property
    def head(self) -> int:
        """The token that heads the trigger."""
        return self.match.site.head

    @property
    def assault(self) -> bool:
        """Whether it tells violence."""
        return self.match.entry.type == "ASSAULT"

    @property
    def nominal(self) -> bool:
        """Whether a noun tells it."""
        return self.match.site.nominal


def merged(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """The readings without those that tell the same happening again, their roles handed on."""
    kept = [r for r in readings if not _inside_compound(sentence, r)]
    kept = _claimed(kept)
    kept = _aimed(sentence, kept)
    kept = _effects_and_nouns(sentence, kept)
    kept = [r for r in kept if not _arrest_raid(sentence, r, kept)]
    kept = [r for r in kept if not _effect_of_clause(sentence, r, kept)]
    kept = [r for r in kept if not _used_up(sentence, r, kept)]
    return [r for r in kept if not _said_twice(sentence, r, kept)]


def _inside_compound(sentence: Sentence, reading: Reading) -> bool:
    """ "ceasefire talks", "attack helicopter": the first noun names no happening of its own."""
    token = sentence.tokens[reading.head]
    if not reading.nominal or token.dep not in {"compound", "nmod"}:
        return False
    return sentence.tokens[token.head].lemma.lower() not in CARRIERS


def _arrest_raid(sentence: Sentence, reading: Reading, all_readings: list[Reading]) -> bool:
    """ "arrested in police raids": the raid is how they were arrested."""
    if not (reading.nominal and reading.match.entry.type == "COERCE"):
        return False
    verbs = {r.head for r in all_readings if r.match.entry.type == "COERCE" and not r.nominal}
    return any(v in verbs for v in _means_of(sentence, reading))


def _aimed(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """ "bombings that targeted a clinic", "a raid targeting rebels": the clause tells at whom the event was aimed."""
    nouns = {r.head: r for r in readings if r.assault and r.nominal}
    dropped: set[int] = set()
    for reading in readings:
        token = sentence.tokens[reading.head]
        effect = reading.match.site.lexicon.is_a(token.lemma.lower(), "effect")
        event = _above_place(sentence, token.head, nouns) if token.dep in {"acl", "relcl"} else None
        if reading.nominal or not effect or event is None:
            continue
        noun = nouns[event]
        dropped.add(reading.head)
        people = any(reading.match.site.lexicon.known(sentence.tokens[t]) & SIDES for t in reading.roles.targets)
        targets = reading.roles.targets if people or not noun.roles.targets else noun.roles.targets
        grounds = noun.roles.grounds or reading.roles.grounds
        nouns[event] = replace(noun, roles=Roles(noun.roles.agents, targets, grounds))
    return [nouns.get(r.head, r) for r in readings if r.head not in dropped]


def _above_place(sentence: Sentence, noun: int, events: dict[int, Reading]) -> int | None:
    """The event noun that the clause hangs on, or on whose place it hangs ("a raid in Syria that killed …")."""
    here = sentence.tokens[noun]
    for _ in range(3):
        if here.i in events:
            return here.i
        prep = sentence.tokens[here.head]
        if here.dep != "pobj" or prep.lower not in {"in", "at", "near", "on"}:
            return None
        here = sentence.tokens[prep.head]
    return None


def _claimed(readings: list[Reading]) -> list[Reading]:
    """ "claimed responsibility for an attack on X": the claim is the event; it takes the attack's targets and grounds."""
    for claim in [r for r in readings if r.match.entry.frame.name in {"claimed", "disclaimed"}]:
        site = claim.match.site
        deeds = slot(site, "for") + slot(site, "in")
        deeds += [o for t in site.tokens for p, o in prepositions(site.sentence, t) if p in OF_A_DEED]
        told = [r for r in readings if r is not claim and r.nominal and r.head in deeds]
        for noun in told:
            readings = [r for r in readings if r is not noun]
            roles = replace(claim.roles, targets=noun.roles.targets, grounds=noun.roles.grounds)
            readings = [replace(r, roles=roles) if r is claim else r for r in readings]
    return readings


def _effects_and_nouns(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """ "killed in an airstrike", "a raid killed nine": one of the two stays and takes the other's roles.

    The noun stays, except where it only points back ("destroyed in the strike") or where the verb names its own doer and the
    noun no side or place ("the army killed 34 in a gun battle").
    """
    verbs = {
        r.head: r
        for r in readings
        if r.assault and (r.match.site.lexicon.is_a(_lemma(sentence, r), "effect") or _killing(r))
    }
    dropped: set[int] = set()
    changed: dict[int, Reading] = {}
    for noun in [r for r in readings if r.assault and r.nominal]:
        verb = next((verbs[v] for v in _means_of(sentence, noun) if v in verbs and v != noun.head), None)
        if verb is None:
            continue
        if verb.head in dropped and not _joined(sentence, noun, changed):
            dropped.add(noun.head)
        elif _verb_stays(sentence, verb, noun):
            dropped.add(noun.head)
            changed[verb.head] = _with_roles_of(verb, noun)
        else:
            dropped.add(verb.head)
            changed[noun.head] = _with_roles_of(noun, verb)
    return [changed.get(r.head, r) for r in readings if r.head not in dropped]


def _joined(sentence: Sentence, noun: Reading, kept: dict[int, Reading]) -> bool:
    """Whether the noun is joined to one already kept: "drone strikes and shelling hit villages" are two events."""
    token = sentence.tokens[noun.head]
    return token.dep == "conj" and token.head in kept


def _killing(reading: Reading) -> bool:
    return reading.nominal and reading.match.entry.frame.name == "kill_noun"


def _verb_stays(sentence: Sentence, verb: Reading, noun: Reading) -> bool:
    own = any(k.lower in OWN_PLACE for k in kids(sentence, noun.head, "prep"))
    if any(k.lower in POINTING for k in kids(sentence, noun.head, "det")):
        return not own
    doer = verb.roles.agents and not passive(sentence, verb.head, transitive=True)
    return bool(doer) and not own and sentence.tokens[noun.head].dep != "nsubj"


def _with_roles_of(kept: Reading, other: Reading) -> Reading:
    agents = kept.roles.agents or tuple(a for a in other.roles.agents if a != kept.head)
    targets = kept.roles.targets or tuple(t for t in other.roles.targets if t not in agents)
    grounds = kept.roles.grounds or other.roles.grounds
    return replace(kept, roles=Roles(agents, targets, grounds))


def _means_of(sentence: Sentence, reading: Reading) -> list[int]:
    """The verbs (or noun of killing) of which the noun is subject or means, joined ones included."""
    token = sentence.tokens[reading.head]
    while token.dep == "conj" and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.lower in MEANS:
        verb = sentence.tokens[above.head]
    elif token.dep in {"nsubj", "nsubjpass"}:
        verb = above
    else:
        return []
    found = [verb.i, *(k.i for k in kids(sentence, verb.i, "conj", "advcl"))]
    while verb.dep == "conj":
        verb = sentence.tokens[verb.head]
        found.append(verb.i)
    return found


def _effect_of_clause(sentence: Sentence, reading: Reading, all_readings: list[Reading]) -> bool:
    """ "shelled the camp, killing nine", "attacked the village and killed nine": the killing is a figure, the deed is told."""
    token = sentence.tokens[reading.head]
    lemma, lexicon = _lemma(sentence, reading), reading.match.site.lexicon
    gerund = token.tag == "VBG" and token.dep == "advcl" and lexicon.is_a(lemma, "effect")
    if not reading.assault or reading.nominal or not (lemma in HARM or gerund):
        return False
    if token.dep not in {"advcl", "conj"} or kids(sentence, token.i, "nsubj", "nsubjpass"):
        return False
    above = {
        token.head,
        *(k.i for k in kids(sentence, token.head, "ccomp")),
    }  # "struck the camp, it said, killing nine"
    for other in all_readings:
        if other is reading or not other.assault or other.match.entry.mode == "abduct":
            continue
        if above & {other.head, other.match.site.light, governing_verb(sentence, other.head)}:
            return True
    return False


def _used_up(sentence: Sentence, reading: Reading, all_readings: list[Reading]) -> bool:
    """ "suspended aid deliveries", "lifted the blockade": the deed is told by the verb, the noun is what it is done to."""
    if not reading.nominal:
        return False
    own = any(k.lower in OWN_PLACE | {"to"} for k in kids(sentence, reading.head, "prep"))
    for other in all_readings:
        if other.nominal or other.match.entry.speech or other.match.entry.type not in SPENT:
            continue
        if reading.head in slot(other.match.site, "object"):
            return not (reading.match.entry.type in HARD and (own or reading.roles.agents))
    return False


def _said_twice(sentence: Sentence, reading: Reading, all_readings: list[Reading]) -> bool:
    """ "refuses to rule out", "attacks and strikes": two words for one thing."""
    token = sentence.tokens[reading.head]
    entry = reading.match.entry
    if token.dep not in {"xcomp", "conj"}:
        return False
    for other in all_readings:
        if other is reading or other.match.entry.type != entry.type or token.head != other.head:
            continue
        if token.dep == "xcomp" and entry.speech:
            return True
        bare = entry.mode is None and other.match.entry.mode is None
        if token.dep == "conj" and reading.nominal and bare and not kids(sentence, token.i, "compound", "amod", "det"):
            return True
    return False


def _lemma(sentence: Sentence, reading: Reading) -> str:
    return sentence.tokens[reading.head].lemma.lower()
