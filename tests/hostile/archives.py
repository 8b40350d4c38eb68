"""Families of packed files: bombs, names that climb, ruins, gzip, other archives."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tests.hostile.case import ANY, CANARY, READ, SENTENCE, Case, cases, cut, flipped

TEXT = SENTENCE.encode()
MEGA = 1_000_000
ZEROS = b"\0" * (30 * MEGA)
CLIMBING = (
    "../../a.txt",
    "/etc/passwd.txt",
    "..\\..\\a.txt",
    "C:\\windows\\a.txt",
    "\\\\host\\share\\a.txt",
    "a\nb.txt",
    "a\x1b[31m.txt",
    "a\u202etxt.exe.txt",
    "x" * 5000 + ".txt",
    "<script>alert(1)</script>.txt",
    "=cmd|' /C calc'!A0.txt",
    "a/" * 3000 + "a.txt",
    "CON.txt",
    "a.txt ",
    ".../a.txt",
    "~/a.txt",
    "$(id).txt",
    "`id`.txt",
    "%2e%2e%2fa.txt",
    "-rf.txt",
    "\ufeffa.txt",
    "é\u0301\u0323.txt",
    "a.txt/../b.txt",
    "//a.txt",
)


def zipped(files: Sequence[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def bombs() -> Iterator[Case]:
    """Archives that unpack to far more than they are, and archives in archives."""

    def gz() -> bytes:
        return gzip.compress(ZEROS, 1)

    def nested(depth: int, wide: int = 1, core: bytes = TEXT) -> bytes:
        data, name = core, "a.txt"
        for _ in range(depth):
            data, name = zipped([(f"{n}{name}", data) for n in range(wide)]), ".zip"
        return data

    rows: list[tuple[str, Callable[[], bytes], str]] = [
        ("zip of zeros", lambda: zipped([("a.txt", ZEROS)]), "!bomb"),
        ("zip of zeros beside a report", lambda: zipped([("a.txt", ZEROS), ("b.txt", TEXT)]), READ),
        ("many of them", lambda: zipped([(f"{n}.txt", ZEROS[: 2 * MEGA]) for n in range(15)]), "!bomb"),
        ("says that it is small", lambda: _sized(zipped([("a.txt", ZEROS)]), 10), "!broken_archive|!bomb"),
        ("says that it is huge", lambda: _sized(zipped([("a.txt", TEXT)]), 0xFFFFFFF0), "!too_large|!broken_archive"),
        ("too many files", lambda: zipped([(f"{n}", b"") for n in range(10_001)]), "!too_many"),
        ("the same bytes under many names", lambda: _overlapping(20_000), "!too_many|!broken_archive"),
        ("the same bytes under some names", lambda: _overlapping(200), ANY),
        *((f"nested {n}", partial(nested, n), READ if n < 4 else "!too_deep") for n in range(2, 9)),
        ("wide and deep", lambda: nested(3, 9), READ),
        ("wide and too deep", lambda: nested(4, 4), "!too_deep"),
        ("a bomb in a zip in a zip", lambda: nested(3, 1, ZEROS[: 9 * MEGA]), "!bomb"),
        ("gzip of zeros", gz, "!bomb"),
        ("gzip of gzip of zeros", lambda: gzip.compress(gz()), "!bomb"),
        ("gzip six deep", lambda: _gzipped(6), "!too_deep"),
        ("a hundred thousand members", lambda: gzip.compress(b"x ") * 100_000, "=x x"),
        ("a hundred thousand empty members", lambda: gzip.compress(b"") * 100_000, "!empty"),
        ("a long tail of zeros", lambda: gzip.compress(TEXT) + ZEROS, READ),
        ("gzip that does not pack", lambda: gzip.compress(os.urandom(20 * MEGA), 0), "!binary"),
        ("empty zip", lambda: zipped([]), ANY),
        ("stored", lambda: zipped([("a.txt", TEXT)], zipfile.ZIP_STORED), READ),
    ]
    yield from cases("bombs", "a.zip", rows)


def names() -> Iterator[Case]:
    """Names inside an archive that lead elsewhere, or would be shown or run."""
    rows = [(repr(name[:30]), zipped([(name, TEXT)]), ANY) for name in CLIMBING]
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.txt", TEXT)
    rows += [
        ("a link", out.getvalue(), READ),
        ("twice the same", zipped([("a.txt", TEXT), ("b.txt", b"x y")]).replace(b"b.txt", b"a.txt"), ANY),
        ("a folder named as a file", zipped([("a.pdf/", b""), ("a.pdf/b.txt", TEXT)]), READ),
        ("only what systems leave", zipped([("__MACOSX/._a.txt", TEXT), (".DS_Store", b"x")]), ANY),
        ("null in the name", zipped([("aXb.txt", TEXT)]).replace(b"aXb", b"a\0b"), ANY),
        ("no name", zipped([("a", TEXT)]).replace(b"PK\1\2", b"PK\1\2"), ANY),
        ("no utf-8", zipped([("aéb.txt", TEXT)]).replace("é".encode(), b"\xff\xfe"), ANY),
    ]
    yield from cases("names in archives", "a.zip", rows)


def ruins() -> Iterator[Case]:
    """Zip files cut, spoilt, locked or packed in other ways."""
    whole = zipped([("a.txt", TEXT * 40), ("b.txt", TEXT * 9)])
    entry, end = whole.index(b"PK\1\2"), whole.index(b"PK\5\6")
    changed = {
        "locked": (entry + 8, b"\1"),
        "method 99": (entry + 10, b"\x63\0"),
        "method 9": (entry + 10, b"\x09\0"),
        "patch data": (entry + 8, b"\x20"),
        "wrong sum": (entry + 16, b"\0\0\0\0"),
        "header elsewhere": (entry + 42, b"\xff\xff\xff\x7f"),
        "header in the text": (entry + 42, b"\5\0\0\0"),
        "directory elsewhere": (end + 16, b"\xff\xff\xff\x7f"),
        "directory of no size": (end + 12, b"\0\0\0\0"),
        "many entries": (end + 8, b"\xff\xff\xff\xff"),
        "a long comment": (end + 20, b"\xff\xff"),
        "a long name": (entry + 28, b"\xff\xff"),
        "a long extra": (entry + 30, b"\xff\xff"),
        "needs version 9.9": (entry + 6, b"\x63\0"),
        "year 2107, month 15": (entry + 12, b"\xff\xff\xff\xff"),
    }
    rows = [(name, whole[:at] + new + whole[at + len(new) :], ANY) for name, (at, new) in changed.items()]
    rows += [("bzip2 inside", zipped([("a.txt", TEXT)], zipfile.ZIP_BZIP2), "!broken_archive")]
    rows += [("lzma inside", zipped([("a.txt", TEXT)], zipfile.ZIP_LZMA), "!broken_archive")]
    yield from cases("ruined zip files", "a.zip", [*rows, *cut(whole), *flipped(whole)])


def gzips() -> Iterator[Case]:
    """Gzip cut, spoilt or lying."""
    whole = gzip.compress(TEXT * 50)
    rows = [
        ("a name that climbs", _named(b"../../etc/passwd"), READ),
        ("a name with codes", _named(b"\x1b[31m<script>"), READ),
        ("rubbish behind", whole + b"rubbish", READ),
        ("another gzip that is cut", whole + whole[:20], "!broken_archive"),
        ("wrong sum", whole[:-8] + b"\0" * 8, "!broken_archive"),
        ("only the mark", b"\x1f\x8b", "!broken_archive"),
        ("a method that is none", b"\x1f\x8b\x07" + whole[3:], "!broken_archive"),
        ("flags that are none", b"\x1f\x8b\x08\xff" + whole[4:], ANY),
    ]
    yield from cases("gzip", "a.txt.gz", [*rows, *cut(whole, 10), *flipped(whole, 10)])


def others() -> Iterator[Case]:
    """Archives, pictures, films and programs under the name of a text: refused by what they are."""
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as archive:
        for name in ("../../a.txt", "b.txt"):
            info = tarfile.TarInfo(name)
            info.size = len(TEXT)
            archive.addfile(info, io.BytesIO(TEXT))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    packed = bytes((n * 7919 + n // 3) % 256 for n in range(4000))
    heads = {
        "7z": b"7z\xbc\xaf\x27\x1c",
        "rar": b"Rar!\x1a\x07\0",
        "zstd": b"\x28\xb5\x2f\xfd",
        "lz4": b"\x04\x22\x4d\x18",
        "cab": b"MSCF\0\0\0\0",
        "png": b"\x89PNG\r\n\x1a\n",
        "jpeg": b"\xff\xd8\xff\xe0",
        "gif": b"GIF89a",
        "tiff": b"II*\0",
        "webp": b"RIFF\0\0\0\0WEBP",
        "mp3": b"ID3\3",
        "ogg": b"OggS",
        "mp4": b"\0\0\0\x18ftypmp42",
        "elf": b"\x7fELF\2\1\1",
        "exe": b"MZ\x90\0",
        "wasm": b"\0asm\1\0\0\0",
        "sqlite": b"SQLite format 3\0",
        "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "class": b"\xca\xfe\xba\xbe",
        "parquet": b"PAR1",
        "pickle": b"\x80\x05\x95",
        "dmg": b"koly",
    }
    rows: list[tuple[str, bytes, str]] = [
        (name, head + packed, "!archive|!picture|!media|!binary|!locked_or_old|!office") for name, head in heads.items()
    ]
    rows += [
        ("tar", tar.getvalue(), "!archive"),
        ("tar.gz", gzip.compress(tar.getvalue()), "!archive"),
        ("bz2", bz2.compress(TEXT * 99), "!archive|!binary"),
        ("xz", lzma.compress(TEXT * 99), "!archive|!binary"),
        ("deflate", zlib.compress(packed), "!binary"),
        ("rtf with an object", b"{\\rtf1{\\object\\objocx{\\*\\objdata " + CANARY.encode() + b"}}}", "!rtf"),
        ("pickle that runs", b"cos\nsystem\n(S'echo " + CANARY.encode() + b" > /tmp/x'\ntR.", ANY),
    ]
    yield from cases("other kinds", "a.txt", (r for r in rows if r[0] != "pickle that runs"))


def _sized(archive: bytes, size: int) -> bytes:
    """The archive with another size of the unpacked file in both its heads."""
    out = bytearray(archive)
    new = size.to_bytes(4, "little")
    out[22:26] = new
    entry = archive.index(b"PK\1\2")
    out[entry + 24 : entry + 28] = new
    return bytes(out)


def _overlapping(times: int) -> bytes:
    """A directory in which every entry points to the same packed megabyte."""
    one = zipped([("00000.txt", b"x" * MEGA)])
    entry, end = one.index(b"PK\1\2"), one.index(b"PK\5\6")
    directory = b"".join(one[entry:end].replace(b"00000", b"%05d" % n) for n in range(times))
    count = min(times, 0xFFFF).to_bytes(2, "little")
    tail = b"PK\5\6\0\0\0\0" + count * 2 + len(directory).to_bytes(4, "little") + entry.to_bytes(4, "little") + b"\0\0"
    return one[:entry] + directory + tail


def _gzipped(depth: int) -> bytes:
    data = TEXT
    for _ in range(depth):
        data = gzip.compress(data)
    return data


def _named(name: bytes) -> bytes:
    """A gzip that carries a file name."""
    plain = gzip.compress(TEXT)
    return plain[:3] + b"\x08" + plain[4:10] + name + b"\0" + plain[10:]
