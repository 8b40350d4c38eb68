"""Text from outside made safe for a terminal."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    """The text without control, escape and bidirectional-override characters; line breaks become spaces."""
    spaced = text.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
