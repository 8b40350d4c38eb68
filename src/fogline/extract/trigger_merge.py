"""One happening, one trigger: what a light verb, an effect or a compound tells again is folded into the word that names it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.extract.roles import Roles
from fogline.extract.trigger_match import Match, governing_verb
from fogline.language.tree import kids
from fogline.model.sentence import Sentence

CARRIERS = frozenset(
    {"campaign", "operation", "spree", "attempt", "bid", "wave", "drive", "incident", "mission", "effort"}
)
EFFECTS = frozenset({"kill", "injure", "wound", "maim", "destroy", "damage", "hit", "strike", "target", "level", "flatten",
                     "demolish", "massacre", "slaughter", "eliminate", "neutralise", "neutralize"})  # fmt: skip
HARM = frozenset({"kill", "injure", "wound", "maim"})
MEANS = frozenset({"in", "by", "with", "during", "using", "via", "through"})


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


def merged(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """The readings without those that tell the same happening again, their roles handed on."""
    kept = [r for r in readings if not _inside_compound(sentence, r)]
    kept = _effects_into_nouns(sentence, kept)
    return [r for r in kept if not _effect_of_clause(sentence, r, kept)]


def _inside_compound(sentence: Sentence, reading: Reading) -> bool:
    """ "ceasefire talks", "attack helicopter": the first noun names no happening of its own."""
    token = sentence.tokens[reading.head]
    if not reading.match.site.nominal or token.dep not in {"compound", "nmod"}:
        return False
    return sentence.tokens[token.head].lemma.lower() not in CARRIERS


def _effects_into_nouns(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """ "killed in an airstrike", "a raid killed nine": the noun is the trigger; it takes the verb's roles where it has none."""
    verbs = {r.head: r for r in readings if r.assault and _lemma(sentence, r) in EFFECTS}
    dropped: set[int] = set()
    kept: list[Reading] = []
    for reading in readings:
        verb = verbs.get(_means_of(sentence, reading)) if reading.assault and reading.match.site.nominal else None
        if verb is None:
            kept.append(reading)
            continue
        dropped.add(verb.head)
        agents = reading.roles.agents or tuple(a for a in verb.roles.agents if a != reading.head)
        targets = reading.roles.targets or tuple(t for t in verb.roles.targets if t not in agents)
        kept.append(replace(reading, roles=replace(reading.roles, agents=agents, targets=targets)))
    return [r for r in kept if r.head not in dropped]


def _means_of(sentence: Sentence, reading: Reading) -> int:
    """The verb of which the noun is subject or means, else -1."""
    token = sentence.tokens[reading.head]
    while token.dep == "conj" and sentence.tokens[token.head].pos in {"NOUN", "PROPN"}:
        token = sentence.tokens[token.head]
    if token.dep in {"nsubj", "nsubjpass"}:
        return token.head
    above = sentence.tokens[token.head]
    if token.dep == "pobj" and above.lower in MEANS:
        return above.head
    return -1


def _effect_of_clause(sentence: Sentence, reading: Reading, all_readings: list[Reading]) -> bool:
    """ "shelled the camp, killing nine", "attacked the village and killed nine": the killing is a figure, the deed is told."""
    token = sentence.tokens[reading.head]
    if not reading.assault or reading.match.site.nominal or _lemma(sentence, reading) not in HARM:
        return False
    if token.dep not in {"advcl", "conj"} or kids(sentence, token.i, "nsubj", "nsubjpass"):
        return False
    for other in all_readings:
        if other is reading or not other.assault or other.match.entry.mode == "abduct":
            continue
        if token.head in {other.head, other.match.site.light, governing_verb(sentence, other.head)}:
            return True
    return False


def _lemma(sentence: Sentence, reading: Reading) -> str:
    return sentence.tokens[reading.head].lemma.lower()
