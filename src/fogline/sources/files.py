"""Files and folders on this machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.limits import Limits
from fogline.sources.refused import refused, too_large

PART = 1 << 20


def files_of(path: Path, limits: Limits) -> Iterator[Raw | Issue]:
    """The file, or every file under the folder sorted by path. Hidden files are passed over, links out of it refused."""
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        yield refused("missing", str(path), "there is no such file or folder. Check the spelling.")
    except (OSError, ValueError) as error:  # a name too long, a link to itself, a null in the name
        yield refused("unreadable", str(path), f"no file can have this name ({getattr(error, 'strerror', error)}).")
    else:
        for each in _under(path) if is_folder else (path,):
            yield each if isinstance(each, Issue) else _read(each, limits)


def read_stream(stream: BinaryIO, limit: int) -> bytes | None:
    """All bytes of a stream, or ``None`` as soon as there are more than ``limit``."""
    parts: list[bytes] = []
    size = 0
    while part := stream.read(min(PART, limit + 1 - size)):
        size += len(part)
        if size > limit:
            return None
        parts.append(part)
    return b"".join(parts)


def _under(folder: Path) -> Iterator[Path | Issue]:
    root = folder.resolve()
    unreadable: list[Issue] = []

    def note(error: OSError) -> None:
        unreadable.append(
            refused("unreadable", str(error.filename), f"the folder cannot be listed ({error.strerror}).")
        )

    met: list[Path] = []
    for here, folders, names in os.walk(folder, onerror=note):
        linked = [name for name in folders if (Path(here) / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in linked]
        met.extend(Path(here) / name for name in (*names, *linked) if not name.startswith("."))
    for path in sorted(met, key=lambda p: p.as_posix()):
        if not path.is_symlink():
            yield path
        elif not path.exists():
            yield refused("missing", str(path), "a link that leads nowhere. Mend it, or take it out.")
        elif not path.resolve().is_relative_to(root):
            yield refused("link_outside", str(path), "a link out of the folder, not followed. Name the file itself.")
    yield from unreadable


def _read(path: Path, limits: Limits) -> Raw | Issue:
    name = path.as_posix()
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # opening a pipe waits until somebody writes into it
            return refused("not_a_file", name, "a pipe or device, not read. Give its content on standard input (-).")
        if about.st_size > limits.file:
            return too_large(name, limits.file)
        with path.open("rb") as stream:
            data = read_stream(stream, limits.file)
    except OSError as error:
        return refused("unreadable", name, f"cannot be read ({error.strerror}). Check that you may read it.")
    return too_large(name, limits.file) if data is None else Raw(name, data)
