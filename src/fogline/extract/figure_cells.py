"""Tables as rows of cells: which rows are heads, what labels a cell, and the number that a cell holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.extract.figure_numbers import Number, numbers
from fogline.model.document import Passage
from fogline.model.sentence import Parsed, Sentence

MOST_HEADS = 3  # rows of heads over the first row of numbers
LONGEST_CAPTION = 300  # characters of the line over a table: longer is prose
LONGEST_CELL = 60  # characters of a cell that is read as a number: longer is prose
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))?")
AROUND = re.compile(r"[\s*†‡^~≈<>≥≤+,.:()\[\]↑↓–—-]|\b(?:people|persons|individuals|approx)\b", re.IGNORECASE)
NUMBER_WORDS = re.compile(r"(?:at least|more than|over|up to|about|around|some|nearly|almost)\b", re.IGNORECASE)

Cell = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the ``caption`` over it, rows of ``heads`` and rows of numbers; every cell its sentences, by column."""

    caption: tuple[Sentence, ...]
    heads: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


def tables(parsed: Parsed) -> Iterator[Table]:
    """The tables of the document, in order: runs of rows with nothing between them."""
    told: dict[Passage, list[Sentence]] = {p: [] for p in parsed.passages}
    for sentence in parsed.sentences:
        told[sentence.passage].append(sentence)
    run: list[Passage] = []
    before: Passage | None = None
    for passage in (*parsed.passages, None):
        if passage is not None and passage.cells:
            run.append(passage)
            continue
        if run:
            yield from _tables(_caption(before, told), [_row(p, told[p]) for p in run])
            run = []
        before = passage


def _caption(passage: Passage | None, told: dict[Passage, list[Sentence]]) -> tuple[Sentence, ...]:
    """The line over a table; of a longer paragraph its last words, where they are no sentence of prose."""
    if passage is None or not told[passage]:
        return ()
    if passage.end - passage.start <= LONGEST_CAPTION:
        return tuple(told[passage])
    last = told[passage][-1]
    return () if last.text.endswith((".", "!", "?")) else (last,)


def _row(passage: Passage, sentences: Sequence[Sentence]) -> tuple[Cell, ...]:
    return tuple(tuple(s for s in sentences if start <= s.start < end) for start, end in passage.cells)


def _tables(caption: tuple[Sentence, ...], rows: list[tuple[Cell, ...]]) -> Iterator[Table]:
    """The tables in a run of rows: a row of heads below rows of numbers opens another."""
    start = 0
    for n in range(1, len(rows) + 1):
        opens = n < len(rows) and not _is_data(rows[n]) and _is_data(rows[n - 1]) and _fullness(rows[n]) > 1
        if n == len(rows) or opens:
            part = rows[start:n]
            first = next((k for k, row in enumerate(part) if _is_data(row)), len(part))
            top = max(first - MOST_HEADS, 0)
            yield Table(caption if start == 0 else (), tuple(part[top:first]), _labelled(part[first:]))
            start = n


def _fullness(row: tuple[Cell, ...]) -> int:
    return sum(bool(cell) for cell in row)


def _is_data(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds numbers that are no years ("2022 | 2023" are heads)."""
    held = [cell for cell in row[1:] if cell and number_of(cell) is not None]
    return any(not YEAR.fullmatch(text_of(cell)) for cell in held) or (bool(held) and len(row) == 2)


def _labelled(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with an empty first cell filled from above: one label over several rows."""
    found: list[tuple[Cell, ...]] = []
    for row in rows:
        above = found[-1][0] if found and row else ()
        found.append((above, *row[1:]) if row and not row[0] and above else row)
    return tuple(found)


def text_of(cell: Cell) -> str:
    """The words of a cell."""
    return " ".join(s.text for s in cell)


def number_of(cell: Cell) -> tuple[Number, ...] | None:
    """The number that a cell holds and those in brackets after it ("12 (3 children)"); ``None`` where it is no number."""
    if len(cell) != 1 or len(cell[0].text) > LONGEST_CELL:
        return None
    sentence = cell[0]
    found = tuple(numbers(sentence))
    if not found:
        return None
    before = NUMBER_WORDS.sub("", sentence.text[: found[0].start - sentence.start])
    after = sentence.text[found[0].end - sentence.start :]
    if AROUND.sub("", before) or (after.strip() and AROUND.sub("", after) and after.strip()[0] not in "(["):
        return None
    return found


def labels(row: tuple[Cell, ...], column: int) -> tuple[Cell, ...]:
    """The cells that label a row: those left of its numbers that hold none, the nearest to the cell first."""
    left = [cell for cell in row[:column] if cell and number_of(cell) is None and not _is_prose(cell)]
    first = [row[0]] if row[0] and row[0] not in left and column > 0 else []
    return tuple(reversed([*first, *left]))


def _is_prose(cell: Cell) -> bool:
    words = text_of(cell)
    return len(words) > LONGEST_CELL or words.endswith((".", "!", "?"))


def heads_of(table: Table, column: int) -> tuple[Cell, ...]:
    """The cells over a column, top first; an empty cell of an upper row goes on from the left ("Casualties" over two columns)."""
    found: list[Cell] = []
    for n, row in enumerate(table.heads):
        at = column
        while n < len(table.heads) - 1 and 0 < at < len(row) and not row[at]:
            at -= 1
        if at < len(row) and row[at] and (at > 0 or column == 0):
            found.append(row[at])
    return tuple(found)
