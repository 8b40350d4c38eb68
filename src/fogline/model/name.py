"""Names made comparable."""

from __future__ import annotations

import unicodedata

ASCII = {n: None if chr(n) in "'`" else chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}


def fold(name: str) -> str:
    """The name without case, accents, marks and doubled spaces; a leading "the" is left out."""
    if name.isascii():  # nine names in ten, at a tenth of the cost
        return " ".join(name.translate(ASCII).split()).removeprefix("the ")
    plain = unicodedata.normalize("NFKD", name)
    bare = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ`")
    return " ".join(bare.casefold().split()).removeprefix("the ")
