"""The parts of a document: headline, dateline, body, rows of tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from fogline.documents.dateline import dateline
from fogline.documents.headline import is_headline, is_note, is_table_row
from fogline.documents.rows import Cells, rows
from fogline.documents.wrapping import paragraphs
from fogline.model.document import Document, Passage, PassageKind

LONGEST = 5000  # characters: the parser's work is bounded, and no paragraph of prose is longer
OPENING = 4  # a dateline stands in one of the first paragraphs
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s")


def passages(document: Document) -> tuple[Passage, ...]:
    """Each paragraph as one passage, in order, without overlap, none empty, none longer than ``LONGEST``.

    Whatever stands between two passages is white space. A dateline that opens a paragraph is a passage of its own.
    """
    return tuple(piece for passage in _roles(document) for piece in _cut(document.text, passage))


def _roles(document: Document) -> Iterator[Passage]:
    text = document.text
    lines = text.split("\n")
    table = rows(lines)
    spans = list(_spans(text, lines, table))
    filed = False
    for n, (start, end, cells) in enumerate(spans):
        if not filed and n < OPENING and (line := dateline(text, start, end)):
            filed = True
            yield Passage("dateline", start, line.span.end)
            start = _skip(text, line.span.end, end)  # noqa: PLW2901 - the rest of the paragraph
        if start < end:
            kind = "table" if cells else _kind(document, n, len(spans), text[start : min(end, start + LONGEST)])
            yield Passage(kind, start, end, cells)


def _kind(document: Document, n: int, count: int, words: str) -> PassageKind:
    if is_table_row(words):
        return "table"
    if n == 0 and count > 1 and (is_headline(words) or _same(words, document.title)):
        return "headline"
    return "note" if is_note(words) else "body"


def _same(words: str, title: str | None) -> bool:
    return title is not None and words.split() == title.split()


def _spans(text: str, lines: list[str], table: Mapping[int, Cells]) -> Iterator[tuple[int, int, Cells]]:
    """The paragraphs of the text without the white space around them, with the cells of those that are rows of a table."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for first, last in paragraphs(lines, table):
        begin, end = starts[first], starts[last] - 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if (start := _skip(text, begin, end)) < end:
            cells = tuple((max(begin + a, start), max(min(begin + b, end), start)) for a, b in table.get(first, ()))
            yield start, end, cells


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _cut(text: str, passage: Passage) -> Iterator[Passage]:
    start, end = passage.start, passage.end
    if end - start <= LONGEST:
        yield passage
        return
    while end - start > LONGEST:
        stop = _break(text, start)
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if last > start:
            yield Passage(passage.kind, start, last)
        start = _skip(text, stop, end)
    if start < end:
        yield Passage(passage.kind, start, end)


def _break(text: str, start: int) -> int:
    """Where to cut a passage that is too long: after a sentence, else at a space, else anywhere."""
    middle, limit = start + LONGEST // 2, start + LONGEST
    if ends := [m.end() for m in SENTENCE_END.finditer(text, middle, limit)]:
        return ends[-1]
    space = text.rfind(" ", middle, limit)
    return space if space > 0 else limit
