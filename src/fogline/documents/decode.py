"""Bytes to characters, and whether they are characters at all. The only file that knows charset-normalizer."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 20_000  # bytes: more does not change the answer
CHARSET = re.compile(r"charset=[\"']?([\w.:-]{1,40})", re.ASCII | re.IGNORECASE)
# no file is written in these; punycode takes quadratic time, and escapes make characters that no text may hold
NO_ENCODINGS = frozenset(
    ["punycode", "idna", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape"]
)
CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
FOREIGN = 0.05  # below this share of non-ASCII bytes the text is in Latin letters: Windows-1252, no need to guess


def decode(data: bytes, media: str | None = None) -> str:
    """The characters: by byte order mark, by what the source says, as UTF-8, else guessed; never an error."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    for encoding in (_named(media) or "utf-8", "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode(_guessed(data), "replace")


def is_binary(data: bytes) -> bool:
    """Whether the bytes are no text in any encoding: too many control bytes, more so where they are no UTF-8."""
    sample = data[:SAMPLE]
    if not sample or any(sample.startswith(mark) for mark, _ in MARKS) or _utf16(sample):
        return False
    share = _share(sample, CONTROLS)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeError:
        return share > 0.03
    return share > 0.3


def _named(media: str | None) -> str | None:
    match = CHARSET.search(media or "")
    if not match:
        return None
    try:
        name = codecs.lookup(match[1]).name
    except LookupError:
        return None
    if name in NO_ENCODINGS:
        return None
    # as browsers do: pages that claim Latin-1 or ASCII are Windows-1252
    return {"iso8859-1": None, "ascii": None}.get(name, name)


def _guessed(data: bytes) -> str:
    sample = data[:SAMPLE]
    if utf16 := _utf16(sample):
        return utf16
    if _share(sample, bytes(range(128, 256))) < FOREIGN:
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every second byte is null."""
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.7 * half and not sample[0::2].count(0):
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and not sample[1::2].count(0):
        return "utf-16-be"
    return None


def _share(sample: bytes, wanted: bytes) -> float:
    return 1 - len(sample.translate(None, wanted)) / len(sample) if sample else 0.0
