"""Which incidents, figures and claims a brief of a page or two has room for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from fogline.brief.evidence import Evidence
from fogline.model.claim import Claim
from fogline.model.incident import Heard, Incident, Toll, Value

SHOWN_STATUS = ("contested", "corroborated", "single_origin")
FEW, MANY = 4, 12
MEASURES = 3  # series of one measure
TROUBLED = ("planned", "possible", "hypothetical")
ENDS = (".", "!", "?", "”", '"', "'", "’", ")")  # a sentence, no headline
PROTECTED = {"civilians", "children", "women", "aid_workers", "health_workers", "journalists", "refugees"}
LOOKING_AHEAD = ("outlook", "risk")


def lead(claims: Iterable[Heard], evidence: Evidence) -> Heard | None:
    """The claim that tells an incident best: no copy, a fact before a denial, the surest."""
    copies = {document for document, _ in evidence.situation.sources.copies}
    return min(
        claims,
        key=lambda h: (
            h.stated.claim.document in copies,
            h.stated.claim.modality != "actual",
            h.stated.claim.kind == "figure",
            -h.stated.claim.confidence,
            h.stated.claim.id,
        ),
        default=None,
    )


def figures(tolls: Sequence[Toll]) -> tuple[Toll, ...]:
    """The series with room in the table: the first of each measure, so that deaths do not hide the displaced."""
    taken: dict[str, int] = defaultdict(int)
    found = []
    for toll in tolls:
        taken[toll.measure] += 1
        if taken[toll.measure] <= MEASURES and toll.measure != "other":
            found.append(toll)
    return tuple(found[:MANY])


def value_of(toll: Toll) -> Value:
    """The value that best stands for a series: one that gives its best, the latest first."""
    counted = [v for v in toll.series if v.counts] or list(toll.series)
    best = [v for v in counted if toll.best in {v.low, v.high}] or counted
    return max(best, key=lambda v: (v.on, v.voice.name, v.claim.claim.id))


def of_ground(evidence: Evidence) -> list[Incident]:
    """The incidents of the window on the ground and about control, those that matter most, by day."""
    shown = _in_window(evidence, {"ground", "control"})
    kept = sorted(shown, key=lambda i: (-_weight(i), i.first is None, i.first, i.id) if i.first else (0, True, 0, i.id))
    return sorted(kept[:MANY], key=lambda i: (i.first.isoformat() if i.first else "~", i.id))


def _in_window(evidence: Evidence, lanes: set[str]) -> list[Incident]:
    wanted = {m.incident for m in evidence.situation.timeline if m.day and m.lane in lanes}
    return [
        i
        for i in evidence.situation.incidents
        if i.id in wanted and i.status in SHOWN_STATUS and any(_is_fact(h.stated.claim) for h in i.claims)
    ]


def _is_fact(claim: Claim) -> bool:
    return claim.modality == "actual" and not claim.backdrop


def _weight(incident: Incident) -> int:
    """Ground that changes hands, deaths, and what more than one voice tells, before the rest."""
    types = {h.stated.claim.type for h in incident.claims}
    return (
        4 * (incident.family == "control" and bool(types & {"takes", "loses", "withdraws_from"}))
        + 3 * (incident.family == "withdrawal")
        + 3 * any(h.stated.claim.figure and h.stated.claim.type == "killed" for h in incident.claims)
        - 2 * all(h.stated.claim.kind == "figure" for h in incident.claims)
        + 2 * (incident.status == "contested")
        + 2 * (len(incident.voices) > 1)
    )


def of_relief(evidence: Evidence) -> list[Heard]:
    """What is told of people in need: counts that are no deaths, concerns, releases; the latest first."""
    wanted = {m.incident for m in evidence.situation.timeline if m.lane == "humanitarian"}
    held = [h for i in evidence.situation.incidents if i.id in wanted for h in i.claims]
    held += [h for h in evidence.situation.claims if h.stated.claim.type == "humanitarian_concern"]
    harmed = [
        t for t in evidence.situation.figures if t.measure in {"killed", "injured"} and set(t.population) & PROTECTED
    ]
    held += [h for t in harmed if (h := evidence.heard.get(value_of(t).claim.claim.id))]
    return _few([h for h in held if _is_fact(h.stated.claim)], evidence, FEW + 2)


def of_response(evidence: Evidence) -> list[Heard]:
    """What outside bodies and courts say and do, and what is asked for."""
    wanted = {m.incident for m in evidence.situation.timeline if m.lane in {"diplomacy", "law"}}
    held = [h for i in evidence.situation.incidents if i.id in wanted for h in i.claims]
    return _few([h for h in held if _is_fact(h.stated.claim) and h.stated.claim.type != "CONCEDE"], evidence, FEW + 2)


def ahead(evidence: Evidence) -> list[Heard]:
    """What is planned, feared or expected by somebody: said, never concluded here."""
    held = [h for i in evidence.situation.incidents for h in i.claims]
    held += [h for h in evidence.situation.claims if h.stated.claim.type in LOOKING_AHEAD]
    wanted = [h for h in held if h.stated.claim.modality in TROUBLED or h.stated.claim.type in LOOKING_AHEAD]
    return _few([h for h in wanted if not h.stated.claim.backdrop], evidence, FEW)


def not_told(held: Iterable[Heard], told: Iterable[Heard]) -> list[Heard]:
    """Those whose sentence was not told before."""
    before = {_sentence(h) for h in told}
    return [h for h in held if _sentence(h) not in before]


def _sentence(heard: Heard) -> tuple[str, int]:
    return heard.stated.claim.document, heard.stated.claim.evidence.start


def _few(held: Iterable[Heard], evidence: Evidence, most: int) -> list[Heard]:
    """Each sentence of the reports once, nothing that was taken back, no copies and no headlines, the latest first."""
    copies = {document for document, _ in evidence.situation.sources.copies}
    back = {h.stated.claim.id for i in evidence.situation.incidents if i.status == "retracted" for h in i.claims}
    once: dict[tuple[str, int], Heard] = {}
    for heard in sorted(held, key=lambda h: (-h.stated.claim.confidence, h.stated.claim.id)):
        claim = heard.stated.claim
        if claim.id not in back and claim.document not in copies and claim.evidence.text.rstrip()[-1:] in ENDS:
            once.setdefault(_sentence(heard), heard)
    latest = sorted(once.values(), key=lambda h: (-h.stated.source.known.toordinal(), h.stated.claim.evidence.start))
    return latest[:most]
