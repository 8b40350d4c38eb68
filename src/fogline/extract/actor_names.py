"""Names in a sentence that the lexicon or the document itself explains: actors, demonyms, peoples, capitals."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.actor_draft import Draft, Who, outer_head, state
from fogline.extract.actor_scene import Scene, shouted
from fogline.language import tree
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.actor_words import ActorWords
from fogline.model.sentence import Sentence, Token

MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})


def names(sentence: Sentence, scene: Scene, lexicon: ActorLexicon) -> tuple[Draft, ...]:
    """The names of the sentence in order; they do not overlap, and a longer one wins."""
    loud = shouted(sentence.text)
    found = [d for d in _known(sentence, scene, lexicon) if not (loud and _maybe_common(sentence, d))]
    found.extend(_explained(sentence, scene, found))
    for draft in _nationalities(sentence, lexicon):
        if not any(draft.first < f.last and f.first < draft.last for f in found):
            found.append(draft)
    return tuple(sorted(found, key=lambda d: d.first))


def _maybe_common(sentence: Sentence, draft: Draft) -> bool:
    """A short word in a line of capitals: "IS", "US", "WHO"."""
    return draft.last - draft.first == 1 and len(sentence.tokens[draft.first].text) <= 3


def _known(sentence: Sentence, scene: Scene, lexicon: ActorLexicon) -> Iterator[Draft]:
    for hit in lexicon.spot(sentence.text):
        words = sentence.text[hit.start : hit.end]
        place = tree.at(sentence, sentence.start + hit.start, sentence.start + hit.end)
        who = scene.choose(words, hit.value)
        if place is None or who is None:
            continue
        first, last = place
        head = outer_head(sentence, first, last)
        country = hit.value[0].id.startswith("state.") and hit.value[0].parent is None and who.kind == "state"
        if country and _part_of_other_name(sentence, head):
            continue
        adjectival = country and sentence.tokens[head].dep in MODIFIERS
        yield Draft(first, last, head, who, "adjective" if adjectival else "name")


def _part_of_other_name(sentence: Sentence, token: int) -> bool:
    """Whether a country's name is somebody's or something's: "Jordan Smith", "Chad Le Clos"."""
    here = sentence.tokens[token]
    after = sentence.tokens[token + 1] if token + 1 < len(sentence.tokens) else None
    if after is None or after.pos != "PROPN" or here.dep != "compound" or len(here.text) <= 4:
        return False
    before = sentence.tokens[token - 1] if token else None
    return after.i == here.head and here.text in GIVEN_NAMES and not (before and before.pos == "DET")


PRESSURES = frozenset({"sanction", "pressure", "embargo", "tariff", "call"})  # "sanctions on Minsk"
GIVEN_NAMES = frozenset({"Jordan", "Israel", "Georgia", "India", "Kenya", "Chad", "Cyprus", "Malta", "Paris"})


def _explained(sentence: Sentence, scene: Scene, have: list[Draft]) -> Iterator[Draft]:
    """Acronyms that only the document explains."""
    for token in sentence.tokens:
        who = scene.acronyms.get(token.text)
        if who and not any(d.covers(token.i) for d in have):
            yield Draft(token.i, token.i + 1, token.i, who, "name")


def _nationalities(sentence: Sentence, lexicon: ActorLexicon) -> Iterator[Draft]:
    for hit in lexicon.spot_nationalities(sentence.text):
        place = tree.at(sentence, sentence.start + hit.start, sentence.start + hit.end)
        if place is None:
            continue
        first, last = place
        if _in_surname(sentence, first):
            continue
        head = outer_head(sentence, first, last)
        who = state(hit.value.country)
        if hit.value.use == "capital" and not as_government(sentence, head, lexicon.words):
            continue
        if hit.value.use == "people" or (hit.value.use == "adjective" and _stands_alone(sentence, head)):
            words = sentence.text[hit.start : hit.end]
            yield Draft(first, last, head, Who(words, None, "civilian", who.country, "CVL"), "people")
        else:
            yield Draft(first, last, head, who, "adjective" if hit.value.use == "adjective" else "capital")


def _in_surname(sentence: Sentence, first: int) -> bool:
    """Whether the demonym is the last part of a name: "Abu Jandal al-Kuwaiti"."""
    before = [t.lower for t in sentence.tokens[max(0, first - 2) : first]]
    return (before[-1:] == ["-"] and before[0] in {"al", "el"}) or before[-1:] in (["al"], ["el"])


def _stands_alone(sentence: Sentence, token: int) -> bool:
    """Whether a demonym is used as a noun: "the French", "the wounded Syrian said"; never a language ("in Arabic")."""
    here = sentence.tokens[token]
    return here.pos in {"NOUN", "PROPN"} and here.dep in {"nsubj", "nsubjpass", "dobj", "agent", "conj"}


def as_government(sentence: Sentence, token: int, words: ActorWords) -> bool:
    """Whether a capital here means its government: it says or does what governments do ("Ankara denied")."""
    here = sentence.tokens[_first_conjunct(sentence, token).i]
    above = sentence.tokens[here.head]
    if here.dep == "pobj" and above.lower in {"between", "with", "against"}:
        return True
    if here.dep == "pobj" and above.lower == "on" and sentence.tokens[above.head].lemma.lower() in PRESSURES:
        return True
    if here.dep == "dobj":
        return words.verbs.get(above.lemma.lower()) == "address"
    return here.dep == "nsubj" and above.lemma.lower() in words.verbs and not tree.is_passive(sentence, above.i)


def _first_conjunct(sentence: Sentence, token: int) -> Token:
    here = sentence.tokens[token]
    while here.dep == "conj" and here.head != here.i:
        here = sentence.tokens[here.head]
    return here
