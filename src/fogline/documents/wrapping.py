"""Lines that a program wrapped, told from lines that are paragraphs."""

from __future__ import annotations

import re
from collections.abc import Collection

NARROWEST, WIDEST = 45, 110  # columns that text files are wrapped to
FULL = 0.7  # of the width: a line that ran on
ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$")
ITEM = re.compile(r"\s*(?:[-*•·–]\s|\(?\w{1,3}[.)]\s|\[\w{1,4}\]\s|>|\|)")


def paragraphs(lines: list[str], apart: Collection[int] = ()) -> list[tuple[int, int]]:
    """``lines`` in paragraphs, as half-open ranges of line numbers; empty lines are in none, lines ``apart`` by themselves.

    Without wrapping every line is a paragraph. In wrapped text a paragraph ends at an empty line, before an indented line
    or an item of a list, and after a short line that ends a sentence.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for n in range(len(lines) + 1):
        if n == len(lines) or not lines[n].strip() or n in apart:
            if start < n:
                found.extend((start + a, start + b) for a, b in _in_block(lines[start:n]))
            if n in apart:
                found.append((n, n + 1))
            start = n + 1
    return found


def joined(lines: list[str]) -> str:
    """The lines of one paragraph as one line; a hyphen at a line's end stays, as no one can tell whether it belongs."""
    out = ""
    for line in (line.strip() for line in lines):
        glue = "" if not out or (out.endswith("-") and line[:1].islower()) else " "
        out += glue + line
    return out


def _in_block(block: list[str]) -> list[tuple[int, int]]:
    width = max(len(line.rstrip()) for line in block)
    full = sum(len(line.rstrip()) >= FULL * width for line in block)
    if len(block) < 2 or not NARROWEST <= width <= WIDEST or full < 0.6 * len(block) or _all_whole(block):
        return [(n, n + 1) for n in range(len(block))]
    starts = [0]
    for n in range(1, len(block)):
        before, here = block[n - 1].rstrip(), block[n]
        short_end = len(before) < FULL * width and ENDS.search(before[-5:])
        indented = here[:2].isspace() and not before[:2].isspace()
        if short_end or indented or ITEM.match(here):
            starts.append(n)
    return list(zip(starts, [*starts[1:], len(block)], strict=True))


def _all_whole(block: list[str]) -> bool:
    """Whether every line ends a sentence and the next begins one: short paragraphs, not wrapped lines."""
    ends = all(ENDS.search(line.rstrip()[-5:]) for line in block)
    return ends and not any(line.lstrip()[:1].islower() for line in block)
