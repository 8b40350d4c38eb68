"""PDF files for the tests, set with typst."""

from __future__ import annotations

import tempfile
from pathlib import Path

import typst


def pdf(source: str) -> bytes:
    """The PDF that typst makes of ``source``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(path))
