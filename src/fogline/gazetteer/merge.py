"""Places that two sources both name, made one: GeoNames keeps its id and its point, the supplement adds names and weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from fogline.gazetteer.choose import kilometres
from fogline.gazetteer.entry import Entry
from fogline.gazetteer.fold import bones, fold, loose, sound

OWN, OTHER, FAR, LOOSE, SOUND = (
    100,
    98,
    96,
    95,
    88,
)  # match: own name, another, an old or foreign one, no article, by sound
# Where names reach English through transliteration, so that spellings by sound are worth keeping.
ARABIC = (
    "AE",
    "BH",
    "DJ",
    "DZ",
    "EG",
    "IL",
    "IQ",
    "JO",
    "KW",
    "LB",
    "LY",
    "MA",
    "OM",
    "PS",
    "QA",
    "SA",
    "SY",
    "TN",
    "YE",
)
AFRICAN = ("ER", "ET", "ML", "MR", "NE", "SD", "SO", "SS", "TD")
HEARD = frozenset({*ARABIC, *AFRICAN, "AF", "AZ", "IR", "KZ", "PK", "TJ", "TM", "TR", "UZ"})
SAME = 20.0  # km within which the same name is the same town (UCDP points lie up to 15 km off those of GeoNames)
FAMILY = {"city": "town", "section": "town"}

Names = list[tuple[str, int, int]]  # key, number of the entry, match


def named(entries: list[Entry]) -> Names:
    """Every key under which each entry is found, with the best match of that key."""
    return [(key, n, match) for n, entry in enumerate(entries) for key, match in keys(entry).items()]


def keys(entry: Entry) -> dict[str, int]:
    """The folded names of an entry: its own, its others, both without articles, and how they sound."""
    best: dict[str, int] = {}
    for name, match in [(entry.name, OWN), *((alias, OTHER) for alias in entry.aliases)]:
        key = fold(name)
        best[key] = max(best.get(key, 0), match)
        if (short := loose(key)) != key:
            best[short] = max(best.get(short, 0), LOOSE)
        if entry.country in HEARD and key.isascii():
            heard = "~" + bones(sound(key))
            best[heard] = max(best.get(heard, 0), SOUND)
    if entry.seat == "c":
        best[f"={entry.country.lower()}"] = OWN
    return {key: match for key, match in best.items() if len(key) > 1}


def merged(base: list[Entry], names: Names, extra: Iterable[Entry]) -> tuple[list[Entry], Names]:
    """``base`` and ``extra`` as one list, and all names, in the order of the index; the best match of a key counts."""
    extra = list(extra)
    twins = _index(base, names, {(e.country, loose(fold(e.name))) for e in extra})
    entries, best = list(base), {(key, n): match for key, n, match in names}
    for entry in extra:
        at = _twin(entry, entries, twins[entry.country, loose(fold(entry.name))])
        if at is None:
            at = len(entries)
            entries.append(entry)
            twins[entry.country, loose(fold(entry.name))].append(at)
        else:
            entries[at] = replace(entries[at], weight=max(entries[at].weight, entry.weight))
        for key, match in keys(entry).items():
            best[key, at] = max(best.get((key, at), 0), match)
    return entries, sorted((key, n, match) for (key, n), match in best.items())


def _index(base: list[Entry], names: Names, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for key, n, _ in names:
        if (base[n].country, key) in wanted:
            found[base[n].country, key].append(n)
    return found


def _twin(entry: Entry, entries: list[Entry], numbers: list[int]) -> int | None:
    """The nearest entry of the same family and name within reach."""
    family = FAMILY.get(entry.kind, entry.kind)
    near = [
        (kilometres(entry.lat, entry.lon, entries[n].lat, entries[n].lon), n)
        for n in numbers
        if FAMILY.get(entries[n].kind, entries[n].kind) == family
    ]
    reach = SAME if family == "town" else max(SAME, float(entry.reach))
    return min(near)[1] if near and min(near)[0] <= reach else None
