"""Persons named in full once and in part elsewhere: "Mamadou Touray" … "Touray"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.extract.actor_draft import Draft, Who
from fogline.language.spelling import fold

# parts of a name that are nobody's name alone
WEAK = frozenset({"abu", "bin", "ibn", "al", "de", "van", "von", "el", "the", "jr", "mr"})


def persons(found: list[dict[int, Draft]]) -> dict[str, Who]:
    """Every part of every full name, with the one person who bears it; a part that two persons share is left out."""
    table: dict[str, Who | None] = {}
    for drafts in found:
        for draft in drafts.values():
            if draft.who.kind == "person" and " " in draft.who.name:
                for key in _parts(draft.who.name):
                    # a name that nothing shows to be a person's ("short") names nobody, and makes its parts doubtful
                    known = table.setdefault(key, draft.who if draft.sort != "short" else None)
                    if known is not None and known.name != draft.who.name:
                        table[key] = None
    return {key: who for key, who in table.items() if who is not None}


def _parts(name: str) -> Iterator[str]:
    """ "al Assad", "Assad", "Abu Jandal": runs of the name's words that are more than a particle."""
    words = fold(name).split()
    for size in range(1, len(words)):
        for first in range(len(words) - size + 1):
            part = words[first : first + size]
            if len(part[-1]) > 2 and part[-1].lower() not in WEAK and (size > 1 or part[0].lower() not in WEAK):
                yield " ".join(part)


def in_full(draft: Draft, known: dict[str, Who]) -> Draft | None:
    """A short name as the person named in full elsewhere; a short name of nobody is dropped, a titled one kept."""
    who = known.get(fold(draft.who.name))
    if who is not None:
        return replace(draft, who=who, sort="person")
    return draft if draft.sort == "person" else None
