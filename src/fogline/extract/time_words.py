"""Sentences as runs of pieces with their temporal readings, from the lexicon ``times.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from fogline.language.lexicon import rows, shipped
from fogline.model.sentence import Sentence, Token

Readings = Mapping[str, str]
NONE: Readings = MappingProxyType({})
PIECES = re.compile(r"\d+|[^\W\d_]+|\S")
ARTICLES = frozenset({"a", "an"})  # they begin "a week later", yet no sentence is about time for them alone
COLUMNS = ("word", "class", "value", "example")
CAPITALISED = frozenset({"month", "month_short", "weekday", "weekday_short", "feast"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of digits, a run of letters or one mark; a token such as ``11-13`` or ``Dec.14th`` has several.

    ``readings`` are the classes that the lexicon gives the word, each with its value; a number reads as ``digits``.
    ``glued`` is true where no white space stands before the piece.
    """

    text: str
    lower: str
    token: int
    start: int
    end: int
    readings: Readings
    glued: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one sentence. All look-ups outside it answer "nothing"."""

    sentence: Sentence
    pieces: tuple[Piece, ...]

    def get(self, at: int, kind: str) -> str | None:
        """The value of the piece in a class of the lexicon, if it has that reading."""
        return self.pieces[at].readings.get(kind) if 0 <= at < len(self.pieces) else None

    def number(self, at: int, kind: str) -> int | None:
        """The same as a whole number."""
        value = self.get(at, kind)
        return None if value is None else int(value)

    def says(self, at: int, *words: str) -> bool:
        """Whether the piece is one of these words (lower case)."""
        return 0 <= at < len(self.pieces) and self.pieces[at].lower in words

    def after(self, at: int, *words: str) -> int:
        """``at`` moved past the piece when it is one of these words."""
        return at + 1 if self.says(at, *words) else at

    def glued(self, at: int) -> bool:
        """Whether the piece follows the one before without white space."""
        return 0 < at < len(self.pieces) and self.pieces[at].glued

    def token(self, at: int) -> Token | None:
        """The token of the piece."""
        return self.sentence.tokens[self.pieces[at].token] if 0 <= at < len(self.pieces) else None


@cache
def lexicon() -> Mapping[str, Readings]:
    """Word (lower case) → class → value, from ``times.tsv``."""
    table: dict[str, dict[str, str]] = {}
    for row in rows(shipped("lexicons", "en", "times.tsv"), COLUMNS):
        for word in row.many("word"):
            table.setdefault(word, {})[row["class"]] = row["value"]
    return MappingProxyType({word: MappingProxyType(readings) for word, readings in table.items()})


@cache
def named_days() -> Mapping[tuple[int, int], tuple[int, tuple[str, ...]]]:
    """Month and day → the year, and the nouns that tell that this year is meant, from ``named_days.tsv``."""
    found = rows(shipped("lexicons", "en", "named_days.tsv"), ("month", "day", "year", "nouns", "example"))
    table = {(int(r["month"]), int(r["day"])): (int(r["year"]), r.many("nouns")) for r in found}
    return MappingProxyType(table)


def line_of(sentence: Sentence) -> Line | None:
    """The sentence as pieces; ``None`` where no word of it can begin a time expression."""
    words = lexicon()
    pieces: list[Piece] = []
    for token in sentence.tokens:
        pieces.extend(_pieces(token, pieces[-1].end if pieces else -1, words))
    return Line(sentence, tuple(pieces)) if any(p.readings and p.lower not in ARTICLES for p in pieces) else None


def _pieces(token: Token, before: int, words: Mapping[str, Readings]) -> list[Piece]:
    if token.text.isalpha():
        lower = token.text.lower()
        readings = _readings(token.text, lower, words)
        return [Piece(token.text, lower, token.i, token.start, token.end, readings, token.start == before)]
    found = []
    for match in PIECES.finditer(token.text):
        text, start = match.group(), token.start + match.start()
        lower = text.lower()
        readings = _readings(text, lower, words)
        found.append(Piece(text, lower, token.i, start, start + len(text), readings, start == before))
        before = start + len(text)
    return found


def _readings(text: str, lower: str, words: Mapping[str, Readings]) -> Readings:
    if text[0].isdecimal():
        return {"digits": text} if text.isascii() and len(text) <= 4 else NONE
    found = words.get(lower, NONE)
    if found and not text[0].isupper() and not CAPITALISED.isdisjoint(found):
        return {kind: value for kind, value in found.items() if kind not in CAPITALISED}
    return found
