"""Who is said to hold a place, since when, by whose word: the claims of a place told as a history, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.model.claim import Claim
from fogline.model.incident import Basis, Heard, Holding, HoldingStatus, Step
from fogline.model.mention import Stance
from fogline.model.place import Place
from fogline.reconcile.given import aside
from fogline.reconcile.nearness import place_key
from fogline.reconcile.series import told_order

PARTS = ("part", "most")  # who holds half a town does not hold the town
ELSEWHERE = frozenset({"in", "near", "across", "around", "outside", "inside", "throughout"})
NEUTRAL = frozenset({"advances_on"})  # coming nearer changes nothing on the ground


@dataclass(frozen=True, slots=True)
class State:
    """The ground after a step. ``side`` is the holder's, ``before`` the last holder's side, ``by`` the claims this rests on."""

    status: HoldingStatus = "unknown"
    holder: str | None = None
    side: str = ""
    before: str = ""
    since: date | None = None
    by: tuple[Heard, ...] = ()


def holdings(claims: Iterable[Heard], disputed: frozenset[str] = frozenset()) -> tuple[Holding, ...]:
    """The state of every place of which control is told, after the last claim, by country and name of the place.

    Background and what is planned or possible is left out. ``disputed`` are the ids of claims in an open contradiction: what
    rests on them alone is contested.
    """
    places: dict[str, list[Heard]] = defaultdict(list)
    for heard in claims:
        claim = heard.stated.claim
        counts = claim.kind == "control" and not claim.backdrop and claim.modality == "actual" and _of_the_place(claim)
        if counts and claim.place:
            places[place_key(claim.place)].append(heard)
    told = [_holding(sorted(held, key=_in_time), disputed) for _, held in sorted(places.items())]
    return tuple(sorted(told, key=lambda h: (h.place.country or "", h.place.name, place_key(h.place))))


def _of_the_place(claim: Claim) -> bool:
    """ "Rebel-held towns in Idlib" are not Idlib."""
    if not aside(claim) or claim.place is None:
        return True
    start, end = claim.trigger.end - claim.evidence.start, claim.place.span.start if claim.place.span else 0
    between = claim.evidence.text[start : max(end - claim.evidence.start, start)]
    return not set(between.casefold().split()) & ELSEWHERE


def _in_time(heard: Heard) -> tuple[date, tuple[date, str, str, int, str]]:
    return _day(heard), told_order(heard)


def _day(heard: Heard) -> date:
    time = heard.stated.claim.time
    return min(time.last, heard.stated.source.known) if time else heard.stated.source.known


def _holding(steps: Sequence[Heard], disputed: frozenset[str]) -> Holding:
    state, days = State(), dict[date, Step]()
    for heard in steps:
        state = _after(state, heard)
        days[_day(heard)] = _step(state, _day(heard), disputed)
    last = _step(state, _day(steps[-1]), disputed)
    return Holding(
        _place(steps), last.status, last.basis, last.holder, state.since, tuple(steps), _changes(days.values())
    )


def _step(state: State, day: date, disputed: frozenset[str]) -> Step:
    """What stands at the end of the day."""
    basis = _basis(state)
    open_ = basis == "claimed" and any(h.stated.claim.id in disputed for h in state.by)
    status: HoldingStatus = "contested" if open_ else state.status
    # who is said to have gone is not shown as the holder of what is contested
    gone = status == "contested" and any(_leaves(h.stated.claim) and state.side in h.doers for h in state.by)
    return Step(day, status, basis, None if gone else state.holder)


def _changes(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The days on which something changed."""
    found: list[Step] = []
    for step in steps:
        if not found or replace(found[-1], day=step.day) != step:
            found.append(step)
    return tuple(found)


def _after(state: State, heard: Heard) -> State:
    claim = heard.stated.claim
    if claim.type in NEUTRAL:
        return state
    side = min(heard.doers, default="")
    if aside(claim):
        return _assumed(state, heard, side)
    if claim.stance == "denied":
        return _denied(state, heard, side)
    if claim.type in ("takes", "holds") and claim.extent not in PARTS:
        return _taken(state, heard, _doer(heard), side)
    if claim.type in ("loses", "withdraws_from") and claim.extent not in PARTS:
        return _left(state, heard, side)
    if state.side and state.side == side:
        return state  # the holder enters or fights for what it holds
    return replace(state, status="contested", since=_since(state, heard, "contested"), by=(*state.by, heard))


