"""What stands on a page beside its text: running heads and feet, page numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from fogline.documents.layout import Line, Run, rows

MARGIN = 0.12  # of the page's height, at the top and at the bottom
APART = 0.6  # of the type size: the space between furniture and text
FOOT = 0.92  # of the body's type size: smaller lines at the foot are notes
NUMBER = re.compile(
    r"(?:page|p\.?|seite)? ?[-–—|]? ?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|/|\|) ?\d{1,4})? ?[-–—|]?", re.IGNORECASE
)
NOTE = re.compile(r"(\d{1,3}|[*†‡]{1,3})[.)]? ?(?=\D)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in points and its runs."""

    width: float
    height: float
    runs: tuple[Run, ...]


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without running heads and feet (words that return on most pages) and without page numbers."""
    marginal = [_marginal(sheet) for sheet in sheets]
    seen = Counter(shape for margins in marginal for shape in {_shape(row) for rows_ in margins for row in rows_[:-1]})
    least = max(2, (len(sheets) + 1) // 2 if len(sheets) < 6 else 3)
    found: list[Sheet] = []
    for sheet, margins in zip(sheets, marginal, strict=True):
        gone = {id(run) for rows_ in margins for row in _outer(rows_, seen, least) for run in row}
        found.append(Sheet(sheet.width, sheet.height, tuple(r for r in sheet.runs if id(r) not in gone)))
    return found


def body_size(sheets: Sequence[Sheet]) -> float:
    """The type size that most characters are set in."""
    sizes = [round(run.size, 1) for sheet in sheets for run in sheet.runs for _ in range(1 + len(run.text) // 10)]
    return median(sizes) if sizes else 0.0


def notes_at_foot(lines: Sequence[Line], size: float) -> tuple[list[Line], list[str]]:
    """The lines of a page without its footnotes, and the footnotes, each as ``[1] words``.

    Footnotes are in smaller type, below the last line of their column that is not, and open with a number or a mark.
    """
    kept: list[Line] = []
    notes: list[str] = []
    columns = list(dict.fromkeys(line.column for line in lines))
    small = {id(line) for column in columns for line in _foot([each for each in lines if each.column == column], size)}
    for line in lines:
        if id(line) not in small:
            kept.append(line)
            continue
        if mark := _mark(line):
            notes.append(f"[{mark[0]}] {mark[1]}")
        elif notes:
            notes[-1] = f"{notes[-1]} {line.text}"
    return kept, notes


def _foot(lines: list[Line], size: float) -> list[Line]:
    """The small lines at the end of a column, from the first that opens with a mark."""
    foot: list[Line] = []
    for line in reversed(lines):
        if line.size >= FOOT * size:
            break
        foot.append(line)
    foot.reverse()
    first = next((n for n, line in enumerate(foot) if _mark(line)), len(foot))
    return foot[first:]


def _mark(line: Line) -> tuple[str, str] | None:
    first = line.runs[0]
    if first.mark:
        return first.mark, line.text.strip()
    match = NOTE.match(line.text)
    return (match[1], line.text[match.end() :].strip()) if match else None


def _marginal(sheet: Sheet) -> list[list[list[Run]]]:
    """The rows at the top and at the bottom of a page, each list from the edge inwards."""
    edge = MARGIN * sheet.height
    found = rows(sheet.runs)
    top = [row for row in found if row[0].bottom < edge]
    foot = [row for row in found if row[0].top > sheet.height - edge]
    return [[*found, []][: len(top) + 1], [*found[::-1], []][: len(foot) + 1]]


def _outer(margin: list[list[Run]], seen: Counter[str], least: int) -> list[list[Run]]:
    """The rows of a margin that are furniture. The last entry of ``margin`` is the first row of the text,
    empty where there is none.

    Furniture stands apart from the text: a body line that happens to return at the head of two pages does not.
    """
    found = [n for n, row in enumerate(margin[:-1]) if _is_furniture(row, seen, least)]
    while found and not _apart(margin[found[-1]], margin[found[-1] + 1]):
        found.pop()
    return [margin[n] for n in found]


def _apart(row: list[Run], inner: list[Run]) -> bool:
    if not inner:
        return True
    gap = max(row[0].top, inner[0].top) - min(row[0].bottom, inner[0].bottom)
    return gap > APART * row[0].size


def _shape(row: list[Run]) -> str:
    """The words of a row with every number alike, and where it stands to ten points."""
    return f"{re.sub(r'[0-9]+', '#', ' '.join(r.text for r in row))}@{round(row[0].top, -1)}"


def _is_furniture(row: list[Run], seen: Counter[str], least: int) -> bool:
    shape = _shape(row)
    # "Chapter 2 … 17" on two pages is enough; words without a counter must return more often
    return seen[shape] >= (2 if "#" in shape else least) or bool(NUMBER.fullmatch(" ".join(r.text for r in row)))
