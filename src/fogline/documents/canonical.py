"""The canonical text: NFC, ``\\n`` line ends, nothing that is invisible or that a terminal would obey."""

from __future__ import annotations

import re
import unicodedata

NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# U+200E/F, U+061C: marks; U+202A-E, U+2066-9: embeddings and isolates (they can make text read other than it is stored)
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# soft hyphen, zero-width space, word joiner, byte order mark; ZWJ and ZWNJ stay, Persian and Hindi spell with them
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
TAGS = "\U000e0000-\U000e007f"  # ASCII once more that no one sees: a hidden text
REMOVED = re.compile(f"[{BIDI}{CONTROL}{INVISIBLE}{TAGS}]")
REPLACED = re.compile(f"[{BIDI}{CONTROL}{TAGS}\v\f]")
SURROGATES = re.compile("[\ud800-\udfff]")
# more marks on one letter than UAX #15 allows in a stream; to put a million of them in order takes hours
MOST_MARKS = 30
STACKED = re.compile(rf"[^\w\x00-\x7f]{{{MOST_MARKS + 1},}}")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def canonical(text: str) -> str:
    """Clean prose taken out of a file: canonical, one kind of space, no trailing spaces, at most one empty line."""
    text = NEWLINES.sub("\n", text)
    text = SPACES.sub(" ", REMOVED.sub("", SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)))
    text = unicodedata.normalize("NFC", STACKED.sub(_unstacked, text))
    lines = (line.rstrip() for line in text.split("\n"))
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def kept(text: str) -> str:
    """The canonical form of a text whose offsets the user counts on: NFC and ``\\n`` alone (claims.md §1).

    Characters that no text may hold (controls, direction marks, lone surrogates) are replaced one for one.
    """
    text = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", re.sub("\r\n?", "\n", text))
    return unicodedata.normalize("NFC", STACKED.sub(_unstacked, REPLACED.sub(" ", text)))


def one_line(text: str | None, longest: int = 500) -> str | None:
    """A title, name or address: canonical, on one line, at most ``longest`` characters; ``None`` for nothing."""
    if not text:
        return None
    return " ".join(canonical(text[: 4 * longest]).split())[:longest].strip() or None


def _unstacked(run: re.Match[str]) -> str:
    """The run with at most ``MOST_MARKS`` marks upon each other; each of the others is a space."""
    marks = 0
    out: list[str] = []
    for char in run[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        out.append(" " if marks > MOST_MARKS else char)
    return "".join(out)
