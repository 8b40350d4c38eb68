"""One person: "a soldier was killed", "the driver died", "gunmen killed the mayor", and the named dead."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.figure_drafts import Draft
from fogline.extract.figure_fates import Told, told
from fogline.extract.figure_lexicon import Lexicon
from fogline.extract.figure_nouns import Counted, kind_of
from fogline.language import tree
from fogline.model.sentence import Sentence, Token

ONE_OF_MANY = frozenset({"killed", "injured", "detained", "abducted", "released", "rescued", "missing"})
VIOLENT = frozenset({"kill", "assassinate", "murder", "execute", "behead", "slay", "lynch", "eliminate"})
KILLINGS = frozenset({"killing", "assassination", "murder", "execution"})
AGENTIVE = ("er", "or", "ist", "ian", "man", "woman", "eer")  # endings of words for people
OWNERS = frozenset({"his", "her", "their"})
ARTICLES = frozenset({"a", "an", "one", "another"})
LONGEST = 80  # characters of a figure's words (claims.md §5)


def singles(sentence: Sentence, words: Lexicon) -> Iterator[Draft]:
    """Counts of one without a number word."""
    for token in sentence.tokens:
        if token.lower in {"another", "third", "fourth", "fifth"} and token.dep in {"nsubj", "nsubjpass"}:
            yield from _another(sentence, token, words)
        if token.tag not in {"NN", "NNP"}:
            continue
        if (token.tag == "NN" and (draft := _one(sentence, token, words))) or (draft := _named(sentence, token, words)):
            yield draft


def _one(sentence: Sentence, noun: Token, words: Lexicon) -> Draft | None:
    kind, population = kind_of(sentence, noun.i, words)
    if kind == "unknown" and _among(sentence, noun) and noun.lower.endswith(AGENTIVE):
        kind = "person"  # "including a bomb-maker"
    if kind != "person" or noun.dep in {"compound", "amod", "nmod"}:
        return None
    first, last = _left(sentence, noun.i), noun.i + 1
    opener = sentence.tokens[first].lower
    if noun.dep == "attr":  # "the victims were a mother and her two sons"
        return (
            _draft(sentence, Counted(first, last, noun.i, "person", population), None, "single")
            if opener in ARTICLES
            else None
        )
    if (
        noun.dep == "appos"
        and not _listed(sentence, noun)
        and _word(sentence, first - 1) not in {"them", "whom", "including"}
    ):
        return None
    phrase = Counted(first, last, noun.i, "person", population)
    found = told(sentence, phrase, words)
    article = opener in ARTICLES
    if found is not None and sentence.tokens[found.token].tag == "VB":
        return None  # an order, an aim or a general truth: "to find and arrest a person"
    if found is None:
        return _draft(sentence, phrase, None, "single") if article else None
    if found.by in {"people", "noun", "modifier"} or not (
        (found.fate.measure in ONE_OF_MANY and (article or opener in OWNERS)) or _definite_dead(found, opener)
    ):
        return None
    return _draft(sentence, phrase, found, "single")


def _among(sentence: Sentence, noun: Token) -> bool:
    first = _left(sentence, noun.i)
    return _word(sentence, first) in ARTICLES and _word(sentence, first - 1) in {"including", "them", "whom"}


def _another(sentence: Sentence, token: Token, words: Lexicon) -> Iterator[Draft]:
    """ "a civilian was killed and another was injured"."""
    if token.lower != "another" and _word(sentence, token.i - 1) != "a":
        return  # "a third was wounded"
    phrase = Counted(token.i, token.i + 1, token.i, "bare", ("all",), echo=True)
    found = told(sentence, phrase, words)
    if found is not None and found.fate.measure in ONE_OF_MANY:
        yield _draft(sentence, phrase, found, "single")


def _word(sentence: Sentence, token: int) -> str:
    return sentence.tokens[token].lower if token >= 0 else ""


def _listed(sentence: Sentence, noun: Token) -> bool:
    """Whether an apposition is a member of a list: "a father, a mother and four children"."""
    opener = sentence.tokens[_left(sentence, noun.head)].lower
    return opener in ARTICLES and bool(tree.kids(sentence, noun.i, "conj"))


def _definite_dead(found: Told, opener: str) -> bool:
    """ "the driver was killed" is one dead; "the soldier was wounded" is more often told before."""
    return found.fate.measure == "killed" and opener in {"the", "its"}


def _named(sentence: Sentence, name: Token, words: Lexicon) -> Draft | None:
    """A named person killed: the number is in the name and the verb, so their words carry it."""
    if name.tag != "NNP" or _is_group(sentence, name, words.sets["group"]):
        return None
    verb = _killing(sentence, name)
    if verb is None:
        return None
    first = _left(sentence, name.i)
    _, population = kind_of(sentence, name.i, words)
    appositions = [k.i for k in tree.kids(sentence, name.i, "appos")]
    for before in (*range(first, name.i), *appositions):
        found, group = kind_of(sentence, before, words)
        population = group if found == "person" and sentence.tokens[before].tag == "NN" else population
    phrase = Counted(first, name.i + 1, name.i, "person", population if population != ("all",) else ("unknown",))
    fates = [f for f in words.fates_of(sentence.tokens[verb]) if f.measure == "killed"]
    if not fates:
        return None
    return _draft(sentence, phrase, Told(verb, fates[0], "name"), "named")


def _killing(sentence: Sentence, name: Token) -> int | None:
    """The verb or noun of killing whose victim the name is."""
    head = sentence.tokens[name.head]
    several = any(k.lower in {"were", "are"} for k in tree.kids(sentence, head.i, "auxpass"))
    if name.dep == "nsubjpass" and (not several or tree.kids(sentence, name.i, "conj")):
        joined = [head, *tree.kids(sentence, head.i, "conj", "oprd", "xcomp", "acomp")]
        return next((t.i for t in joined if t.lemma in VIOLENT or t.lower == "dead"), None)
    if name.dep == "dobj" and head.lemma in VIOLENT:
        return head.i
    if name.dep == "pobj" and head.lower == "of" and sentence.tokens[head.head].lemma in KILLINGS:
        return head.head
    return None


def _is_group(sentence: Sentence, name: Token, groups: frozenset[str]) -> bool:
    letters = [c for c in name.text if c.isalpha()]
    acronym = len(letters) > 1 and all(c.isupper() for c in letters)
    plural = name.text.endswith("s") and sentence.tokens[_left(sentence, name.i)].lower == "the"
    return acronym or plural or name.lower in groups


def _left(sentence: Sentence, noun: int) -> int:
    first, _ = tree.phrase(sentence, noun)
    return first


def _draft(sentence: Sentence, phrase: Counted, found: Told | None, rule: str) -> Draft:
    first, last = phrase.first, phrase.last
    if found is not None and rule == "named":
        first, last = min(first, found.token), max(last, found.token + 1)
    span = tree.span(sentence, first, last)
    if len(span.text) > LONGEST:
        at = found.token if found is not None and rule == "named" else phrase.noun
        span = tree.span(sentence, at, at + 1)
    return Draft(sentence.index, span, phrase.first, phrase, 1, 1, "exact", found, rule)
