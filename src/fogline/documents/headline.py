"""Lines that are no prose: headlines, rows of tables, notes."""

from __future__ import annotations

import re

LONGEST = 200
FEWEST_WORDS, MOST_WORDS = 2, 30
NOT_LAST = ".!?:;,…"
NOTE = re.compile(r"(?:\[(?:\d{1,3}|[a-z*†‡]{1,2})\]|\^|[*†‡]{1,3}) ?\S")
REFERENCES = re.compile(r"(?:\[[\w ]{1,12}\]|[\"'”’)])+$")
PIPES = re.compile(r"\|[^|\n]+\|")


def is_headline(line: str) -> bool:
    """Whether a line that stands first may be a headline: short, without a full stop, not a list or a table."""
    line = line.strip()
    last = REFERENCES.sub("", line)[-1:]
    if not last or len(line) > LONGEST or last in NOT_LAST or line.startswith(("-", "*", "•", "[", "|", ">")):
        return False
    words = line.split()
    letters = sum(c.isalpha() for c in line)
    return FEWEST_WORDS <= len(words) <= MOST_WORDS and letters > len(line) / 2 and not is_table_row(line)


def is_table_row(line: str) -> bool:
    """Whether a line is a row of a table: cells parted by tabs, or by upright bars."""
    cells = [cell for cell in line.strip().split("\t") if cell.strip()]
    return len(cells) > 1 or line.count(" | ") > 1 or bool(PIPES.match(line.strip()))


def is_note(line: str) -> bool:
    """Whether a line is a footnote or a reference: it opens with its mark (``[3] …``, ``* …``)."""
    return bool(NOTE.match(line)) and not line.startswith("* ")
