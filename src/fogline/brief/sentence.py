"""What a brief says, as values: every piece of a sentence with the rule it was made by and the claims it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PieceRule = Literal[
    "wording",  # a fixed string of the language's file
    "quoted",  # words of the evidence
    "named",  # the words by which a report names an actor, speaker or place
    "day",  # the days meant by a claim's time words, or since which a figure counts
    "figure",  # the words of a number
    "value",  # one value of a series, in digits
    "corrected",  # a number that a person corrected
    "toll",  # low, best or high of a series by the named rule
    "count",  # how many of something the situation holds
    "publisher",  # who published the report
    "published",  # when it was published
    "status",  # how an incident stands: on one origin, on several, disputed
    "asked",  # the place or day that the reader asked for
    "span",  # where the words stand: document and offsets
]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a sentence. ``of`` says what of the claims: a field, an end, a kind of thing counted."""

    text: str
    rule: PieceRule
    claims: tuple[str, ...] = ()
    of: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces in order, and the claims cited after them."""

    pieces: tuple[Piece, ...]
    cites: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The finished text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences below each other."""

    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``wide`` are the shares of its columns; ``together`` cites a row in its last cell.

    A row of which one cell fails the check is dropped whole.
    """

    head: tuple[Sentence, ...]
    rows: tuple[tuple[Sentence, ...], ...]
    wide: tuple[int, ...]
    numeric: tuple[int, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as SVG, its words as sentences of their own, and what it shows for those who cannot see it."""

    name: str
    svg: str
    labels: tuple[Sentence, ...]
    alt: Sentence
    caption: Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as a paragraph; ``quiet`` ones are notes."""

    sentence: Sentence
    quiet: bool = False


Block = Bullets | Grid | Drawing | Line


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    title: Sentence
    blocks: tuple[Block, ...]
