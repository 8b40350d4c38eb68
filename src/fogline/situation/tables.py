"""The situation as CSV tables, one row a fact; cells that a spreadsheet would run as a formula are defused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from fogline.situation.situation import Situation

Cell = str | int | float | None


def tables(situation: Situation) -> dict[str, str]:
    """The content of ``figures``, ``control``, ``contested``, ``timeline`` and ``sources``, each with a header row."""
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


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """One CSV table; cells that a spreadsheet would run as a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
