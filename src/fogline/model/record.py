"""The claim as one JSON object, as pinned in docs/claims-and-evidence.md, there and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias, cast

from fogline.model.actor import Actor, ActorKind, Speaker
from fogline.model.claim import Claim
from fogline.model.comparison import Comparison, Extent
from fogline.model.figure import Figure, Measure, Qualifier, Scope
from fogline.model.mention import ClaimKind, Modality, Stance
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.span import Span

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Record: TypeAlias = dict[str, Json]


def to_line(claim: Claim) -> str:
    """The claim as one line of JSON, without the line end: the same claim always gives the same bytes."""
    return json.dumps(to_record(claim), ensure_ascii=False, separators=(",", ":"))


def to_record(claim: Claim) -> Record:
    """The claim as JSON values, every key present, in the order of the contract."""
    return {
        "id": claim.id,
        "document": claim.document,
        "evidence": _span(claim.evidence),
        "kind": claim.kind,
        "type": claim.type,
        "mode": claim.mode,
        "contexts": list(claim.contexts),
        "trigger": _span(claim.trigger),
        "agents": [_actor(a) for a in claim.agents],
        "targets": [_actor(a) for a in claim.targets],
        "place": _place(claim.place) if claim.place else None,
        "time": _period(claim.time) if claim.time else None,
        "figure": _figure(claim.figure) if claim.figure else None,
        "stance": claim.stance,
        "modality": claim.modality,
        "backdrop": claim.backdrop,
        "extent": claim.extent,
        "comparison": _comparison(claim.comparison) if claim.comparison else None,
        "subset_of": claim.subset_of,
        "attribution": [_speaker(s) for s in claim.attribution],
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def identified(claim: Claim) -> Claim:
    """The claim with its id: ``c_`` and 16 hex digits over document, evidence and content.

    Confidence, rule and the link to a total are no content: they may change without making it another claim.
    """
    content = to_record(claim)
    for key in ("id", "confidence", "rule", "subset_of"):
        del content[key]
    digest = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()
    return replace(claim, id=f"c_{digest[:16]}")


def _span(span: Span) -> Record:
    return {"start": span.start, "end": span.end, "text": span.text}


def _words(span: Span | None) -> Record:
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": span.text, "start": span.start, "end": span.end}


def _actor(actor: Actor) -> Record:
    return {
        **_words(actor.span),
        "name": actor.name,
        "id": actor.id,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
    }


def _place(place: Place) -> Record:
    keys = ("name", "id", "country", "admin1", "admin2", "lat", "lon", "precision", "inherited")
    return {**_words(place.span), **{key: getattr(place, key) for key in keys}}


def _period(period: Period) -> Record:
    return {
        **_words(period.span),
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "precision": period.precision,
        "inherited": period.inherited,
    }


def _figure(figure: Figure) -> Record:
    return {
        **_words(figure.span),
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier,
        "population": list(figure.population),
        "scope": figure.scope,
        "since": figure.since.isoformat() if figure.since else None,
    }


def _comparison(comparison: Comparison) -> Record:
    return {"dimension": comparison.dimension, "extreme": comparison.extreme, "since": comparison.since}


def _speaker(speaker: Speaker) -> Record:
    return {
        **_words(speaker.span),
        "name": speaker.name,
        "id": speaker.id,
        "level": speaker.level,
        "cue": _span(speaker.cue),
    }


def from_record(record: Mapping[str, Json]) -> Claim:
    """A claim from its JSON object. Raises ``KeyError``, ``TypeError`` or ``ValueError`` where it is not one."""
    some = {key: _object(record[key]) for key in ("place", "time", "figure", "comparison") if record[key] is not None}
    return Claim(
        id=str(record["id"]),
        document=str(record["document"]),
        evidence=_to_span(_object(record["evidence"])),
        kind=cast(ClaimKind, record["kind"]),
        type=str(record["type"]),
        trigger=_to_span(_object(record["trigger"])),
        confidence=float(cast(float, record["confidence"])),
        rule=str(record["rule"]),
        mode=_text(record["mode"]),
        contexts=tuple(map(str, _list(record["contexts"]))),
        agents=tuple(_to_actor(_object(a)) for a in _list(record["agents"])),
        targets=tuple(_to_actor(_object(a)) for a in _list(record["targets"])),
        place=_to_place(some["place"]) if "place" in some else None,
        time=_to_period(some["time"]) if "time" in some else None,
        figure=_to_figure(some["figure"]) if "figure" in some else None,
        stance=cast(Stance, record["stance"]),
        modality=cast(Modality, record["modality"]),
        backdrop=bool(record["backdrop"]),
        extent=cast("Extent | None", record["extent"]),
        comparison=_to_comparison(some["comparison"]) if "comparison" in some else None,
        subset_of=_text(record["subset_of"]),
        attribution=tuple(_to_speaker(_object(s)) for s in _list(record["attribution"])),
    )


def _object(value: Json) -> Record:
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, met {value!r}")
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError(f"expected a list, met {value!r}")
    return value


def _text(value: Json) -> str | None:
    return None if value is None else str(value)


def _number(value: Json) -> float | None:
    return None if value is None else float(cast(float, value))


def _to_span(record: Record) -> Span:
    return Span(int(cast(int, record["start"])), int(cast(int, record["end"])), str(record["text"]))


def _maybe_span(record: Record) -> Span | None:
    return None if record["start"] is None else _to_span(record)


def _to_actor(r: Record) -> Actor:
    kind = cast(ActorKind, r["kind"])
    return Actor(_to_span(r), str(r["name"]), _text(r["id"]), kind, _text(r["country"]), _text(r["sector"]))


def _to_place(r: Record) -> Place:
    return Place(
        _maybe_span(r),
        str(r["name"]),
        _text(r["id"]),
        _text(r["country"]),
        _text(r["admin1"]),
        _text(r["admin2"]),
        _number(r["lat"]),
        _number(r["lon"]),
        int(cast(int, r["precision"])),
        bool(r["inherited"]),
    )


def _to_period(r: Record) -> Period:
    first, last = date.fromisoformat(str(r["from"])), date.fromisoformat(str(r["to"]))
    return Period(_maybe_span(r), first, last, int(cast(int, r["precision"])), bool(r["inherited"]))


def _to_figure(r: Record) -> Figure:
    return Figure(
        _to_span(r),
        cast(Measure, r["measure"]),
        int(cast(int, r["low"])),
        None if r["high"] is None else int(cast(int, r["high"])),
        cast(Qualifier, r["qualifier"]),
        tuple(map(str, _list(r["population"]))),
        cast(Scope, r["scope"]),
        date.fromisoformat(str(r["since"])) if r["since"] else None,
    )


def _to_comparison(r: Record) -> Comparison:
    return Comparison(str(r["dimension"]), str(r["extreme"]), _text(r["since"]))


def _to_speaker(r: Record) -> Speaker:
    return Speaker(_to_span(r), str(r["name"]), _text(r["id"]), int(cast(int, r["level"])), _to_span(_object(r["cue"])))
