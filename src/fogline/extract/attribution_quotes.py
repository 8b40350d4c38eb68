"""Quotations: where they stand, over how many sentences, and which cue they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.extract.attribution_cues import Cue
from fogline.model.document import Passage
from fogline.model.sentence import Parsed, Sentence

OPENING = "“"
CLOSING = "”"
STRAIGHT = '"'
FEWEST_WORDS = 4  # a shorter quotation is a term or a title, no statement
FIRST_PERSON = frozenset({"we", "i", "our", "my", "us"})
MOST_PASSAGES = 40  # a statement longer than this has ended unseen


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters ``[start, end)`` between quotation marks; ``open`` where the paragraph ends before the mark closes."""

    start: int
    end: int
    passage: int
    open: bool


def quotations(parsed: Parsed) -> Iterator[Quotation]:
    """The quotations of a document in order; a paragraph may leave one open for the next to go on with."""
    for number, passage in enumerate(parsed.passages):
        yield from _in_passage(parsed.document.text, passage, number)


def _in_passage(text: str, passage: Passage, number: int) -> Iterator[Quotation]:
    opened: int | None = None
    for at in range(passage.start, passage.end):
        mark = text[at]
        if mark == OPENING or (mark == STRAIGHT and opened is None):
            opened = at + 1
        elif mark in {CLOSING, STRAIGHT} and opened is not None:
            yield Quotation(opened, at, number, open=False)
            opened = None
    if opened is not None and opened < passage.end:
        yield Quotation(opened, passage.end, number, open=True)


def said_in(parsed: Parsed, found: Sequence[Cue]) -> Iterator[tuple[Cue, int, int]]:
    """Each quotation that somebody says, with its cue: in its own sentences, beside it, or that of the quotation before."""
    last: tuple[Quotation, Cue] | None = None
    for quotation in quotations(parsed):
        sentences = [s for s in parsed.sentences if s.start < quotation.end and quotation.start < s.end]
        if not sentences or not _is_statement(sentences, quotation):
            continue
        cue = _own_cue(parsed, sentences, quotation, found)
        if cue is None and last is not None and _goes_on(parsed, last[0], quotation):
            cue = last[1]
        last = (quotation, cue) if cue is not None else None
        if cue is not None:
            yield cue, quotation.start, quotation.end


def _is_statement(sentences: Sequence[Sentence], quotation: Quotation) -> bool:
    inside = [t for s in sentences for t in s.tokens if quotation.start <= t.start and t.end <= quotation.end]
    verbs = any(t.pos in {"VERB", "AUX"} for t in inside)
    return verbs and sum(t.pos != "PUNCT" for t in inside) >= FEWEST_WORDS


def _own_cue(parsed: Parsed, sentences: Sequence[Sentence], quotation: Quotation, found: Sequence[Cue]) -> Cue | None:
    first, last = sentences[0].index, sentences[-1].index
    near = [c for c in found if first - 1 <= c.sentence <= last + 1 and (c.row.has("that") or c.row.has("statement"))]
    ranked = []
    for cue in near:
        sentence = parsed.sentences[cue.sentence]
        token = sentence.tokens[cue.first]
        colon = cue.sentence < first and sentence.text.rstrip(' "“').endswith(":")
        if quotation.start <= token.start < quotation.end or (cue.sentence < first and not colon):
            continue
        if sentence.passage != sentences[0].passage and not colon:
            continue
        if cue.sentence > last and not _opens_with_cue(sentence, cue):
            continue
        distance = token.start - quotation.end if token.start >= quotation.end else quotation.start - token.end
        ranked.append((not _meets(sentence, cue, quotation), distance, cue.first, cue))
    return min(ranked, key=lambda r: r[:3], default=(0, 0, 0, None))[3]


def _meets(sentence: Sentence, cue: Cue, quotation: Quotation) -> bool:
    """Whether the words said by the cue's own sentence reach into the quotation."""
    return any(
        sentence.tokens[a].start < quotation.end and quotation.start < sentence.tokens[b - 1].end for a, b in cue.runs
    )


def _opens_with_cue(sentence: Sentence, cue: Cue) -> bool:
    """Whether the sentence is only the tail of a quotation that the parser cut off (" said the mayor.")."""
    words = [t for t in sentence.tokens[: cue.first] if t.pos not in {"PUNCT", "SPACE"}]
    return not cue.runs and all(t.i in cue.speakers or t.pos in {"DET", "ADJ", "PROPN", "PRON"} for t in words)


def _goes_on(parsed: Parsed, before: Quotation, here: Quotation) -> bool:
    """Whether a quotation continues the one before: an open paragraph, or nothing but the cue's sentence between them."""
    if before.open:
        return here.passage == before.passage + 1
    if here.passage != before.passage:
        return False
    between = parsed.document.text[before.end : here.start]
    return between.count(".") + between.count("!") + between.count("?") <= 1 and len(between) <= 160


def statements(parsed: Parsed, found: Sequence[Cue]) -> Iterator[tuple[Cue, int, int]]:
    """Unquoted statements after a colon at the end of a paragraph ("The minister said:"): the paragraphs that follow.

    They run to the end of the text where the first of them speaks in the first person, else over one paragraph.
    """
    for cue in found:
        sentence = parsed.sentences[cue.sentence]
        if cue.runs or not sentence.text.rstrip().endswith(":") or sentence.end < sentence.passage.end - 1:
            continue
        later = [p for p in parsed.passages if p.start > sentence.start and p is not sentence.passage][:MOST_PASSAGES]
        if not later or parsed.document.text[later[0].start] in {STRAIGHT, OPENING}:
            continue
        words = {t.lower for s in parsed.sentences if s.passage == later[0] for t in s.tokens}
        yield cue, later[0].start, (later[-1] if words & FIRST_PERSON else later[0]).end
