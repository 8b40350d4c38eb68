"""Which countries a report is about, told by its countries, its demonyms and the places it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from fogline.extract.place_spots import Spot
from fogline.gazetteer.lookup import Gazetteer
from fogline.model.sentence import Parsed

COUNTRY, DEMONYM, PLACE = 1.0, 0.5, 0.7  # what one naming of a country, a people, a place of one country weighs
EARLY, EARLY_SENTENCES = 2.0, 3  # headlines and first sentences say what it is about
TITLE = 2.0
SMALLEST = 1_000  # people; smaller places share too many names to say anything
WORD = re.compile(r"[\w'’.-]+")


def focus(parsed: Parsed, found: Iterable[Spot], gazetteer: Gazetteer) -> Mapping[str, float]:
    """The weight of each country, 1.0 for the one most spoken of."""
    weights: dict[str, float] = defaultdict(float)
    for country, weight in _titled(parsed.document.title or "", gazetteer):
        weights[country] += weight
    for spot in found:
        for country, weight in _votes(spot):
            weights[country] += weight * (EARLY if spot.sentence.index < EARLY_SENTENCES else 1.0)
    demonyms = gazetteer.countries.demonyms
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            if token.text in demonyms:
                weights[demonyms[token.text]] += DEMONYM
    most = max(weights.values(), default=0.0)
    return {country: weights[country] / most for country in sorted(weights)} if most else {}


def _votes(spot: Spot) -> Iterable[tuple[str, float]]:
    named = [c for c in spot.candidates if c.kind in {"country", "admin1"} and c.match >= 98]
    if any(c.kind == "country" for c in named):  # "Georgia" is also a state
        return [(c.country or "", COUNTRY / len(named)) for c in named]
    countries = sorted({c.country for c in spot.candidates if c.country and c.population >= SMALLEST})
    return [(country, PLACE / len(countries)) for country in countries] if len(countries) <= 4 else []


def _titled(title: str, gazetteer: Gazetteer) -> Iterable[tuple[str, float]]:
    words = WORD.findall(title)
    for n, word in enumerate(words):
        if word in gazetteer.countries.demonyms:
            yield gazetteer.countries.demonyms[word], TITLE / 2
        for size in (3, 2, 1):
            name = " ".join(words[n : n + size])
            held = (
                [c for c in gazetteer.find(name) if c.kind == "country" and c.match >= 98] if name[0].isupper() else []
            )
            if held:
                yield held[0].country or "", TITLE
                break
