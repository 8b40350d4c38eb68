"""Claims brought together into incidents. The same claims always give the same incidents, in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from fogline.model.incident import Heard, Incident, Status
from fogline.model.judgement import Judgement
from fogline.reconcile.acts import Acts
from fogline.reconcile.block import pairs
from fogline.reconcile.compare import judge
from fogline.reconcile.given import aside, marked
from fogline.reconcile.nearness import days_of
from fogline.reconcile.titles import title

Pair = tuple[int, int]
MOST_REASONS = 200  # pairs; a story told 100 times has 4,950


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What was judged on pairs (positions, the smaller first) of ``told``; further pairs are judged when a merger asks."""

    told: Sequence[Heard]
    acts: Acts
    known: dict[Pair, Judgement]

    def of(self, one: int, two: int) -> Judgement:
        """The verdict on a pair."""
        pair = (min(one, two), max(one, two))
        if pair not in self.known:
            self.known[pair] = judge(self.told[pair[0]], self.told[pair[1]], self.acts)
        return self.known[pair]

    def apart(self, one: int, two: int) -> bool:
        """Whether the pair cannot be one happening: a person said so, or a comparison forbids it."""
        verdict = self.of(one, two)
        return verdict.verdict == "different" and (verdict.person or verdict.score == 0)


def incidents(claims: Iterable[Heard], acts: Acts, judgements: Iterable[Judgement] = ()) -> tuple[Incident, ...]:
    """The incidents that the claims tell, ordered by time and id. Background, relations and assessments tell none.

    ``judgements`` are a person's: they bring together or keep apart whatever the comparisons say.
    """
    known = marked(claims, acts.known)
    running = frozenset(h.stated.claim.id for h in known if _is_running(h))
    told = [h for h in known if _tells_an_incident(h, acts) and h.stated.claim.subset_of not in running]
    told.sort(key=lambda h: h.stated.claim.id)
    groups = _grouped(len(told), _verdicts(told, acts, judgements))
    found = [_incident([told[i] for i in members], why, acts) for members, why in groups]
    return tuple(sorted(found, key=lambda i: (i.first is None, i.first or i.claims[0].stated.source.known, i.id)))


def _tells_an_incident(heard: Heard, acts: Acts) -> bool:
    """Neither background nor a running toll of violence, unless it is the toll of one attack: the others count many.

    Nor an adjective alone ("rebel-held").
    """
    claim = heard.stated.claim
    act = acts.of(claim)
    return (
        act is not None
        and not claim.backdrop
        and not aside(claim)
        and not (_is_running(heard) and act.family == "violence")
    )


def _is_running(heard: Heard) -> bool:
    figure = heard.stated.claim.figure
    return figure is not None and figure.scope == "cumulative" and not heard.toll_of


def _verdicts(told: Sequence[Heard], acts: Acts, judgements: Iterable[Judgement]) -> Verdicts:
    position = {h.stated.claim.id: i for i, h in enumerate(told)}
    known = {pair: judge(told[pair[0]], told[pair[1]], acts) for pair in pairs(told, acts)}
    for judgement in judgements:
        if judgement.person and judgement.left in position and judgement.right in position:
            one, two = sorted((position[judgement.left], position[judgement.right]))
            known[one, two] = judgement
    return Verdicts(told, acts, known)


def _grouped(count: int, verdicts: Verdicts) -> list[tuple[list[int], list[Judgement]]]:
    """Merge from the surest pair downwards, never two groups that hold a pair which cannot be one happening."""
    group = list(range(count))
    members = {i: [i] for i in range(count)}
    same = [(pair, verdicts.known[pair]) for pair in sorted(verdicts.known) if verdicts.known[pair].verdict == "same"]
    people = sorted((item for item in same if item[1].person), key=lambda item: item[1].at or "", reverse=True)
    rules = sorted((item for item in same if not item[1].person), key=lambda item: (-(item[1].score or 0), item[0]))
    for (one, two), verdict in (*people, *rules):
        a, b = sorted((group[one], group[two]))
        if a == b or _forbidden(members[a], members[b], verdicts, verdict):
            continue
        for i in members[b]:
            group[i] = a
        members[a] += members.pop(b)
    return [(sorted(held), _why(sorted(held), verdicts)) for held in members.values()]


def _forbidden(one: Sequence[int], two: Sequence[int], verdicts: Verdicts, wish: Judgement) -> bool:
    """Whether a pair of the two groups must stay apart. A person's wish to join them yields only to a later one to part them."""
    if not wish.person:
        return any(verdicts.apart(a, b) for a in one for b in two)
    judged = (verdicts.of(a, b) for a in one for b in two)
    return any(v.person and v.verdict == "different" and (v.at or "") > (wish.at or "") for v in judged)


def _why(held: Sequence[int], verdicts: Verdicts) -> list[Judgement]:
    """The verdicts on the pairs of a group, as far as its size lets a person read them."""
    return [verdicts.of(a, b) for a, b in islice(combinations(held, 2), MOST_REASONS)]


def _incident(claims: Sequence[Heard], why: Sequence[Judgement], acts: Acts) -> Incident:
    ordered = sorted(claims, key=lambda h: (h.stated.source.known, h.stated.source.instant, h.stated.claim.id))
    lead = _lead(ordered)
    act = acts.of(lead.stated.claim)
    assert act is not None, "only claims with an act are grouped"
    days = [d for h in ordered if (d := days_of(h.stated)) is not None]
    shortest = min(days, key=lambda d: (d[1] - d[0], d), default=None)
    places = [h.stated.claim.place for h in ordered if h.stated.claim.place]
    return Incident(
        id=f"i_{ordered[0].stated.claim.id.removeprefix('c_')}",  # so that one incident is found without all others
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
    """How well attested: by how many independent voices. What is contested, contradictions tell (situation/timeline.py)."""
    affirmed = {h.voice.key for h in claims if h.stated.claim.stance == "affirmed"}
    if len(affirmed) == 0:
        return "denied_only"
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
