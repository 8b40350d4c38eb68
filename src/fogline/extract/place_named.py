"""A name, what leads up to it, and what the text says it lies in: "X, Y", "X in Y", "Y's X", "A, B and C provinces"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fogline.extract.place_lead import GENERIC, Knowledge, Lead, lead
from fogline.extract.place_spots import DASHES, Spot
from fogline.gazetteer.choose import lies_in
from fogline.gazetteer.entry import Candidate, Kind
from fogline.gazetteer.fold import fold
from fogline.gazetteer.lookup import Gazetteer
from fogline.gazetteer.merge import OTHER

CONTAINERS = frozenset({"country", "admin1", "admin2", "region", "island"})
BETWEEN = frozenset({",", "(", "in", "the", "of"})
LISTED = frozenset({",", "and", "or", "the", "both", "&"})


@dataclass(frozen=True, slots=True)
class Named:
    """A spot, what leads up to it, the places that the text says it lies in, ids of candidates that
    hold its neighbour, its folded name, and whether the words tell a country that knows no such place.
    """

    spot: Spot
    lead: Lead
    within: tuple[Candidate, ...]
    holds: frozenset[str]
    key: str
    outside: bool = False


def named(found: list[Spot], know: Knowledge, gazetteer: Gazetteer) -> Iterator[Named]:
    """The spots of one sentence with what is said around them."""
    shared = _shared_kinds(found)
    last: Lead | None = None
    for k, spot in enumerate(found):
        after = found[k + 1] if k + 1 < len(found) else None
        before = found[k - 1] if k else None
        how = lead(spot.sentence, spot.first, know)
        if after and _on_road(spot, after):
            how = replace(how, beside=True)
        if k in shared and not how.kinds:
            how = replace(how, kinds=shared[k], named=True)
        if last and before and _listed(before, spot) and not how.named:
            how = replace(
                how,
                sign=last.sign,
                kinds=how.kinds or last.kinds,
                named=last.named,
                country=how.country or last.country,
            )
        last = how
        own = _longer(spot, how, gazetteer)
        whole = any(c.match >= OTHER for c in own)
        meant = replace(spot, candidates=own) if whole else spot
        yield Named(
            meant,
            replace(how, heading="") if whole else how,
            _containers(spot, before, after),
            _held(spot, before),
            fold(spot.name),
            _outside(meant, after),
        )


def _longer(spot: Spot, how: Lead, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What the gazetteer calls "northern X" or "X airport" (for "X's airport") where it knows them as one name."""
    tokens = spot.sentence.tokens
    if how.heading and not how.beside:
        known = gazetteer.find(f"{how.heading} {spot.name}")
        written = (
            tokens[how.first].text[0].isupper()
        )  # "Southern Red Sea" is a region of Eritrea, "the southern Red Sea" none
        return known if written else tuple(c for c in known if c.kind == "region")
    if [t.lower for t in tokens[spot.last : spot.last + 2]] in (["'s", "airport"], ["’s", "airport"]):
        return tuple(c for c in gazetteer.find(f"{spot.name} airport") if c.kind in {"airport", "base"})
    return ()


def _shared_kinds(found: list[Spot]) -> dict[int, tuple[Kind, ...]]:
    """The kinds of a list by its last word: "Bryansk, Saratov and Tula oblasts" are three of them."""
    kinds: dict[int, tuple[Kind, ...]] = {}
    for k, spot in enumerate(found):
        tokens = spot.sentence.tokens
        plural = GENERIC.get(tokens[spot.last].lower, ()) if spot.last < len(tokens) else ()
        if not plural or not tokens[spot.last].lower.endswith("s"):
            continue
        kinds[k] = plural
        at = k
        while at > 0 and _listed(found[at - 1], found[at]):
            at -= 1
            kinds[at] = plural
    return kinds


def _on_road(spot: Spot, after: Spot) -> bool:
    """ "the X–Y road": the first of the two towns."""
    gap = spot.sentence.tokens[spot.last : after.first]
    return len(gap) == 1 and gap[0].text in DASHES and after.kind is not None and after.kind.word in {"road", "highway"}


def _listed(one: Spot, other: Spot) -> bool:
    gap = [t.lower for t in one.sentence.tokens[one.last : other.first]]
    return 0 < len(gap) <= 3 and all(word in LISTED for word in gap)


def _containers(spot: Spot, before: Spot | None, after: Spot | None) -> tuple[Candidate, ...]:
    """The places that "X, Y", "X (Y)", "X in Y" and "Y's X" say X lies in, where any reading of X does."""
    held = [*(_told_after(spot, after) if after else ()), *(_told_before(spot, before) if before else ())]
    return tuple(c for c in held if any(lies_in(mine, c) and mine.id != c.id for mine in spot.candidates))


def _outside(spot: Spot, after: Spot | None) -> bool:
    """Whether the words tell a country in which no place of this name is known ("Haris in Lebanon")."""
    told = [c for c in (_told_after(spot, after) if after else ()) if c.kind == "country"]
    return bool(told) and not any(lies_in(mine, c) for mine in spot.candidates for c in told)


def _told_after(spot: Spot, after: Spot) -> Iterable[Candidate]:
    gap = [t.lower for t in spot.sentence.tokens[spot.last : after.first]]
    if (
        not 0 < len(gap) <= 4
        or gap[0] not in {",", "(", "in"}
        or any(w not in BETWEEN and not w.endswith("ern") for w in gap)
    ):
        return ()
    short = len(after.name.replace(".", "")) <= 3  # "Washington, D.C."
    levels = CONTAINERS if gap[0] == "in" or short else _levels_above(spot)
    return (c for c in after.candidates if c.kind in levels and c.match > 95)


def _told_before(spot: Spot, before: Spot) -> Iterable[Candidate]:
    tokens = spot.sentence.tokens
    gap = [t.lower for t in tokens[before.last : spot.first]]
    part_of = len(gap) == 2 and gap[1] == "of" and gap[0] in GENERIC  # "the Aleppo neighbourhoods of X"
    levels = CONTAINERS | {"city"} if part_of else CONTAINERS
    joined = part_of or (tokens[before.last].text in {"'s", "’s"} and len(gap) <= 4)
    return (c for c in before.candidates if joined and c.kind in levels and c.match > 95)


def _levels_above(spot: Spot) -> frozenset[str]:
    """What may hold a name in "X, Y": "Ohio, Oregon" and "Mexico, China" are lists, "Aleppo, Syria" is not."""
    own = {c.kind for c in spot.candidates if c.match > 95}
    return frozenset() if "country" in own else frozenset({"country", "region"}) if "admin1" in own else CONTAINERS


def _held(spot: Spot, before: Spot | None) -> frozenset[str]:
    """Ids of the candidates that "X, Y" makes likely for Y, because a reading of X lies in them."""
    told = tuple(_told_after(before, spot)) if before else ()
    return frozenset(c.id for c in told if before and any(lies_in(x, c) and x.id != c.id for x in before.candidates))
