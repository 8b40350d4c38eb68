"""The issues of this stage: what was met, and what to do."""

from __future__ import annotations

from fogline.model.document import Document
from fogline.model.issue import Found, Issue


def issue(code: str, name: str, why: str, document: str = "") -> Issue:
    """An issue of this stage; ``why`` is the rest of the sentence after the name of the file."""
    return Issue("documents", code, f"{printable(name)}: {why}", document)


def refused(code: str, name: str, why: str) -> Found[Document]:
    """No document, and why."""
    return Found((), (issue(code, name, why),))


def printable(name: str) -> str:
    """A name that is safe to show: no control characters, no lone surrogates, at most 300 characters."""
    clean = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in clean)[:300]
