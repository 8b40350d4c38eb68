"""Persons whom no list knows: a name with a title, with an office, with an age, or one that speaks."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.actor_draft import Draft, Who, known
from fogline.extract.actor_scene import Scene
from fogline.language import tree
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.spelling import fold
from fogline.model.sentence import Sentence, Token

PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "de",
        "da",
        "di",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "ul",
        "ur",
        "y",
        "dos",
        "-",
        "abu",
    }
)
LONGEST_TITLE = 3  # words, "Major - General" counts as three tokens
LONGEST_NAME = 8  # tokens


@dataclass(frozen=True, slots=True)
class Named:
    """A run of capitalised words with what stands before it: ``titled`` when a title or an office does."""

    first: int
    name: int
    last: int
    sector: str | None
    titled: bool


def person(
    sentence: Sentence, head: int, names: tuple[Draft, ...], scene: Scene, lexicon: ActorLexicon
) -> Draft | None:
    """The person named by the capitalised run that ends at or holds ``head``; a lone last name without title gives a ``short``."""
    named = _named(sentence, head, names, lexicon)
    if named is None:
        return None
    words = tree.span(sentence, named.name, named.last).text
    country = next((n.who.country for n in names if _touches(sentence, n, named.first)), None)
    if named.titled and (listed := _listed(words, country, scene, lexicon)):
        return Draft(named.first, named.last, head, listed, "person")
    who = Who(words, None, "person", country if named.titled else None, named.sector)
    if named.titled or _has_office(sentence, head, lexicon) or _has_age(sentence, named.last):
        return Draft(named.first, named.last, head, who, "person")
    if named.last - named.name >= 2 and _speaks(sentence, head, lexicon):
        return Draft(named.first, named.last, head, who, "person")
    return Draft(named.first, named.last, head, who, "short")


def _touches(sentence: Sentence, name: Draft, first: int) -> bool:
    """Whether a demonym stands before the titles, with nothing but describing words between."""
    between = sentence.tokens[name.last : first]
    return name.sort == "adjective" and name.last <= first and all(t.pos in {"NOUN", "ADJ", "PROPN"} for t in between)


def _listed(words: str, country: str | None, scene: Scene, lexicon: ActorLexicon) -> Who | None:
    """The known person of this last name, if only one held an office on the day (and of the country told)."""
    found = [
        e
        for e in lexicon.by_last_name.get(fold(words.removeprefix("al-").removeprefix("Al-")), ())
        if e.active(scene.day) and (country is None or e.country == country)
    ]
    return known(found[0]) if len(found) == 1 else None


def _named(sentence: Sentence, head: int, names: tuple[Draft, ...], lexicon: ActorLexicon) -> Named | None:
    tokens = sentence.tokens
    last = head + 1
    while last < len(tokens) and _name_word(tokens[last]) and tokens[last].head == head and tokens[last].text != "-":
        last += 1
    first = head
    while first and head - first < LONGEST_NAME and _name_word(tokens[first - 1]) and not _taken(first - 1, names):
        first -= 1
    while first < head and tokens[first].text in PARTICLES | {"."} and tokens[first].text not in {"al", "el", "abu"}:
        first += 1
    hyphened = first > 1 and tokens[first - 1].text == "-"  # the "Prince" of "Port-au-Prince"
    if hyphened or not tokens[head].text[:1].isupper():
        return None
    if (portfolio := _after_portfolio(sentence, first, head, lexicon)) is not None:
        title, name, sector = portfolio
        return Named(title, name, last, sector, titled=True)
    name, sector, titled = _untitled(sentence, first, last, lexicon)
    if name >= last or not (tokens[name].text[:1].isupper() or tokens[name].text in PARTICLES):
        return None
    office = _office(sentence, name, lexicon)
    if office is not None:
        start, office_sector = office
        return Named(min(start, first), name, last, office_sector or sector, titled=True)
    return Named(first, name, last, sector, titled)


def _after_portfolio(
    sentence: Sentence, first: int, head: int, lexicon: ActorLexicon
) -> tuple[int, int, str | None] | None:
    """In "Minister of Transport Ama Boateng": the title's token, where the name of two words begins, the title's sector."""
    tokens = sentence.tokens
    title = first - 2
    if title < 0 or tokens[first - 1].lower not in {"of", "for"} or tokens[title].text not in lexicon.words.titles:
        return None
    name = head - 1
    while name > first and (tokens[name].text in PARTICLES or tokens[name - 1].text == "-"):
        name -= 1
    return (title, name, lexicon.words.titles[tokens[title].text]) if first < name < head else None


def _name_word(token: Token) -> bool:
    if token.text in PARTICLES:
        return token.text != "la" or token.pos == "PROPN"
    names = {"PROPN", "NOUN", "ADJ", "X", "INTJ"} | ({"VERB", "ADV", "AUX"} if token.i else set())
    return token.text[:1].isupper() and token.pos in names


def _taken(token: int, names: tuple[Draft, ...]) -> bool:
    return any(n.covers(token) for n in names)


def _untitled(sentence: Sentence, first: int, last: int, lexicon: ActorLexicon) -> tuple[int, str | None, bool]:
    """Where the name begins after its titles, the sector of the last title, and whether there was one."""
    titles, sector, titled, name = lexicon.words.titles, None, False, first
    for start in range(first, last):
        for size in range(min(LONGEST_TITLE, last - start), 0, -1):
            words = tree.span(sentence, start, start + size).text
            if words in titles and start + size <= last - (start > name):  # a later word is a title only before a name
                name, sector, titled = max(name, start + size), titles[words] or sector, True
                break
    return name, sector, titled


def _office(sentence: Sentence, name: int, lexicon: ActorLexicon) -> tuple[int, str | None] | None:
    """The office in lower case right before the name ("spokesman", "foreign minister"): where it begins, and its sector."""
    if name == 0:
        return None
    noun = sentence.tokens[name - 1]
    pair = f"{sentence.tokens[name - 2].lower} {noun.lower}" if name > 1 else ""
    for words, first in ((pair, name - 2), (noun.lemma.lower(), name - 1)):
        found = lexicon.words.nouns.get(words)
        if found and (found.kind == "person" or found.sort in {"role", "people"}) and noun.tag == "NN":
            return first, found.sector
    return None


def _has_office(sentence: Sentence, head: int, lexicon: ActorLexicon) -> bool:
    """Whether an office stands in apposition: "X, a spokesman for Y", "the commander, X"."""
    here = sentence.tokens[head]
    beside = [*tree.kids(sentence, head, "appos"), *([sentence.tokens[here.head]] if here.dep == "appos" else [])]
    return any(
        (noun := lexicon.words.nouns.get(t.lemma.lower())) is not None
        and noun.sort in {"role", "people"}
        and t.tag != "NNS"
        for t in beside
    )


def _has_age(sentence: Sentence, last: int) -> bool:
    """ ", 34," after the name."""
    following = sentence.tokens[last : last + 3]
    return (
        len(following) == 3
        and following[0].text == ","
        and following[1].text.isdigit()
        and 0 < int(following[1].text[:4]) < 110
        and following[2].text in {",", "."}
    )


def _speaks(sentence: Sentence, head: int, lexicon: ActorLexicon) -> bool:
    here = sentence.tokens[head]
    return here.dep == "nsubj" and lexicon.words.speaks(sentence.tokens[here.head].lemma.lower())
