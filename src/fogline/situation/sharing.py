"""What is withheld from a situation that leaves the house: names of private people, exact places of civilians and their shelters.

Rules, not certainty: a name is withheld where the words make its bearer a private person. Names of office-holders, of those the
lexicon knows and of the documents' addresses stay. See docs/situation.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fogline.language.lexicon import rows, shipped
from fogline.language.phrases import Phrases
from fogline.model.actor import Actor, Speaker
from fogline.model.claim import Claim
from fogline.model.incident import Holding, Incident
from fogline.model.place import Place
from fogline.situation.situation import Situation

WITHHELD = "[name withheld]"
TENTH, DISTRICT = 1, 3  # decimals of a degree (about 11 km); UCDP where_prec of a second-order division
WORD = r"(?:[A-Z]\.|[^\W\d_][\w'’‘\-]*)"
NAME = re.compile(rf"\b{WORD}(?:\s+{WORD}){{1,6}}")
AGE = re.compile(r"^\s*,\s*(?:aged\s+)?\d{1,3}\s*(?:,|\.|and\b|who\b|$)")
PARTICLES = frozenset(
    {"al", "el", "bin", "ibn", "bint", "abu", "umm", "de", "da", "dos", "van", "von", "der", "la", "ould"}
)
BEFORE, AFTER = 48, 60  # characters around a name in which a word tells who its bearer is
SHORTEST = 5  # letters of a family name that is withheld alone


@dataclass(frozen=True, slots=True)
class People:
    """Words by role (``private_people.tsv``), given names (``places.tsv``), names that the lexicon of actors knows."""

    office: Phrases[str]
    private: Phrases[str]
    body: frozenset[str]
    lead: frozenset[str]
    site: Phrases[str]
    given: frozenset[str]

    @classmethod
    def load(cls) -> People:
        """The shipped words."""
        words: dict[str, list[str]] = {"office": [], "private": [], "body": [], "lead": [], "site": []}
        for row in rows(shipped("lexicons", "en", "private_people.tsv"), ("words", "role", "example")):
            if row["role"] not in words:
                raise row.wrong(f"one of {', '.join(words)}", repr(row["role"]))
            words[row["role"]] += row.many("words")
        places = rows(shipped("lexicons", "en", "places.tsv"), ("word", "role"))
        given = frozenset(row["word"] for row in places if row["role"] == "given")
        office, private, site = (Phrases([(w, w) for w in words[r]], fold=True) for r in ("office", "private", "site"))
        return cls(office, private, frozenset(words["body"]), frozenset(words["lead"]), site, given)


def private_names(situations: Iterable[Situation], texts: Iterable[str], people: People) -> frozenset[str]:
    """The names of private people in the sentences of the situations, in the titles of their documents and in ``texts``."""
    claims = list({h.stated.claim.id: h.stated for s in situations for h in s.claims}.values())
    said = {c.claim.evidence.text for c in claims} | {c.source.title or "" for c in claims} | set(texts)
    known = _known(c.claim for c in claims) | _places(c.claim for c in claims)
    unknown = _unknown(c.claim for c in claims)
    found: set[str] = set()
    held: set[str] = set()
    for text in sorted(said):
        for name, start, end in _names(text, people):
            office, private = _around(text, start, end, people)
            if office or name in known:
                held.add(name)
            elif private or name in unknown or name.split()[0] in people.given:
                found.add(name)
    full = found - held - known
    taken = {word for name in known | held for word in name.split()}
    return frozenset(full | {family for n in full if len(family := n.split()[-1]) >= SHORTEST and family not in taken})


class Withheld:
    """Replaces the names in a text. Callable: text in, text out."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = Phrases([(n, n) for n in sorted(names)]) if names else None

    def __call__(self, text: str) -> str:
        """The text with ``[name withheld]`` in place of each name."""
        if self._names is None:
            return text
        hits = list(self._names.find(text))
        for hit in reversed(hits):
            text = text[: hit.start] + WITHHELD + text[hit.end :]
        return text


