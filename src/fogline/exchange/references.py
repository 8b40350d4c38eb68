"""A data set of the past as events, row by row: what is no event is refused with its reason and its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from fogline.errors import NotTheDataset
from fogline.exchange import acled, ucdp
from fogline.exchange.cells import CellWrong
from fogline.exchange.csv_rows import Bad, Row, csv_rows
from fogline.exchange.regions import Regions
from fogline.language.lexicon import rows, shipped
from fogline.model.history import Dataset, PastEvent


@dataclass(frozen=True, slots=True)
class Format:
    """The columns that a data set must have, and what makes a row an event (``None``: one of no violence, left out)."""

    columns: tuple[str, ...]
    event: Callable[[Row, Regions], PastEvent | None]


FORMATS = {"ucdp-ged": Format(ucdp.COLUMNS, ucdp.event), "acled": Format(acled.COLUMNS, acled.event)}


def dataset(name: str) -> Dataset:
    """The title, licence and attribution of ``ucdp-ged`` or ``acled`` (``data/references.tsv``)."""
    table = rows(shipped("references.tsv"), ("name", "title", "licence", "attribution"))
    return next(Dataset(r["name"], r["title"], r["licence"], r["attribution"]) for r in table if r["name"] == name)


def past_events(stream: IO[bytes], name: str) -> Iterator[PastEvent | Bad | None]:
    """Each row of the file as an event, as refused, or as ``None`` where it is no violence.

    Raises ``NotTheDataset`` where the header lacks a column. Holds the ids met in memory, and one row.
    """
    layout, regions = FORMATS[name], Regions.load()
    met: dict[str, int] = {}
    for row in csv_rows(stream):
        if isinstance(row, Bad):
            yield row
            continue
        if not met and (missing := [c for c in layout.columns if c not in row.cells]):
            raise NotTheDataset(name, missing)
        yield _event(row, layout, regions, met)


def _event(row: Row, layout: Format, regions: Regions, met: dict[str, int]) -> PastEvent | Bad | None:
    try:
        event = layout.event(row, regions)
    except CellWrong as error:
        return Bad(row.number, str(error))
    if event is not None and (earlier := met.setdefault(event.id, row.number)) != row.number:
        return Bad(row.number, f"the event {event.id} stands in row {earlier} already")
    return event
