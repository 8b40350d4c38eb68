"""Lines of pages to running text: paragraphs, words broken at line ends, sentences broken at page ends, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from fogline.documents.layout import Line, Run
from fogline.documents.rows import columns_of

LEADING = 1.35  # of the usual distance between lines: more parts paragraphs
OTHER_SIZE = 0.07  # of the type size: more is another kind of text
INDENT = 0.8  # of the type size
STRETCHED = 2.2  # of the type size: wider gaps are never those of a justified line
MOST_CELLS = 40
NEAR = 3.0  # points: edges that are meant to be one
FULL = 0.85  # of the column: a line that ran on
ENDS = re.compile(r"[.!?:…][\"'”’)\]]{0,3}(?:\[\d+\])?$")
ITEM = re.compile(r"(?:[•·▪◦*–-]|\(?\d{1,2}[.)]|\(?[a-z][.)]) ")
BREAK = re.compile(r"([^\W\d_]+)(?:[\u00ad\x02\ufffe]|[-‐])$")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DANGLING = re.compile(r"(?:,| (?:a|an|and|at|by|for|from|in|near|of|on|or|that|the|to|with))$")
KEPT = frozenset(["anti", "pro", "non", "self", "ex", "vice", "half", "semi", "post", "pre", "cross", "co", "mid"])


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    table: bool = False


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[str]:
    """The text of the pages in reading order; rows of tables have their cells parted by tabs."""
    words = _whole_words([line.text for page in pages for line in page])
    found: list[_Paragraph] = []
    for page in pages:
        pitch = _pitch(page)
        for part in _paragraphs(page, pitch):
            if found and _runs_on(found[-1], part):
                found[-1].lines.extend(part.lines)
            else:
                found.append(part)
    return [
        text
        for table, parts in groupby(found, key=lambda part: part.table)
        for text in _texts(table, list(parts), words)
    ]


def _texts(table: bool, parts: Sequence[_Paragraph], words: set[str]) -> list[str]:
    return _rows([part.lines[0] for part in parts]) if table else [_words(part, words) for part in parts]


def _rows(lines: Sequence[Line]) -> list[str]:
    """The rows of a table, each cell under the column of the fullest row that it stands nearest to; cells parted by tabs."""
    columns = [(run.left, run.right) for run in max(lines, key=lambda line: len(line.runs)).runs]
    rows: list[str] = []
    for line in lines:
        cells = [""] * len(columns)
        for column, run in zip(columns_of(columns, [(r.left, r.right) for r in line.runs]), line.runs, strict=True):
            cells[column] = run.text
        rows.append("\t".join(cells).rstrip())
    return rows


def _whole_words(lines: Sequence[str]) -> set[str]:
    """Every word of the text, in lower case, but for the halves that the end of a line made."""
    found: set[str] = set()
    broken = False
    for line in lines:
        here = WORD.findall(line)
        found.update(word.lower() for word in here[broken : len(here) - _breaks(line)])
        broken = _breaks(line)
    return found


def _breaks(line: str) -> bool:
    """Whether a line ends within a word. Only its end is looked at: on a word without end the search is quadratic."""
    return bool(BREAK.search(line[-60:]))


def heading(pages: Sequence[Sequence[Line]], size: float) -> str | None:
    """The largest lines on the first page, where they are larger than the body: its title."""
    first = list(pages[0]) if pages else []
    largest = max((line.size for line in first), default=0.0)
    if largest < 1.15 * size:
        return None
    top = [n for n, line in enumerate(first) if line.size > largest * (1 - OTHER_SIZE)]
    run = [n for k, n in enumerate(top) if n == top[0] + k]
    return " ".join(first[n].text for n in run)[:300] or None


def _pitch(page: Sequence[Line]) -> float:
    steps = [b.bottom - a.bottom for a, b in pairwise(page) if a.column == b.column and b.bottom > a.bottom]
    return median(steps) if steps else 0.0


def _paragraphs(page: Sequence[Line], pitch: float) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    in_table = _table_lines(page)
    for n, line in enumerate(page):
        before = page[n - 1] if n else None
        if n in in_table:
            found.append(_Paragraph([line], table=True))
        elif before is None or found[-1].table or _begins(before, line, pitch):
            found.append(_Paragraph([line]))
        else:
            found[-1].lines.append(line)
    return found


def _begins(before: Line, line: Line, pitch: float) -> bool:
    """Whether a paragraph begins with ``line``, on the same page."""
    if before.column != line.column or abs(before.size - line.size) > OTHER_SIZE * before.size:
        return True
    step = line.bottom - before.bottom
    if (step > LEADING * pitch and step > LEADING * line.size) or step < 0:
        return True
    if ITEM.match(line.text):
        return True
    indented = line.runs[0].left - before.runs[0].left > INDENT * line.size
    short = before.runs[-1].right < line.column[0] + FULL * (line.column[1] - line.column[0])
    return bool(ENDS.search(before.text)) and (indented or short)


def _table_lines(page: Sequence[Line]) -> set[int]:
    """The lines that are rows of a table: two or more after one another with cells under each other."""
    found: set[int] = set()
    for n, (a, b) in enumerate(pairwise(page)):
        if a.column == b.column and _aligned(a, b) >= 2 and not (_stretched(a) or _stretched(b)):
            found |= {n, n + 1}
        elif n in found and n + 1 not in found and a.column == b.column and _goes_on(page, found, n + 1):
            found.add(n + 1)
    return found


def _goes_on(page: Sequence[Line], table: set[int], n: int) -> bool:
    """Whether a line with empty cells goes on a table: its runs stand under runs of several of its rows."""
    first = n
    while first - 1 in table and n - first < MOST_CELLS:
        first -= 1
    runs = page[n].runs
    if not 1 < len(runs) <= MOST_CELLS or _stretched(page[n]):
        return False
    return all(any(_under(x, y) for row in page[first:n] for x in row.runs) for y in runs)


def _stretched(line: Line) -> bool:
    """Whether wide gaps come from setting a line of prose to the full width: many or all alike, none very wide."""
    gaps = [b.left - a.right for a, b in pairwise(line.runs)]
    full = line.runs[-1].right > line.column[1] - NEAR and line.runs[0].left < line.column[0] + NEAR
    if len(gaps) < 2 or not full or max(gaps) > STRETCHED * line.size:
        return False
    return len(gaps) > 2 or max(gaps) < 1.5 * min(gaps)


def _aligned(a: Line, b: Line) -> int:
    """How many cells of ``b`` stand each under a cell of its own in ``a``; none in rows of more cells than a table has."""
    if max(len(a.runs), len(b.runs)) > MOST_CELLS:
        return 0
    free = list(a.runs)
    for y in b.runs:
        if over := next((x for x in free if _under(x, y)), None):
            free.remove(over)
    return len(a.runs) - len(free)


def _under(x: Run, y: Run) -> bool:
    """Whether two cells share their left edge, their right edge or their middle."""
    left, right = abs(x.left - y.left), abs(x.right - y.right)
    return left < NEAR or right < NEAR or abs(x.left + x.right - y.left - y.right) < 2 * NEAR


def _runs_on(last: _Paragraph, part: _Paragraph) -> bool:
    """Whether a paragraph goes on after the end of a column or page, or around what interrupts it."""
    end, start = last.lines[-1], part.lines[0]
    if last.table or part.table or abs(end.size - start.size) > OTHER_SIZE * end.size:
        return False
    if end.column == start.column and start.top > end.bottom:
        return False
    if ENDS.search(end.text) or ITEM.match(start.text):
        return False
    if _breaks(end.text) or start.text[:1].islower() or DANGLING.search(end.text):
        return True
    return end.runs[-1].right >= end.column[0] + FULL * (end.column[1] - end.column[0]) and len(last.lines) > 1


def _words(part: _Paragraph, words: set[str]) -> str:
    out = ""
    for line in part.lines:
        out = _joined(out, line.text, words) if out else line.text
    return re.sub("[\u00ad\x02\ufffe]", "-", out)


def _joined(out: str, line: str, words: set[str]) -> str:
    """Two lines as one; a word broken by a hyphen is mended where the text or the language says that it is one word."""
    broken = BREAK.search(out[-60:])
    if not broken or not line[:1].isalpha():
        return f"{out} {line}"
    first = broken[1].lower()
    rest = re.match(r"[^\W\d_]+", line)
    second = rest[0].lower() if rest else ""
    stem = out[:-1]
    if first + second in words:
        return stem + line
    hyphened = f"{first}-{second}" in words or first in KEPT or not line[0].islower()
    return f"{stem}-{line}" if hyphened or (first in words and second in words and len(first) > 3) else stem + line
