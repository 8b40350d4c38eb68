"""Acts inside acts: what is asked for, promised, threatened or alleged, and by whom."""

from __future__ import annotations

from fogline.extract.role_site import Site
from fogline.extract.roles import roles
from fogline.extract.trigger_conditions import has_clause
from fogline.extract.trigger_match import Match
from fogline.extract.trigger_merge import Reading
from fogline.model.sentence import Sentence

HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION", "PROTEST",
                     "takes", "besieges", "advances_on", "enters", "contests"})  # fmt: skip
OUTSIDE = frozenset({"relcl", "nsubj", "nsubjpass", "npadvmod", "appos", "parataxis", "mark", "csubj", "poss"})
AROUND = frozenset({"after", "following", "before", "during", "amid", "since", "despite", "because", "as", "due", "without",
                    "until", "while", "when", "wake"})  # fmt: skip
DEEPEST = 10


def governor(sentence: Sentence, readings: dict[int, Reading], token: int) -> int | None:
    """Head of the nearest reading above ``token`` that governs it as its content, or ``None``."""
    here = sentence.tokens[token]
    for _ in range(DEEPEST):
        if here.head == here.i or here.dep in OUTSIDE:
            return None
        if here.dep == "advcl" and not _infinitive(sentence, here.i):
            return None
        if here.lower in AROUND:
            return None
        joined, nominal = here.dep == "conj", here.dep in {"dobj", "pobj", "attr", "prep"}
        here = sentence.tokens[here.head]
        if joined:
            continue
        found = readings.get(here.i)
        if found is not None:
            return found.head
        if nominal and here.pos == "VERB":  # "urged it to prevent attacks": the attacks are not what is urged
            return None
    return None


def _infinitive(sentence: Sentence, token: int) -> bool:
    """Whether the verb stands with "to", in the passive too ("to be given")."""
    return sentence.tokens[token].tag == "VB" or any(
        sentence.tokens[k].lower == "to" and sentence.tokens[k].dep == "aux" for k in sentence.children[token]
    )


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
        above = _modal(sentence, words, reading) or governor(sentence, words, _outer(reading, words))
        if above is not None and above != reading.head:
            found.setdefault(above, []).append(reading)
    return found


def _modal(sentence: Sentence, words: dict[int, Reading], reading: Reading) -> int | None:
    """ "must release": the modal, though it hangs on the verb, governs it."""
    for k in sentence.children[reading.head]:
        if sentence.tokens[k].tag == "MD" and k in words and k != reading.head:
            return words[k].head
    return None


def _by_word(readings: list[Reading]) -> dict[int, Reading]:
    return {t: r for r in readings for t in r.match.site.tokens}


def _outer(reading: Reading, words: dict[int, Reading]) -> int:
    """The token by which a reading hangs on what governs it: its light verb, unless that is an act of its own, else its head."""
    site = reading.match.site
    if site.light in words:
        return site.head
    return site.light if site.light is not None and site.aspect in {"subject", "target"} else site.head


def _nested(match: Match, inner: list[Reading], condition: str) -> bool:
    hostile = any(r.match.entry.type in HOSTILE for r in inner)
    match condition.removeprefix("nested:"):
        case "peaceful":
            return not hostile and (has_clause(match.site) or bool(inner))
        case "hostile":
            return hostile
        case "threat":
            return any(_to_come(r) for r in inner if r.match.entry.type in HOSTILE)
        case "clause":
            return has_clause(match.site)
        case _:
            return bool(inner)


def _to_come(reading: Reading) -> bool:
    """Whether the act is told as one to come: "will strike", "to strike"."""
    site = reading.match.site
    verb = site.light if site.light is not None else site.head
    return any(site.tok(k).lower in {"will", "would", "'ll", "to", "could"} for k in site.sentence.children[verb])


def only_planned(site: Site) -> bool:
    """Whether the event stands under a noun of planning: "plans for a counteroffensive", "plans to storm"."""
    token = site.tok(site.head)
    above = site.tok(token.head)
    if token.dep == "pobj" and above.lower in {"for", "of"}:
        above = site.tok(above.head)
    elif not (token.dep == "acl" and _infinitive(site.sentence, token.i)):
        return False
    return above.i != token.i and site.lexicon.is_a(above.lemma.lower(), "plans") and above.pos == "NOUN"
