"""What is counted: the noun of a number, what kind of noun it is, and which population it names."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.figure_lexicon import Kind, Lexicon, noun_words
from fogline.extract.figure_numbers import Number
from fogline.model.sentence import Sentence, Token

ECHOES = frozenset({"other", "others", "more"})
PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us"})
MEMBERS = frozenset({"member", "element", "operative", "man", "person"})
REACH = 7  # tokens between a number and its noun ("12 heavily armed former presidential guard soldiers")
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "PUNCT", "PART", "CCONJ", "X"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The phrase of a number: tokens ``[first, last)``, its head ``noun`` (the number itself where none follows).

    ``echo`` is true for "12 others" and a bare "12": they are of the same kind as those counted before. ``partitive`` is true for
    "three of them": part of a total told elsewhere.
    """

    first: int
    last: int
    noun: int
    kind: Kind
    population: tuple[str, ...]
    echo: bool = False
    partitive: bool = False


def counted(sentence: Sentence, number: Number, words: Lexicon) -> Counted:
    """What the number counts."""
    after = number.last
    of = _lower(sentence, after) == "of" or (_lower(sentence, after - 1) == "of" and number.last - number.amount > 1)
    if of:
        start = after if _lower(sentence, after - 1) == "of" else after + 1
        return _of(sentence, number, start, words)
    noun = _noun(sentence, number)
    if noun is None:
        return _bare(sentence, number, words)
    return _phrase(sentence, number, noun, words)


def kind_of(sentence: Sentence, noun: int, words: Lexicon) -> tuple[Kind, tuple[str, ...]]:
    """The kind of the noun, and its population where it is one for people."""
    for word in noun_words(sentence, noun):
        if word in words.things:
            return words.things[word], ("all",)
        if word in words.populations:
            return "person", words.populations[word]
    token = sentence.tokens[noun]
    return ("person", ("all",)) if _is_people(token) else ("unknown", ("unknown",))


def _is_people(token: Token) -> bool:
    """Whether the word looks like a people ("Palestinians", "Rohingya"): a capital letter in a plural or a name."""
    if any(c.isdigit() for c in token.text):
        return False  # "12 AK-47s"
    return (token.text[:1].isupper() and token.pos in {"PROPN", "ADJ"}) or (
        token.text[:1].isupper() and token.text.endswith("s")
    )


def _phrase(sentence: Sentence, number: Number, noun: int, words: Lexicon) -> Counted:
    kind, population = kind_of(sentence, noun, words)
    if kind == "unknown" and noun - 1 >= number.last and kind_of(sentence, noun - 1, words)[0] == "person":
        population = kind_of(sentence, noun - 1, words)[1]  # "sixteen journalist deaths"
    if population == ("all",) and sentence.tokens[noun].lemma.lower() in MEMBERS and _is_armed(sentence, noun, words):
        population = ("fighters",)
    echo = sentence.tokens[noun].lower in ECHOES
    return Counted(number.first, noun + 1, noun, "bare" if echo else kind, population, echo)


def _is_armed(sentence: Sentence, noun: int, words: Lexicon) -> bool:
    """Whether the name right before the noun or after its "of" is that of an armed group ("three Hezbollah members")."""
    near = [
        _lower(sentence, noun - 1),
        *(_lower(sentence, noun + n) for n in (2, 3) if _lower(sentence, noun + 1) == "of"),
    ]
    return any(word in words.sets["armed"] for word in near)


def _bare(sentence: Sentence, number: Number, words: Lexicon) -> Counted:
    """A number without noun: "12 were killed", "twelve more", "35 dead"."""
    last, here = number.last, number.last - 1
    if _lower(sentence, last) in ECHOES:
        last, here = last + 1, last
    elif last < len(sentence.tokens) and any(not f.role for f in words.fates_of(sentence.tokens[last])):
        here = number.last - 1
    return Counted(number.first, last, here, "bare", ("all",), echo=True)


def _of(sentence: Sentence, number: Number, start: int, words: Lexicon) -> Counted:
    """ "hundreds of prisoners" counts prisoners; "three of them", "one of the soldiers" are part of a total."""
    if _lower(sentence, start) in PRONOUNS:
        return Counted(number.first, start + 1, number.last - 1, "bare", ("all",), echo=True, partitive=True)
    noun = _head(sentence, start)
    if noun is None:
        return Counted(number.first, number.last, number.last - 1, "bare", ("all",), echo=True)
    kind, population = kind_of(sentence, noun, words)
    definite = _lower(sentence, start) in {"the", "those", "these", "its", "their", "his", "her"}
    loose = number.qualifier == "vague" or sentence.tokens[number.last - 1].lower in {"of", "million", "thousand"}
    echo = sentence.tokens[noun].lower in ECHOES
    return Counted(
        number.first, noun + 1, noun, "bare" if echo else kind, population, echo=echo, partitive=definite and not loose
    )


def _noun(sentence: Sentence, number: Number) -> int | None:
    """The head of the phrase that the number opens: where the parser hangs it, else the last noun of the run of words."""
    for n in range(number.last - 1, number.amount - 1, -1):
        token = sentence.tokens[n]
        if token.dep == "nummod" and number.last <= token.head < number.last + REACH:
            head = sentence.tokens[token.head]
            while head.dep in {"compound", "nmod", "poss", "amod"} and head.i < head.head < number.last + REACH:
                head = sentence.tokens[head.head]  # "two Somaliland troops": the number hangs on the name
            if head.pos in {"NOUN", "PROPN", "PRON"} and _joined(sentence, number.last, head.i):
                return head.i
    return _head(sentence, number.last)


def _joined(sentence: Sentence, first: int, noun: int) -> bool:
    """Whether only words that can stand inside one noun phrase lie between."""
    between = sentence.tokens[first:noun]
    return all(
        t.pos in INSIDE and (t.pos != "PUNCT" or t.text in {"-", "–", '"', "“", "”", "'", "‘", "’"}) for t in between
    )


def _head(sentence: Sentence, start: int) -> int | None:
    """The last noun of the run of words that starts here; ``None`` where none stands near."""
    found = None
    for token in sentence.tokens[start : start + REACH]:
        if token.pos in {"NOUN", "PROPN"} and token.tag != "VBG":
            found = token.i
        elif token.text == "-":
            continue
        elif (
            (
                found is not None
                or (token.pos not in {"ADJ", "PART", "ADV", "VERB", "PRON", "NUM"} and token.text != "-")
            )
            or (token.pos == "VERB" and token.tag not in {"VBN", "VBG"})
            or token.lower in {"were", "was", "have", "had"}
        ):
            break
    return found


def _lower(sentence: Sentence, token: int) -> str:
    return sentence.tokens[token].lower if 0 <= token < len(sentence.tokens) else ""