def coarsened(situation: Situation, people: People) -> Situation:
    """The situation with the places of harm to civilians and of their shelters no more exact than a district."""
    return replace(
        situation,
        incidents=tuple(_incident(i, people) for i in situation.incidents),
        control=tuple(_holding(h, people) for h in situation.control),
    )


def _incident(incident: Incident, people: People) -> Incident:
    harmed = any(_harms_civilians(h.stated.claim) for h in incident.claims)
    if incident.place and (harmed or _shelters(incident.place, people)):
        return replace(incident, place=_coarse(incident.place))
    return incident


def _holding(holding: Holding, people: People) -> Holding:
    return replace(holding, place=_coarse(holding.place)) if _shelters(holding.place, people) else holding


def _coarse(place: Place) -> Place:
    if place.lat is None or place.lon is None:
        return place
    return replace(
        place, lat=round(place.lat, TENTH), lon=round(place.lon, TENTH), precision=max(place.precision, DISTRICT)
    )


def _harms_civilians(claim: Claim) -> bool:
    counted = claim.figure is not None and not set(claim.figure.population) <= {"fighters", "soldiers", "police"}
    return counted or any(a.kind == "civilian" for a in claim.targets)


def _shelters(place: Place, people: People) -> bool:
    return next(people.site.find(place.name), None) is not None


def _known(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(n for c in claims for w in _named(c) if w.id is not None for n in (w.name, w.span.text))


def _places(claims: Iterable[Claim]) -> frozenset[str]:
    places = [c.place for c in claims if c.place]
    return frozenset(n for p in places for n in (p.name, p.span.text if p.span else "", p.admin1 or "", p.admin2 or ""))


def _unknown(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(n for c in claims for w in _named(c) if w.id is None for n in (w.name, w.span.text))


def _named(claim: Claim) -> Iterator[Actor | Speaker]:
    """The persons that a claim names; speakers have no kind, so all of them."""
    yield from (a for a in (*claim.agents, *claim.targets) if a.kind == "person" or a.id is not None)
    yield from claim.attribution


def _names(text: str, people: People) -> Iterator[tuple[str, int, int]]:
    """Runs of capitalised words that may be a person's name, without words that only begin a sentence or a title."""
    for run in NAME.finditer(text):
        words = list(re.finditer(WORD, run[0]))
        while words:
            taken = _leading(words)
            words = words[max(len(taken), 1) :]
            taken = _without_lead(taken, people)
            if len(taken) > 1 and not {w[0].lower() for w in taken} & people.body:
                start, end = run.start() + taken[0].start(), run.start() + taken[-1].end()
                yield _bare(text[start:end]), start, end


def _without_lead(words: list[re.Match[str]], people: People) -> list[re.Match[str]]:
    """A name without the words before it; after an office ("Governor Adam Osei") it begins behind the office."""
    offices = [i for i, w in enumerate(words) if next(people.office.find(w[0]), None)]
    words = words[offices[-1] + 1 :] if offices else words
    while words and words[0][0].lower() in people.lead:
        words = words[1:]
    return words


def _leading(words: list[re.Match[str]]) -> list[re.Match[str]]:
    taken: list[re.Match[str]] = []
    for word in words:
        if not (word[0][0].isupper() or (taken and word[0].lower().split("-")[0] in PARTICLES)):
            break
        taken.append(word)
    while taken and not taken[-1][0][0].isupper() and "-" not in taken[-1][0]:
        taken.pop()
    return taken


def _bare(name: str) -> str:
    return re.sub(r"['’]s$", "", name)


def _around(text: str, start: int, end: int, people: People) -> tuple[bool, bool]:
    """Whether words around a name make its bearer an office-holder, or a private person."""
    before = re.split(r"[.;:!?]\s", text[max(0, start - BEFORE) : start])[-1]
    after = re.split(r"[.;:!?](?:\s|$)", text[end : end + AFTER])[0]
    apposed = after[: AFTER // 2 + 10] if after.lstrip().startswith(",") else ""
    near = before + " | " + apposed
    office = next(people.office.find(near), None) is not None
    private = next(people.private.find(near), None) is not None or AGE.match(after) is not None
    return office, private
