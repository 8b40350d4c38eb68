"""Who caused what became of the counted, and to which side they belong."""

from __future__ import annotations

from fogline.extract.figure_nouns import Counted
from fogline.language import tree
from fogline.model.sentence import Sentence

CAUSES = frozenset({"in", "during", "after", "by", "from", "following", "amid", "when", "due", "under"})
ACTS = frozenset({"airstrike", "strike", "attack", "bombing", "shelling", "raid", "ambush", "clash", "fighting", "assault", "offensive", "fire",
                  "bombardment", "explosion", "blast", "battle", "operation", "shooting", "violence", "conflict", "gunfire", "crossfire",
                  "drone", "missile", "rocket", "mine", "sniper", "siege", "incursion", "massacre", "crackdown", "exchange", "firefight",
                  "airstrikes", "skirmish", "war", "bomb", "barrage"})  # fmt: skip
SIDES = frozenset({"soldiers", "fighters", "police"})


def agents(sentence: Sentence, predicate: int, role: str) -> tuple[int, ...]:
    """Heads of the phrases that name who or what did it: a subject, "by …", or the act in which it happened ("in airstrikes")."""
    token = sentence.tokens[predicate]
    found: list[int] = []
    if role == "object":
        found = _by(sentence, predicate) or _subject(sentence, predicate)
    elif role in {"of", "self"}:
        found = _by(sentence, predicate) + [
            k.i for k in tree.kids(sentence, predicate, "poss") if token.lemma not in {"death", "life"}
        ]
    return tuple(dict.fromkeys(found or _acts(sentence, predicate)))


def _by(sentence: Sentence, predicate: int) -> list[int]:
    pairs = tree.prepositions(sentence, predicate)
    return [n for word, head in pairs if word == "by" for n in tree.conjuncts(sentence, head)]


def _subject(sentence: Sentence, verb: int) -> list[int]:
    """The subject of an active verb, its own or that of the clause on which it hangs ("… exchange fire, killing 80")."""
    here = verb
    for _ in range(4):
        if tree.is_passive(sentence, here):
            return []
        if subject := tree.kids(sentence, here, "nsubj"):
            return _resolved(sentence, here, subject[0].i)
        token = sentence.tokens[here]
        if token.dep == "acl" or token.dep == "relcl":
            return [] if token.tag == "VBN" else [token.head]
        if token.dep not in {"advcl", "conj", "xcomp", "pcomp", "ccomp", "prep", "dep"} or token.head == here:
            return []
        here = token.head
    return []


def _resolved(sentence: Sentence, verb: int, subject: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause hangs on."""
    if sentence.tokens[subject].lower in {"that", "which", "who"} and sentence.tokens[verb].dep == "relcl":
        return [sentence.tokens[verb].head]
    return tree.conjuncts(sentence, subject)


def _acts(sentence: Sentence, predicate: int) -> list[int]:
    """The act in which it happened ("killed in Russian airstrikes"), or who did the act ("killed when rebels attacked …")."""
    heads = [predicate]
    if sentence.tokens[predicate].dep in {"oprd", "acomp", "xcomp", "conj", "acl", "attr"}:
        heads.append(sentence.tokens[predicate].head)
    for head in heads:
        for word, inner in tree.prepositions(sentence, head):
            if word.split()[0] in CAUSES and sentence.tokens[inner].lemma.lower() in ACTS:
                return [inner]
        for clause in tree.kids(sentence, head, "advcl"):
            marks = {k.lower for k in tree.kids(sentence, clause.i, "advmod", "mark")}
            if marks & {"when", "after", "as"} and not tree.is_passive(sentence, clause.i):
                return [k for s in tree.kids(sentence, clause.i, "nsubj") for k in tree.conjuncts(sentence, s.i)]
    return []


def targets(sentence: Sentence, phrase: Counted) -> tuple[int, ...]:
    """Heads of the phrases that name the side of the counted: "soldiers of the army", "Syrian soldiers"."""
    of = [
        head
        for word, head in tree.prepositions(sentence, phrase.noun)
        if word in {"of", "from"} and head >= phrase.last
    ]
    if phrase.kind == "person" and of and sentence.tokens[of[0]].pos == "PROPN":
        return (of[0],)
    modifiers = tree.kids(sentence, phrase.noun, "compound", "amod", "nmod")
    named = any(k.text[:1].isupper() and k.i > phrase.first for k in modifiers)
    return (phrase.noun,) if named and SIDES & set(phrase.population) else ()
