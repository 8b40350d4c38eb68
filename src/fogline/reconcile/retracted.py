"""Incidents that nobody stands behind any more: every supporting claim was rejected by a person or withdrawn by its own voice.

They are shown as ``retracted`` and count nowhere. A voice withdraws what it says later is not so, of the same days; its
figures for the same happening go with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.model.incident import Heard, Incident
from fogline.model.judgement import Judgement
from fogline.reconcile.acts import Acts
from fogline.reconcile.block import pairs
from fogline.reconcile.cluster import incidents, status
from fogline.reconcile.contradictions import answers
from fogline.reconcile.nearness import days_of, gap, moment

WEEK = 7  # days
MOST_WEEKS = 8  # a longer time tells an episode, which is no incident


@dataclass(frozen=True, slots=True)
class Standing:
    """The incidents somebody stands behind, those ``retracted``, and the ids of the claims that nobody stands behind: they
    enter no toll and no contradiction.
    """

    incidents: tuple[Incident, ...]
    retracted: tuple[Incident, ...] = ()
    withdrawn: frozenset[str] = frozenset()

    @property
    def told(self) -> tuple[Incident, ...]:
        """All incidents, by time and id."""
        found = (*self.incidents, *self.retracted)
        return tuple(sorted(found, key=lambda i: (i.first is None, i.first or i.claims[0].stated.source.known, i.id)))


def standing(
    claims: Sequence[Heard], rejected: Sequence[Heard], acts: Acts, judgements: Iterable[Judgement] = ()
) -> Standing:
    """The incidents of the claims that count, and those retracted. ``rejected`` are the claims that a person rejected."""
    judged = tuple(judgements)
    happened = incidents(claims, acts, judged)
    own = withdrawn(claims, acts)
    taken_back = own.union(*(_figures_too(incident, own) for incident in happened))
    left = [_left(incident, taken_back) for incident in happened]
    refused = taken_back | {h.stated.claim.id for h in rejected}
    lost = incidents((*_beside(claims, rejected, acts), *rejected), acts, judged) if rejected else ()
    gone = [i for i in left if i.status == "retracted"]
    gone += [found for i in lost if (found := _left(i, refused)).status == "retracted" and not _shown(found, gone)]
    live = [i for i in left if i.status != "retracted" and not _shown(i, gone)]
    return Standing(tuple(live), tuple(gone), taken_back)


def _beside(claims: Sequence[Heard], rejected: Sequence[Heard], acts: Acts) -> list[Heard]:
    """The claims that may be about one happening with a rejected one: only with them can it still stand."""
    around = {(family, week + n) for h in rejected for family, week in _weeks(h, acts) for n in (-1, 0, 1)}
    about = [h for h in claims if not around.isdisjoint(_weeks(h, acts))]
    first = len(about)
    near = {one for one, two in pairs((*about, *rejected), acts) if one < first <= two}
    return [about[number] for number in sorted(near)]


def _weeks(heard: Heard, acts: Acts) -> list[tuple[str, int]]:
    """The family of the act with the weeks in which it is told to be."""
    act = acts.of(heard.stated.claim)
    first, last = moment(heard.stated)
    weeks = range(first.toordinal() // WEEK, last.toordinal() // WEEK + 1)
    return [(act.family, week) for week in weeks[:MOST_WEEKS]] if act else []


def _shown(incident: Incident, among: Sequence[Incident]) -> bool:
    """Whether all its claims stand in those incidents already."""
    held = {h.stated.claim.id for i in among for h in i.claims}
    return {h.stated.claim.id for h in incident.claims} <= held


def withdrawn(claims: Iterable[Heard], acts: Acts) -> frozenset[str]:
    """The ids of the claims of which the same speaker says later, in another report, that it is not so."""
    by_voice: dict[str, list[Heard]] = defaultdict(list)
    denials: dict[str, list[Heard]] = defaultdict(list)
    for heard in claims:
        claim = heard.stated.claim
        if claim.backdrop or claim.modality != "actual" or not claim.attribution:
            continue  # a denial without its speaker read is not the publication's own
        (by_voice if claim.stance == "affirmed" else denials)[heard.voice.key].append(heard)
    return frozenset(
        assertion.stated.claim.id
        for key, held in denials.items()
        for denial in held
        for assertion in by_voice[key]
        if _takes_back(denial, assertion, acts)
    )


def _takes_back(denial: Heard, assertion: Heard, acts: Acts) -> bool:
    later = denial.stated.source.known > assertion.stated.source.known
    days = days_of(denial.stated), days_of(assertion.stated)
    same_days = days[0] is None or days[1] is None or gap(days[0], days[1]) == 0
    return later and same_days and answers(denial, assertion, acts)


def _figures_too(incident: Incident, taken_back: frozenset[str]) -> frozenset[str]:
    """The figures that a voice gave for the happening it took back."""
    voices = {h.voice.key for h in incident.claims if h.stated.claim.id in taken_back}
    return frozenset(h.stated.claim.id for h in incident.claims if h.stated.claim.figure and h.voice.key in voices)


def _left(incident: Incident, gone: frozenset[str]) -> Incident:
    """The incident with the status that it has without these claims, which stay listed in it."""
    supporting = [h for h in incident.claims if h.stated.claim.stance == "affirmed"]
    if not any(h.stated.claim.id in gone for h in supporting):
        return incident
    if all(h.stated.claim.id in gone for h in supporting):
        return replace(incident, status="retracted")
    return replace(incident, status=status([h for h in incident.claims if h.stated.claim.id not in gone]))
