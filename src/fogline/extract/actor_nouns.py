"""Actors without a name: "gunmen", "Turkish forces", "Hamas fighters", "a spokesman for the ministry"."""

from __future__ import annotations

from dataclasses import replace

from fogline.extract.actor_draft import Draft, Who
from fogline.extract.actor_phrase import of_whom, owner, spoken, trimmed
from fogline.language import tree
from fogline.language.actor_words import ActorNoun, ActorWords
from fogline.model.sentence import Sentence

# "dozens of civilians": the number noun stands for those counted
_AMOUNTS = (
    "dozen hundred thousand score number majority most some many one two three half third quarter rest million ten "
    "crowd group couple handful all part wave several both none remnant any each others another "
)
AMOUNTS = frozenset(_AMOUNTS.split())
ARMED = frozenset({"armed_group", "coalition"})


def noun_of(sentence: Sentence, head: int, words: ActorWords) -> ActorNoun | None:
    """What the noun says, a compound of two before the noun alone ("security forces" before "forces")."""
    token = sentence.tokens[head]
    lemma = token.lemma.lower()
    before = sentence.tokens[head - 1].lower if head else ""
    if before == "-" and token.text[:1].isupper():  # the "Prince" of "Port-au-Prince"
        return None
    single = lemma.removesuffix("s")  # of "NGOs", "MPs", which the parser takes for names
    tries = (f"{before} {lemma}", f"{before} {token.lower}", f"{before} {single}", token.lower, lemma, single)
    return next((words.nouns[p] for p in tries if p in words.nouns), None)


def common(sentence: Sentence, head: int, names: tuple[Draft, ...], words: ActorWords) -> Draft | None:
    """The unnamed actor of whom ``head`` is the noun; ``None`` where the noun is none, or a thing that nobody owns."""
    noun = noun_of(sentence, head, words)
    if noun is None:
        return None
    first, holder = trimmed(sentence, head), owner(sentence, head, names)
    if holder and (noun.sort == "means" or (holder.sort == "adjective" and holder.last == first)):
        first = min(first, holder.first)
    who = _owned(sentence, first, head, noun, holder) if holder else None
    if who is None and noun.sort == "means":
        return _thing_of_unnamed(sentence, head, words)
    if who is None and noun.sort == "site" and (unnamed := _thing_of_unnamed(sentence, head, words)) is not None:
        return unnamed  # "army positions"
    if who is None:
        who = _by_name(sentence, first, head, noun) or _plain(
            sentence, first, head, noun, of_whom(sentence, head, names)
        )
    return Draft(spoken(sentence, head, first), head + 1, head, who, "common", core=first)


def modifier(sentence: Sentence, token: int, words: ActorWords) -> Draft | None:
    """The unnamed actor in "gang violence", "a coalition airstrike", "the rebel advance": the noun before what it does."""
    noun = noun_of(sentence, token, words)
    here = sentence.tokens[token]
    adjectival = here.dep == "amod" and noun is not None and noun.sort != "role"
    if (
        noun is None
        or not (here.dep == "compound" or adjectival)
        or noun.kind not in ARMED | {"state"}
        or noun.sort in {"means", "role"}
    ):
        return None
    owned = noun_of(sentence, here.head, words)
    if owned is not None and (owned.sort != "site" or noun.sector == "MIL"):
        return None  # "army base" is a word of its own, "a junta base" is the junta's
    word = _lowered(sentence, token, here.text)
    many = noun.kind == "armed_group" and here.tag in {"NN", "JJ"}
    return Draft(
        token,
        token + 1,
        token,
        Who(f"{word}s" if many else word, None, noun.kind, None, noun.sector),
        "common",
    )


def _thing_of_unnamed(sentence: Sentence, head: int, words: ActorWords) -> Draft | None:
    """A thing that belongs to an actor without a name: "coalition aircraft", "army helicopters"."""
    before = sentence.tokens[head - 1] if head else None
    if before is None or before.dep != "compound" or before.head != head:
        return None
    if f"{before.lower} {sentence.tokens[head].lemma.lower()}" in words.nouns:
        return None  # "police station" is a word of its own
    noun = noun_of(sentence, before.i, words)
    if noun is None or noun.kind not in ARMED | {"state"} or noun.sort == "means":
        return None
    who = Who(before.text, None, noun.kind, None, noun.sector)
    return Draft(before.i, head + 1, head, who, "common", core=before.i)


