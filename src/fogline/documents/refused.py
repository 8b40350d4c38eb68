"""The issues of this stage: what was met, and what to do."""

from __future__ import annotations

from fogline.model.document import Document
from fogline.model.issue import Found, Issue
from fogline.sources.refused import sentence


def issue(code: str, name: str, why: str, document: str = "") -> Issue:
    """An issue of this stage; ``why`` is the rest of the sentence after the name of the file."""
    return Issue("documents", code, sentence(name, why), document)


def refused(code: str, name: str, why: str) -> Found[Document]:
    """No document, and why."""
    return Found((), (issue(code, name, why),))
