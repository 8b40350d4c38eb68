"""Assertion against denial: who says that it is so, who says that it is not, and whether a denier admitted it later.

Matched are: a denied act and the same act affirmed; a denied retreat and the enemy's entry or capture of the ground; "no
casualties" and a count above none; ground that one side says it took and the other says it holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.model.claim import Claim
from fogline.model.incident import Contradiction, Heard
from fogline.model.name import fold
from fogline.reconcile.acts import Acts
from fogline.reconcile.nearness import COUNTRY, distance, gap, moment, place_key, when, within
from fogline.reconcile.origins import nameless
from fogline.reconcile.series import told_order

NEAR_DAYS = 7  # a denial answers what was said within a week
NEAR_COUNT = 1  # and "nobody was hurt" the same event
NEAR_KM = 25.0
LEAVING = frozenset({"withdrawal", "retreat"})
DEEDS = ("material", "conflict")
GAINS = frozenset({"takes", "enters", "holds"})
ADMITTING = frozenset(
    {"acknowledged", "acknowledges", "admitted", "admits", "confirmed", "confirms", "conceded", "announced"}
)


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that denies, with those that affirm what it denies."""

    heard: Heard
    affirmed: tuple[Heard, ...]


def contradictions(claims: Iterable[Heard], acts: Acts) -> tuple[Contradiction, ...]:
    """Every contradiction, by the order in which its first denial became known; those resolved have ``resolved`` set."""
    told = sorted((h for h in claims if not h.stated.claim.backdrop), key=told_order)
    real = [h for h in told if h.stated.claim.stance == "affirmed" and h.stated.claim.modality == "actual"]
    weeks = _by_week(real)
    denials = [Denial(d, tuple(a for a in _around(d, weeks) if answers(d, a, acts))) for d in told if _denies(d, acts)]
    denials += _rival_claims(real)
    return tuple(_contradiction(group, real, acts) for group in _grouped([d for d in denials if d.affirmed]))


def answers(denial: Heard, assertion: Heard, acts: Acts) -> bool:
    """Whether the denial denies what the other claim says."""
    no, yes = denial.stated.claim, assertion.stated.claim
    if not _same_ground(no, yes) or not _near(denial, assertion):
        return False
    if denial.voice.key == assertion.voice.key and no.document == yes.document:
        return False
    if no.figure or yes.figure:
        return _no_count(no, yes)
    if _is_leaving(no, acts):
        return _tells_of_leaving(denial, assertion, acts)
    same = (no.kind, no.type) == (yes.kind, yes.type) and (not no.mode or not yes.mode or no.mode == yes.mode)
    return same and _same_doers(denial, assertion)


