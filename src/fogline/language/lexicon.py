"""Knowledge in tab-separated files: a comment column, an example a line, and errors that name the line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from fogline.errors import FileUnreadable, LexiconError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a lexicon: its cells by column name, and where it stands for error messages."""

    source: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several values with ``|``; empty for an empty cell."""
        return tuple(part.strip() for part in self.cells[column].split("|") if part.strip())

    def wrong(self, expected: str, met: str) -> LexiconError:
        """The error to raise for this line."""
        return LexiconError(self.source, self.line, expected, met)


def shipped(*path: str) -> Traversable:
    """A file or folder under ``fogline/data``."""
    here = files("fogline") / "data"
    for part in path:
        here = here / part
    return here


def _content(source: Traversable | Path, name: str) -> str:
    try:
        data = source.read_bytes()
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LexiconError(name, data.count(b"\n", 0, error.start) + 1, "text in UTF-8", "other bytes") from error
    except OSError as error:
        raise FileUnreadable(name, error.strerror or str(error)) from error


def rows(source: Traversable | Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """The lines of a TSV file whose header names at least ``columns``; ``#`` lines and empty lines are comments.

    Raises ``LexiconError`` when the header lacks a column or a line has another number of cells than the header.
    """
    name = getattr(source, "name", str(source))
    with io.StringIO(_content(source, name), newline=None) as lines:
        numbered = ((n, line.rstrip("\r\n")) for n, line in enumerate(lines, 1))
        content = ((n, line) for n, line in numbered if line.strip() and not line.startswith("#"))
        first, head = next(content, (1, ""))
        header = head.split("\t")
        if missing := [c for c in columns if c not in header]:
            raise LexiconError(
                name, first, f"a header with the columns {', '.join(columns)}", f"none named {missing[0]}"
            )
        for n, line in content:
            cells = line.split("\t")
            if len(cells) != len(header):
                raise LexiconError(name, n, f"{len(header)} cells, one a column", f"{len(cells)}")
            yield Row(name, n, dict(zip(header, (c.strip() for c in cells), strict=True)))
