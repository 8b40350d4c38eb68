"""How a value differs from what stood before it, named before anything is called a contradiction (docs/ledger.md)."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model.incident import Difference, Heard, Value
from fogline.reconcile.nearness import gap, moment
from fogline.reconcile.series import Key
from fogline.reconcile.titles import amount

Range = tuple[int, int | None]
BESIDE: tuple[Difference, str] = (
    "other_scope",
    "stands beside a larger count of the same voice in one report: counts less",
)


def values(key: Key, claims: Sequence[Heard], others: Sequence[Key]) -> tuple[Value, ...]:
    """The series with each value's difference and the reason. ``others`` are the keys of the series of that measure and country.

    ``counts`` is true for the values that stand at the end: the latest of each voice, parts of a total left out.
    """
    beside = _beside(claims)
    whole = [h for h in claims if not _is_part(h, key) and h.stated.claim.id not in beside]
    latest = {h.voice.key: h.stated.claim.id for h in whole}
    found: list[Value] = []
    for heard in claims:
        figure = heard.stated.claim.figure
        assert figure is not None, "a series holds counts"
        if heard.stated.claim.id in beside:
            difference, reason = BESIDE
        else:
            difference, reason = _difference(key, heard, [v for v in found if v.claim.claim.id not in beside], others)
        counts = latest.get(heard.voice.key) == heard.stated.claim.id
        on = heard.stated.source.known
        found.append(Value(heard.voice, figure.low, figure.high, on, difference, reason, counts, heard.stated))
    return tuple(found)


def meet(one: Range, two: Range) -> bool:
    """Whether two ranges share a number."""
    (low, high), (other_low, other_high) = one, two
    return (high is None or other_low <= high) and (other_high is None or low <= other_high)


def _difference(key: Key, heard: Heard, before: Sequence[Value], others: Sequence[Key]) -> tuple[Difference, str]:
    figure = heard.stated.claim.figure
    assert figure is not None, "a series holds counts"
    mine = [v for v in before if v.voice.key == heard.voice.key]
    if mine:
        return _from_own(heard, mine[-1])
    if before:
        return _from_others(key, heard, before)
    return _from_series(key, heard, others)


def _from_own(heard: Heard, last: Value) -> tuple[Difference, str]:
    low, high = _range(heard)
    if (low, high) == (last.low, last.high):
        return "repeat", f"the same value as {heard.voice.name} gave before"
    was = amount(last.low, last.high)
    if low == last.low and last.high is None:
        return "rounding", f"{heard.voice.name} gave {was} before, and now the number itself"
    if low > last.low or (low == last.low and high is None):
        return "later_count", f"{heard.voice.name} counted {was} before"
    return "revision", f"{heard.voice.name} gave {was} before and corrects it"


def _from_others(key: Key, heard: Heard, before: Sequence[Value]) -> tuple[Difference, str]:
    standing = {v.voice.key: v for v in before}.values()
    low, high = _range(heard)
    agreeing = [v for v in standing if meet((low, high), (v.low, v.high))]
    if agreeing and not (heard.toll_of and all(v.low < low and v.high != low for v in standing)):
        same = any((v.low, v.high) == (low, high) for v in agreeing)
        other = agreeing[-1].voice.name
        return (
            ("repeat", f"the same value as {other}") if same else ("rounding", f"compatible with the value of {other}")
        )
    last = max(standing, key=lambda v: (v.low, v.on, v.claim.claim.id))
    was = f"{last.voice.name} gave {amount(last.low, last.high)}"
    later = heard.stated.source.known > last.on
    if later and low > last.low and (key.scope == "cumulative" or heard.toll_of):
        return "later_count", f"{was} on {last.on.isoformat()}; a running toll grows"
    if key.scope == "cumulative" and gap(moment(heard.stated), moment(last.claim)) > 0:
        return "other_period", f"{was} for another time"
    return "contradiction", f"{was}; both cannot be right"


def _from_series(key: Key, heard: Heard, others: Sequence[Key]) -> tuple[Difference, str]:
    claim = heard.stated.claim
    peers = [o for o in others if o != key and o.measure == key.measure and o.country == key.country]
    if claim.subset_of is not None or (key.population != ("all",) and _whole_of(key, peers)):
        return "subset", f"{' and '.join(key.population)}: a part of the total, not added to it"
    same = [o for o in peers if o.population == key.population and o.incident == key.incident]
    if any(o.place != key.place for o in same if key.scope == o.scope == "cumulative"):
        return "other_place", "counted for another place than the other series"
    if any(o.since != key.since for o in same if key.scope == o.scope == "cumulative"):
        return "other_period", "counted from another day than the other series"
    scopes = {o.scope for o in peers if o.population == key.population}
    if key.scope == "cumulative" and "incident" in scopes:
        return "other_scope", "a running toll, beside counts of single incidents"
    return "first", "the first value"


def _beside(claims: Sequence[Heard]) -> frozenset[str]:
    """Of a voice's different counts in one report only the largest is the toll: nobody corrects himself within a report."""
    largest: dict[tuple[str, str], int] = {}
    for h in claims:
        place = (h.voice.key, h.stated.source.id)
        largest[place] = max(largest.get(place, 0), _range(h)[0])
    return frozenset(h.stated.claim.id for h in claims if _range(h)[0] < largest[h.voice.key, h.stated.source.id])


def _is_part(heard: Heard, key: Key) -> bool:
    return heard.stated.claim.subset_of is not None and key.population == ("all",)


def _whole_of(key: Key, peers: Sequence[Key]) -> bool:
    return any(o.population == ("all",) and o.scope == key.scope and o.incident == key.incident for o in peers)


def _range(heard: Heard) -> Range:
    figure = heard.stated.claim.figure
    assert figure is not None, "a series holds counts"
    return figure.low, figure.high
