"""Where words stand on a page: glyphs to runs, runs to lines in the order in which a reader takes them.

Coordinates are points, ``top`` and ``bottom`` measured downwards from the page's upper edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

GAP = 0.8  # of the type size: wider gaps part cells and columns, narrower ones words
RAISED = 0.2  # of the type size above the line: a footnote's mark
NARROWEST_GUTTER = 6.0  # points
MOST_RUNS = 2000  # on a page of columns: the search for them compares every run with every edge
FEWEST_LINES = 4  # a side on which to believe in a column
MARK = re.compile(r"[\d*†‡]+")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character and its box; its size is the height of the box. ``base`` is where its ink stands (digits) or its line."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    base: float

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one line that stand close together. ``mark`` is a raised number before them (a footnote's own)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column: its runs from left to right, and the edges of the column that it stands in."""

    runs: tuple[Run, ...]
    column: tuple[float, float]

    @property
    def text(self) -> str:
        """The words of the line."""
        return " ".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """The size of the type that most of the line is set in."""
        return max(self.runs, key=lambda r: len(r.text)).size

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(run.bottom for run in self.runs)


def runs_of(glyphs: Sequence[Glyph]) -> list[Run]:
    """The glyphs of a page, in the file's order, as runs."""
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        if groups and _follows(groups[-1], glyph):
            groups[-1].append(glyph)
        elif not glyph.char.isspace():
            groups.append([glyph])
    return [run for group in groups if (run := _run(group)) is not None]


def lines_of(runs: Sequence[Run], width: float) -> list[Line]:
    """The lines of a page in reading order: columns one after the other, between whatever spans them."""
    return list(_region(list(runs), (0.0, width), 0))


def _follows(group: list[Glyph], glyph: Glyph) -> bool:
    last = group[-1]
    size = max(g.size for g in group[-8:])
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    # the letters of a ligature share one box: the second begins where the first does
    near = glyph.left > last.left - 0.1 * size and glyph.left - last.right < GAP * size
    return near and overlap > 0.3 * min(last.size, glyph.size)


def _run(group: list[Glyph]) -> Run | None:
    inked = [g for g in group if not g.char.isspace()]
    size = median(g.size for g in inked)
    base = median([g.base for g in inked if not g.char.isdigit()] or [g.base for g in inked])
    parts: list[str] = []
    mark = ""
    for glyph in group:
        if MARK.fullmatch(glyph.char) and glyph.base < base - RAISED * size:
            if not "".join(parts).strip():
                mark += glyph.char
            elif parts[-1].endswith("m") and glyph.char in "23":  # square and cubic metres are no footnotes
                parts.append({"2": "²", "3": "³"}[glyph.char])
            continue
        parts.append(glyph.char)
    text = " ".join("".join(parts).split())
    if not text and not mark:
        return None
    left, right = min(g.left for g in inked), max(g.right for g in inked)
    return Run(text, left, min(g.top for g in inked), right, max(g.bottom for g in inked), size, mark)


def _region(runs: list[Run], edges: tuple[float, float], depth: int) -> Iterator[Line]:
    gutter = _gutter(runs) if depth < 3 else None
    if gutter is None:
        inside = (min((r.left for r in runs), default=edges[0]), max((r.right for r in runs), default=edges[1]))
        yield from (Line(tuple(row), inside) for row in rows(runs))
        return
    for band, spanning in _bands(runs, gutter):
        if spanning:
            yield from _region(band, edges, 3)
        else:
            middle = (gutter[0] + gutter[1]) / 2
            yield from _region([r for r in band if r.right <= middle], (edges[0], middle), depth + 1)
            yield from _region([r for r in band if r.left >= middle], (middle, edges[1]), depth + 1)


def _gutter(runs: list[Run]) -> tuple[float, float] | None:
    """The empty strip between two columns of prose, or ``None``. A strip that few runs cross (headlines) will do."""
    if not 2 * FEWEST_LINES <= len(runs) <= MOST_RUNS:
        return None
    left, right = min(r.left for r in runs), max(r.right for r in runs)
    best: tuple[float, tuple[float, float]] | None = None
    for edge in sorted({round(r.left, 1) for r in runs}):
        if not left + 0.2 * (right - left) < edge < left + 0.85 * (right - left):
            continue
        ends = [r.right for r in runs if r.right <= edge]
        start = max(ends, default=left)
        crossing = sum(r.left < edge - 1 and r.right > edge for r in runs)
        if edge - start >= NARROWEST_GUTTER and crossing <= 0.3 * len(runs) and _both_prose(runs, start, edge):
            score = crossing - (edge - start) / 1000
            if best is None or score < best[0]:
                best = (score, (start, edge))
    return best[1] if best else None


def _both_prose(runs: list[Run], start: float, edge: float) -> bool:
    """Whether lines of text and not the cells of a table stand on both sides: many, long, and most of one length."""
    for side in ([r for r in runs if r.right <= start + 0.1], [r for r in runs if r.left >= edge - 0.1]):
        if len(side) < FEWEST_LINES:
            return False
        width = max(r.right - r.left for r in side)  # of one column, as there may be two more on this side
        if median(r.right - r.left for r in side) < 0.6 * width or median(len(r.text) for r in side) < 12:
            return False
    return True


def _bands(runs: list[Run], gutter: tuple[float, float]) -> Iterator[tuple[list[Run], bool]]:
    """Stretches of the page from top to bottom, each either crossing the gutter or keeping clear of it."""
    middle = (gutter[0] + gutter[1]) / 2
    band: list[Run] = []
    kind = False
    for row in rows(runs):
        spanning = any(r.left < middle < r.right for r in row)
        if band and spanning != kind:
            yield band, kind
            band = []
        kind = spanning
        band.extend(row)
    if band:
        yield band, kind


def rows(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that stand on one line together, from top to bottom, each row from left to right."""
    found: list[list[Run]] = []
    top = bottom = 0.0
    for run in sorted(runs, key=lambda r: (r.bottom, r.left)):
        row = found[-1] if found else []
        overlap = min(run.bottom, bottom) - max(run.top, top)
        if row and overlap > 0.5 * min(run.size, row[0].size):
            row.append(run)
            top, bottom = max(top, run.top), min(bottom, run.bottom)
        else:
            found.append([run])
            top, bottom = run.top, run.bottom
    return [sorted(row, key=lambda r: r.left) for row in found]
