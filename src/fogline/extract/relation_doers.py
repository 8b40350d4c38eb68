"""Who does the verb or undertakes the fight of a relation: the subject, whoever shares it, whoever is helped to do it."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.relation_roles import Ends
from fogline.language.tree import conjuncts, kids, prepositions
from fogline.model.sentence import Sentence, Token

MOST_STEPS = 7  # arcs up to whoever does a verb
PRONOUNS = frozenset({"who", "which", "that"})
HELPING = frozenset(
    [
        "accompany",
        "advise",
        "aid",
        "allow",
        "assist",
        "back",
        "enable",
        "equip",
        "help",
        "join",
        "mentor",
        "support",
        "train",
    ]
)
SIDING = frozenset({"cooperate", "coordinate", "join", "partner", "side", "stand", "team", "work"})
TOGETHER = frozenset({"together", "along", "jointly", "alongside", "side"})


def doers(ends: Ends, verb: Token, others: frozenset[str] = frozenset()) -> list[int]:
    """The subject of the verb, or whoever above shares it: "vowed to fight", "forces bent on fighting", "a wish to back".

    Those who are helped to do it do it too ("is assisting the army to defeat …"), and those with whom it is done together.
    ``others`` are the names on the other side: no pronoun that seems to mean one of them does it.
    """
    sentence, here = ends.sentence, verb
    helped: list[int] = []
    for _ in range(MOST_STEPS):
        subjects = kids(sentence, here.i, "nsubj", "nsubjpass")
        if here.i != verb.i:
            helped.extend(_helped_by(ends, here))
        if subjects and subjects[0].lower in PRONOUNS and here.dep == "relcl":
            return [here.head, *helped, *companions(sentence, here)]
        if subjects:
            return [
                *_subject(ends, subjects[0]),
                *helped,
                *companions(sentence, here),
                *companions(sentence, subjects[0]),
            ]
        if here.head == here.i or here.dep in {"ccomp", "parataxis", "appos"}:
            return helped
        here = sentence.tokens[here.head]
        if here.pos in {"NOUN", "PROPN"}:
            named = named_by(ends, here)
            if fit := [n for n in named if ends.name(n) not in others]:
                return [*fit, *helped]
            if not named and kids(sentence, here.i, "poss"):  # "our efforts to …" are not the subject's
                return helped
    return helped


def _subject(ends: Ends, subject: Token) -> list[int]:
    """Who the subject is; of an undertaking ("the coalition's aim is to destroy …") whose it is."""
    found = listed(ends, subject.i)
    return found if ends.known(found) or subject.pos == "PRON" else named_by(ends, subject)


def _helped_by(ends: Ends, verb: Token) -> list[int]:
    """Who is helped by the verb, or with whom it is done: "trains the army to …", "stands by Iraq to …", "works with X to …"."""
    sentence = ends.sentence
    if verb.lemma.lower() in HELPING:
        return [c for k in kids(sentence, verb.i, "dobj") for c in listed(ends, k.i)]
    if verb.lemma.lower() in SIDING:
        pairs = prepositions(sentence, verb.i)
        return [c for word, obj in pairs if word in {"with", "by", "alongside"} for c in listed(ends, obj)]
    return []


def named_by(ends: Ends, noun: Token) -> list[int]:
    """The actor that a noun is, or that owns it ("the UK's commitment", "UK support")."""
    sentence = ends.sentence
    owners = [k.i for k in kids(sentence, noun.i, "poss", "compound", "amod", "nmod") if ends.at(k.i) is not None]
    here = ends.at(noun.i)
    if here is not None and here.head == noun.i:
        return listed(ends, noun.i)
    return owners[:1]


def listed(ends: Ends, token: int) -> list[int]:
    """What is joined to the token by "and" or commas, also where the parser took a list for an apposition ("X, Y and Z")."""
    sentence = ends.sentence
    found = conjuncts(sentence, token)
    mention = ends.at(token)
    if mention is None or mention.value.kind == "person":
        return found
    for beside in kids(sentence, token, "appos"):
        other = ends.at(beside.i)
        if other is not None and other.value.kind != "person" and kids(sentence, beside.i, "conj"):
            found.extend(conjuncts(sentence, beside.i))
    return found


def companions(sentence: Sentence, token: Token) -> Iterator[int]:
    """Those named after "together with", "along with", "alongside", "side by side with", and after "as part of"."""
    for word, obj in _beside(sentence, token):
        if word in {"alongside", "with"}:
            yield from conjuncts(sentence, obj)
    for word, obj in prepositions(sentence, token.i):
        if word == "as" and sentence.tokens[obj].lemma.lower() in {"part", "member"}:
            yield from (of for inner, of in prepositions(sentence, obj) if inner == "of")


def _beside(sentence: Sentence, token: Token) -> Iterator[tuple[str, int]]:
    yield from (pair for pair in prepositions(sentence, token.i) if pair[0] == "alongside")
    for kid in kids(sentence, token.i, "advmod", "prep"):
        if kid.lower in TOGETHER:
            yield from prepositions(sentence, kid.i)
    pairs = prepositions(sentence, token.i)
    yield from (p for p in pairs if p[0] == "with" and _together(sentence, p[1]))


def _together(sentence: Sentence, obj: int) -> bool:
    """Whether "together", "along" or "jointly" stands right before the "with" of this object."""
    preposition = sentence.tokens[sentence.tokens[obj].head]
    return preposition.i > 0 and sentence.tokens[preposition.i - 1].lower in TOGETHER


def helped(ends: Ends, verb: Token) -> list[int]:
    """Who does the verb; of a participle after a comma (", aided by …"), whoever does the verb before it, wherever it hangs."""
    sentence = ends.sentence
    if verb.tag == "VBN" and verb.i and sentence.tokens[verb.i - 1].text == ",":
        for before in reversed(sentence.tokens[: verb.i]):
            if subjects := kids(sentence, before.i, "nsubj") if before.pos == "VERB" else []:
                return conjuncts(sentence, subjects[0].i)
    return doers(ends, verb)
