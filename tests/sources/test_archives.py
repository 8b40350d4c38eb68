from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.expand import expand
from fogline.sources.limits import Limits


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def opened(name: str, data: bytes, limits: Limits | None = None) -> list[str]:
    """``name: text`` of what was read, ``!code`` of what was refused."""
    found = expand(Raw(name, data), limits or Limits())
    return [f"!{e.code}" if isinstance(e, Issue) else f"{e.name}: {e.data[:20].decode()}" for e in found]


def test_a_packed_file() -> None:
    assert opened("a.txt.gz", gzip.compress(b"Shells")) == ["a.txt: Shells"]


def test_members_of_one_gzip_are_joined() -> None:
    assert opened("a.txt.gz", gzip.compress(b"Shells ") + gzip.compress(b"hit")) == ["a.txt: Shells hit"]


def test_files_of_a_zip_by_name_without_what_systems_leave_behind() -> None:
    data = zipped({"b.txt": b"B", "a/c.txt": b"C", "__MACOSX/b.txt": b"x", ".DS_Store": b"x", "a/": b""})
    assert opened("r.zip", data) == ["r.zip!/a/c.txt: C", "r.zip!/b.txt: B"]


def test_archives_in_archives() -> None:
    data = zipped({"inner.zip": zipped({"a.txt.gz": gzip.compress(b"A")})})
    assert opened("r.zip", data) == ["r.zip!/inner.zip!/a.txt: A"]


def test_archives_in_archives_in_archives_without_end_are_refused() -> None:
    data = b"deep"
    for _ in range(6):
        data = gzip.compress(data)
    assert opened("r.gz", data) == ["!too_deep"]


def test_a_name_that_climbs_is_a_label_only() -> None:
    assert opened("r.zip", zipped({"../../etc/passwd": b"A"})) == ["r.zip!/../../etc/passwd: A"]


def test_a_word_file_is_no_archive() -> None:
    data = zipped({"word/document.xml": b"<w/>"})
    assert [e.name for e in expand(Raw("upload", data)) if isinstance(e, Raw)] == ["upload"]


BOMB = b"\0" * 20_000_000
REFUSED = [
    ("a.gz", gzip.compress(BOMB), "!bomb"),
    ("a.zip", zipped({"a.txt": BOMB}), "!bomb"),
    ("a.gz", gzip.compress(b"Shells hit Taiz.")[:-6], "!broken_archive"),
    ("a.gz", b"\x1f\x8b" + b"\xff" * 50, "!broken_archive"),
    ("a.zip", zipped({"a.txt": b"A"})[:-10], "!broken_archive"),
    ("a.zip", b"PK\x03\x04" + b"\xff" * 50, "!broken_archive"),
]


@pytest.mark.parametrize(("name", "data", "code"), REFUSED)
def test_bombs_and_ruins(name: str, data: bytes, code: str) -> None:
    assert opened(name, data) == [code]


def test_a_locked_file_is_refused_and_the_others_are_read() -> None:
    data = bytearray(zipped({"a.txt": b"A", "b.txt": b"B"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert opened("r.zip", bytes(data)) == ["!encrypted", "r.zip!/b.txt: B"]


def test_limits_on_number_and_on_the_whole() -> None:
    data = zipped({f"{n}.txt": b"x" * 900 for n in range(9)})
    assert opened("r.zip", data, Limits(entries=8)) == ["!too_many"]
    assert opened("r.zip", data, Limits(total=1000))[-1] == "!too_large"
    assert opened("r.zip", data, Limits(file=800))[0] == "!too_large"
