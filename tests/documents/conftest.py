"""Makers of real files."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import typst


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[[str], bytes]:
    """``typeset(source)``: the PDF that typst makes of it."""

    def make(source: str) -> bytes:
        path = tmp_path / "report.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(path))

    return make


@pytest.fixture
def word() -> Callable[[docx.document.Document], bytes]:
    """``word(document)``: the bytes of a Word file."""

    def make(document: docx.document.Document) -> bytes:
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    return make