def _owned(sentence: Sentence, first: int, head: int, noun: ActorNoun, holder: Draft) -> Who | None:
    """Who is meant by a noun with an owner before it."""
    named = holder.who
    if noun.sort == "means" or (noun.sort == "fighters" and (named.kind in ARMED or _military(named))):
        return named
    if holder.sort == "name" and noun.sort == "body" and named.kind in noun.refers:
        return named  # "the ISIL terrorist group", "the White Helmets organisation"
    if noun.sort == "site":
        if noun.sector == "MIL" and (named.kind in ARMED or _military(named)):
            return named  # "Hezbollah positions", "a Pakistan Army post"
        return Who(tree.span(sentence, first, head + 1).text, None, "unknown", named.country, noun.sector)
    start = holder.first if sentence.tokens[holder.head].dep == "poss" else first
    words = tree.span(sentence, start, head + 1).text
    if noun.kind == "state" and named.kind == "state":
        return Who(words, _force_id(named, noun), "state", named.country, noun.sector)
    if noun.kind == "state" and named.kind in ARMED | {"igo"} and noun.sort == "fighters":
        return named
    kind = noun.kind if noun.kind != "state" else named.kind
    return Who(words, None, kind, named.country, noun.sector or named.sector)


def _military(who: Who) -> bool:
    """Whether an armed organ of a state is meant: "Guatemalan Army troops" are the army."""
    return who.kind == "state" and who.sector == "MIL" and "person" not in (who.id or "")


def _by_name(sentence: Sentence, first: int, head: int, noun: ActorNoun) -> Who | None:
    """The unknown group named before its fighters: "Boko Haram fighters", "M23 rebels"; one plain word may be a people."""
    words = sentence.tokens[first:head]
    if noun.sort != "fighters" or not words or not all(t.pos == "PROPN" and t.text[:1].isupper() for t in words):
        return None
    coded = len(words) == 1 and (words[0].text.isupper() or any(c.isdigit() for c in words[0].text))
    if len(words) == 1 and not coded:
        return None
    return Who(tree.span(sentence, first, head).text, None, "armed_group", None, noun.sector)


def _force_id(holder: Who, noun: ActorNoun) -> str | None:
    """Troops of a state are its military, its police its police; officials are the state's without being it."""
    if noun.sort != "fighters" or not (holder.id or "").startswith("state."):
        return None
    base = ".".join((holder.id or "").split(".")[:2])
    return f"{base}.{'security_forces' if noun.sector == 'COP' else 'military'}"


def _lowered(sentence: Sentence, first: int, words: str) -> str:
    """The words without the capital that only the beginning of the sentence gives them."""
    token = sentence.tokens[first]
    common_word = token.pos in {"NOUN", "ADJ", "VERB"} and token.text[1:].islower()
    return words[0].lower() + words[1:] if first == 0 and common_word else words


def _plain(sentence: Sentence, first: int, head: int, noun: ActorNoun, whose: Draft | None) -> Who:
    """Who is meant by a noun without owner before it, perhaps with one after "of"."""
    words = _lowered(sentence, first, tree.span(sentence, first, head + 1).text)
    plain = Who(words, None, noun.kind, None, noun.sector)
    if whose is None:
        return plain
    named = whose.who
    if noun.sort == "role" and named.kind == "person":
        return named  # "President of Somalia Hassan Sheikh Mohamud", as the parser hangs it
    if noun.sort == "fighters" and named.kind in ARMED and whose.sort == "name":
        return named
    if noun.sort in {"role", "fighters"} and whose.sort == "name" and first == head:
        return replace(plain, name=f"{named.name} {words}", country=named.country, sector=noun.sector or named.sector)
    return replace(plain, country=named.country)


def amount(sentence: Sentence, head: int, drafts: dict[int, Draft]) -> Draft | None:
    """A number noun that stands for an actor after "of": "dozens of civilians", "one of the gunmen"."""
    if sentence.tokens[head].lemma.lower() not in AMOUNTS and sentence.tokens[head].pos != "NUM":
        return None
    for word, inner in tree.prepositions(sentence, head):
        if word == "of" and inner in drafts and inner > head:
            counted = drafts[inner]
            return Draft(head, counted.last, head, counted.who, counted.sort)
    return None
