"""The situation as CSV tables, one row a fact; cells that a spreadsheet would run as a formula are defused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from fogline.situation.situation import Situation

Cell = str | int | float | None
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # the wide ones are taken for them in East Asian locales
UNSEEN = " \u00a0\u200b\u2060\ufeff"  # some programs take these off before they look


def tables(situation: Situation) -> dict[str, str]:
    """Each table by its name, with a header row: figures, control, contested, timeline, sources, indicators, network."""
    return {
        "figures": _figures(situation),
        "control": _control(situation),
        "contested": _contested(situation),
        "timeline": table(
            ("day", "until", "lane", "status", "title", "incident"),
            ((str(m.day or ""), str(m.until or ""), m.lane, m.status, m.title, m.incident) for m in situation.timeline),
        ),
        "sources": table(
            ("document", "published", "publisher", "title", "url", "copy_of"),
            (
                (s.id, s.published, s.publisher, s.title, s.url, dict(situation.sources.copies).get(s.id))
                for s in situation.sources.documents
            ),
        ),
        "indicators": table(("indicator", "source", "region", "day", "measure", "value"), _indicators(situation)),
        "network": _network(situation),
    }


def _figures(situation: Situation) -> str:
    head = ("measure", "population", "place", "scope", "since", "incident", "low", "best", "high", "open", "rule")
    values = ("speaker", "on", "value_low", "value_high", "difference", "claim", "sentence")
    rows = (
        (
            t.measure, "|".join(t.population), t.place.name if t.place else None, t.scope, str(t.since or ""), t.incident,
            t.low, t.best, t.high, str(t.open).lower(), t.rule,
            v.voice.name, str(v.on), v.low, v.high, v.difference, v.claim.claim.id, v.claim.claim.evidence.text,
        )
        for t in situation.figures
        for v in t.series
    )  # fmt: skip
    return table((*head, *values), rows)


def _control(situation: Situation) -> str:
    rows = (
        (
            h.place.name, h.place.country, h.place.lat, h.place.lon, h.status, h.basis, h.holder, str(h.since or ""),
            " ".join(c.stated.claim.id for c in h.claims),
        )
        for h in situation.control
    )  # fmt: skip
    return table(("place", "country", "lat", "lon", "status", "basis", "holder", "since", "claims"), rows)


def _contested(situation: Situation) -> str:
    rows = (
        (
            c.about,
            side,
            h.voice.name,
            h.voice.standing,
            str(h.stated.source.known),
            h.stated.claim.id,
            h.stated.claim.evidence.text,
        )
        for c in situation.contested
        for side, held in (("affirmed", c.affirmed), ("denied", c.denied))
        for h in held
    )
    return table(("about", "stance", "speaker", "standing", "on", "claim", "sentence"), rows)


def _network(situation: Situation) -> str:
    names = {n.id: n for n in situation.network.nodes}
    rows = (
        (
            names[e.source].name, e.source, names[e.source].kind, e.type, names[e.target].name, e.target, names[e.target].kind,
            str(e.first), str(e.last), str(e.ended or ""), e.voices, " ".join(e.claims),
        )
        for e in situation.network.edges
    )  # fmt: skip
    head = ("source", "source_id", "source_kind", "type", "target", "target_id", "target_kind", "from", "to", "ended")
    return table((*head, "voices", "claims"), rows)


def _indicators(situation: Situation) -> Iterator[Sequence[Cell]]:
    """One number a row: long tables are read by every tool."""
    found = situation.indicators
    for told in found.regions:
        region = "/".join(part for part in (told.region.country, told.region.admin1) if part)
        for measure in ("incidents", "low", "best", "high", "places", "without_figure"):
            name = f"killed_{measure}" if measure in ("low", "best", "high") else measure
            yield "intensity", "ledger", region, str(told.told.day), name, getattr(told.told, measure)
    for n, count in enumerate(found.tempo.weekly):
        yield "tempo", "ledger", None, _week(found.tempo.start, n), found.tempo.unit, count
    for weeks in found.tempo.history:
        for name, counts in (("incidents", weeks.incidents), ("places", weeks.places), ("killed", weeks.killed)):
            for n, count in enumerate(counts):
                yield "tempo", weeks.dataset.title, None, _week(weeks.start, n), name, count
    for rank in found.tempo.largest:
        yield "largest_since", "ledger and history", None, str(rank.since), rank.measure, rank.count
    for gap in found.disconnect:
        for measure in ("cooperation", "verbal", "material", "conflict", "gap", "words", "deeds"):
            yield "disconnect", "ledger", None, str(gap.day), measure, getattr(gap, measure)


def _week(start: date | None, number: int) -> str:
    return str(date.fromordinal(start.toordinal() + 7 * number)) if start else ""


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """One CSV table; cells that a spreadsheet would run as a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(UNSEEN).startswith(FORMULA) else cell
