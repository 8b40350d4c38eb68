"""When the actors, persons, places and numbers of two claims are the same."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.incident import Heard
from fogline.model.name import fold
from fogline.model.place import Place
from fogline.reconcile.nearness import distance

AREAS = frozenset({"district", "subdistrict", "city", "town", "county", "municipality", "territory", "locality"})
WIDEST = 50.0  # km between a town and the district of its name


def named(actors: Sequence[Actor], sides: frozenset[str]) -> frozenset[str]:
    """The persons where only persons are named, else the sides of those with a name of their own."""
    proper = [a for a in actors if a.id or not (a.name.split() or [""])[-1].islower()]
    if proper and all(a.kind == "person" for a in proper):
        return frozenset(a.id or fold(a.name) for a in proper)
    return sides - {fold(a.name) for a in actors if a not in proper}


def overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Nothing where each names somebody whom the other leaves out: two meetings of one minister are not one meeting."""
    shared = one & two
    return 0.0 if one - two and two - one else len(shared) / min(len(one), len(two))


def one_person(claim: Claim) -> str | None:
    """The single named person upon whom an event is done."""
    if claim.kind != "event" or len(claim.targets) != 1 or claim.targets[0].kind != "person":
        return None
    return claim.targets[0].id or fold(claim.targets[0].name)


def upon_one_person(one: Claim, two: Claim) -> bool:
    """Both tell of an act upon the same single named person."""
    person = one_person(one)
    return person is not None and person == one_person(two) and (one.type, one.mode) == (two.type, two.mode)


def one_name(one: Place, two: Place) -> bool:
    """Manbij and Manbij District, where these are near each other."""
    short, long = sorted((fold(one.name).split(), fold(two.name).split()), key=len)
    apart = distance(one, two)
    return len(long) > 1 and long[:-1] == short and long[-1] in AREAS and apart is not None and apart <= WIDEST


def same_number(one: Heard, two: Heard) -> bool:
    """Both give the same exact number of the same thing."""
    a, b = one.stated.claim.figure, two.stated.claim.figure
    if a is None or b is None or (a.measure, a.population) != (b.measure, b.population):
        return False
    return a.low == b.low == a.high == b.high


def meet(a: Claim, b: Claim) -> bool:
    """The ranges of their numbers share one."""
    if a.figure is None or b.figure is None:
        return False
    tops = [f.high if f.high is not None else max(a.figure.low, b.figure.low) for f in (a.figure, b.figure)]
    return max(a.figure.low, b.figure.low) <= min(tops)
