"""Which pairs of claims are worth comparing: the same family, a shared country, days that touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from fogline.model.incident import Heard
from fogline.reconcile.acts import Acts
from fogline.reconcile.nearness import moment

LONGEST = 8  # days: a claim about a longer time tells an episode and is not one of its incidents
NOWHERE = ""


def pairs(claims: Sequence[Heard], acts: Acts) -> Iterator[tuple[int, int]]:
    """Positions of the pairs to compare, each once, in order."""
    cells: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for number, heard in enumerate(claims):
        for cell in _cells(heard, acts):
            cells[cell].append(number)
    found = {(a, b) for cell in cells.values() for i, a in enumerate(cell) for b in cell[i + 1 :]}
    yield from sorted(found)


def _cells(heard: Heard, acts: Acts) -> Iterator[tuple[str, str, int]]:
    act = acts.of(heard.stated.claim)
    first, last = moment(heard.stated)
    if act is None:
        return
    if (last - first).days > LONGEST:
        yield act.family, heard.stated.claim.document, first.toordinal()
        return
    for country in _countries(heard):
        for day in range((last - first).days + 2):
            yield act.family, country, (first + timedelta(days=day)).toordinal()


def _countries(heard: Heard) -> tuple[str, ...]:
    claim = heard.stated.claim
    if claim.place and claim.place.country:
        return (claim.place.country,)
    return tuple(sorted({a.country for a in (*claim.agents, *claim.targets) if a.country})) or (NOWHERE,)
