"""Reports and their claims written by hand, for tests of what comes after reading.

``told(report, "ASSAULT", "struck", …)`` finds the words in the report's text; names that do not stand there take the
trigger's span, as a resolved pronoun would.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from fogline.model.actor import Actor, Speaker
from fogline.model.claim import ASSESSMENT_TYPES, CONTROL_TYPES, RELATION_TYPES, Claim
from fogline.model.comparison import Extent
from fogline.model.document import Document, document_id
from fogline.model.figure import MEASURES, Figure, Scope
from fogline.model.mention import ClaimKind, Modality, Stance
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.record import identified
from fogline.model.span import Span

PLACES = {
    "Aleppo": Place(None, "Aleppo", "170063", "SY", "Aleppo", None, 36.2, 37.16, 1),
    "Saraqib": Place(None, "Saraqib", "172408", "SY", "Idlib", None, 35.86, 36.8, 1),
    "Idlib": Place(None, "Idlib", "169389", "SY", "Idlib", None, 35.93, 36.63, 1),
    "Hama": Place(None, "Hama", "170017", "SY", "Hama", None, 35.13, 36.75, 1),
    "Idlib province": Place(None, "Idlib", "169387", "SY", "Idlib", None, 35.8, 36.7, 4),
    "Syria": Place(None, "Syria", "163843", "SY", None, None, None, None, 6),
    "El Fasher": Place(None, "El Fasher", "376332", "SD", "North Darfur", None, 13.63, 25.35, 1),
    "Kharkiv": Place(None, "Kharkiv", "706483", "UA", "Kharkiv", None, 49.98, 36.25, 1),
    "Goma airport": Place(None, "Goma International Airport", "fl:gom", "CD", "North Kivu", None, -1.67, 29.24, 1),
    "Goma": Place(None, "Goma", "216281", "CD", "North Kivu", None, -1.68, 29.22, 1),
}
IDS = {
    "Syrian army": ("state.sy.army", "state", "SY"),
    "HTS": ("sy.hts", "armed_group", "SY"),
    "rebels": (None, "armed_group", "SY"),
    "Russia": ("state.ru", "state", "RU"),
    "Ukraine": ("state.ua", "state", "UA"),
    "Ukrainian army": ("state.ua.army", "state", "UA"),
    "RSF": ("sd.rsf", "armed_group", "SD"),
    "Sudanese army": ("state.sd.army", "state", "SD"),
    "Turkey": ("state.tr", "state", "TR"),
}


class Fields(TypedDict, total=False):
    """What a claim may tell besides its trigger."""

    agents: tuple[str, ...]
    targets: tuple[str, ...]
    place: str
    day: str
    until: str
    by: str
    stance: Stance
    modality: Modality
    backdrop: bool
    mode: str
    subset_of: str
    extent: Extent


def report(
    text: str,
    published: str | None,
    publisher: str | None = "Daily Post",
    title: str | None = None,
    url: str | None = None,
) -> Document:
    """A document with the identity that reading would give it."""
    name = document_id(text, publisher, url, published)
    return Document(name, text, title=title, published=published, publisher=publisher, url=url, language="en")


def told(document: Document, type_: str, trigger: str, **fields: Unpack[Fields]) -> Claim:
    """An event, control, relation or assessment claim of the document."""
    return _claim(document, type_, _find(document, trigger), None, fields)


def counted(
    document: Document,
    words: str,
    measure: str,
    low: int,
    high: int | None = -1,
    population: str = "all",
    scope: Scope = "incident",
    since: str | None = None,
    **fields: Unpack[Fields],
) -> Claim:
    """A figure claim; ``high`` is ``low`` unless given (``None`` = "at least")."""
    top = low if high == -1 else high
    span = _find(document, words)
    qualifier = "at_least" if top is None else "at_most" if low == 0 and top else "exact" if low == top else "vague"
    begun = date.fromisoformat(since) if since else None
    figure = Figure(span, measure, low, top, qualifier, (population,), scope, begun)  # type: ignore[arg-type]  # from text
    return _claim(document, measure, span, figure, fields)


def _claim(document: Document, type_: str, trigger: Span, figure: Figure | None, fields: Fields) -> Claim:
    by = fields.get("by")
    speaker = (Speaker(_name(document, by, trigger), by, _id(by), 0, trigger),) if by else ()
    claim = Claim(
        id="",
        document=document.id,
        evidence=_sentence(document, trigger),
        kind=_kind(type_),
        type=type_,
        trigger=trigger,
        confidence=0.9,
        rule="by_hand",
        mode=fields.get("mode"),
        agents=tuple(_actor(document, name, trigger) for name in fields.get("agents", ())),
        targets=tuple(_actor(document, name, trigger) for name in fields.get("targets", ())),
        place=PLACES[fields["place"]] if "place" in fields else None,
        time=_period(fields),
        figure=figure,
        stance=fields.get("stance", "affirmed"),
        modality=fields.get("modality", "actual"),
        backdrop=fields.get("backdrop", False),
        subset_of=fields.get("subset_of"),
        extent=fields.get("extent"),
        attribution=speaker,
    )
    return identified(claim)


def _kind(type_: str) -> ClaimKind:
    if type_ in MEASURES:
        return "figure"
    if type_ in CONTROL_TYPES:
        return "control"
    if type_ in RELATION_TYPES:
        return "relation"
    return "assessment" if type_ in ASSESSMENT_TYPES else "event"


def _period(fields: Fields) -> Period | None:
    if "day" not in fields:
        return None
    first = date.fromisoformat(fields["day"])
    return Period(None, first, date.fromisoformat(fields.get("until", fields["day"])), 1)


def _find(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words), words)


def _name(document: Document, name: str, trigger: Span) -> Span:
    return _find(document, name) if name in document.text else trigger


def _id(name: str) -> str | None:
    known = IDS.get(name)
    return known[0] if known else None


def _actor(document: Document, name: str, trigger: Span) -> Actor:
    id_, kind, country = IDS.get(name, (None, "unknown", None))
    return Actor(_name(document, name, trigger), name, id_, kind, country)  # type: ignore[arg-type]  # from the table above


def _sentence(document: Document, trigger: Span) -> Span:
    text = document.text
    start = max(text.rfind(". ", 0, trigger.start) + 2, text.rfind("\n", 0, trigger.start) + 1, 0)
    start = 0 if text.rfind(". ", 0, trigger.start) < 0 and "\n" not in text[: trigger.start] else start
    end = text.find(". ", trigger.end)
    return Span.of(text, start, len(text) if end < 0 else end + 1)