def _assumed(state: State, heard: Heard, side: str) -> State:
    """A remark in passing tells who holds a place of which nobody said more, and changes nothing of what was said."""
    if state.side or state.status != "unknown":
        return replace(state, by=(*state.by, heard)) if side and side == state.side else state
    return State("held", _doer(heard), side, state.before, None, (*state.by, heard))


def _doer(heard: Heard) -> str | None:
    return heard.doer or None


def _taken(state: State, heard: Heard, name: str | None, side: str) -> State:
    if side and side == state.side:
        return replace(state, status=_still(state), by=(*state.by, heard))
    if state.side and heard.voice.side == side and (heard.stated.claim.type == "holds" or _insists(state, _day(heard))):
        return replace(state, status="contested", since=_day(heard), by=(*state.by, heard))
    before = state.side or state.before
    status: HoldingStatus = "changed_hands" if before and before != side else "held"
    return State(status, name, side, before, _day(heard), (*_agreeing(state, side), heard))


def _insists(state: State, day: date) -> bool:
    """Whether the holder itself said on that day or the day before that it holds the place."""
    own = (h for h in state.by if h.stated.claim.type == "holds" and h.voice.side == state.side)
    return any(abs((day - _day(h)).days) <= 1 for h in own)


def _left(state: State, heard: Heard, side: str) -> State:
    claim = heard.stated.claim
    if claim.type == "loses" and claim.targets:
        taken = _taken(state, heard, claim.targets[0].name, min(heard.suffering, default=""))
        return replace(taken, before=side or taken.before, status="changed_hands")
    if state.side and state.side != side:  # the loser admits what its enemy said before
        return replace(state, status="changed_hands", before=side, by=(*state.by, heard))
    if heard.voice.side not in heard.doers and _disputes(state, heard, "denied"):
        return replace(state, status="contested", since=_since(state, heard, "contested"), by=(*state.by, heard))
    inside = [h for h in state.by if h.stated.claim.type == "enters" and h.doers and side not in h.doers]
    if inside:  # they came in, the others left: it is theirs
        comer = inside[-1]
        return State("changed_hands", _doer(comer), min(comer.doers), side, _day(heard), (comer, heard))
    return State("unknown", None, "", side, _day(heard), (heard,))


def _denied(state: State, heard: Heard, side: str) -> State:
    """Denying a loss affirms the holding of who denies; denying a capture stands against the capture."""
    claim = heard.stated.claim
    leaving = claim.type in ("loses", "withdraws_from")
    if leaving and _disputes(state, heard, "affirmed"):
        return replace(state, status="contested", since=_since(state, heard, "contested"), by=(*state.by, heard))
    if leaving and not state.side:
        return State("held", _doer(heard), side, state.before, None, (heard,))
    if leaving and side == state.side:
        return replace(state, by=(*state.by, heard))
    return replace(state, status="contested", by=(*state.by, heard)) if state.status != "unknown" else state


def _disputes(state: State, heard: Heard, stance: Stance) -> bool:
    """Whether the state rests on somebody who said the opposite (``stance``) of the same side's leaving, within a day."""
    return any(
        h.stated.claim.type in ("loses", "withdraws_from")
        and h.stated.claim.stance == stance
        and h.doers == heard.doers
        and h.voice.key != heard.voice.key
        and abs((_day(h) - _day(heard)).days) <= 1
        for h in state.by
    )


def _still(state: State) -> HoldingStatus:
    return "held" if state.status == "unknown" else state.status


def _since(state: State, heard: Heard, status: HoldingStatus) -> date | None:
    return state.since if state.status == status else _day(heard)


def _agreeing(state: State, side: str) -> tuple[Heard, ...]:
    """What was said before of those who now hold it: "they left" and "they came" rest on each other."""
    return tuple(
        h for h in state.by if not state.side and state.before and state.before != side and _leaves(h.stated.claim)
    )


def _leaves(claim: Claim) -> bool:
    return claim.type in ("loses", "withdraws_from") and claim.stance == "affirmed"


def _basis(state: State) -> Basis:
    """Confirmed when admitted by the side that lost, or told by somebody who is no side."""
    for heard in state.by:
        claim = heard.stated.claim
        third = heard.voice.standing not in ("party", "unnamed") and heard.voice.side != state.side
        lost = heard.doers if _leaves(claim) else frozenset[str]()
        if (
            claim.stance == "affirmed"
            and not aside(claim)
            and (third or (heard.voice.side in lost and heard.voice.side))
        ):
            return "confirmed"
    return "claimed"


def _place(steps: Sequence[Heard]) -> Place:
    places = [h.stated.claim.place for h in steps if h.stated.claim.place]
    return min(places, key=lambda p: (p.precision, p.lat is None, p.name))
