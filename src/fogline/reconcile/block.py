"""Which pairs of claims are worth comparing: the same family, a shared country, days that touch, places within reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

from fogline.model.incident import Heard
from fogline.reconcile.acts import Acts
from fogline.reconcile.nearness import REGION, when

LONGEST = 8  # days: a claim about a longer time tells an episode and is not one of its incidents
NOWHERE = ""
Cell = tuple[str, str, int]  # family, country, day
Square = tuple[int, int] | None  # of the grid; None = no point
GRID = 1.0  # degrees: at least 50 km, the reach of "same place", up to 63° north or south
AROUND = ((0, 1), (1, -1), (1, 0), (1, 1))  # the neighbours on one side; the other four meet us as their neighbour


def pairs(claims: Sequence[Heard], acts: Acts) -> Iterator[tuple[int, int]]:
    """Positions of the pairs to compare, each once, in order."""
    cells: dict[Cell, dict[Square, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, heard in enumerate(claims):
        for cell in _cells(heard, acts):
            cells[cell][_square(heard)].append(number)
    found = {tuple(sorted(pair)) for squares in cells.values() for pair in _within_reach(squares)}
    yield from sorted((a, b) for a, b in found)


def _within_reach(squares: dict[Square, list[int]]) -> Iterator[tuple[int, int]]:
    anywhere = squares.get(None, [])
    yield from combinations(anywhere, 2)
    for square, held in list(squares.items()):
        if square is None:
            continue
        yield from combinations(held, 2)
        yield from product(held, anywhere)
        for down, right in AROUND:
            yield from product(held, squares.get((square[0] + down, square[1] + right), []))


def _square(heard: Heard) -> Square:
    place = heard.stated.claim.place
    if place is None or place.lat is None or place.lon is None or place.precision >= REGION:
        return None
    return int(place.lat // GRID), int(place.lon // GRID)


def _cells(heard: Heard, acts: Acts) -> Iterator[Cell]:
    act = acts.of(heard.stated.claim)
    told = when(heard.stated)
    if act is None:
        return
    if told is None or (told[1] - told[0]).days > LONGEST:
        yield act.family, heard.stated.claim.document, 0
        return
    first, last = told
    for country in _countries(heard):
        for day in range((last - first).days + 2):
            yield act.family, country, (first + timedelta(days=day)).toordinal()


def _countries(heard: Heard) -> tuple[str, ...]:
    """Of the place and of the actors: a claim without a place meets the others over who acts."""
    claim = heard.stated.claim
    named = {a.country for a in (*claim.agents, *claim.targets)} | {claim.place.country if claim.place else None}
    return tuple(sorted(code for code in named if code)) or (NOWHERE,)
