"""The days of the slider as one compact JSON text: every record once, with the days on which it stands."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fogline.model.incident import Lane
from fogline.model.record import Json, Record
from fogline.situation.situation import Situation
from fogline.web.facts import Numbers, facts
from fogline.web.region import WIDTH, Region
from fogline.web.words import clean

LANES: tuple[Lane, ...] = ("ground", "control", "humanitarian", "diplomacy", "law")
Days = list[int]  # the first and last day of each run of days, both inclusive


class Numbered:
    """Texts in the order in which they were first asked for, by number."""

    def __init__(self) -> None:
        self.at: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        """The number of a text."""
        return self.at.setdefault(text, len(self.at))


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the days are drawn: on which map, holders in which colours, claims (and incidents) at which addresses.

    ``links`` hold ``{}`` for the id of a ``claim`` and, where it has a page, of an ``incident``; every text passes ``withheld``.
    """

    region: Region | None
    colours: Mapping[str, int]
    links: Mapping[str, str]
    withheld: Callable[[str], str] = str


def days_json(situations: Sequence[Situation], drawing: Drawing) -> str:
    """Everything that the islands draw, of one or more days, the earliest first."""
    text, claim = Numbered(), Numbered()
    to = Numbers(text, claim, drawing.colours, drawing.region)
    told = [facts(s, to) for s in situations]
    first, last = situations[-1].asked.window.first, situations[-1].asked.window.last
    content: Record = {
        "days": [_iso(s.asked.as_known) for s in situations],
        "window": [_iso(first), _iso(last)],
        "lanes": list(LANES),
        "links": dict(drawing.links),
        "map": _frame(drawing.region),
        "parts": {part: pooled([t[part] for t in told]) for part in told[0]},
        "texts": [str(clean(drawing.withheld(t))) for t in text.at],
        "claims": list(claim.at),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def packed(content: str) -> str:
    """A text deflated and in base64, a fifth of its size: what the islands find in the page's ``script`` of plain text."""
    deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    return base64.b64encode(deflate.compress(content.encode()) + deflate.flush()).decode()


def pooled(days: Sequence[Sequence[Record]]) -> list[Json]:
    """Every distinct record once, in an order that is the last day's and fits the others; ``on`` are the days it stands on.

    A record without ``on`` stands on all days. Of equal records on one day one is kept.
    """
    order: list[str] = []
    stands: dict[str, list[int]] = {}
    for day in range(len(days) - 1, -1, -1):
        before = -1
        place = {key: i for i, key in enumerate(order)}
        fresh: list[tuple[int, str]] = []
        for record in days[day]:
            key = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            if key not in stands:
                fresh.append((before, key))
            elif key in place:
                before = place[key]
            held = stands.setdefault(key, [])
            if not held or held[-1] != day:
                held.append(day)
        order = _merged(order, fresh)
    return [_on(json.loads(key), runs(sorted(stands[key])), len(days)) for key in order]


def runs(days: Sequence[int]) -> Days:
    """Ascending numbers as runs: ``0 1 2 5`` is ``0 2 5 5``."""
    found: Days = []
    for day in days:
        if found and found[-1] == day - 1:
            found[-1] = day
        else:
            found += [day, day]
    return found


def _merged(order: list[str], fresh: list[tuple[int, str]]) -> list[str]:
    """The order with new keys, each behind the place that it names."""
    behind: dict[int, list[str]] = {}
    for place, key in fresh:
        behind.setdefault(place, []).append(key)
    merged = list(behind.get(-1, []))
    for i, key in enumerate(order):
        merged += [key, *behind.get(i, [])]
    return merged


def _on(record: Record, days: Days, count: int) -> Record:
    return record if days == [0, count - 1] else {"on": list[Json](days), **record}


def _frame(region: Region | None) -> Json:
    return [WIDTH, region.height] if region else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
