"""The place that a person typed: a point, a gazetteer id, or a name in the country that the claim is about."""

from __future__ import annotations

import re
from typing import Protocol

from fogline.errors import ValueWrong
from fogline.gazetteer.choose import Setting, Wanted, choose
from fogline.gazetteer.entry import Candidate
from fogline.model.claim import Claim
from fogline.model.place import Place

POINT = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*")
IDENTIFIER = re.compile(r"\d+|fl:\S+")
NAMED = re.compile(r"(?P<name>[^,]+?)\s*(?:,\s*(?P<country>[A-Z]{2}))?")
SHOWN = 5
EXPECTED = "a place of the gazetteer by name (Idlib, or Tripoli, LB) or id, or a point (35.93,36.63)"


class Places(Protocol):
    """What is asked of a gazetteer."""

    def find(self, name: str, country: str | None = None) -> tuple[Candidate, ...]:
        """The places that the name may mean."""

    def by_id(self, identifier: str) -> Candidate | None:
        """The place with that id."""


def place_of(value: str, claim: Claim, places: Places | None) -> Place:
    """The place meant, its words still without a span. Raises ``ValueWrong`` that names what may be meant."""
    if point := POINT.fullmatch(value):
        return _point(value, float(point[1]), float(point[2]), claim)
    named = NAMED.fullmatch(value)
    if places is None or named is None:
        raise ValueWrong("place", EXPECTED, value)
    candidates = _candidates(value, named, places)
    if len(candidates) == 1:
        return _placed(candidates[0])
    weights = dict.fromkeys(_countries(claim), 1.0)
    choice = choose(candidates, Wanted(), Setting(weights)) if candidates else None
    if choice is None:
        raise ValueWrong("place", "; ".join([EXPECTED, *map(_shown, candidates[:SHOWN])]), value)
    return _placed(choice.candidate)


def _candidates(value: str, named: re.Match[str], places: Places) -> tuple[Candidate, ...]:
    if not IDENTIFIER.fullmatch(value):
        return places.find(named["name"], named["country"])
    known = places.by_id(value)
    return (known,) if known else ()


def _point(value: str, lat: float, lon: float, claim: Claim) -> Place:
    if abs(lat) > 90 or abs(lon) > 180:
        raise ValueWrong("place", EXPECTED, value)
    old = claim.place
    country, admin1 = (old.country, old.admin1) if old else (None, None)
    return Place(None, f"{lat:g}, {lon:g}", None, country, admin1, None, lat, lon, 1)


def _countries(claim: Claim) -> list[str]:
    actors = (a.country for a in (*claim.agents, *claim.targets))
    return [c for c in dict.fromkeys([claim.place.country if claim.place else None, *actors]) if c]


def _placed(c: Candidate) -> Place:
    lat, lon = round(c.lat, 4), round(c.lon, 4)
    return Place(None, c.name, c.id, c.country, c.admin1, c.admin2, lat, lon, c.where_prec)


def _shown(c: Candidate) -> str:
    return f"{c.name} ({', '.join(part for part in (c.kind, c.admin1, c.country) if part)}) is {c.id}"
