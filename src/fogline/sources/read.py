"""What the user named, as a stream of raw reports: the entry of this stage."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.expand import expand
from fogline.sources.files import files_of, read_stream
from fogline.sources.limits import DEFAULT, Limits
from fogline.sources.refused import too_large
from fogline.sources.web import fetch

ADDRESS = ("http://", "https://")
STDIN = "-"


def collect(names: Sequence[str], limits: Limits = DEFAULT) -> Iterator[Raw | Issue]:
    """Every report under ``names`` in the order named: paths, folders (sorted), ``-`` for standard input, web addresses.

    Archives, web archives, feeds and saved ReliefWeb answers are taken apart. What cannot be read is an ``Issue`` and the
    rest goes on. Files are read one at a time.
    """
    for name in names:
        for raw in _opened(name, limits):
            if isinstance(raw, Issue):
                yield raw
            else:
                yield from expand(raw, limits)


def _opened(name: str, limits: Limits) -> Iterator[Raw | Issue]:
    if name == STDIN:
        data = read_stream(sys.stdin.buffer, limits.file)
        yield too_large("standard input", limits.file) if data is None else Raw("standard input", data)
    elif name.lower().startswith(ADDRESS):
        yield fetch(name, limits)
    else:
        yield from files_of(Path(name), limits)
