"""Names made comparable."""

from __future__ import annotations

import unicodedata


def fold(name: str) -> str:
    """The name without case, accents, marks and doubled spaces; a leading "the" is left out."""
    plain = unicodedata.normalize("NFKD", name)
    bare = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`")
    return " ".join(bare.casefold().split()).removeprefix("the ")
