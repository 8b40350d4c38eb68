"""The situation as JSON, with the keys of the stable interface (docs/situation.md). Claims are named by id."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from fogline.model.incident import Contradiction, Episode, Heard, Holding, Sum, Toll, Value
from fogline.model.record import Json, Record
from fogline.situation.coverage import Coverage, Silence
from fogline.situation.indicators import indicators_record
from fogline.situation.network import Network
from fogline.situation.situation import Situation


def to_json(situation: Situation) -> str:
    """The situation as one JSON object, indented: the same situation always gives the same bytes."""
    return json.dumps(to_record(situation), ensure_ascii=False, indent=1) + "\n"


def to_record(situation: Situation) -> Record:
    """The situation as JSON values, every key present, in the order of the interface."""
    asked = situation.asked
    return {
        "as_known": _day(asked.as_known),
        "from": _day(asked.window.first),
        "to": _day(asked.window.last),
        "place": asked.place,
        "figures": [_toll(t) for t in situation.figures],
        "control": [_holding(h) for h in situation.control],
        "contested": [_contradiction(c) for c in situation.contested],
        "timeline": [
            {"day": _day(m.day), "lane": m.lane, "incident": m.incident, "title": m.title, "status": m.status}
            for m in situation.timeline
        ],
        "network": _network(situation.network),
        "indicators": indicators_record(situation.indicators),
        "sources": _coverage(situation.sources),
        "episodes": [_episode(e) for e in situation.episodes],
        "sums": [_sum(s) for s in situation.sums],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sum(total: Sum) -> Record:
    return {
        "measure": total.measure,
        "country": total.country,
        "low": total.low,
        "best": total.best,
        "high": total.high,
        "open": total.open,
        "incidents": total.incidents,
        "without_figure": total.without_figure,
    }


def _episode(episode: Episode) -> Record:
    return {
        "id": episode.id,
        "title": episode.title,
        "place": episode.place.name if episode.place else None,
        "from": _day(episode.first),
        "to": _day(episode.last),
        "incidents": list(episode.incidents),
        "claims": _ids(episode.claims),
    }


def _toll(toll: Toll) -> Record:
    return {
        "measure": toll.measure,
        "population": list(toll.population),
        "place": toll.place.name if toll.place else None,
        "scope": toll.scope,
        "since": _day(toll.since),
        "incident": toll.incident,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "open": toll.open,
        "rule": toll.rule,
        "series": [_value(v) for v in toll.series],
    }


def _value(value: Value) -> Record:
    return {
        "speaker": value.voice.name,
        "value": {"low": value.low, "high": value.high},
        "on": _day(value.on),
        "difference": value.difference,
        "claim": value.claim.claim.id,
    }


def _holding(holding: Holding) -> Record:
    return {
        "place": holding.place.name,
        "status": holding.status,
        "basis": holding.basis,
        "holder": holding.holder,
        "since": _day(holding.since),
        "claims": _ids(holding.claims),
        "history": [
            {"day": _day(s.day), "status": s.status, "basis": s.basis, "holder": s.holder} for s in holding.history
        ],
    }


def _contradiction(contradiction: Contradiction) -> Record:
    return {
        "about": contradiction.about,
        "affirmed": [_position(h) for h in contradiction.affirmed],
        "denied": [_position(h) for h in contradiction.denied],
        "sort": contradiction.sort,
    }


def _position(heard: Heard) -> Record:
    claim = heard.stated.claim
    return {
        "claim": claim.id,
        "speaker": heard.voice.name,
        "party": heard.voice.standing == "party",
        "on": _day(heard.stated.source.known),
        "document": claim.document,
        "text": claim.evidence.text,
    }


def _network(network: Network) -> Record:
    nodes: list[Json] = [{"id": n.id, "name": n.name, "kind": n.kind, "country": n.country} for n in network.nodes]
    edges: list[Json] = [
        {
            "source": e.source,
            "target": e.target,
            "type": e.type,
            "from": _day(e.first),
            "to": _day(e.last),
            "claims": list(e.claims),
            "ended": _day(e.ended),
            "voices": e.voices,
        }
        for e in network.edges
    ]
    return {"nodes": nodes, "edges": edges}


def _coverage(coverage: Coverage) -> Record:
    copies = dict(coverage.copies)
    return {
        "documents": [
            {
                "id": s.id,
                "title": s.title,
                "publisher": s.publisher,
                "published": s.published,
                "url": s.url,
                "copy_of": copies.get(s.id),
            }
            for s in coverage.documents
        ],
        "publishers": [{"name": name or None, "documents": count} for name, count in coverage.publishers],
        "origins": [
            {"name": o.voice.name, "standing": o.voice.standing, "documents": list(o.documents)}
            for o in coverage.origins
        ],
        "refused": [{"document": i.document or None, "code": i.code, "reason": i.message} for i in coverage.refused],
        "languages": [{"language": name or None, "documents": count} for name, count in coverage.languages],
        "incidents": coverage.incidents,
        "single_origin": coverage.single_origin,
        "single_origin_share": coverage.share,
        "silent": _silence(coverage.silent),
    }


def _silence(silence: Silence) -> Record:
    return {
        "days": [{"from": _day(first), "to": _day(last)} for first, last in silence.days],
        "divisions": [
            {"country": d.country, "admin1": d.admin1, "last": _day(d.last), "events": d.events, "source": d.source}
            for d in silence.divisions
        ],
    }


def _ids(claims: Iterable[Heard]) -> list[Json]:
    return [h.stated.claim.id for h in claims]
