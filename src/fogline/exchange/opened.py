"""A CSV file as bytes, unpacked while it is read: plain, ``.gz``, or a ``.zip`` that holds one CSV, as publishers pack them."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from fogline.errors import FileUnreadable

BROKEN = (
    OSError,
    EOFError,
    zlib.error,
    zipfile.BadZipFile,
    RuntimeError,
    NotImplementedError,
)  # the last: packed otherwise


@contextmanager
def unpacked(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of the table. Raises ``FileUnreadable`` for what cannot be opened or unpacked."""
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive, archive.open(_table(archive, path)) as member:
                yield member
        elif path.suffix.lower() == ".gz":
            with gzip.open(path, "rb") as packed:
                yield cast(IO[bytes], packed)
        else:
            with path.open("rb") as plain:
                yield plain
    except BROKEN as error:
        raise FileUnreadable(str(path), str(error)) from error


def _table(archive: zipfile.ZipFile, path: Path) -> str:
    tables = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    if len(tables) != 1:
        raise FileUnreadable(str(path), f"it holds {len(tables)} CSV files where one is expected")
    return tables[0]
