"""From our nouns to the JSON values of the interface."""

from __future__ import annotations

from dataclasses import asdict

from fogline.model.document import Document
from fogline.model.incident import Heard, Incident
from fogline.model.place import Place
from fogline.model.record import Json, Record, to_record
from fogline.model.stated import Source, Stated
from fogline.web.names import Name


def source_record(source: Source) -> Record:
    """A document without its text."""
    names = ("id", "title", "publisher", "published", "url", "language", "agency", "origin")
    return {**{name: getattr(source, name) for name in names}, "known": source.known.isoformat()}


def stated_record(stated: Stated) -> Record:
    """A claim with its document."""
    review = stated.review.status if stated.review else None
    return {"claim": to_record(stated.claim), "source": source_record(stated.source), "review": review}


def document_record(document: Document, claims: tuple[Stated, ...]) -> Record:
    """A document with its text and claims."""
    names = ("id", "text", "title", "published", "publisher", "url", "language", "licence")
    return {
        **{name: getattr(document, name) for name in names},
        "claims": [to_record(s.claim) for s in claims],
    }


def incident_brief(incident: Incident) -> Record:
    """An incident in a list."""
    place = incident.place.name if incident.place else None
    return {**_head(incident), "place": place, "claims": [h.stated.claim.id for h in incident.claims]}


def incident_record(incident: Incident) -> Record:
    """An incident in full."""
    return {
        **_head(incident),
        "place": _place(incident.place) if incident.place else None,
        "claims": [_voiced(h) for h in incident.claims],
        "why": [asdict(j) for j in incident.judgements],
    }


def name_record(name: Name) -> Record:
    """An actor or a place."""
    told = name.last.isoformat()
    return {
        "key": name.key, "name": name.name, "kind": name.kind, "country": name.country, "claims": name.count, "last": told,
    }  # fmt: skip


def _head(incident: Incident) -> Record:
    return {
        "id": incident.id,
        "title": incident.title,
        "lane": incident.lane,
        "status": incident.status,
        "from": incident.first.isoformat() if incident.first else None,
        "to": incident.last.isoformat() if incident.last else None,
    }


def _voiced(heard: Heard) -> Json:
    return {
        "claim": heard.stated.claim.id,
        "speaker": heard.voice.name,
        "standing": heard.voice.standing,
        "known": heard.stated.source.known.isoformat(),
    }


def _place(place: Place) -> Json:
    values: dict[str, Json] = asdict(place)
    values.pop("span")
    span = place.span
    words: dict[str, Json] = {
        "text": span.text if span else None, "start": span.start if span else None, "end": span.end if span else None,
    }  # fmt: skip
    return {**words, **values}
