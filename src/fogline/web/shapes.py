"""Outlines of countries and their first-order divisions (Natural Earth, simplified; made by scripts/shapes.py)."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass

from fogline.language.lexicon import shipped

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A first-order division with its outer rings, in degrees of longitude and latitude."""

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its outer rings and divisions."""

    iso: str
    rings: tuple[Ring, ...]
    divisions: tuple[Division, ...]


Shapes = dict[str, Country]


def load_shapes() -> Shapes:
    """The shipped shapes, by ISO 3166-1 alpha-2 code."""
    with shipped("shapes", "shapes.json.gz").open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as text:
        content: dict[str, dict[str, object]] = json.load(text)
    return {iso: _country(iso, held) for iso, held in content.items()}


def _country(iso: str, held: dict[str, object]) -> Country:
    outline, divisions = held["outline"], held["divisions"]
    assert isinstance(outline, list)
    assert isinstance(divisions, dict)
    return Country(iso, _rings(outline), tuple(Division(n, _rings(r)) for n, r in sorted(divisions.items())))


def _rings(flat: list[list[int]]) -> tuple[Ring, ...]:
    return tuple(tuple((ring[i] / 100, ring[i + 1] / 100) for i in range(0, len(ring), 2)) for ring in flat)


def inside(point: Point, rings: tuple[Ring, ...]) -> bool:
    """Whether a point lies in a shape (a ray to the east crosses its border an odd number of times)."""
    x, y = point
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                odd = not odd
    return odd
