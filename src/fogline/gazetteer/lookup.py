"""Names looked up in the compiled gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from fogline.gazetteer.build import Progress, build, build_supplement, quiet
from fogline.gazetteer.countries import Countries, load_countries
from fogline.gazetteer.entry import Candidate, Kind
from fogline.gazetteer.fold import bones, fold, loose, sound
from fogline.gazetteer.kinds import KindWord, KindWords, load_kinds
from fogline.gazetteer.merge import FAR, LOOSE, OTHER

REMEMBERED = 50_000  # names kept in memory a process; a lookup costs 40 µs, a remembered one nothing
MOST = 400  # candidates of one name that are looked at ("San José"); the best known ones come first
COLUMNS = "p.id, p.name, p.kind, p.country, p.admin1, p.admin2, p.lat, p.lon, p.weight, p.reach, p.seat, n.match"
QUERY = f"""SELECT {COLUMNS} FROM name n JOIN place p ON p.n = n.place WHERE n.key = ?
            ORDER BY n.match DESC, p.weight DESC, p.id LIMIT {MOST}"""  # noqa: S608 - constants only
BY_ID = f"SELECT {COLUMNS.replace('n.match', '100')} FROM place p WHERE p.id = ?"  # noqa: S608 - constants only
SHORTEST_BY_SOUND = 5  # letters; shorter names sound like too many others
ALIKE = 50  # likeness in % under which another name of a town is an old or foreign one
LEAST = 88  # likeness in % under which another spelling is another name (measured on neighbours)

Row = tuple[str, str, str, str, str, str, float, float, int, int, str, int]
Finder = Callable[[str], tuple[Candidate, ...]]


class Gazetteer:
    """The compiled gazetteer, open for reading, with the user's own places before it. Opened once a process."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._connections = [
            sqlite3.connect(f"{p.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False) for p in paths
        ]
        self.kinds: KindWords = load_kinds()
        self.countries: Countries = load_countries()
        self._keyed: Finder = lru_cache(REMEMBERED)(self._rows)
        self._named: Finder = lru_cache(REMEMBERED)(self._spelt)

    def find(self, name: str, country: str | None = None) -> tuple[Candidate, ...]:
        """The places that ``name`` may mean, the best match and best known first; only those of ``country`` (ISO 2) if given.

        "Idlib Governorate" finds only divisions; a name without its article and, where nothing else is found, another
        spelling of the same sound follow. Nothing under a likeness of 88 % is ever offered.
        """
        found = self._named(name)
        return found if country is None else tuple(c for c in found if c.country == country)

    def exact(self, name: str) -> tuple[Candidate, ...]:
        """The places that bear the whole name, its word of kind included."""
        return self._keys(fold(name))

    def by_id(self, identifier: str) -> Candidate | None:
        """The place with this id."""
        rows = (row for c in self._connections for row in c.execute(BY_ID, (identifier,)))
        return next((_candidate(row) for row in rows), None)

    def near_spelling(self, name: str) -> tuple[Candidate, ...]:
        """Places whose name sounds like this one, for names that ``find`` does not know."""
        key = fold(name)
        heard = sound(key)
        if len(heard) < SHORTEST_BY_SOUND:
            return ()
        return tuple(c for c in self._keyed("~" + bones(heard)) if _likeness(sound(fold(c.name)), heard) >= LEAST)

    def capital(self, country: str) -> Candidate | None:
        """The capital of a country (ISO 2)."""
        return next(iter(self._keyed(f"={country.lower()}")), None)

    def close(self) -> None:
        """Close the files."""
        for connection in self._connections:
            connection.close()

    def _spelt(self, name: str) -> tuple[Candidate, ...]:
        key = fold(name)
        if len(key) < 2:
            return ()
        whole = self._keys(key)
        typed = self.kinds.after(key) or self.kinds.before(key)
        if not typed:
            return whole
        bare, word = typed
        known = self._keys(bare)
        inner = tuple(c for c in known if c.kind in word.kinds) or _divisions_of(known, word)
        return _merged(whole, tuple(sorted(inner, key=lambda c: word.kinds.index(c.kind))))

    def _keys(self, key: str) -> tuple[Candidate, ...]:
        short = loose(key)
        exact = self._keyed(key)
        if short == key:
            return exact
        return _merged(exact, tuple(c for c in self._keyed(short) if c.match > LOOSE - 1))

    def _rows(self, key: str) -> tuple[Candidate, ...]:
        rows = (row for connection in self._connections for row in connection.execute(QUERY, (key,)))
        found = map(_candidate, rows)
        return tuple(replace(c, match=FAR) if c.match == OTHER and _far(c, key) else c for c in found)


def open_gazetteer(cache: Path, places: Path | None = None, progress: Progress = quiet) -> Gazetteer:
    """Open the gazetteer, compiling it first where it is not yet there; ``places`` is the user's own ``places.tsv``."""
    own = (build_supplement(cache, places),) if places else ()
    return Gazetteer((*own, build(cache, progress)))


def _candidate(row: Row) -> Candidate:
    return Candidate(row[0], row[1], _kind(row[2]), row[3] or None, row[4] or None, row[5] or None, *row[6:])


def _kind(text: str) -> Kind:
    return text  # type: ignore[return-value]  # written by build from Kind values only


def _divisions_of(known: tuple[Candidate, ...], word: KindWord) -> tuple[Candidate, ...]:
    """ "Rutshuru territory", where only the town is known: divisions carry the names of their seats."""
    kind = next((k for k in word.kinds if k in SEATED), None)
    if kind is None or word.part:
        return ()
    return tuple(replace(c, kind=kind, reach=SEATED[kind]) for c in known if c.kind == "city")


SEATED: dict[Kind, int] = {"admin1": 80, "admin2": 25}  # km that such a division usually reaches from its seat


def _far(place: Candidate, key: str) -> bool:
    """Whether a town is known by this name only to few: "Franklin" for El Paso. Another alphabet says nothing."""
    return place.kind == "city" and key.isascii() and _likeness(key, fold(place.name)) < ALIKE


def _merged(first: tuple[Candidate, ...], more: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    known = {c.id for c in first}
    return first + tuple(c for c in more if c.id not in known)


def _likeness(one: str, other: str) -> float:
    """How like two words are, in %: twice the longest common subsequence over both lengths (indel similarity)."""
    row = [0] * (len(other) + 1)
    for a in one:
        last = 0
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], last + 1 if a == b else max(row[j], row[j - 1])
    return 200 * row[-1] / (len(one) + len(other)) if one or other else 100.0
