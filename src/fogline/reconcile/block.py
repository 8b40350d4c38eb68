"""Which pairs of claims are worth comparing: the same family, a shared country, days that touch, places within reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations, product

from fogline.model.incident import Heard
from fogline.model.name import fold
from fogline.reconcile.acts import Act, Acts
from fogline.reconcile.likeness import named, one_person
from fogline.reconcile.nearness import REGION, place_key, when

LONGEST = 8  # days: a claim about a longer time tells an episode and is not one of its incidents
NOWHERE = ""
Cell = tuple[str, str, int]  # family, country, day
Square = tuple[int, int] | None  # of the grid; None = no point
GRID = 1.0  # degrees: at least 50 km, the reach of "same place", up to 63° north or south
ONCE = 3  # days: what happens once is the same happening when told again within them
BUCKET = 30  # days; a known happening is looked for in its own bucket and the two before
AROUND = ((0, 1), (1, -1), (1, 0), (1, 1))  # the neighbours on one side; the other four meet us as their neighbour


def pairs(claims: Sequence[Heard], acts: Acts) -> Iterator[tuple[int, int]]:
    """Positions of the pairs to compare, each once, in order."""
    cells: dict[Cell, dict[Square, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, heard in enumerate(claims):
        for cell in _cells(heard, acts):
            cells[cell][_square(heard)].append(number)
    found = {_sorted(*pair) for squares in cells.values() for pair in _within_reach(squares)}
    found |= {_sorted(*pair) for pair in _looking_back(claims, acts)}
    yield from sorted(found)


def _sorted(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)


def _looking_back(claims: Sequence[Heard], acts: Acts) -> Iterator[tuple[int, int]]:
    """Claims that speak of a known happening, with the happenings of that kind at that place, or by or to those, before."""
    news: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    given: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for number, heard in enumerate(claims):
        act, told = acts.of(heard.stated.claim), when(heard.stated)
        if act is None or told is None:
            continue
        bucket = told[1].toordinal() // BUCKET
        for key in _keys(heard, act):
            news[act.family, key, bucket].append(number)
            if heard.given == "definite" or (heard.given == "passing" and _once(heard, act)):
                for back in range(3):
                    given[act.family, key, bucket - back].append(number)
    for cell, looking in given.items():
        yield from ((a, b) for a, b in product(looking, news.get(cell, ())) if a != b)


def _once(heard: Heard, act: Act) -> bool:
    return act.once or one_person(heard.stated.claim) is not None


def _keys(heard: Heard, act: Act) -> Iterator[str]:
    claim = heard.stated.claim
    if heard.given != "news" and _once(heard, act):
        yield claim.document
    if claim.place:
        yield place_key(claim.place)
        if claim.place.admin1:
            yield fold(claim.place.admin1)
        if claim.place.precision in (4, 5):
            yield fold(claim.place.name)
    if _once(heard, act) or act.said:
        yield from sorted(named(claim.agents, heard.doers) | named(claim.targets, heard.suffering))


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
    again = ONCE if _once(heard, act) or heard.stated.claim.modality != "actual" else 1
    for country in _countries(heard):
        for day in range((last - first).days + 1 + again):
            yield act.family, country, (first + timedelta(days=day)).toordinal()


def _countries(heard: Heard) -> tuple[str, ...]:
    """Of the place and of the actors: a claim without a place meets the others over who acts."""
    claim = heard.stated.claim
    named = {a.country for a in (*claim.agents, *claim.targets)} | {claim.place.country if claim.place else None}
    return tuple(sorted(code for code in named if code)) or (NOWHERE,)
