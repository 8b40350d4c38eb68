"""Where in a sentence a name of the gazetteer stands, whatever the parser calls it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.extract.place_words import PlaceWords
from fogline.gazetteer.entry import Candidate
from fogline.gazetteer.fold import ARTICLES, fold
from fogline.gazetteer.kinds import KindWord
from fogline.gazetteer.lookup import Gazetteer
from fogline.model.sentence import Sentence, Token

LONGEST = 9  # tokens of one name, hyphens counted ("Democratic Republic of the Congo")
INNER = frozenset(
    [
        "of",
        "the",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "da",
        "do",
        "dos",
        "and",
        "y",
        "e",
        "en",
        "sur",
        "bin",
        "ben",
        "kwa",
        "van",
        "der",
        "ya",
        "na",
        "al",
        "el",
        "ad",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "az",
        "ez",
        "es",
        "und",
    ]
)
FUNCTION_POS = frozenset({"ADP", "DET", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "INTJ", "PUNCT"})
LEAST_NAME = 98  # a country by one of its own names
DASHES = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Spot:
    """A name of the gazetteer at tokens ``[first, last)``. ``kind`` is the word of kind in or right after the name."""

    sentence: Sentence
    first: int
    last: int
    name: str
    candidates: tuple[Candidate, ...]
    kind: KindWord | None

    @property
    def start(self) -> int:
        """Offset of the first character in the document."""
        return self.sentence.tokens[self.first].start


def spots(sentence: Sentence, gazetteer: Gazetteer, words: PlaceWords) -> Iterator[Spot]:
    """Names from left to right, the longest that begins at each token; they do not overlap."""
    i, tokens = 0, sentence.tokens
    while i < len(tokens):
        if past := words.past_phrase(sentence.text, tokens[i].start - sentence.start):
            i = next((t.i for t in tokens[i + 1 :] if t.start - sentence.start >= past), len(tokens))
            continue
        spot = _at(sentence, i, gazetteer, words) if opens(sentence, i) else None
        if spot:
            yield spot
        i = spot.last if spot else i + 1


def opens(sentence: Sentence, i: int) -> bool:
    """Whether a name may begin at token ``i``: a capital, or an Arabic article joined to one ("al-Bab")."""
    token = sentence.tokens[i]
    if token.text[0].isupper():
        return (
            token.pos not in FUNCTION_POS or (i > 0 and not follows_full_stop(sentence, i)) or is_article(sentence, i)
        )
    return is_article(sentence, i)


def is_article(sentence: Sentence, i: int) -> bool:
    """Whether token ``i`` is an Arabic article with a hyphen and a name after it."""
    tokens = sentence.tokens
    return (
        tokens[i].lower in ARTICLES
        and i + 2 < len(tokens)
        and tokens[i + 1].text in DASHES
        and tokens[i + 2].start == tokens[i + 1].end == tokens[i].end + 1
        and tokens[i + 2].text[0].isupper()
    )


def follows_full_stop(sentence: Sentence, i: int) -> bool:
    """Whether a capital at ``i`` says nothing: the sentence, a quotation or a clause after a colon begins here."""
    return i == 0 or sentence.tokens[i - 1].text in {'"', "“", "”", "'", "‘", ":", "•", "-", "*", "("}


def _at(sentence: Sentence, i: int, gazetteer: Gazetteer, words: PlaceWords) -> Spot | None:
    demonyms = gazetteer.countries.demonyms
    for last in reversed(_ends(sentence, i, gazetteer)):
        name = _text(sentence, i, last)
        never = _never(name, words, gazetteer)
        if name in demonyms or (never and last == i + 1):
            return None
        found = (
            gazetteer.exact(name) if never else gazetteer.find(name)
        )  # the Red Sea is one, a "Central air base" none
        if found and _case_fits(name, found) and not _money(sentence, last):
            kind = _kind_word(name, gazetteer)
            if not kind or not (
                words.has("body", sentence.tokens[last - 1].text) or _of_a_country(name, kind, gazetteer)
            ):
                return Spot(sentence, i, last, name, found, kind)
    return None


def _never(name: str, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Whether the name is only words that are no names ("Police", "Central air base")."""
    first, _, rest = name.partition(" ")
    return words.has("never", first) and all(
        w.isdigit() or w.lower() in gazetteer.kinds.first_words for w in rest.split()
    )


def _ends(sentence: Sentence, i: int, gazetteer: Gazetteer) -> list[int]:
    """Where a name that begins at ``i`` may end, nearest first."""
    tokens, ends = sentence.tokens, []
    for j in range(i, min(i + LONGEST, len(tokens))):
        token = tokens[j]
        more = token.text[0].isdigit() or token.lower in gazetteer.kinds.first_words
        elided = token.lower[:2] in {"d'", "l'", "d’", "l’"} and len(token.text) > 3
        article = j > i and token.lower in ARTICLES and j + 1 < len(tokens) and tokens[j + 1].text in DASHES
        if not article and (token.text[0].isupper() or (j > i and (more or elided))):
            ends.append(j + 1)
        elif not (_inner(tokens, j) or is_article(sentence, j)):
            break
    return ends


def _inner(tokens: tuple[Token, ...], j: int) -> bool:
    token = tokens[j]
    if token.lower in INNER or token.text in {"'s", "’s"}:
        return True
    if (
        j > 1
        and tokens[j - 1].text in DASHES
        and tokens[j - 1].end == token.start
        and token.text.isalpha()
        and len(token.text) < 4
    ):
        return True  # Port-au-Prince
    glued = j + 1 < len(tokens) and j > 0 and tokens[j - 1].end == token.start and tokens[j + 1].start == token.end
    return token.text in DASHES and glued


def _text(sentence: Sentence, first: int, last: int) -> str:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return sentence.text[start - sentence.start : end - sentence.start]


def _of_a_country(name: str, kind: KindWord, gazetteer: Gazetteer) -> bool:
    """Whether the word of kind is a thing of a country ("US military base"), and not what the country is."""
    bare = gazetteer.kinds.after(fold(name))
    if bare is None or "country" in kind.kinds or gazetteer.exact(name):
        return False
    return any(c.kind == "country" and c.match >= LEAST_NAME for c in gazetteer.exact(bare[0]))


def _money(sentence: Sentence, last: int) -> bool:
    """Whether a dollar sign is joined to the name ("US$")."""
    tokens = sentence.tokens
    if tokens[last - 1].text.endswith("$"):
        return True
    return last < len(tokens) and tokens[last].text == "$" and tokens[last].start == tokens[last - 1].end


def _case_fits(name: str, found: tuple[Candidate, ...]) -> bool:
    """Short names all in capitals are acronyms ("HTS"): only a country or a division may be called so."""
    if not (name.isupper() and len(name.replace(".", "")) <= 5):
        return True
    return any(c.kind in {"country", "admin1", "region", "continent"} or c.id.startswith("fl:") for c in found)


def _kind_word(name: str, gazetteer: Gazetteer) -> KindWord | None:
    inside = gazetteer.kinds.after(fold(name)) or gazetteer.kinds.before(fold(name))
    return inside[1] if inside else None
