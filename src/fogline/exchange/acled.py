"""Rows of a user's own ACLED export (codebook: acleddata.com/acled-codebook)."""

from __future__ import annotations

from fogline.exchange.cells import CellWrong, day, identifier, number
from fogline.exchange.csv_rows import Row
from fogline.exchange.regions import Regions, place
from fogline.model.history import PastEvent

COLUMNS = ("event_id_cnty", "event_date", "event_type", "country", "admin1", "location", "fatalities")
VIOLENCE = ("Battles", "Explosions/Remote violence", "Violence against civilians")
OTHERS = ("Protests", "Riots", "Strategic developments")
EXACT = 1  # time_precision of an event whose day is known; 2 is the week, 3 the month
AREA = 3  # geo_precision of a region


def event(row: Row, regions: Regions) -> PastEvent | None:
    """The event of a row; ``None`` for one that is no violence. Raises ``CellWrong`` for a row that is none."""
    kind = row.get("event_type")
    if kind in OTHERS:
        return None
    if kind not in VIOLENCE:
        raise CellWrong("event_type", "a type of ACLED's", kind)
    code = regions.country(row.get("country"))
    if code is None:
        raise CellWrong("country", "a country that Fogline knows", row.get("country"))
    first = day(row, "event_date")
    killed = number(row, "fatalities")
    vague = row.get("geo_precision") == str(AREA)
    division = regions.division(code, row.get("admin1")) if row.get("admin1") else None
    point = None if vague else place(row.get("location"))
    return PastEvent(
        identifier(row, "event_id_cnty"), first, first, code, division, point, kind, killed, killed, killed
    )
