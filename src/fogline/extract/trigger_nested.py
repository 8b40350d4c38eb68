"""Acts inside acts: what is asked for, promised, threatened or alleged, and by whom."""

from __future__ import annotations

from fogline.extract.roles import roles
from fogline.extract.trigger_conditions import has_clause
from fogline.extract.trigger_match import Match
from fogline.extract.trigger_merge import Reading
from fogline.model.sentence import Sentence

HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION", "PROTEST"})
OUTSIDE = frozenset({"relcl", "nsubj", "nsubjpass", "npadvmod", "appos", "parataxis", "mark", "csubj", "poss"})
DEEPEST = 10


def governor(sentence: Sentence, readings: dict[int, Reading], token: int) -> int | None:
    """Head of the nearest reading above ``token`` that governs it as its content, or ``None``."""
    here = sentence.tokens[token]
    for _ in range(DEEPEST):
        if here.head == here.i or here.dep in OUTSIDE:
            return None
        if here.dep == "advcl" and here.tag != "VB":
            return None
        joined = here.dep == "conj"
        here = sentence.tokens[here.head]
        if joined:
            continue
        found = readings.get(here.i)
        if found is not None:
            return found.head
    return None


def settled(sentence: Sentence, readings: list[Reading]) -> list[Reading]:
    """Drop or exchange the readings whose conditions on governed acts are not met."""
    kept: list[Reading] = []
    governed = under(sentence, readings)
    for reading in readings:
        inner = governed.get(reading.head, [])
        for candidate in (reading.match, *reading.match.others):
            if all(_nested(candidate, inner, c) for c in candidate.entry.when if c.startswith("nested:")):
                kept.append(
                    reading
                    if candidate is reading.match
                    else Reading(candidate, roles(candidate.site, candidate.entry.frame))
                )
                break
    return kept


def under(sentence: Sentence, readings: list[Reading]) -> dict[int, list[Reading]]:
    """For each reading's head, the readings it governs."""
    words = _by_word(readings)
    found: dict[int, list[Reading]] = {}
    for reading in readings:
        above = governor(sentence, words, _outer(reading))
        if above is not None and above != reading.head:
            found.setdefault(above, []).append(reading)
    return found


def _by_word(readings: list[Reading]) -> dict[int, Reading]:
    return {t: r for r in readings for t in r.match.site.tokens}


def _outer(reading: Reading) -> int:
    """The token by which a reading hangs on what governs it: its light verb, else its head."""
    site = reading.match.site
    return site.light if site.light is not None and site.aspect in {"subject", "target"} else site.head


def _nested(match: Match, inner: list[Reading], condition: str) -> bool:
    hostile = any(r.match.entry.type in HOSTILE or r.match.entry.kind == "control" for r in inner)
    match condition.removeprefix("nested:"):
        case "peaceful":
            return not hostile and (has_clause(match.site) or bool(inner))
        case "hostile":
            return hostile
        case "clause":
            return has_clause(match.site)
        case _:
            return bool(inner)
