"""Rows of the UCDP Georeferenced Event Dataset, final and candidate releases (codebook: ucdp.uu.se/downloads)."""

from __future__ import annotations

from fogline.exchange.cells import CellWrong, day, identifier, number
from fogline.exchange.csv_rows import Row
from fogline.exchange.regions import Regions, place
from fogline.model.history import PastEvent

COLUMNS = ("id", "type_of_violence", "where_prec", "where_coordinates", "adm_1", "country", "date_start", "date_end",
           "low", "best", "high")  # fmt: skip
TYPES = {1: "state-based", 2: "non-state", 3: "one-sided"}
AREA = 4  # where_prec from which on no more than a first-order division is known
COUNTRY = 6


def event(row: Row, regions: Regions) -> PastEvent:
    """The event of a row. Raises ``CellWrong`` for a row that is none."""
    first, last = day(row, "date_start"), day(row, "date_end")
    if last < first:
        raise CellWrong("date_end", f"no day before {first}", row.get("date_end"))
    low, best, high = (number(row, name) for name in ("low", "best", "high"))
    low, high = min(low, best), max(high, best)  # in one published row of a hundred the ends do not hold the best
    kind = TYPES.get(number(row, "type_of_violence"))
    if kind is None:
        raise CellWrong("type_of_violence", "1, 2 or 3", row.get("type_of_violence"))
    precision = number(row, "where_prec")
    country = _country(row, regions)
    division = regions.division(country, row.get("adm_1")) if row.get("adm_1") and precision < COUNTRY else None
    point = place(row.get("where_coordinates")) if precision < AREA else None
    return PastEvent(identifier(row, "id"), first, last, country, division, point, kind, low, best, high)


def _country(row: Row, regions: Regions) -> str:
    code = regions.country(row.get("country"))
    if code is None:
        raise CellWrong("country", "a country that Fogline knows", row.get("country"))
    occupied = code == "IL" and row.get("adm_1") in ("Gaza Strip", "West Bank")  # UCDP goes by who governs
    return "PS" if occupied else code
