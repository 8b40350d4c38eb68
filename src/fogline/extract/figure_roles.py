"""Who caused what became of the counted, and to which side they belong."""

from __future__ import annotations

from fogline.extract.figure_fates import Told
from fogline.extract.figure_nouns import Counted
from fogline.language import tree
from fogline.model.sentence import Sentence

CAUSES = frozenset({"in", "during", "after", "by", "from", "following", "amid", "when", "due", "under"})
BODIES = frozenset({"member", "supporter", "operative", "element", "staff", "personnel", "employee"})
SIDES = frozenset({"soldiers", "fighters", "police"})


def agents(sentence: Sentence, fate: Told, phrase: Counted, acts: frozenset[str]) -> tuple[int, ...]:
    """Heads of the phrases that name who or what did it: a subject, "by …", or the act in which it happened ("in airstrikes")."""
    if fate.fate.word == "lose":
        return ()  # who lost them did not kill them
    if fate.fate.measure == "troops" and fate.fate.role == "subject":
        return (phrase.noun,)  # the troops themselves do it
    found = _doers(sentence, fate.token, fate.fate.role) or _acts(sentence, fate.token, acts)
    for other in _coordinated(sentence, fate.token):
        found = found or _by(sentence, other) or _acts(sentence, other, acts)
    return tuple(n for n in dict.fromkeys(found) if not phrase.first <= n < phrase.last)


def _doers(sentence: Sentence, predicate: int, role: str) -> list[int]:
    token = sentence.tokens[predicate]
    if role == "object" or (not role and token.pos == "VERB"):
        return _by(sentence, predicate) or _subject(sentence, predicate) or _left_by(sentence, predicate)
    if role == "":
        return _left_by(sentence, predicate)
    if role in {"of", "self", "toll"}:
        owners = tree.kids(sentence, predicate, "poss") if token.lemma not in {"death", "life", "toll", "body"} else []
        return _by(sentence, predicate) + [k.i for k in owners] or _claimed_by(sentence, predicate)
    return []


def _coordinated(sentence: Sentence, predicate: int) -> list[int]:
    """Passive predicates joined to this one: "nine were killed and 62 wounded in …" share what did it."""
    head = sentence.tokens[predicate]
    above = [head.head] if head.dep in {"conj", "ccomp"} and head.head != head.i else []
    joined = above + [k.i for k in tree.kids(sentence, predicate, "conj")]
    joined += [k.i for n in joined for k in tree.kids(sentence, n, "oprd", "acomp", "xcomp")]
    return [
        n
        for n in joined
        if sentence.tokens[n].tag in {"VBN", "JJ"}
        or sentence.tokens[n].dep == "oprd"
        or sentence.tokens[n].lemma in {"die", "be"}
    ]


def _left_by(sentence: Sentence, state: int) -> list[int]:
    """ "the attack left 12 dead": the subject of the verb above the state."""
    if done := _by(sentence, sentence.tokens[state].head):
        return done  # "shot dead by a gunman"
    for above in list(tree.ancestors(sentence, state))[:3]:
        if above.lemma in {"leave", "make", "render", "take"}:
            return _subject(sentence, above.i)
    return []


def _claimed_by(sentence: Sentence, noun: int) -> list[int]:
    """ "the raid claimed the lives of …", "caused the deaths of …": the subject of the verb whose object the noun is."""
    token = sentence.tokens[noun]
    return _subject(sentence, token.head) if token.dep == "dobj" and token.lemma in {"life", "death"} else []


def _by(sentence: Sentence, predicate: int) -> list[int]:
    pairs = tree.prepositions(sentence, predicate)
    return [n for word, head in pairs if word == "by" for n in tree.conjuncts(sentence, head)]


def _subject(sentence: Sentence, verb: int) -> list[int]:
    """The subject of an active verb, its own or that of the clause on which it hangs ("… exchange fire, killing 80")."""
    here = verb
    for _ in range(5):
        if tree.is_passive(sentence, here):
            return []
        if subject := tree.kids(sentence, here, "nsubj"):
            return _resolved(sentence, here, subject[0].i)
        token = sentence.tokens[here]
        if token.dep == "acl" or token.dep == "relcl":
            return [] if token.tag == "VBN" else [token.head]
        if token.pos == "NOUN" and token.dep in {"conj", "dobj", "pobj"}:
            here = token.head  # a verb that the parser took for a noun: "… kills a boy and injures 12 others"
            continue
        if token.dep not in {"advcl", "conj", "xcomp", "pcomp", "ccomp", "prep", "dep"} or token.head == here:
            return []
        here = token.head
    return []


def _resolved(sentence: Sentence, verb: int, subject: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause hangs on."""
    if sentence.tokens[subject].lower in {"that", "which", "who"} and sentence.tokens[verb].dep == "relcl":
        return [sentence.tokens[verb].head]
    return tree.conjuncts(sentence, subject)


def _acts(sentence: Sentence, predicate: int, acts: frozenset[str]) -> list[int]:
    """The act in which it happened ("killed in Russian airstrikes"), or who did the act ("killed when rebels attacked …")."""
    heads = [predicate]
    if sentence.tokens[predicate].dep in {"oprd", "acomp", "xcomp", "conj", "acl", "attr"}:
        heads.append(sentence.tokens[predicate].head)
    for head in heads:
        for word, inner in tree.prepositions(sentence, head):
            if word.split()[0] in CAUSES and sentence.tokens[inner].lemma.lower() in acts:
                return [inner]
        for clause in tree.kids(sentence, head, "advcl"):
            marks = {k.lower for k in tree.kids(sentence, clause.i, "advmod", "mark")}
            if marks & {"when", "after", "as"} and not tree.is_passive(sentence, clause.i):
                return [k for s in tree.kids(sentence, clause.i, "nsubj") for k in tree.conjuncts(sentence, s.i)]
    return []


def targets(sentence: Sentence, fate: Told, phrase: Counted) -> tuple[int, ...]:
    """Heads of the phrases that name the side of the counted: "soldiers of the army", "Syrian soldiers"."""
    if fate.fate.word == "lose" and phrase.noun not in (owners := _subject(sentence, fate.token)):
        return tuple(owners)  # "the brigade lost 40 men"
    of = [
        head
        for word, head in tree.prepositions(sentence, phrase.noun)
        if word in {"of", "from"} and head >= phrase.last
    ]
    if phrase.kind == "person" and of and sentence.tokens[of[0]].pos == "PROPN":
        return (of[0],)
    if possessors := tree.kids(sentence, phrase.noun, "poss"):  # "two of its soldiers"
        is_side = SIDES & set(phrase.population) or possessors[0].pos == "PROPN"
        return (possessors[0].i,) if is_side else ()
    modifiers = tree.kids(sentence, phrase.noun, "compound", "amod", "nmod")
    named = any(k.text[:1].isupper() and k.i > phrase.first for k in modifiers)
    of_a_body = sentence.tokens[phrase.noun].lemma.lower() in BODIES  # "17 Oromo Liberation Front members"
    return (phrase.noun,) if named and (of_a_body or SIDES & set(phrase.population)) else ()
