"""Which figures stand on top: a few of each measure, running totals and those with a history first."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.model.incident import Toll

CARDS, OF_A_MEASURE = 12, 3


def headline(tolls: Iterable[Toll]) -> tuple[tuple[Toll, ...], tuple[Toll, ...]]:
    """The figures that get a card of their own, and all others, both in the order given."""
    held = list(tolls)
    taken: dict[str, int] = {}
    cards: set[int] = set()
    for at in sorted(range(len(held)), key=lambda i: (held[i].scope != "cumulative", -len(held[i].series), i)):
        measure = held[at].measure
        if len(cards) < CARDS and taken.get(measure, 0) < OF_A_MEASURE:
            taken[measure] = taken.get(measure, 0) + 1
            cards.add(at)
    return tuple(t for i, t in enumerate(held) if i in cards), tuple(t for i, t in enumerate(held) if i not in cards)
