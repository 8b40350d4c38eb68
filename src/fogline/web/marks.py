"""A text cut into runs by what its claims rest on, so that every claim can be seen where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fogline.model.span import Span
from fogline.model.stated import Stated


@dataclass(frozen=True, slots=True)
class Run:
    """Some characters: ``claims`` whose evidence holds them, ``core`` where they are the words of a trigger or figure.

    ``anchors`` are the spans that begin here, as ``s120-145``.
    """

    start: int
    text: str
    claims: tuple[str, ...]
    core: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text in runs, with the claims whose trigger begins in it."""

    start: int
    runs: tuple[Run, ...]
    claims: tuple[Stated, ...]


def lines(text: str, claims: Sequence[Stated], wanted: Span | None = None) -> tuple[Line, ...]:
    """The text line by line. ``wanted`` is a further span to be marked: the one that a deep link names."""
    found, start = [], 0
    for words in text.split("\n"):
        end = start + len(words)
        inside = [s for s in claims if s.claim.evidence.start <= end and start <= s.claim.evidence.end]
        runs = _runs(words, start, inside, wanted)
        noted = [
            s for s in inside if start <= s.claim.trigger.start <= end and (s.claim.trigger.start < end or not words)
        ]
        found.append(Line(start, runs, tuple(sorted(noted, key=lambda s: (s.claim.trigger, s.claim.id)))))
        start = end + 1
    return tuple(found)


def core(stated: Stated) -> tuple[Span, ...]:
    """The words that tell the claim: trigger and number."""
    claim = stated.claim
    return (claim.trigger, *((claim.figure.span,) if claim.figure else ()))


def anchor(span: Span) -> str:
    """The name of a span in addresses."""
    return f"s{span.start}-{span.end}"


def _runs(words: str, start: int, claims: Iterable[Stated], wanted: Span | None) -> tuple[Run, ...]:
    end = start + len(words)
    held = list(claims)
    named = {s.claim.evidence for s in held} | {span for s in held for span in core(s)}
    named |= {wanted} if wanted and wanted.start < end and start < wanted.end else set()
    cuts = sorted({start, end, *(c for span in named for c in (span.start, span.end) if start < c < end)})
    found = []
    for left, right in pairwise(cuts):
        here = [s for s in held if s.claim.evidence.start <= left and right <= s.claim.evidence.end]
        strong = any(c.start <= left and right <= c.end for s in here for c in core(s))
        strong = strong or bool(wanted and wanted.start <= left and right <= wanted.end)
        begins = sorted({anchor(n) for n in named if n.start == left})
        names = tuple(s.claim.id for s in here)
        found.append(Run(left, words[left - start : right - start], names, strong, tuple(begins)))
    return tuple(found)
