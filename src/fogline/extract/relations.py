"""How actors stand to each other: who is part of, leads, speaks for, backs, fights or is allied with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fogline.extract.relation_doers import doers, helped, listed
from fogline.extract.relation_lexicon import RelationRow, Relations, shipped_relations
from fogline.extract.relation_roles import Ends, by_pair, by_role, by_suffix, new_bodies
from fogline.language.tree import conjuncts, is_passive, kids, prepositions, span
from fogline.model.actor import Actor
from fogline.model.issue import Found
from fogline.model.mention import Mention, Trigger
from fogline.model.sentence import Parsed, Sentence, Token

Actors = Sequence[Mention[Actor]]
VENTURES = re.compile(r"advance|attack|assault|campaign|coup|insurgency|offensive|operation|push|rebellion|uprising")
UNDERTAKINGS = frozenset(
    [
        "advance",
        "attack",
        "campaign",
        "effort",
        "endeavour",
        "fight",
        "offensive",
        "operation",
        "push",
        "struggle",
        "war",
    ]
)
GIVING = re.compile(  # verbs whose subject is whose support it is
    r"announce|continue|declare|deliver|expand|express|extend|give|increase|lend|maintain|offer|pledge|promise|provide|"
    r"reaffirm|reiterate|renew|send|show|stop|voice|withdraw"
)


def relations(parsed: Parsed, actors: Actors, lexicon: Relations | None = None) -> Found[Trigger]:
    """The relations stated between named actors; both ends are head tokens of actor mentions, one trigger a statement."""
    known = lexicon or shipped_relations()
    found: list[Trigger] = []
    for sentence in parsed.sentences:
        here = [m for m in actors if m.sentence == sentence.index]
        if here:
            found.extend(_in_sentence(sentence, here, known))
    return Found(tuple(found))


def _in_sentence(sentence: Sentence, actors: Actors, known: Relations) -> Iterator[Trigger]:
    ends = Ends(sentence, tuple(actors))
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX"}:
            for told in _rows_of(sentence, token, known):
                yield from _by_verb(ends, token, told, known)
        elif token.pos in {"NOUN", "PROPN"} and (row := known.roles.get(lemma)):
            yield from _told(ends, token, row, by_role(ends, token, row))
        elif token.pos in {"NOUN", "PROPN"} and (row := known.ties.get(lemma)):
            yield from _told(ends, token, row, _by_tie(ends, token, row))
        if (row := known.ties.get(lemma)) and row.type in {"fights", "allied_with"} and (pair := by_pair(ends, token)):
            yield from _told(ends, token, row, pair)
        if row := known.suffixes.get(token.lower.rpartition("-")[2]):
            yield from _told(ends, token, row, by_suffix(ends, token))


def _rows_of(sentence: Sentence, verb: Token, known: Relations) -> tuple[RelationRow, ...]:
    """The rows of the verb with its particle or fixed object ("break away", "join forces") or, failing that, of the verb alone."""
    lemma = verb.lemma.lower()
    fixed = [known.verbs.get(f"{lemma} {k.lower}") for k in kids(sentence, verb.i, "prt", "advmod", "dobj")]
    return next((rows for rows in fixed if rows), known.verbs.get(lemma, ()))


def _told(ends: Ends, token: Token, row: RelationRow, pair: tuple[list[int], list[int]]) -> Iterator[Trigger]:
    agents, targets = (tuple(ends.known(heads)) for heads in pair)
    if row.kind == "tie":  # "their positions against X": the positions fight nobody
        agents = tuple(a for a in agents if (m := ends.at(a)) is None or not m.covers(token.i))
    if row.type == "formed":
        targets = tuple(new_bodies(ends, pair[1]))
    elif row.type == "allied_with" and not targets and row.frames == ("with",):
        agents, targets = agents[:1], agents[1:]  # "X and Y are allied"
    names = {ends.name(a) for a in agents} & {ends.name(t) for t in targets}
    if agents and (targets or _is_venture(ends, token, row, pair[1])) and not names:
        words = span(ends.sentence, token.i, token.i + 1)
        yield Trigger(
            ends.sentence.index, token.i, token.i, words, "relation", row.type, f"relation {row.kind} {row.word}",
            agents=agents, targets=targets,
        )  # fmt: skip


def _is_venture(ends: Ends, verb: Token, row: RelationRow, heads: list[int]) -> bool:
    """Whether what is backed is an undertaking of war whose side is not told: "a campaign supported by Russia"."""
    return (
        row.type == "backs"
        and row.kind == "verb"
        and verb.tag == "VBN"
        and any(VENTURES.fullmatch(ends.sentence.tokens[h].lemma.lower()) for h in heads)
    )


def _by_verb(ends: Ends, verb: Token, row: RelationRow, known: Relations) -> Iterator[Trigger]:
    sentence = ends.sentence
    if "obj" in row.frames and (
        is_passive(sentence, verb.i) or (verb.tag == "VBN" and kids(sentence, verb.i, "agent"))
    ):
        yield from _told(ends, verb, row, (_agents_of_passive(sentence, verb), _undergoer(sentence, verb)))
        return
    if "aim" in row.frames and verb.tag not in {"VB", "VBG"}:
        return  # "to destroy ISIL" is a war, "destroyed an ISIL tank" a deed
    if row.word == "join" and any(
        w == "in" and sentence.tokens[o].tag == "VBG" for w, o in prepositions(sentence, verb.i)
    ):
        return  # "joined Kenya in fighting …"
    targets = [
        c for k in _objects(sentence, verb, known) if {"obj", "aim"} & {*row.frames} for c in _undertakers(ends, k)
    ]
    who = doers(ends, verb, frozenset(name for t in targets if (name := ends.name(t)) is not None))
    if "dat" in row.frames:
        targets.extend(k.i for k in kids(sentence, verb.i, "dative") if k.pos != "ADP")
    fixed = [k.i for k in kids(sentence, verb.i, "prt", "advmod", "dobj")] if " " in row.word else []
    for word, obj in (pair for holder in (verb.i, *fixed) for pair in prepositions(sentence, holder)):
        if word in row.frames:
            targets.extend(conjuncts(sentence, obj))
        elif f"{word} {sentence.tokens[obj].lemma}" in row.frames:  # "on the side of"
            targets.extend(c for _, of in prepositions(sentence, obj) for c in conjuncts(sentence, of))
    yield from _told(ends, verb, row, ([w for w in who if w not in targets], targets))


def _objects(sentence: Sentence, verb: Token, known: Relations) -> list[Token]:
    """The objects of the verb, its own or that of a verb joined to it that relates nobody: "to contain and outlast ISIL"."""
    own = kids(sentence, verb.i, "dobj")
    if own or kids(sentence, verb.i, "prep"):
        return own
    joined = [k for k in kids(sentence, verb.i, "conj") if k.pos == "VERB" and not known.verbs.get(k.lemma.lower())]
    return [k for other in joined for k in kids(sentence, other.i, "dobj")]


def _undertakers(ends: Ends, thing: Token) -> list[int]:
    """What the object names; of an undertaking ("support their efforts against …") whose it is."""
    sentence = ends.sentence
    if thing.lemma.lower() in UNDERTAKINGS and ends.at(thing.i) is None:
        return [k.i for k in kids(sentence, thing.i, "poss", "compound")]
    return listed(ends, thing.i)


def _agents_of_passive(sentence: Sentence, verb: Token) -> list[int]:
    return [c for word, obj in prepositions(sentence, verb.i) if word == "by" for c in conjuncts(sentence, obj)]


def _undergoer(sentence: Sentence, verb: Token) -> list[int]:
    subjects = kids(sentence, verb.i, "nsubjpass")
    if subjects and subjects[0].lower not in {"who", "which", "that"}:
        return conjuncts(sentence, subjects[0].i)
    while verb.dep == "conj" and sentence.tokens[verb.head].pos == "VERB" and not kids(sentence, verb.i, "nsubj"):
        verb = sentence.tokens[verb.head]  # "which had stalled and was supported by"
    if verb.dep not in {"acl", "relcl"}:
        return []
    head = sentence.tokens[verb.head]
    if head.pos == "NUM" and head.dep == "pobj":  # "a campaign in 2016, which was supported by"
        head = sentence.tokens[sentence.tokens[head.head].head]
    if head.lower == "latter":  # "between A and B, the latter backed by C"
        before = [t.i for t in sentence.tokens[: head.i] if t.pos in {"NOUN", "PROPN"}]
        return before[-1:]
    return [head.i]


def _by_tie(ends: Ends, noun: Token, row: RelationRow) -> tuple[list[int], list[int]]:
    """ "its fight against X", "support from X for Y": the owner of the noun or the subject of its verb, and the other side."""
    sentence = ends.sentence
    pairs = prepositions(sentence, noun.i)
    above = sentence.tokens[noun.head]
    pairs.extend(prepositions(sentence, above.i) if noun.dep == "dobj" else [])
    targets = [c for word, obj in pairs if word in row.frames for c in conjuncts(sentence, obj)]
    owners = [k.i for k in kids(sentence, noun.i, "poss", "compound", "amod") if ends.at(k.i) is not None] or [
        c for word, obj in pairs if word in {"by", "from"} for c in conjuncts(sentence, obj)
    ]
    if row.type == "backs" and not targets and above.lower in {"with", "by", "through"}:
        return _with_names(sentence, owners), helped(ends, sentence.tokens[above.head])
    owned = bool(kids(sentence, noun.i, "poss"))
    if row.type == "backs" and not owners and _is_wanted(noun, above):
        return [], []
    if owned and above.pos == "ADP" and (group := _beside(ends, above)) and _is_of(ends, owners, group):
        owners = group  # "supports the army and the people in their fight against …"
    if not ends.known(owners) and not owned and noun.dep not in {"nsubj", "nsubjpass", "ROOT"}:
        owners = doers(ends, noun) if above.pos != "ADP" else _beside(ends, above) or doers(ends, noun)
    return owners, targets


def _is_wanted(noun: Token, above: Token) -> bool:
    """Whether the support is not the subject's to give: "called for support", "won support"."""
    if noun.dep == "dobj":
        return GIVING.fullmatch(above.lemma.lower()) is None
    return noun.dep == "pobj" and above.lower not in {"in", "with", "by", "through"}


def _with_names(sentence: Sentence, owners: list[int]) -> list[int]:
    """The owners, by the name beside them where there is one: "support from our ally Turkey and the coalition"."""
    named: list[int] = []
    for owner in owners:
        beside = [c for k in kids(sentence, owner, "appos") for c in conjuncts(sentence, k.i)]
        named.extend(beside or [owner])
    return named


def _is_of(ends: Ends, owners: list[int], group: list[int]) -> bool:
    """Whether the owner is a plural pronoun that stands for one of a group, and so for all."""
    names = {ends.name(g) for g in group}
    return any(ends.sentence.tokens[o].lower == "their" and ends.name(o) in names for o in owners)


def _beside(ends: Ends, preposition: Token) -> list[int]:
    """The actor that a preposition follows ("support for Iraq in the fight against …": Iraq fights)."""
    before = [m for m in ends.actors if m.last == preposition.i]
    if not before:
        return []
    first = ends.sentence.tokens[before[-1].head]
    while first.dep == "conj" and first.head != first.i:  # "support for the army and the people in their fight"
        first = ends.sentence.tokens[first.head]
    return conjuncts(ends.sentence, first.i)
