"""What a file is: by its first bytes, then by its name, then by what the source says."""

from __future__ import annotations

import json
import re
from typing import Literal

from fogline.documents.decode import is_binary
from fogline.model.raw import Raw

Kind = Literal[
    "plain", "markdown", "html", "pdf", "docx", "mail", "jsonl", "json", "csv",
    "empty", "locked_or_old", "office", "rtf", "archive", "picture", "media", "binary",
]  # fmt: skip

FORMS: dict[Kind, str] = {
    "empty": "an empty file. Check it, or take it out.",
    "locked_or_old": "locked with a password, or in the old Word format (.doc). Save it as .docx without a password.",
    "office": "an office file other than a Word text. Save it as .docx, .csv or .txt.",
    "rtf": "rich text (.rtf). Save it as .docx or .txt.",
    "archive": "an archive. Unpack it, or give it to the command line, which does.",
    "picture": "a picture. Text in pictures is not read; run it through OCR first.",
    "media": "sound or film. Only text is read.",
    "binary": "no text in any encoding. Only text is read.",
}
MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "locked_or_old"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"WARC/", "archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"RIFF", "media"),
    (b"\x7fELF", "binary"),
    (b"MZ\x90", "binary"),
)
SUFFIXES: dict[str, Kind] = {
    "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv", "eml": "mail",
    "md": "markdown", "markdown": "markdown", "html": "html", "htm": "html", "xhtml": "html", "txt": "plain",
}  # fmt: skip
MEDIA: dict[str, Kind] = {
    "text/html": "html", "application/xhtml+xml": "html", "text/markdown": "markdown", "text/csv": "csv",
    "application/json": "json", "application/jsonl": "jsonl", "application/x-ndjson": "jsonl",
    "message/rfc822": "mail", "text/tab-separated-values": "csv",
}  # fmt: skip
TAR, TAR_AT = b"ustar", 257
PDF_WITHIN = 1024  # bytes of rubbish that readers allow before the header
HEAD = 2000
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def kind(raw: Raw) -> Kind:
    """What to read the bytes as, or why they cannot be read (a key of ``FORMS``)."""
    data = raw.data
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        return "empty"
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(raw)
    for mark, found in MAGIC:
        if data.startswith(mark):
            return found
    if data[TAR_AT : TAR_AT + len(TAR)] == TAR:
        return "archive"
    return "binary" if is_binary(data) else _text(raw)


def _zipped(raw: Raw) -> Kind:
    if b"word/document" in raw.data:
        return "docx"
    return "office" if b"[Content_Types].xml" in raw.data or raw.data[30:38] == b"mimetype" else "archive"


def _text(raw: Raw) -> Kind:
    media = (raw.media or "").split(";")[0].strip().lower()
    by_name = SUFFIXES.get(raw.suffix) if media not in MEDIA else None
    if PAGE.match(raw.data[:HEAD].removeprefix(b"\xef\xbb\xbf")) and by_name in (None, "plain", "html"):
        return "html"
    return by_name or MEDIA.get(media) or (_json(raw) if raw.data.lstrip()[:1] in (b"{", b"[") else "plain")


def _json(raw: Raw) -> Kind:
    """JSON without a name, as on standard input: objects a line, one value, or after all plain text."""
    for found, part in (("jsonl", raw.data.lstrip().split(b"\n", 1)[0]), ("json", raw.data)):
        try:
            value = json.loads(part)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict | list):
            return "jsonl" if found == "jsonl" and isinstance(value, dict) else "json"
    return "plain"
