"""Rows of tables in lines of text: cells parted by tabs, upright bars, commas or wide gaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

Cells: TypeAlias = tuple[tuple[int, int], ...]  # half-open offsets of each cell in its line; an empty cell has no width
Edges: TypeAlias = tuple[float, float]  # where a column or cell begins and ends, in any unit

LONGEST, MOST_CELLS = 5000, 60  # characters and cells: more is no row that anybody reads
SHORT = 240  # characters of a row whose cells are parted by gaps or commas alone
FEWEST = 2  # rows of a table without tabs or bars at its edges
BARS = re.compile(r"\|[^|\n]+\|")
RUN = re.compile(r"\S+(?: \S+)*")
FIELD = {mark: re.compile(rf'"((?:[^"]|"")*)"(?={mark}|$)|([^{mark}"]*)(?={mark}|$)') for mark in ",;"}
NUMERIC = re.compile(r"[~≈<>+]?\d[\d,.  ]*(?:[kKmM]|mn)?[*†+]?|[-–—]|n/?a", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?:;]$")


def rows(lines: Sequence[str]) -> dict[int, Cells]:
    """The numbers of the lines that are rows of a table, each with its cells from left to right.

    A row parted by tabs or bars is known by itself; one that is aligned with spaces, or has one bar or commas, by its neighbours.
    """
    found = {n: cells for n, line in enumerate(lines) if len(line) <= LONGEST and (cells := _plain(line))}
    found |= _beside(lines, found)
    for read in (_one_bar, _separated(","), _separated(";")):
        for start, end in _blocks(lines, found, read):
            made = [read(line) for line in lines[start:end]]
            if len({len(cells) for cells in made}) == 1 and (read is _one_bar or _is_data(lines[start:end], made)):
                found.update(zip(range(start, end), made, strict=True))
    for start, end in _blocks(lines, found, _gapped):
        made = [_gapped(line) for line in lines[start:end]]
        if _is_data(lines[start:end], made):
            found.update(zip(range(start, end), _aligned(made), strict=True))
    return found


def _plain(line: str) -> Cells:
    """The cells of a row parted by two bars or more, or by tabs."""
    words = line.strip()
    if BARS.match(words) or line.count(" | ") > 1:
        start = len(line) - len(line.lstrip())
        inner = start + words.startswith("|"), len(line.rstrip()) - words.endswith("|")
        return _split(line, "|", *inner)
    cells = _split(line, "\t", 0, len(line))
    return cells if sum(start < end for start, end in cells) > 1 else ()


def _beside(lines: Sequence[str], found: dict[int, Cells]) -> dict[int, Cells]:
    """Rows with but one full cell ("\\tCasualties"), beside a row of more cells than two."""
    single = {n: cells for n, line in enumerate(lines) if n not in found and len(cells := _tabs(line)) > 1}
    return {n: c for n, c in single.items() if any(len(found.get(near, ())) > 2 for near in (n - 1, n + 1))}


def _tabs(line: str) -> Cells:
    if "\t" not in line or len(line) > SHORT:
        return ()
    cells = _split(line, "\t", 0, len(line.rstrip("\n")))
    return cells if any(start < end for start, end in cells) else ()


def _split(line: str, mark: str, start: int, end: int) -> Cells:
    if line.count(mark, start, end) >= MOST_CELLS:
        return ()
    cells = []
    for part in line[start:end].split(mark):
        left = len(part) - len(part.lstrip())
        inner = len(part.strip())
        cells.append((start + left, start + left + inner) if inner else (start, start))
        start += len(part) + 1
    return tuple(cells)


def _blocks(lines: Sequence[str], found: dict[int, Cells], read: Callable[[str], Cells]) -> Iterator[tuple[int, int]]:
    """Runs of lines not yet known as rows that ``read`` takes for rows."""
    start = 0
    for n in range(len(lines) + 1):
        if n == len(lines) or n in found or not read(lines[n]):
            if n - start >= FEWEST:
                yield start, n
            start = n + 1


def _one_bar(line: str) -> Cells:
    return _split(line, "|", 0, len(line)) if len(line) <= SHORT and line.count(" | ") == 1 else ()


def _separated(mark: str) -> Callable[[str], Cells]:
    """Reads a line of comma- or semicolon-separated values."""

    def read(line: str) -> Cells:
        if len(line) > SHORT or mark not in line or SENTENCE.search(line.rstrip()):
            return ()
        cells: list[tuple[int, int]] = []
        here = 0
        while here <= len(line) and len(cells) < MOST_CELLS and (match := FIELD[mark].match(line, here)):
            group = 1 if match[1] is not None else 2
            part = match[group]
            start = match.start(group) + len(part) - len(part.lstrip())
            cells.append((start, start + len(part.strip())))
            here = match.end() + 1
        return tuple(cells) if here > len(line) and len(cells) > 1 else ()

    return read


def _gapped(line: str) -> Cells:
    """The cells of a line that wide gaps part; none where a gap only follows the end of a sentence."""
    if len(line) > SHORT or "  " not in line.strip():
        return ()
    cells = tuple((m.start(), m.end()) for m in RUN.finditer(line))
    ends = any(SENTENCE.search(line[start:end]) for start, end in cells[:-1])
    return cells if 1 < len(cells) <= MOST_CELLS and not ends else ()


def _is_data(lines: Sequence[str], made: Sequence[Cells]) -> bool:
    """Whether the lines are a head without numbers over lines that all hold one."""
    numbers = [
        sum(NUMERIC.fullmatch(line[start:end]) is not None for start, end in cells)
        for line, cells in zip(lines, made, strict=True)
    ]
    return numbers[0] == 0 and all(numbers[1:])


def _aligned(made: Sequence[Cells]) -> list[Cells]:
    """The cells under the column of the fullest row that each stands nearest to; empty cells where none stands."""
    columns = max(made, key=len)
    if all(len(cells) == len(columns) for cells in made):
        return list(made)
    return [_under(columns, cells) for cells in made]


def _under(columns: Cells, cells: Cells) -> Cells:
    placed = dict(zip(columns_of(columns, cells), cells, strict=False))
    here = 0
    found = []
    for n in range(len(columns)):
        here = placed[n][1] if n in placed else here
        found.append(placed.get(n, (here, here)))
    return tuple(found)


def columns_of(columns: Sequence[Edges], cells: Sequence[Edges]) -> list[int]:
    """For each cell, from left to right, the number of the column that it stands under, each column once."""
    found: list[int] = []
    for n, cell in enumerate(cells):
        free = range(max(found, default=-1) + 1, len(columns) - (len(cells) - n - 1))
        if not free:
            break
        found.append(min(free, key=lambda c: (_apart(columns[c], cell), c)))
    return found


def _apart(column: Edges, cell: Edges) -> float:
    """How far a cell stands from a column: the least distance of their left edges, right edges or middles."""
    left, right = abs(column[0] - cell[0]), abs(column[1] - cell[1])
    return min(left, right, abs(column[0] + column[1] - cell[0] - cell[1]) / 2)
