"""The gate: no sentence of a brief is printed unless every number, name and date in it is traced.

The finished text is searched for numbers, capitalised words and number words; each must lie inside one piece, and each piece
must hold by the rule it names: fixed words stand in the language's file, quotations stand in the document at the claim's
offsets, names are those of the claim's own fields, days and values are recomputed. A sentence with a fault is dropped and counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fogline.brief import rules
from fogline.brief.evidence import Evidence
from fogline.brief.sentence import Piece, PieceRule, Sentence

WORD = re.compile(r"[\w’'.,-]*\w", re.UNICODE)
UNCITED = frozenset({"wording", "count", "status", "asked"})
RULES: dict[PieceRule, Callable[[Piece, Evidence], bool]] = {
    "wording": rules.wording,
    "quoted": rules.quoted,
    "named": rules.named,
    "day": rules.day,
    "figure": rules.figure,
    "value": rules.value,
    "corrected": rules.corrected,
    "toll": rules.toll,
    "count": rules.count,
    "status": rules.status,
    "publisher": rules.publisher,
    "published": rules.published,
    "asked": rules.asked,
    "span": rules.span,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a sentence may not be printed: the words and the rule that they break."""

    words: str
    rule: str


def faults(sentence: Sentence, evidence: Evidence) -> tuple[Fault, ...]:
    """Everything in a sentence that cannot be traced; empty for one that may be printed."""
    found = [Fault(p.text, p.rule) for p in sentence.pieces if not RULES[p.rule](p, evidence)]
    found += [Fault(p.text, "not cited") for p in sentence.pieces if not _is_cited(p, sentence, evidence)]
    found += [Fault(c, "no such claim") for c in sentence.cites if c not in evidence.heard]
    return (*found, *(Fault(word, "between pieces") for word in _straddling(sentence, evidence)))


def _is_cited(piece: Piece, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether the words can be followed to the claims under them; of a series only the values that count need be cited."""
    if piece.rule in UNCITED:
        return True
    needed = rules.counting(piece, evidence) if piece.rule == "toll" else piece.claims
    return bool(needed) and set(needed) <= set(sentence.cites)


def _straddling(sentence: Sentence, evidence: Evidence) -> Iterator[str]:
    """Numbers, names and number words that are made of two pieces: each piece may hold and the whole be false."""
    ends, at = set(), 0
    for piece in sentence.pieces[:-1]:
        at += len(piece.text)
        ends.add(at)
    for met in WORD.finditer(sentence.text):
        inside = [end for end in ends if met.start() < end < met.end()]
        if inside and _tells(met[0], evidence) and not _is_seam(sentence.text, inside):
            yield met[0]


def _is_seam(text: str, ends: list[int]) -> bool:
    """Whether the pieces meet at a mark and not inside a word or number: ``Aleppo.``, ``20+``."""
    return all(not (text[e - 1].isalnum() and text[e].isalnum()) and not _is_point(text, e) for e in ends)


def _is_point(text: str, end: int) -> bool:
    around = text[max(end - 2, 0) : end + 2]
    return bool(re.search(r"\d[.,]\d", around))


def _tells(word: str, evidence: Evidence) -> bool:
    small = word.casefold()
    return (
        any(c.isdigit() or c.isupper() for c in word)
        or small in evidence.numbers.units
        or small in evidence.numbers.scales
    )
