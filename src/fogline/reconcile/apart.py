"""Counts that cannot all be right: the values of one series of equal scope whose ranges do not meet, as two sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fogline.model.incident import Contradiction, Heard, Toll, Value
from fogline.reconcile.series import told_order


def apart(tolls: Iterable[Toll], claims: Iterable[Heard]) -> tuple[Contradiction, ...]:
    """For every series in which voices contradict each other: those who count more against those who count fewer.

    Only the latest value of each voice stands; a voice whose value meets the highest stands with it. The order is that of the
    figures. Ledger.md §3: incompatible figures of equal scope.
    """
    heard = {h.stated.claim.id: h for h in claims}
    found = (_of(toll, heard) for toll in tolls if any(v.difference == "contradiction" for v in toll.series))
    return tuple(c for c in found if c is not None)


def _of(toll: Toll, heard: Mapping[str, Heard]) -> Contradiction | None:
    latest = {v.voice.key: v for v in sorted(toll.series, key=lambda v: (v.on, v.claim.claim.id)) if v.counts}
    values = list(latest.values())
    if len(values) < 2:
        return None
    top = max(values, key=lambda v: (v.low, v.claim.claim.id))
    less = [v for v in values if v.high is not None and 0 < v.high < top.low]  # "nobody" is a denial, told as such
    if not less:
        return None
    more = [v for v in values if v not in less and v.low > 0]
    return Contradiction(
        about=_about(toll, min(less, key=lambda v: v.low), top),
        place=toll.place,
        affirmed=_sides(more, heard),
        denied=_sides(less, heard),
        sort="figures",
    )


def _sides(values: Iterable[Value], heard: Mapping[str, Heard]) -> tuple[Heard, ...]:
    found = (heard[v.claim.claim.id] for v in values if v.claim.claim.id in heard)
    return tuple(sorted(found, key=told_order))


def _about(toll: Toll, low: Value, high: Value) -> str:
    who = "" if toll.population in {("all",), ("unknown",)} else f" {' and '.join(toll.population)}"
    where = f" in {toll.place.name}" if toll.place else ""
    return f"{_number(low)} or {_number(high)}{who} {toll.measure.replace('_', ' ')}{where}"


def _number(value: Value) -> str:
    return f"{value.low:,}{'+' if value.high is None else ''}"
