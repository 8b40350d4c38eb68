"""Packed files: gzip and zip, unpacked in memory and never further than the limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.limits import Limits
from fogline.sources.refused import printable, refused, too_large

GZIP = b"\x1f\x8b"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
WORD_FILE = b"word/document.xml"
OFFICE = ("docx", "docm", "xlsx", "pptx", "odt", "ods", "epub")
ENCRYPTED = 0x1
PART, PIECE = 1 << 16, 1 << 12  # bytes: unpacked and packed at a time
BOMB = "unpacks to far more than its size, as no text does. Not read: it may be a decompression bomb."


def is_gzip(raw: Raw) -> bool:
    """Whether the bytes are gzip."""
    return raw.data.startswith(GZIP)


def is_archive(raw: Raw) -> bool:
    """Whether the bytes are a zip of files rather than a Word file or another office document."""
    return raw.data.startswith(ZIP) and raw.suffix not in OFFICE and WORD_FILE not in raw.data


def gunzip(raw: Raw, limits: Limits) -> Iterator[Raw | Issue]:
    """The one file inside; several members, as in a ``.warc.gz``, are joined."""
    out = bytearray()
    whole = False
    try:
        for part, whole in _inflated(raw.data):  # noqa: B007 - what was said last counts
            out += part
            if issue := over(raw.name, len(out), len(raw.data), limits):
                yield issue
                return
    except zlib.error as error:
        yield refused("broken_archive", raw.name, f"not a whole gzip file ({error}). Fetch it again.")
        return
    if not whole:
        yield refused("broken_archive", raw.name, "the gzip data ends too early. Fetch it again.")
        return
    inner = raw.name[:-3] if raw.name.lower().endswith(".gz") else raw.name
    yield replace(raw, name=inner, data=bytes(out), media=None)


def _inflated(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Parts of the content, and whether a member ends with each. Takes the input in small pieces: what is left of one is
    copied at every step, and that of a whole file would cost minutes."""
    here = 0
    while data.startswith(GZIP, here):
        machine = zlib.decompressobj(wbits=31)
        rest = b""
        while not machine.eof:
            if not rest:
                rest = data[here : here + PIECE]
                here += len(rest)
                if not rest:
                    yield b"", False
                    return
            part = machine.decompress(rest, PART)
            rest = machine.unconsumed_tail
            yield part, machine.eof
        here -= len(machine.unused_data)
        while data.startswith(b"\0", here):
            here += 1


def unzip(raw: Raw, limits: Limits) -> Iterator[Raw | Issue]:
    """The files inside, sorted by name; names serve as labels only, nothing is written anywhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as archive:
            yield from _entries(raw, archive, limits)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as error:
        yield refused("broken_archive", raw.name, f"not a whole zip file ({error}). Fetch it again.")


def _entries(raw: Raw, archive: zipfile.ZipFile, limits: Limits) -> Iterator[Raw | Issue]:
    infos = sorted((i for i in archive.infolist() if _wanted(i)), key=lambda i: i.filename)
    if not infos:
        yield refused("empty", raw.name, "an archive without files that could be read. Check it, or take it out.")
    if len(infos) > limits.entries:
        yield refused("too_many", raw.name, f"holds more than {limits.entries:,} files, not read. Split it.")
        return
    total = 0
    for info in infos:
        inner = _entry(raw, archive, info, limits)
        total += 0 if isinstance(inner, Issue) else len(inner.data)
        if total > limits.total:
            yield refused("too_large", raw.name, f"unpacks to more than {limits.total:,} bytes. Split it.")
            return
        yield inner


def _entry(raw: Raw, archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: Limits) -> Raw | Issue:
    name = f"{raw.name}!/{printable(info.filename)}"
    if info.flag_bits & ENCRYPTED:
        return refused("encrypted", name, "is locked with a password. Unpack it and read the files.")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return refused("broken_archive", name, "is packed in a way that is not read here. Unpack it first.")
    if info.file_size > limits.file:
        return too_large(name, limits.file)
    data = bytearray()
    try:
        with archive.open(info) as stream:
            while part := stream.read(PART):
                data += part
                if issue := over(name, len(data), info.compress_size, limits):
                    return issue
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        return refused("broken_archive", name, f"is damaged ({error}). Fetch it again.")
    return Raw(name, bytes(data), retrieved=raw.retrieved)


def _wanted(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    hidden = any(p.startswith((".", "__MACOSX")) and p not in (".", "..") for p in parts)
    return not info.is_dir() and not hidden


def over(name: str, size: int, packed: int, limits: Limits) -> Issue | None:
    """Why something that unpacks to ``size`` bytes is read no further, or ``None``."""
    if size > limits.ratio_from and size > limits.ratio * max(packed, 1):
        return refused("bomb", name, BOMB)
    return too_large(name, limits.file) if size > limits.file else None
