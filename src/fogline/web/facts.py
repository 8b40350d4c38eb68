"""What one day of the page shows, as plain records for the islands: texts as written on the page, claims and names by number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fogline.model.incident import Contradiction, Heard, Holding, Incident, Toll, Value
from fogline.model.record import Json, Record
from fogline.situation.disconnect import Gap
from fogline.situation.network import Edge, Network
from fogline.situation.situation import Situation
from fogline.web import words
from fogline.web.atlas import fill_of, ground_at, spotted
from fogline.web.chart import ELSEWHERE, height
from fogline.web.headline import headline
from fogline.web.lanes import ends
from fogline.web.region import Region

Number = Callable[[str], int]  # a text or the id of a claim to its number in the page


@dataclass(frozen=True, slots=True)
class Numbers:
    """How texts and claims are numbered, and the colours of holders: the same for every day of a page."""

    text: Number
    claim: Number
    colours: Mapping[str, int]
    region: Region | None


def facts(situation: Situation, to: Numbers) -> dict[str, list[Record]]:
    """The records of one day by part, each list in the order of the page."""
    cards, others = headline(situation.figures)
    titles = {i.id: i.title for i in situation.incidents}
    shown = {m.incident for m in situation.timeline}
    return {
        "figures": [_figure(t, titles, to, card=True) for t in cards]
        + [_figure(t, titles, to, card=False) for t in others],
        "control": [_holding(h, to) for h in situation.control],
        "contested": [_contested(c, to) for c in (*situation.contested, *situation.resolved)],
        "incidents": [_incident(i, to) for i in by_day(situation.incidents) if i.id in shown],
        "edges": _edges(situation.network, to),
        "gaps": [_gap(g) for g in situation.indicators.disconnect],
        "documents": _documents(situation),
        "origins": [
            {"name": to.text(o.voice.name), "standing": to.text(o.voice.standing), "documents": len(o.documents)}
            for o in situation.sources.origins
        ],
        "span": [{"first": str(a), "last": str(b)} for a, b in (ends(situation),) if a and b],
        "counts": [{"told": words.counts(situation.sources)}],
        "claims": [{"claim": to.claim(h.stated.claim.id)} for h in situation.claims],
    }


def by_day(incidents: Iterable[Incident]) -> list[Incident]:
    """The incidents in the order of the timeline: by day, lane and title, those without a day last."""
    return sorted(incidents, key=lambda i: (i.first is None, i.first or date.max, i.lane, i.title, i.id))


def _figure(toll: Toll, titles: Mapping[str, str], to: Numbers, *, card: bool) -> Record:
    return {
        "card": card,
        "measure": to.text(toll.measure.replace("_", " ")),
        "what": to.text(words.of_whom(toll)),
        "place": to.text(toll.place.name if toll.place else ""),
        "scope": to.text(words.scope(toll, titles.get(toll.incident or ""))),
        "best": words.number(toll.best, toll.best, open_=toll.open),
        "low": words.number(toll.low, toll.low),
        "high": words.number(toll.high, toll.high, open_=toll.open),
        "by": to.text(words.spoken(toll)),
        "basis": to.text(toll.basis),
        "values": [_value(v, to) for v in toll.series],
    }


def _value(value: Value, to: Numbers) -> Json:
    """Claim, day, voice, party, value, height of the step, difference, whether it counts, whether it is drawn."""
    return [
        to.claim(value.claim.claim.id),
        to.text(value.on.isoformat()),
        to.text(value.voice.name),
        int(value.voice.standing == "party"),
        words.number(value.low, value.high),
        height(value),
        to.text(value.difference.replace("_", " ")),
        int(value.counts),
        int(value.difference not in ELSEWHERE),
    ]


def _holding(holding: Holding, to: Numbers) -> Record:
    spot = ground_at(holding.place, to.region) if to.region else None
    return {
        "place": to.text(holding.place.name),
        "state": to.text(f"{holding.status.replace('_', ' ')}, {holding.basis}"),
        "holder": to.text(holding.holder or ""),
        "since": _day(holding.since, to),
        "fill": fill_of(holding),
        "colour": to.colours.get(holding.holder or "", 0),
        "at": ([spot.x, spot.y] if spot.division is None else [spot.x, spot.y, spot.division]) if spot else None,
        "claims": _claims(holding.claims, to),
    }


def _contested(dispute: Contradiction, to: Numbers) -> Record:
    return {
        "about": to.text(dispute.about),
        "so": _claims(dispute.affirmed, to),
        "not": _claims(dispute.denied, to),
        "admitted": _day(dispute.resolved, to),
        "admission": to.claim(dispute.admission.stated.claim.id) if dispute.admission else None,
        "counts": dispute.sort == "figures",
    }


def _incident(incident: Incident, to: Numbers) -> Record:
    spot = spotted(incident.place, to.region) if to.region else None
    at: Json = None
    if spot:
        at = [spot.x, spot.y, spot.reach] if spot.division is None else [spot.division]
    return {
        "title": to.text(incident.title),
        "lane": incident.lane,
        "status": incident.status,
        "first": _day(incident.first, to),
        "last": _day(incident.last, to),
        "place": to.text(incident.place.name if incident.place else ""),
        "at": at,
        "claims": _claims(incident.claims, to),
    }


def _edges(network: Network, to: Numbers) -> list[Record]:
    nodes = {n.id: n for n in network.nodes}

    def end(name: str) -> Json:
        return [to.text(nodes[name].name), to.text(nodes[name].kind)]

    def edge(e: Edge) -> Record:
        return {
            "source": end(e.source),
            "target": end(e.target),
            "type": to.text(e.type.replace("_", " ")),
            "first": _day(e.first, to),
            "last": _day(e.last, to),
            "claims": [to.claim(c) for c in e.claims],
        }

    return [edge(e) for e in network.edges]


def _gap(gap: Gap) -> Record:
    return {
        "day": gap.day.isoformat(),
        "up": gap.cooperation,
        "down": gap.conflict,
        "words": gap.words,
        "deeds": gap.deeds,
    }


def _documents(situation: Situation) -> list[Record]:
    copies = Counter(origin for _, origin in situation.sources.copies)
    return [{"document": s.id, "copies": copies[s.id]} for s in situation.sources.documents]


def _claims(held: Iterable[Heard], to: Numbers) -> list[Json]:
    return [to.claim(h.stated.claim.id) for h in held]


def _day(day: date | None, to: Numbers) -> int | None:
    return to.text(day.isoformat()) if day else None
