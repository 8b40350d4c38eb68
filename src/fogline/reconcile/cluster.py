"""Claims brought together into incidents. The same claims always give the same incidents, in whatever order they came."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from fogline.model.incident import Heard, Incident, Status
from fogline.model.judgement import Judgement
from fogline.reconcile.block import pairs
from fogline.reconcile.compare import Knowledge, judge
from fogline.reconcile.nearness import days_of
from fogline.reconcile.titles import title


def incidents(
    claims: Iterable[Heard], knowledge: Knowledge, judgements: Iterable[Judgement] = ()
) -> tuple[Incident, ...]:
    """The incidents that the claims tell, ordered by time and id. Background, relations and assessments tell none.

    ``judgements`` are a person's: they bring together or keep apart whatever the comparisons say.
    """
    told = [h for h in claims if not h.stated.claim.backdrop and knowledge.acts.of(h.stated.claim) is not None]
    told.sort(key=lambda h: h.stated.claim.id)
    verdicts = _verdicts(told, knowledge, judgements)
    groups = _grouped(len(told), verdicts)
    found = [_incident([told[i] for i in members], why, knowledge) for members, why in groups]
    return tuple(sorted(found, key=lambda i: (i.first is None, i.first or i.claims[0].stated.source.known, i.id)))


def _verdicts(
    told: Sequence[Heard], knowledge: Knowledge, judgements: Iterable[Judgement]
) -> dict[tuple[int, int], Judgement]:
    position = {h.stated.claim.id: i for i, h in enumerate(told)}
    verdicts = {pair: judge(told[pair[0]], told[pair[1]], knowledge) for pair in pairs(told, knowledge.acts)}
    for judgement in judgements:
        if judgement.person and judgement.left in position and judgement.right in position:
            one, two = sorted((position[judgement.left], position[judgement.right]))
            verdicts[one, two] = judgement
    return verdicts


def _grouped(count: int, verdicts: dict[tuple[int, int], Judgement]) -> list[tuple[list[int], list[Judgement]]]:
    """Merge from the surest pair downwards, never two groups that hold a pair which cannot be one happening."""
    group = list(range(count))
    members = {i: [i] for i in range(count)}
    apart = {pair for pair, v in verdicts.items() if v.verdict == "different" and (v.person or v.score == 0)}
    ordered = sorted(verdicts.items(), key=lambda item: (not item[1].person, -(item[1].score or 0), item[0]))
    for (one, two), verdict in ordered:
        a, b = sorted((group[one], group[two]))
        if verdict.verdict != "same" or a == b or (not verdict.person and _forbidden(members[a], members[b], apart)):
            continue
        for i in members[b]:
            group[i] = a
        members[a] += members.pop(b)
    why: dict[int, list[Judgement]] = {i: [] for i in members}
    for (one, two), verdict in sorted(verdicts.items()):
        if group[one] == group[two]:
            why[group[one]].append(verdict)
    return [(sorted(held), why[i]) for i, held in members.items()]


def _forbidden(one: Sequence[int], two: Sequence[int], apart: set[tuple[int, int]]) -> bool:
    return any((min(a, b), max(a, b)) in apart for a in one for b in two)


def _incident(claims: Sequence[Heard], why: Sequence[Judgement], knowledge: Knowledge) -> Incident:
    ordered = sorted(claims, key=lambda h: (h.stated.source.known, h.stated.source.instant, h.stated.claim.id))
    lead = _lead(ordered)
    act = knowledge.acts.of(lead.stated.claim)
    assert act is not None, "only claims with an act are grouped"
    days = [d for h in ordered if (d := days_of(h.stated)) is not None]
    shortest = min(days, key=lambda d: (d[1] - d[0], d), default=None)
    digest = hashlib.sha256("\n".join(sorted(h.stated.claim.id for h in ordered)).encode()).hexdigest()
    places = [h.stated.claim.place for h in ordered if h.stated.claim.place]
    return Incident(
        id=f"i_{digest[:16]}",
        family=act.family,
        lane=act.lane,
        title=title(lead, ordered, act),
        place=min(places, key=lambda p: (p.precision, p.name), default=None),
        first=shortest[0] if shortest else None,
        last=shortest[1] if shortest else None,
        status=status(ordered),
        claims=tuple(ordered),
        judgements=tuple(why),
    )


def status(claims: Sequence[Heard]) -> Status:
    """How well attested: by how many independent voices, and whether anybody denies it."""
    affirmed = {h.voice.key for h in claims if h.stated.claim.stance == "affirmed"}
    if len(affirmed) == 0:
        return "denied_only"
    if any(h.stated.claim.stance == "denied" and h.voice.key not in affirmed for h in claims):
        return "contested"
    return "corroborated" if len(affirmed) > 1 else "single_origin"


def _lead(ordered: Sequence[Heard]) -> Heard:
    """The claim that names the incident: an act rather than a count, with the most told."""
    return min(
        ordered,
        key=lambda h: (
            h.stated.claim.kind == "figure",
            h.stated.claim.mode is None,
            -len(h.stated.claim.agents) - len(h.stated.claim.targets),
            h.stated.claim.id,
        ),
    )
