"""Time expressions joined into one: "from Monday to Wednesday", "between 3 and 5 May", "since 27 November"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from fogline.extract.time_grammar import Atom
from fogline.extract.time_meanings import Date, Vague, Weekday
from fogline.extract.time_numbers import DASHES, JOINTS
from fogline.extract.time_words import Line

OPENERS = ("from", "between", "since")
SKIPPED = ("the", "about", "around", "at", "least", "roughly", "circa")


RunKind: TypeAlias = Literal["one", "range", "since", "pair"]


@dataclass(frozen=True, slots=True)
class Run:
    """One or two expressions that name one stretch of days; pieces ``[first, last)``.

    A ``pair`` ("December 2 and 3") is one stretch only where its two sides touch.
    """

    kind: RunKind
    first: int
    last: int
    atoms: tuple[Atom, ...]


def runs(line: Line, found: tuple[Atom, ...]) -> tuple[Run, ...]:
    """The expressions of a sentence, ranges joined."""
    joined: list[Run] = []
    at = 0
    while at < len(found):
        kind = _joint(line, found[at], found[at + 1]) if at + 1 < len(found) else "one"
        here = found[at : at + 1] if kind == "one" else found[at : at + 2]
        opener = _opener(line, here[0].first)
        if kind == "one" and _open_ended(line, opener, here[0]):
            kind = "since"
        first = opener if opener is not None and kind in {"range", "since"} else here[0].first
        joined.append(Run(kind, first, here[-1].last, here))
        at += len(here)
    return tuple(joined)


def with_years(line: Line, found: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """Dates without a year in a range or list take the year that ends it: "July and August 2016", "27 May – 3 June 1905"."""
    filled = list(found)
    for n in range(len(filled) - 2, -1, -1):
        here, after = filled[n].meaning, filled[n + 1].meaning
        gap = range(filled[n].last, filled[n + 1].first)
        if not (isinstance(here, Date) and isinstance(after, Date) and isinstance(after.year, int)):
            continue
        if here.month is None and here.day and after.month and len(gap) <= 3:  # "from the 13th to the 19th of October"
            here = replace(here, month=after.month)
        bare = here.month is not None and here.year is None and here.shift is None
        if bare and after.month and 0 < len(gap) <= 2 and all(line.says(g, *JOINTS, "the") for g in gap):
            year = after.year if (here.month or 0) <= after.month else after.year - 1
            filled[n] = replace(filled[n], meaning=replace(here, year=year))
    return tuple(filled)


def apart(run: Run) -> tuple[Run, ...]:
    """The expressions of a pair, each on its own."""
    return tuple(Run("one", a.first, a.last, (a,)) for a in run.atoms)


def _joint(line: Line, one: Atom, two: Atom) -> RunKind:
    """How two neighbours hang together: "from … to …", "… – …", "… and …", or not at all."""
    if isinstance(one.meaning, Vague) or isinstance(two.meaning, Vague):
        return "one"
    gap = [line.pieces[n].lower for n in range(one.last, two.first)]
    words = [w for w in gap if w not in {"the", "on", "in"}]
    if len(words) != 1 or len(gap) > 3:
        return "one"
    if words[0] in DASHES or words[0] in {"to", "until", "till", "through"}:
        return "range"
    opener = _opener(line, one.first)
    if words[0] == "and" and opener is not None and line.says(opener, "between"):
        return "range"
    alike = type(one.meaning) is type(two.meaning) and isinstance(one.meaning, Date | Weekday)
    return "pair" if alike and words[0] in {"and", "or", "&"} else "one"


def _opener(line: Line, at: int) -> int | None:
    """The piece that opens a range before ``at``, small words skipped."""
    back = at - 1
    while line.says(back, *SKIPPED):
        back -= 1
    return back if line.says(back, *OPENERS) else None


def _open_ended(line: Line, opener: int | None, atom: Atom) -> bool:
    if isinstance(atom.meaning, Vague):
        return False
    onwards = line.says(atom.last, "onwards", "onward") or (line.says(atom.last, "on") and opener is not None)
    return (opener is not None and line.says(opener, "since")) or (
        onwards and opener is not None and line.says(opener, "from")
    )
