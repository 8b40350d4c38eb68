"""The noun phrase around a head: which of its words name the actor, and who owns it ("Turkish", "Ukraine's", "Hamas")."""

from __future__ import annotations

from fogline.extract.actor_draft import Draft
from fogline.language import tree
from fogline.model.sentence import Sentence

# what a name does not begin with: "12 soldiers", "the other gunmen", "more than 300 fighters"
LOOSE_POS = frozenset({"DET", "NUM", "PRON", "CCONJ", "ADV", "ADP", "SCONJ", "VERB", "AUX", "PART"})
_LOOSE_WORDS = (
    "other several many some few more most least own same such two-thirds dozen various numerous certain alleged "
    "suspected unidentified unknown unnamed anonymous additional new former then dead wounded injured first last "
    "next another at around about nearly almost over up heavily innocent hundreds thousands dozens "
)
SENT = frozenset({"soldier", "troop", "force", "army", "officer", "peacekeeper", "contingent", "policeman", "official"})
LINKED = frozenset({"linked", "affiliated", "backed", "aligned", "allied", "led"})
LONGEST = 8  # tokens before the head of a phrase that a reader would quote whole
LOOSE_WORDS = frozenset(_LOOSE_WORDS.split())
# "On Sunday soldiers retook the road": the day is no part of them
_DAYS = (
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday "
    "January February April June July August September October November December"
)
DAYS = frozenset(_DAYS.split())


def trimmed(sentence: Sentence, head: int) -> int:
    """Where the words that name an unnamed actor begin: "heavily armed Somali pirates" begins at "armed"."""
    first = head
    while first and _names(sentence, first - 1, head):
        first -= 1
    while first < head and sentence.tokens[first].text in {"-", ",", "'", '"', "“", "”"}:
        first += 1
    return first


def spoken(sentence: Sentence, head: int, core: int) -> int:
    """Where the whole phrase begins, numbers and adjectives included, articles and "at least" not: "two armed men"."""
    first = tree.phrase(sentence, head)[0]
    if head - first > LONGEST:
        return core
    joined = [t.i + 1 for t in sentence.tokens[first:core] if t.pos in {"CCONJ", "SCONJ"} or t.text in {",", ";"}]
    first = max([first, *joined])
    days = [t.i + 1 for t in sentence.tokens[first:core] if t.text in DAYS]
    first = max([first, *days])
    while first < core and sentence.tokens[first].pos not in {"NUM", "NOUN", "PROPN", "ADJ", "VERB"}:
        first += 1
    return min(first, core)


def _names(sentence: Sentence, token: int, head: int) -> bool:
    """Whether this word, left of the head, is part of what names the actor."""
    here = sentence.tokens[token]
    if here.text == "-":
        return token > 0 and sentence.tokens[token - 1].end == here.start
    if here.lower in LOOSE_WORDS or here.pos == "PUNCT" or here.text in DAYS:
        return False
    if here.pos == "VERB" and sentence.tokens[token - 1 if token else 0].text == "-":
        return _within(sentence, token, head)  # "backed" of "Turkish-backed"
    return here.pos not in LOOSE_POS and here.dep != "poss" and _within(sentence, token, head)


def _within(sentence: Sentence, token: int, head: int) -> bool:
    """Whether the word hangs, left to right, on the head of the phrase."""
    here = sentence.tokens[token]
    for _ in range(6):
        if here.i == head:
            return True
        if here.head == here.i or here.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT"}:
            return False
        here = sentence.tokens[here.head]
    return False


def owner(sentence: Sentence, head: int, names: tuple[Draft, ...]) -> Draft | None:
    """Who stands before the head as its owner: a demonym or name directly in its phrase, or with 's. Not the "Turkish" of
    "Turkish-backed", which is another matter."""
    found = None
    for name in names:
        beside = name.last == head and name.sort == "adjective"  # whatever the parse says
        if name.last > head or not (beside or _within_owner(sentence, name.head, head)):
            continue
        after = sentence.tokens[name.last] if name.last < len(sentence.tokens) else None
        if after is not None and after.text.startswith("-") and name.last < head:
            continue
        found = name
    return found


def _within_owner(sentence: Sentence, token: int, head: int) -> bool:
    here = sentence.tokens[token]
    if here.head == head:
        return here.dep in {"amod", "compound", "nmod", "poss", "npadvmod", "appos"} and here.i < head
    return here.dep in {"compound", "amod", "nmod"} and here.i < head and _within(sentence, token, head)


def of_whom(sentence: Sentence, head: int, names: tuple[Draft, ...]) -> Draft | None:
    """The name after the head in "fighters of Hamas", "the army of Mali", "a spokesman for the RSF"."""
    for child in sentence.children[head]:
        here = sentence.tokens[child]
        if here.dep == "prep" and here.lower in {"of", "for", "from", "with"} and child > head:
            for name in names:
                if (
                    here.lower == "from"
                    and name.who.kind == "state"
                    and sentence.tokens[head].lemma.lower() not in SENT
                ):
                    continue  # "fighters from Yemen" are not the state's
                if sentence.tokens[name.head].head == child or _after_link(sentence, child, name):
                    return name
    return None


def _after_link(sentence: Sentence, preposition: int, name: Draft) -> bool:
    """ "fighters from the Al-Qaeda-linked Group": the name after what it is linked to, wherever the parser hangs it."""
    between = [t.lower for t in sentence.tokens[preposition + 1 : name.first]]
    return name.sort == "name" and bool(between) and between[-1] in LINKED and len(between) <= LONGEST