def _by_week(real: Iterable[Heard]) -> dict[int, list[Heard]]:
    """The claims by the weeks of their time, so that a denial meets only those that it can answer."""
    weeks: dict[int, list[Heard]] = defaultdict(list)
    for heard in real:
        if (time := when(heard.stated)) is not None:
            for week in range(time[0].toordinal() // NEAR_DAYS, time[1].toordinal() // NEAR_DAYS + 1):
                weeks[week].append(heard)
    return weeks


def _around(denial: Heard, weeks: dict[int, list[Heard]]) -> list[Heard]:
    if (time := when(denial.stated)) is None:
        return []
    near = range(time[0].toordinal() // NEAR_DAYS - 1, time[1].toordinal() // NEAR_DAYS + 2)
    found = {h.stated.claim.id: h for week in near for h in weeks.get(week, ())}
    return sorted(found.values(), key=told_order)


def _near(one: Heard, two: Heard) -> bool:
    times = when(one.stated), when(two.stated)
    return times[0] is not None and times[1] is not None and gap(times[0], times[1]) <= NEAR_DAYS


def _no_count(no: Claim, yes: Claim) -> bool:
    """ "Nobody was hurt" answers a count of the same place only, never that of a whole country."""
    days = [(c.time.first, c.time.last) for c in (no, yes) if c.time]
    if len(days) == 2 and gap(*days) > NEAR_COUNT:
        return False
    placed = no.place is not None and yes.place is not None and max(no.place.precision, yes.place.precision) < COUNTRY
    return bool(placed and no.figure and yes.figure and no.figure.measure == yes.figure.measure and yes.figure.low > 0)


def _denies(heard: Heard, acts: Acts) -> bool:
    """Only deeds: that somebody would not say something contradicts nobody."""
    claim = heard.stated.claim
    act = acts.of(claim)
    if act is None or (claim.kind == "event" and act.side not in DEEDS):
        return False
    return claim.stance == "denied" or bool(claim.figure and claim.figure.high == 0)


def _is_leaving(claim: Claim, acts: Acts) -> bool:
    act = acts.of(claim)
    return claim.type == "loses" or (act is not None and act.family in LEAVING and claim.kind != "figure")


def _tells_of_leaving(denial: Heard, assertion: Heard, acts: Acts) -> bool:
    yes = assertion.stated.claim
    if _is_leaving(yes, acts):
        return _same_doers(denial, assertion)
    if yes.kind != "control" or yes.type not in GAINS:
        return False
    if not _same_place(denial.stated.claim, yes):
        return False
    return bool(denial.doers and assertion.doers) and not denial.doers & assertion.doers


def _same_place(no: Claim, yes: Claim) -> bool:
    """Whether one place holds the other: the fall of the next town says nothing of who left this one."""
    a, b = no.place, yes.place
    return a is not None and b is not None and (place_key(a) == place_key(b) or within(a, b) or within(b, a))


def _same_doers(one: Heard, two: Heard) -> bool:
    """The same sides act; where one does not tell who acts, the place must be the same."""
    if one.doers and two.doers:
        return bool(one.doers & two.doers)
    a, b = one.stated.claim.place, two.stated.claim.place
    return a is not None and b is not None and place_key(a) == place_key(b)


def _same_ground(one: Claim, two: Claim) -> bool:
    a, b = one.place, two.place
    if a is None or b is None:
        return bool(set(_countries(one)) & set(_countries(two)))
    if place_key(a) == place_key(b) or within(a, b) or within(b, a):
        return True
    apart = distance(a, b)
    return apart is not None and apart <= NEAR_KM


def _countries(claim: Claim) -> tuple[str, ...]:
    if claim.place and claim.place.country:
        return (claim.place.country,)
    return tuple(sorted({a.country for a in (*claim.agents, *claim.targets) if a.country}))


def _rival_claims(real: Sequence[Heard]) -> list[Denial]:
    """A side that says it holds a place at the time when its enemy says it took it."""
    own = (h for h in real if h.stated.claim.type == "holds" and h.stated.claim.place and h.voice.side in h.doers)
    return [Denial(holds, tuple(h for h in real if _takes_from(h, holds))) for holds in own]


def _takes_from(taking: Heard, holding: Heard) -> bool:
    yes, no = taking.stated.claim, holding.stated.claim
    if yes.type not in ("takes", "holds") or yes.place is None or no.place is None:
        return False
    same = place_key(yes.place) == place_key(no.place) and (yes.extent or "whole") == (no.extent or "whole")
    others = bool(taking.doers) and not taking.doers & holding.doers
    return same and others and gap(moment(taking.stated), moment(holding.stated)) <= 1


def _grouped(denials: Sequence[Denial]) -> list[list[Denial]]:
    """Denials that share an assertion stand in one row."""
    groups: list[list[Denial]] = []
    for denial in denials:
        ids = {h.stated.claim.id for h in denial.affirmed}
        met = [g for g in groups if any(h.stated.claim.id in ids for d in g for h in d.affirmed)]
        groups = [g for g in groups if g not in met] + [[d for g in met for d in g] + [denial]]
    return sorted(groups, key=lambda g: min(told_order(d.heard) for d in g))


def _contradiction(group: Sequence[Denial], real: Sequence[Heard], acts: Acts) -> Contradiction:
    denied = sorted({d.heard.stated.claim.id: d.heard for d in group}.values(), key=told_order)
    affirmed = sorted({h.stated.claim.id: h for d in group for h in d.affirmed}.values(), key=told_order)
    admissions = [a for d in group if (a := _admission(d.heard, real, acts)) is not None]
    admission = max(admissions, key=told_order) if len(admissions) == len(group) else None
    places = [h.stated.claim.place for h in (*denied, *affirmed) if h.stated.claim.place]
    return Contradiction(
        about=_about(denied[0], acts),
        place=places[0] if places else None,
        affirmed=tuple(affirmed),
        denied=tuple(denied),
        resolved=admission.stated.source.known if admission else None,
        admission=admission,
    )


def _admission(denial: Heard, real: Sequence[Heard], acts: Acts) -> Heard | None:
    """The first later claim by which the denier's own side says that it was so."""
    later = (h for h in real if h.stated.source.known > denial.stated.source.known)
    own = (h for h in later if _is_own_word(h, denial) and _near(denial, h))
    near = (h for h in own if _same_ground(denial.stated.claim, h.stated.claim))
    return next((h for h in near if _admits(denial, h, acts)), None)


def _admits(denial: Heard, later: Heard, acts: Acts) -> bool:
    no, yes = denial.stated.claim, later.stated.claim
    if _is_leaving(no, acts) or no.type == "holds":
        return _is_leaving(yes, acts) and _same_doers(denial, later)
    if no.figure or yes.figure:
        return bool(no.figure and yes.figure and no.figure.measure == yes.figure.measure and yes.figure.low > 0)
    return (no.kind, no.type) == (yes.kind, yes.type) and _same_doers(denial, later)


def _is_own_word(heard: Heard, denial: Heard) -> bool:
    """Said by the denier's side: as speaker, as its own medium, or in a sentence whose act of speech is its own."""
    if heard.voice.side and heard.voice.side == denial.voice.side:
        return True
    claim = heard.stated.claim
    if denial.voice.side not in heard.doers or claim.attribution:
        return False
    return bool({fold(word) for word in claim.evidence.text.split()} & ADMITTING)


def _about(heard: Heard, acts: Acts) -> str:
    claim = heard.stated.claim
    act = acts.of(claim)
    who = " and ".join(a.name for a in claim.agents[:2] if not nameless(a)) or heard.voice.name
    where = f" in {claim.place.name}" if claim.place else ""
    words = act.words if act else claim.type.replace("_", " ")
    return f"{words} by {who}{where}" if who else f"{words}{where}"
