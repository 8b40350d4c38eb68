"""Who is meant by "they", "the group", "Touray": pointed back only where one actor fits.

Nearest sentence first, and in it the subject before others (a light form of Lappin and Leass 1994); two that fit equally
well leave the words as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.extract.actor_common import noun_of
from fogline.extract.actor_draft import Draft, Who
from fogline.language.actor_words import ActorNoun, ActorWords
from fogline.language.spelling import fold
from fogline.model.sentence import Parsed, Sentence

REACH = 3  # sentences back for a pronoun
FAR = 8  # sentences back for "the group"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})
PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "himself": "person",
    "she": "person", "her": "person", "hers": "person", "herself": "person",
    "it": "body", "its": "body", "itself": "body",
    "they": "many", "them": "many", "their": "many", "themselves": "many",
}  # fmt: skip
Drafts = dict[int, Draft]


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor met in a sentence, with whether it was the subject and whether it was told in the plural."""

    who: Who
    sentence: int
    head: int
    subject: bool
    plural: bool
    sort: str


def resolved(parsed: Parsed, found: list[Drafts], words: ActorWords) -> list[Drafts]:
    """The same actors, with short names, definite phrases and pronouns pointed back to the actor they mean."""
    persons = _persons(found)
    seen: list[Seen] = []
    result: list[Drafts] = []
    for sentence, drafts in zip(parsed.sentences, found, strict=True):
        here: Drafts = {}
        for token in sentence.tokens:
            draft = drafts.get(token.i)
            settled = _settle(sentence, token.i, draft, persons, seen, words)
            if settled is None:
                continue
            here[token.i] = settled
            if settled.sort != "amount":
                seen.append(_seen(sentence, settled))
        result.append(_appositions(sentence, here))
    return result


def _settle(
    sentence: Sentence, token: int, draft: Draft | None, persons: dict[str, Who], seen: list[Seen], words: ActorWords
) -> Draft | None:
    if draft is None:
        who = _pronoun(sentence, token, seen)
        return Draft(token, token + 1, token, who, "pronoun") if who else None
    if draft.sort in {"short", "person"}:
        return _full(draft, persons)
    if draft.sort == "common" and (who := _definite(sentence, draft, seen, words)):
        return replace(draft, who=who)
    return draft


def _persons(found: list[Drafts]) -> dict[str, Who]:
    """Every word of every full name, with the one person who bears it; a word of two persons is left out."""
    table: dict[str, Who | None] = {}
    for drafts in found:
        for draft in drafts.values():
            if draft.who.kind == "person" and draft.sort in {"name", "person"} and " " in draft.who.name:
                for key in _keys(draft.who.name):
                    known = table.setdefault(key, draft.who)
                    if known is not None and known.name != draft.who.name:
                        table[key] = None
    return {key: who for key, who in table.items() if who is not None}


def _keys(name: str) -> Iterator[str]:
    """The parts of a full name that may stand for it: "al Assad", "assad", "abu jandal"."""
    parts = fold(name).split()
    for size in range(1, len(parts)):
        for first in range(len(parts) - size + 1):
            part = parts[first : first + size]
            if len(part[-1]) > 2 and part != ["Abu"] and part[0] != "bin":
                yield " ".join(part)


def _full(draft: Draft, persons: dict[str, Who]) -> Draft | None:
    """A short name as the person named in full elsewhere; a short name of nobody is dropped, a titled one kept."""
    who = persons.get(fold(draft.who.name))
    if who is not None:
        return replace(draft, who=who, sort="person")
    return draft if draft.sort == "person" else None


def _seen(sentence: Sentence, draft: Draft) -> Seen:
    token = sentence.tokens[draft.head]
    plural = token.tag in {"NNS", "NNPS"} or draft.who.kind in {"armed_group", "coalition", "civilian"}
    return Seen(draft.who, sentence.index, draft.head, token.dep in SUBJECTS, plural, draft.sort)


def _pronoun(sentence: Sentence, token: int, seen: list[Seen]) -> Who | None:
    need = PRONOUNS.get(sentence.tokens[token].lower)
    if need is None or _empty_it(sentence, token):
        return None
    fits = [s for s in seen if s.sentence >= sentence.index - REACH and _fits_pronoun(s, need)]
    return _only(fits, sentence, token)


