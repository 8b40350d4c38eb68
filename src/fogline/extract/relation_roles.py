"""The two ends of a relation told by a noun beside a name ("HTS leader Julani") or by a suffix ("Iran-backed militants")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.extract.relation_lexicon import RelationRow
from fogline.language.tree import ancestors, conjuncts, kids, prepositions, subtree
from fogline.model.actor import Actor
from fogline.model.mention import Mention
from fogline.model.sentence import Sentence, Token

NAME_PARTS = frozenset({"ADJ", "NOUN", "PROPN", "PART", "PUNCT", "ADP", "VERB"})
NAMING = frozenset({"known", "called", "named", "dubbed", "styled", "calling", "name", "banner"})
PEOPLE = frozenset(
    ["man", "men", "woman", "women", "member", "soldier", "fighter", "troop", "people", "personnel", "element", "unit", "force",
     "ranks", "scourge", "threat", "menace", "evil", "barbarity", "terrorist", "militant", "remnant", "stronghold"]
)  # fmt: skip
MOST_WORDS = 6  # between a role and the body named before it ("Houthi military spokesperson")


@dataclass(frozen=True, slots=True)
class Ends:
    """A sentence with its actors: which head tokens stand for whom."""

    sentence: Sentence
    actors: tuple[Mention[Actor], ...]

    def at(self, token: int) -> Mention[Actor] | None:
        """The mention headed by the token, else the shortest that covers it."""
        covering = [m for m in self.actors if m.covers(token)]
        return min(covering, key=lambda m: (m.head != token, m.last - m.first, m.first), default=None)

    def known(self, heads: Iterable[int]) -> list[int]:
        """The head tokens of the mentions at these tokens; a token that is no actor is left out."""
        found = (self.at(h) or self._of_people(h) for h in heads)
        return list(dict.fromkeys(self._named(m).head for m in found if m is not None))

    def _of_people(self, head: int) -> Mention[Actor] | None:
        """The body whose people or menace the token means: "the men and women of the 5th Brigade", "the scourge of ISIL"."""
        if self.sentence.tokens[head].lemma.lower() not in PEOPLE:
            return None
        found = (self.at(c) for word, c in prepositions(self.sentence, head) if word in {"of", "from", "by"})
        return next((m for m in found if m is not None), None)

    def _named(self, mention: Mention[Actor]) -> Mention[Actor]:
        if self.sentence.tokens[mention.head].pos != "PRON":
            return mention
        before = [m for m in self.actors if m.last <= mention.first and m.value.name == mention.value.name]
        return next((m for m in reversed(before) if self.sentence.tokens[m.head].pos != "PRON"), mention)

    def name(self, head: int) -> str | None:
        """The name of the actor headed by the token."""
        mention = self.at(head)
        return mention.value.name if mention else None


def by_role(ends: Ends, noun: Token, row: RelationRow) -> tuple[list[int], list[int]]:
    """The person or faction that has the role, and the body that it has it in."""
    who = _holder(ends, noun, row)
    body = [b for b in _bodies(ends, noun, row) if b.head not in who]
    if row.bodies == "group":
        body = [b for b in body if not _is_country(b)]
    elif row.bodies == "nonstate":
        body = [b for b in body if b.value.kind != "state"]
    if row.type in {"leads", "speaks_for"}:
        body = [b for b in body if b.value.kind != "person" or row.type == "speaks_for"]
        who = [w for w in who if (m := ends.at(w)) is not None and m.value.kind == "person" and _is_named(m, noun)]
    return who, [b.head for b in body]


def _is_country(mention: Mention[Actor]) -> bool:
    """Whether the body is a country itself: "Russian leader" is an office, "Mossad director" a relation."""
    return mention.value.kind == "state" and mention.last - mention.first == 1 and mention.value.sector in {None, "GOV"}


def _is_named(mention: Mention[Actor], noun: Token) -> bool:
    return not mention.value.name.lower().endswith(noun.lower) and mention.value.name[:1].isupper()


def _is_numbered(mention: Mention[Actor]) -> bool:
    """Whether a unit has a name or number of its own ("33rd Front") and is no front in general."""
    return mention.last - mention.first > 1 and any(c.isdigit() or c.isupper() for c in mention.value.name)


def _holder(ends: Ends, noun: Token, row: RelationRow) -> list[int]:
    sentence = ends.sentence
    token = sentence.tokens[noun.i]
    near: list[int] = [k.i for k in kids(sentence, noun.i, "appos")]
    if token.dep in {"compound", "nmod", "appos"}:
        near.append(token.head)
    elif token.dep == "attr":
        near.extend(c for k in kids(sentence, token.head, "nsubj") for c in conjuncts(sentence, k.i))
    holders = [h for h in ends.known(near) if h != noun.i]
    here = ends.at(noun.i)
    if not holders and here is not None and here.value.kind == "person" and row.type in {"leads", "speaks_for"}:
        return [here.head]
    if "poss" in row.frames:
        return [noun.i] if here is not None and here.head == noun.i and _is_numbered(here) else []
    return holders[:1] if token.dep != "attr" else holders


def _bodies(ends: Ends, noun: Token, row: RelationRow) -> list[Mention[Actor]]:
    """The bodies after "of" or "for", else the one named right before the role."""
    sentence = ends.sentence
    after = [c for word, obj in prepositions(sentence, noun.i) if word in row.frames for c in conjuncts(sentence, obj)]
    found = [m for a in after if (m := ends.at(a)) is not None]
    if "poss" in row.frames:
        owners = (ends.at(k.i) for k in kids(sentence, noun.i, "poss"))
        found.extend(m for m in owners if m is not None and not m.covers(noun.i))
    if found or "poss" in row.frames:
        return found
    beside = [m for m in ends.actors if m.last == noun.i and m.value.kind != "person"]
    if beside:
        return beside[:1]
    first = noun.i
    while first > max(0, noun.i - MOST_WORDS) and sentence.tokens[first - 1].pos in NAME_PARTS - {"ADP", "VERB"}:
        if sentence.tokens[first - 1].text == ",":
            break
        first -= 1
    before = [m for m in ends.actors if first <= m.head < noun.i and not m.covers(noun.i) and m.value.kind != "person"]
    return before[-1:]


def by_suffix(ends: Ends, token: Token) -> tuple[list[int], list[int]]:
    """ "U.S.-backed SDF": the one named before the suffix, and the body that the compound describes."""
    sentence = ends.sentence
    single = "-" in token.text
    joined = token.i >= 2 and sentence.tokens[token.i - 1].text == "-"
    if not single and not joined:
        return [], []
    agents = [token.i] if single else [token.i - 2]
    beside = next((m.head for m in ends.actors if m.first == token.i + 1), None)
    described = (
        beside
        if beside is not None
        else next((t.i for t in ancestors(sentence, token.i) if t.pos in {"NOUN", "PROPN"} and t.i > token.i), None)
    )
    if described is None or ends.at(agents[0]) is None:
        return [], []
    return agents, [described]


def by_pair(ends: Ends, noun: Token) -> tuple[list[int], list[int]] | None:
    """ "the Iran-Iraq War", "the Russia-Belarus alliance": two names with a dash between them before the noun."""
    words = ends.sentence.tokens[max(noun.i - 3, 0) : noun.i]
    if len(words) < 3 or words[1].text not in {"-", "–", "—"}:
        return None
    one, other = ends.at(words[0].i), ends.at(words[2].i)
    if one is None or other is None or one.value.name == other.value.name:
        return None
    return [words[0].i], [words[2].i]


def new_bodies(ends: Ends, heads: Iterable[int]) -> list[int]:
    """The bodies with a name of their own among what is formed, or in the name that it is given ("a front known as …")."""
    found: list[int] = []
    for head in heads:
        mention = ends.at(head)
        if mention is not None and _is_proper(ends, mention):
            found.append(mention.head)
            continue
        below = set(subtree(ends.sentence, head))
        naming = [i for i in below if ends.sentence.tokens[i].lower in NAMING]
        given = [m for m in ends.actors if naming and m.head in below and m.first > min(naming) and _is_proper(ends, m)]
        found.extend(m.head for m in given[:1])
    return list(dict.fromkeys(found))


def _is_proper(ends: Ends, mention: Mention[Actor]) -> bool:
    words = ends.sentence.tokens[mention.first : mention.last]
    return mention.value.kind not in {"state", "person", "civilian"} and any(
        w.pos == "PROPN" and w.text[:1].isupper() for w in words
    )
