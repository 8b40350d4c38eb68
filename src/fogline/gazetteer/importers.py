"""Other gazetteers into the user's own ``places.tsv``: GeoNames dumps and OCHA's P-code tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from fogline.errors import LexiconError
from fogline.gazetteer.entry import Entry, Kind
from fogline.gazetteer.sources import SUPPLEMENT_COLUMNS

COLUMNS = ("id", *SUPPLEMENT_COLUMNS, "admin2")
FEATURES: dict[str, Kind] = {
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin2",
    "PPLX": "section",
    "AIRP": "airport",
    "AIRF": "airport",
    "AIRB": "base",
    "MILB": "base",
    "CMPRF": "camp",
    "CMP": "camp",
    "DAM": "dam",
    "ISL": "island",
    "ISLS": "island",
    "RGN": "region",
    "VAL": "region",
    "DSRT": "region",
    "STRT": "strait",
    "SEA": "sea",
    "GULF": "sea",
    "STM": "river",
    "LK": "lake",
    "MT": "mountain",
    "MTS": "mountain",
    "PCLI": "country",
}
REACH: dict[Kind, int] = {"admin1": 80, "admin2": 25, "region": 50, "country": 300}
NAME = re.compile(r"(?i)^adm(?:in)?(\d)_?(?:name_?)?(?:en|fr|es|pt)?$|^admin(\d)name_en$")
CODE = re.compile(r"(?i)^adm(?:in)?(\d)_?pcode$|^admin(\d)pcode$")


def read_geonames(path: Path) -> Iterator[Entry]:
    """Entries of a dump with the columns of ``allCountries.txt``; features we have no kind for are left out.

    Raises ``LexiconError`` for a line that has not 19 columns.
    """
    with path.open(encoding="utf-8", newline="\n") as lines:
        for n, line in enumerate(lines, 1):
            c = line.rstrip("\n").split("\t")
            if len(c) != 19:
                raise LexiconError(path.name, n, "the 19 columns of a GeoNames dump", f"{len(c)}")
            kind: Kind | None = "city" if c[6] == "P" and c[7] != "PPLX" else FEATURES.get(c[7])
            if kind:
                aliases = tuple(a.replace("|", " ") for a in c[3].split(",") if a)
                at = float(c[4]), float(c[5])
                yield Entry(
                    c[0], c[1], kind, c[8], "", "", *at, max(500, int(c[14] or 0)), REACH.get(kind, 0), "", aliases
                )


def read_pcodes(path: Path, country: str | None = None) -> Iterator[Entry]:
    """Entries of an OCHA administrative table in CSV: the deepest level that a row has a P-code for, with its centroid.

    Columns are found by the usual names: ``admin2Name_en``/``ADM2_EN``, ``admin2Pcode``/``ADM2_PCODE``, ``lat``/``center_lat``,
    ``lon``/``center_lon``/``x``. Raises ``LexiconError`` where a name, a code or a centroid column is missing.
    """
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        header = list(reader.fieldnames or ())
        names, codes = _levels(header, NAME), _levels(header, CODE)
        lat, lon = (
            _column(path, header, "lat", "center_lat", "latitude", "y"),
            _column(path, header, "lon", "center_lon", "longitude", "x"),
        )
        if not names or not codes:
            raise LexiconError(path.name, 1, "columns such as admin2Name_en and admin2Pcode", ", ".join(header))
        for n, row in enumerate(reader, 2):
            yield _pcode(path, n, row, (names, codes, lat, lon), country)


def append(target: Path, entries: Iterable[Entry]) -> int:
    """Add entries to the user's ``places.tsv`` (made where it is missing); those with a known id are left out. Returns how many."""
    old = target.read_text("utf-8") if target.exists() else "\t".join(COLUMNS) + "\n"
    if "\t".join(COLUMNS) not in old.splitlines():
        raise LexiconError(target.name, 1, f"the header {' '.join(COLUMNS)}", (old.splitlines() or ["nothing"])[0])
    known = {line.split("\t", 1)[0] for line in old.splitlines()}
    new = {e.id: e for e in entries if e.id not in known}
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.write(old if old.endswith("\n") else old + "\n")
        out.writelines("\t".join(map(_cell, _cells(e))) + "\n" for e in new.values())
    return len(new)


def _pcode(
    path: Path,
    n: int,
    row: dict[str, str],
    columns: tuple[dict[int, str], dict[int, str], str, str],
    country: str | None,
) -> Entry:
    names, codes, lat, lon = columns
    filled = [level for level in codes if level in names and row[codes[level]].strip()]
    level = max(filled, default=0)
    kind: Kind = {0: "country", 1: "admin1", 2: "admin2"}.get(level, "city")  # type: ignore[assignment]  # literals of Kind
    code = row[codes[level]].strip() if level in codes else ""
    try:
        at = float(row[lat]), float(row[lon])
    except ValueError as error:
        raise LexiconError(path.name, n, f"degrees in {lat} and {lon}", f"{row[lat]!r}, {row[lon]!r}") from error
    upper = [row[names[k]].strip() if k in names and k <= level else "" for k in (1, 2)]
    return Entry(
        f"pcode:{code}",
        row[names[level]].strip(),
        kind,
        (country or code[:2]).upper(),
        upper[0],
        upper[1],
        *at,
        {"admin1": 300_000, "admin2": 20_000}.get(kind, 2_000),
        REACH.get(kind, 0),
    )


def _levels(header: list[str], pattern: re.Pattern[str]) -> dict[int, str]:
    found = ((pattern.match(column), column) for column in header)
    return {int(next(g for g in match.groups() if g)): column for match, column in found if match}


def _column(path: Path, header: list[str], *usual: str) -> str:
    for column in header:
        if column.lower() in usual:
            return column
    raise LexiconError(path.name, 1, f"a column named {' or '.join(usual)}", ", ".join(header))


def _cells(e: Entry) -> tuple[object, ...]:
    return e.id, e.name, "|".join(e.aliases), e.kind, e.country, e.admin1, e.lat, e.lon, e.weight, e.reach, e.admin2


def _cell(value: object) -> str:
    return str(value).replace("\t", " ").replace("\n", " ")