def _fits_pronoun(seen: Seen, need: str) -> bool:
    if seen.sort in {"adjective", "people"} or seen.who.kind == "unknown":
        return False
    if need == "person":
        return seen.who.kind == "person"
    if need == "body":
        return seen.who.kind not in {"person", "civilian"} and not (seen.plural and seen.sort == "common")
    return seen.who.kind != "person" and (seen.plural or seen.who.kind != "state")


def _empty_it(sentence: Sentence, token: int) -> bool:
    """The "it" of "it is feared that", "it rained": it stands for nobody."""
    here = sentence.tokens[token]
    if here.lower != "it" or here.dep not in SUBJECTS:
        return False
    verb = sentence.tokens[here.head]
    return (
        verb.lemma == "be"
        or here.dep == "nsubjpass"
        or any(sentence.tokens[k].dep in {"csubj", "acomp"} for k in sentence.children[verb.i])
    )


def _only(fits: list[Seen], sentence: Sentence, token: int) -> Who | None:
    """The one that fits in the nearest sentence that has any, subjects before others; ``None`` where two fit."""
    for distance in range(FAR + 1):
        near = [s for s in fits if s.sentence == sentence.index - distance]
        if distance == 0:
            near = [s for s in near if not _same_clause(sentence, s.head, token)]
        for group in ([s for s in near if s.subject], near):
            whos = {(s.who.name, s.who.id): s.who for s in group}
            if len(whos) == 1:
                return next(iter(whos.values()))
            if len(whos) > 1:
                return None
    return None


def _same_clause(sentence: Sentence, one: int, other: int) -> bool:
    """A pronoun that is object of a verb is not that verb's subject ("Hamas accused them")."""
    a, b = sentence.tokens[one], sentence.tokens[other]
    return (
        b.dep in {"dobj", "pobj", "dative"} and a.dep in SUBJECTS and a.head in {b.head, sentence.tokens[b.head].head}
    )


def _definite(sentence: Sentence, draft: Draft, seen: list[Seen], words: ActorWords) -> Who | None:
    """Whom "the group", "the ministry", "the president" points back to."""
    noun = noun_of(sentence, draft.head, words)
    if noun is None or not noun.refers or not _bare(sentence, draft):
        return None
    fits = [
        s
        for s in seen
        if s.sentence >= sentence.index - FAR
        and s.sort in {"name", "organ", "group", "person"}
        and _fits(s, noun, sentence.tokens[draft.head].lemma.lower())
    ]
    return _only(fits, sentence, draft.head)


def _bare(sentence: Sentence, draft: Draft) -> bool:
    """Whether it is "the" and the noun alone (perhaps with a compound), nothing that describes it further."""
    first = draft.first - 1
    if first < 0 or sentence.tokens[first].lower not in {"the", "this", "that"}:
        return False
    after = [sentence.tokens[k] for k in sentence.children[draft.head] if k > draft.head]
    return not any(t.dep in {"prep", "relcl", "appos", "acl"} for t in after) and draft.last - draft.first <= 2


def _fits(seen: Seen, noun: ActorNoun, lemma: str) -> bool:
    if "name" in noun.refers and lemma in fold(seen.who.name).lower().split():
        return True
    if noun.sort == "role":
        return seen.who.kind == "person" and (noun.sector is None or seen.who.sector == noun.sector)
    if seen.who.kind not in noun.refers or "ministry" in seen.who.name.lower():
        return False
    return noun.sector in {None, seen.who.sector} or seen.who.kind != "state"


def _appositions(sentence: Sentence, drafts: Drafts) -> Drafts:
    """An office in apposition to a person is that person: "X, a spokesman for Y"."""
    result = dict(drafts)
    for head, draft in drafts.items():
        token = sentence.tokens[head]
        other = drafts.get(token.head)
        if token.dep != "appos" or other is None or other is draft:
            continue
        if draft.sort == "common" and other.who.kind == "person" and draft.who.kind in {"person", "unknown", "state"}:
            result[head] = replace(draft, who=other.who)
        elif other.sort == "common" and draft.who.kind == "person" and other.who.kind == "person":
            result[other.head] = replace(other, who=draft.who)
    return result
