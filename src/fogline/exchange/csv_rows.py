"""Rows of a large CSV file of unknown manners, one at a time: a row that is none costs itself, never the rest.

Python's reader would let one unclosed quotation mark swallow the file; here a row ends after so many lines, is refused, and
reading goes on at the next line.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import IO

MOST_LINES = 50  # of one row: notes hold line breaks, but no row of these data sets has so many
LONGEST_LINE = 200_000  # bytes
LONGEST_ROW = 400_000  # bytes
MOST_ROWS = 3_000_000  # all of UCDP GED has about 350,000
MOST_BYTES = 4_000_000_000  # unpacked: all of ACLED is below 2 GB, and a hostile archive has no end
DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that was refused: its number (the header is row 1) and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its number and the names of its columns, in lower case."""

    number: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """The cell without spaces around it; empty where there is no such column."""
        return self.cells.get(name, "").strip()


def csv_rows(stream: IO[bytes]) -> Iterator[Row | Bad]:
    """Each row below the header, or why it is none. Reads one row at a time."""
    head = _decoded(stream.readline(LONGEST_LINE))
    if isinstance(head, Bad) or not head.strip():
        yield Bad(1, head.reason if isinstance(head, Bad) else "the file is empty")
        return
    delimiter = max(DELIMITERS, key=head.count)
    names = [name.strip().lower() for name in _cells(head.removeprefix("\ufeff"), delimiter)]
    number = 1
    for number, text in enumerate(islice(_texts(stream, delimiter), MOST_ROWS), start=2):
        if isinstance(text, Bad):
            yield Bad(number, text.reason)
            continue
        cells = _cells(text, delimiter)
        if len(cells) != len(names):
            yield Bad(number, f"it has {len(cells)} cells where the header has {len(names)}")
            continue
        yield Row(number, dict(zip(names, cells, strict=True)))
    if number > MOST_ROWS:
        yield Bad(number + 1, f"only the first {MOST_ROWS:,} rows are read")


def _cells(text: str, delimiter: str) -> list[str]:
    """The cells of one row; none where it cannot be one: a line break outside quotation marks, a cell too long."""
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return []


class _Lines:
    """The lines of a stream, some of them put back, up to so many bytes: ``over`` is true where that was the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._left = stream, MOST_BYTES
        self._waiting: deque[bytes] = deque()
        self.over = False

    def take(self) -> bytes:
        """The next line; empty at the end."""
        if self._waiting:
            return self._waiting.popleft()
        line = self._stream.readline(LONGEST_LINE)
        self._left -= len(line)
        self.over = self._left < 0
        return b"" if self.over else line

    def put_back(self, lines: list[bytes]) -> None:
        """Lines to be taken again, the first of them first."""
        self._waiting.extendleft(reversed(lines))


def _texts(stream: IO[bytes], delimiter: str) -> Iterator[str | Bad]:
    """The text of each row that is not empty: lines up to where every quotation mark is closed.

    Where that gives no row, only its first line is refused, and reading goes on at the second.
    """
    lines = _Lines(stream)
    while line := lines.take():
        held = [line]
        while (
            _is_open(held) and len(held) < MOST_LINES and sum(map(len, held)) < LONGEST_ROW and (more := lines.take())
        ):
            held.append(more)
        text = _decoded(b"".join(held))
        if _is_open(held) or (len(held) > 1 and (isinstance(text, Bad) or not _cells(text, delimiter))):
            lines.put_back(held[1:])
            yield Bad(0, "a quotation mark in it is never closed")
        elif isinstance(text, Bad) or text.strip():
            yield text
    if lines.over:
        yield Bad(0, f"only the first {MOST_BYTES:,} bytes are read")


def _is_open(lines: list[bytes]) -> bool:
    return sum(line.count(b'"') for line in lines) % 2 == 1


def _decoded(data: bytes) -> str | Bad:
    if len(data) >= LONGEST_LINE:
        return Bad(0, f"it is longer than {LONGEST_LINE:,} bytes")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return Bad(0, "it is not in UTF-8")
