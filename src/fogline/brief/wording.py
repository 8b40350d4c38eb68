"""The fixed words of a brief: one file a language, filled with pieces."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from fogline.brief.sentence import Piece, PieceRule, Sentence
from fogline.errors import FoglineError
from fogline.language.lexicon import rows, shipped

Dates = Literal["british", "american"]
SLOT = re.compile(r"\{(\w+)\}")


class LanguageMissing(FoglineError):
    """A language in which no brief can be written."""

    def __init__(self, met: str, known: Iterable[str]) -> None:
        super().__init__(f"--lang: a brief can be written in {', '.join(known)}, not in {met!r}.")


@dataclass(frozen=True, slots=True)
class Wording:
    """The strings of one language by key, and how its dates are written."""

    language: str
    phrases: dict[str, str]
    dates: Dates = "british"

    @classmethod
    def load(cls, language: str = "en", dates: Dates = "british") -> Wording:
        """The file of the language. Raises ``LanguageMissing``."""
        if language not in languages():
            raise LanguageMissing(language, languages())
        with_edges = {
            row["key"]: _uncut(row["text"]) for row in rows(shipped("brief", f"{language}.tsv"), ("key", "text"))
        }
        return cls(language, with_edges, dates)

    @property
    def months(self) -> tuple[str, ...]:
        """The names of the months, January first."""
        return tuple(self.phrases["months"].split("|"))

    def fragments(self) -> frozenset[str]:
        """Every string between slots that a sentence may be made of."""
        held = (part for phrase in self.phrases.values() for part in SLOT.split(phrase)[::2])
        return frozenset(part for part in held if part)

    def fill(self, key: str, **slots: Iterable[Piece]) -> tuple[Piece, ...]:
        """The phrase with its slots filled, as pieces. Raises ``KeyError`` for a phrase or slot that is none."""
        parts = SLOT.split(self.phrases[key])
        pieces: list[Piece] = []
        for i, part in enumerate(parts):
            if i % 2:
                pieces.extend(slots[part])
            elif part:
                pieces.append(Piece(part, "wording"))
        return tuple(pieces)

    def sentence(self, key: str, **slots: Iterable[Piece]) -> Sentence:
        """The phrase as a sentence that cites what its pieces rest on."""
        return cited(self.fill(key, **slots))

    def day(self, day: date, rule: PieceRule, claims: tuple[str, ...] = (), of: str = "") -> Piece:
        """A day in the style asked for."""
        return Piece(self.written(day), rule, claims, of)

    def days(self, first: date, last: date, rule: PieceRule, claims: tuple[str, ...] = ()) -> Piece:
        """A day or a span of days in the style asked for."""
        return Piece(self.span_written(first, last), rule, claims)

    def span_written(self, first: date, last: date) -> str:
        """``7–8 December 2024``, ``27 November – 8 December 2024``; a year or month told once where both ends share it."""
        if first == last:
            return self.written(first)
        if first.year != last.year:
            return f"{self.written(first)} – {self.written(last)}"
        if first.month == last.month:
            return self.phrases[f"span_{self.dates}"].format(
                first=first.day, last=last.day, month=self.months[first.month - 1], year=f"{first.year:04}"
            )
        start = self.phrases[f"short_{self.dates}"].format(day=first.day, month=self.months[first.month - 1])
        return f"{start} – {self.written(last)}"

    def written(self, day: date) -> str:
        """``27 November 2024`` or ``November 27, 2024``."""
        pattern = self.phrases[f"date_{self.dates}"]
        return pattern.format(day=day.day, month=self.months[day.month - 1], year=f"{day.year:04}")


def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(f.name.removesuffix(".tsv") for f in shipped("brief").iterdir() if f.name.endswith(".tsv")))


def cited(pieces: Iterable[Piece], more: Iterable[str] = ()) -> Sentence:
    """A sentence that cites every claim its pieces rest on, in their order; counts cite nothing, series what ``more`` names."""
    held = tuple(pieces)
    ids = (c for p in held if p.rule not in {"count", "status", "asked", "toll"} for c in p.claims)
    return Sentence(held, tuple(dict.fromkeys((*ids, *more))))


def clean(text: str) -> str:
    """Text from reports on one line, without control and bidirectional-override characters."""
    kept = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return re.sub(" {2,}", " ", "".join(kept))


def small(text: str) -> str:
    """The text with a small letter at the start."""
    return text[:1].lower() + text[1:]


def capital(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with a capital at the start."""
    first = pieces[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *pieces[1:])


def _uncut(text: str) -> str:
    return text.replace("_", " ")
