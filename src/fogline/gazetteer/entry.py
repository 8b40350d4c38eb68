"""A place as the gazetteer knows it, and how far its point can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "city",
    "section",
    "site",
    "admin1",
    "admin2",
    "country",
    "continent",
    "region",
    "airport",
    "base",
    "camp",
    "crossing",
    "dam",
    "strait",
    "sea",
    "river",
    "lake",
    "island",
    "mountain",
    "road",
]
KINDS: tuple[str, ...] = get_args(Kind)

# UCDP where_prec of a place named without "near" or "east of"; a country's middle is never more than a country.
PRECISION: dict[Kind, int] = {
    "country": 6,
    "continent": 6,
    "admin1": 4,
    "admin2": 3,
    "region": 5,
    "river": 5,
    "road": 5,
    "mountain": 5,
    "sea": 7,
    "strait": 7,
    "lake": 5,
    "island": 2,
}


SMALL_ISLAND = 25  # km; a larger one is an area


@dataclass(frozen=True, slots=True)
class Entry:
    """One place to be written into the gazetteer. ``reach`` is how far it stretches from its middle, in km (0: a point).

    ``seat`` is ``c`` for a capital, ``a`` and ``b`` for the seat of a first- or second-order division; ``weight`` is how well
    known it is, on the scale of population (a camp of 80,000 people, a village that was fought over for years).
    """

    id: str
    name: str
    kind: Kind
    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float
    weight: int
    reach: int = 0
    seat: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. ``match`` is 100 for its own name, less for other names and spellings, never under 88."""

    id: str
    name: str
    kind: Kind
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    population: int
    reach: int
    seat: str
    match: int

    @property
    def where_prec(self) -> int:
        """The UCDP precision, 1–7, of an event told to be in this place."""
        if self.kind == "island" and self.reach > SMALL_ISLAND:
            return 5
        return PRECISION.get(self.kind, 1)
