"""One spelling for many: names written with and without accents, hyphens and articles compare equal, offsets kept."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {ord(c): "'" for c in "\u2018\u2019\u02bc\u02bf\u02be`\u00b4"} | {
    ord(c): " " for c in "-\u2010\u2011\u2012\u2013\u00a0\u202f"
}
_LETTERS = {"\u0131": "i", "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0111": "d", "\u0110": "D"}
_ARTICLE = re.compile(r"\b[AaEe]l (?=[A-Z'])")
_LATIN = (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00))


def _table() -> dict[int, str]:
    plain = {c: unicodedata.normalize("NFD", chr(c))[0] for c in _LATIN}
    return (
        {c: letter for c, letter in plain.items() if letter != chr(c)}
        | {ord(k): v for k, v in _LETTERS.items()}
        | _MARKS
    )


_TABLE = _table()


def fold(text: str) -> str:
    """``text`` of the same length with one kind of apostrophe, blanks for hyphens, no accents, and "al " for "Al-", "el-".

    Case stays: in names it tells "US" from "us". Same length, so offsets into the result are offsets into ``text``.
    """
    plain = text.translate(_TABLE)
    return _ARTICLE.sub("al ", plain)
