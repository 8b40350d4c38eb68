"""The issues of this stage: what was met, and what to do."""

from __future__ import annotations

from fogline.model.issue import Issue


def refused(code: str, name: str, why: str) -> Issue:
    """An issue that a source could not be read; ``why`` is the rest of the sentence after the name."""
    return Issue("sources", code, sentence(name, why))


def note(code: str, name: str, why: str) -> Issue:
    """An issue about what is known of a report, which costs none of its text: it is listed, nothing was refused."""
    return Issue("metadata", code, sentence(name, why))


def too_large(name: str, limit: int) -> Issue:
    """The issue for more bytes than the settings allow."""
    why = f"larger than {limit:,} bytes, not read. Split it, or raise largest_file in the settings."
    return refused("too_large", name, why)


def sentence(name: str, why: str) -> str:
    """What an issue says: the name and why, both safe to show, as ``why`` may quote what was met."""
    return f"{printable(name)}: {_clean(why)}"


def printable(name: str) -> str:
    """A name that is safe to show: no control characters, at most 300 characters, no lone surrogates."""
    return _clean(name[:300])


def _clean(text: str) -> str:
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in whole)
