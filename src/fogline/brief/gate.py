"""Drops what fails the check, and keeps count of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from xml.sax.saxutils import unescape

from fogline.brief.check import Fault, faults
from fogline.brief.evidence import Evidence
from fogline.brief.sentence import Block, Bullets, Drawing, Grid, Line, Section, Sentence

TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")


@dataclass(frozen=True, slots=True)
class Refused:
    """A sentence that is not printed, and why."""

    text: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Passed:
    """The sections without what failed, and what failed."""

    sections: tuple[Section, ...]
    refused: tuple[Refused, ...]


def gate(sections: Iterable[Section], evidence: Evidence) -> Passed:
    """Every sentence through the check; a row or picture with one bad sentence is dropped whole."""
    kept, refused = [], []
    for section in sections:
        blocks: list[Block] = []
        for block in section.blocks:
            passed, failed = _block(block, evidence)
            refused += failed
            blocks += [passed] if passed else []
        kept.append(replace(section, blocks=tuple(blocks)))
    return Passed(tuple(kept), tuple(refused))


def _block(block: Block, evidence: Evidence) -> tuple[Block | None, list[Refused]]:
    match block:
        case Line():
            failed = refusals((block.sentence,), evidence)
            return (None if failed else block), failed
        case Bullets():
            failed = refusals(block.items, evidence)
            return Bullets(tuple(s for s in block.items if not faults(s, evidence))), failed
        case Drawing():
            failed = refusals((*block.labels, block.alt, block.caption), evidence)
            failed += [Refused(words, (Fault(words, "in no label"),)) for words in _unlabelled(block)]
            return (None if failed else block), failed
        case Grid():
            held = [(row, refusals(row, evidence)) for row in block.rows]
            rows = tuple(row for row, failed in held if not failed)
            return (replace(block, rows=rows) if rows else None), [f for _, failed in held for f in failed[:1]]


def _unlabelled(drawing: Drawing) -> list[str]:
    """Words in the picture itself that are none of its checked labels."""
    held = {label.text for label in drawing.labels}
    return [words for met in TEXT.findall(drawing.svg) if (words := unescape(met)) not in held]


def refusals(sentences: Iterable[Sentence], evidence: Evidence) -> list[Refused]:
    """The sentences that fail, with their faults."""
    met = ((s.text, faults(s, evidence)) for s in sentences)
    return [Refused(text, found) for text, found in met if found]
