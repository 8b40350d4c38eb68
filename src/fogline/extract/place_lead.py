"""The words that lead up to a name: "20 km north of X", "on the outskirts of X", "in the northern city of X"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.extract.place_words import PlaceWords
from fogline.gazetteer.countries import Countries
from fogline.gazetteer.entry import Kind
from fogline.gazetteer.kinds import KindWords
from fogline.model.sentence import Sentence

MILE = 1.609344
UNITS = {
    "km": 1.0,
    "kms": 1.0,
    "kilometre": 1.0,
    "kilometres": 1.0,
    "kilometer": 1.0,
    "kilometers": 1.0,
    "mile": MILE,
    "miles": MILE,
}
GENERIC: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(
        ("townships", "territories", "counties", "communes", "municipalities", "raions", "cercles"), ("admin2", "city")
    ),
    "departments": ("admin1", "admin2"),
    "capital": ("city", "section"),
    "stronghold": (),
    "hometown": ("city",),
    "area": (),
    "areas": (),
    "parts": (),
    "part": (),
    "centre": (),
    "center": (),
    "outskirts": (),
    "half": (),
    "republic": ("country", "admin1"),
    "country": ("country",),
    "nation": ("country",),
    "cities": ("city",),
    "towns": ("city",),
    "villages": ("city",),
    "provinces": ("admin1",),
    "governorates": ("admin1",),
    "regions": ("admin1", "region"),
    "districts": ("admin2", "section", "city"),
    "states": ("admin1",),
    "oblasts": ("admin1",),
    "neighbourhoods": ("section", "city"),
    "neighborhoods": ("section", "city"),
    "communities": ("city",),
    "settlements": ("city",),
    "enclave": ("region", "city"),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """``first`` is where the words that belong to the place begin; ``sign`` the preposition class before them (in, to or none).

    ``kinds`` what kind of place the words say; ``named`` that they say so directly ("the town of X"); ``heading`` a direction,
    cutting out a part ("northern X") or, with ``beside``, leading away from it ("north of X"); ``km`` how far.
    """

    first: int
    sign: str = ""
    kinds: tuple[Kind, ...] = ()
    named: bool = False
    heading: str = ""
    beside: bool = False
    km: float | None = None
    country: str | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What reading a lead needs."""

    words: PlaceWords
    kinds: KindWords
    countries: Countries


def lead(sentence: Sentence, first: int, know: Knowledge) -> Lead:
    """Read leftwards from the name at token ``first``."""
    at, heading, country = _adjectives(sentence, first, know)
    if heading:
        first = _after_article(sentence, at + 1)
    lower = _lower(sentence, at)
    if lower == "of" and at > 0:
        away = _away(sentence, at - 1, know)
        if away:
            return away
        return _of_kind(sentence, at - 1, Lead(first, "to", heading=heading, country=country), know)
    if lower == "," and _lower(sentence, at - 1) in {"capital", "city", "town", "village"}:
        at, lower = at - 1, _lower(sentence, at - 1)
    kinds = _kinds_of(lower, know)
    if kinds is not None and at > 0 and lower != "state":
        begin, _, people = _adjectives(sentence, at, know)
        away = _away(sentence, begin - 1, know) if _lower(sentence, begin) == "of" and begin > 0 else None
        if away:
            return replace(away, kinds=kinds, named=bool(kinds), country=people or country)
        found = Lead(first, "", kinds, named=bool(kinds), heading=heading, country=country or people)
        return _signed(sentence, begin + 1, found, know)
    return _signed(sentence, at + 1, Lead(first, heading=heading, country=country), know)


def _after_article(sentence: Sentence, first: int) -> int:
    return first + 1 if _lower(sentence, first) in {"the", "a", "an"} else first


def _adjectives(sentence: Sentence, first: int, know: Knowledge) -> tuple[int, str, str | None]:
    """Step left over "the", directions, parts and demonyms; returns the token before them, the direction and the country."""
    at, heading, country = first - 1, "", None
    words = know.words
    while at >= 0:
        token = sentence.tokens[at]
        lower = token.lower
        if lower in words.of["direction"]:
            heading = lower + heading if heading else lower
        elif token.text in know.countries.demonyms:
            country = know.countries.demonyms[token.text]
        elif lower == "-" and heading:
            pass
        elif lower not in {"the", "a", "an", "its", "their"} and lower not in words.of["part"]:
            break
        at -= 1
    return at, heading, country


def _away(sentence: Sentence, at: int, know: Knowledge) -> Lead | None:
    """ "20 km (to the) north-east of X", "north of X", "on the (eastern) outskirts of X"; ``at`` is the token before "of"."""
    lower = _lower(sentence, at)
    if lower in know.words.of["fringe"]:
        start, heading, _ = _adjectives(sentence, at, know)
        return _signed(
            sentence, start + 1, Lead(_after_article(sentence, start + 1), "in", heading=heading, beside=True), know
        )
    if lower not in know.words.of["direction"] or lower.endswith("ern"):
        return None
    begin = at
    while (
        begin >= 2
        and sentence.tokens[begin - 1].text == "-"
        and _lower(sentence, begin - 2) in know.words.of["direction"]
    ):
        begin -= 2
    heading = "".join(sentence.tokens[k].lower for k in range(begin, at + 1))
    before = begin - 1
    while before >= 0 and _lower(sentence, before) in {"the", "to", "just", "directly", "due"}:
        before -= 1
    km, start = _distance(sentence, before)
    start = begin if km is None else start
    return _signed(sentence, start, Lead(start, "in", heading=heading, beside=True, km=km), know)


def _distance(sentence: Sentence, at: int) -> tuple[float | None, int]:
    """The distance that ends at token ``at`` ("some 20 km"), in km, and where it begins."""
    if at < 1 or _lower(sentence, at) not in UNITS:
        return None, at
    text = sentence.tokens[at - 1].text.replace(",", "")
    if not text.replace(".", "", 1).isdecimal() or len(text) > 8:
        return None, at
    return float(text) * UNITS[_lower(sentence, at)], at - 1


def _of_kind(sentence: Sentence, at: int, plain: Lead, know: Knowledge) -> Lead:
    """ "the northern city of X": ``at`` is the token before "of"."""
    lower = _lower(sentence, at)
    kinds = _kinds_of(lower, know)
    if kinds is None:
        return plain
    begin, _, country = _adjectives(sentence, at, know)
    found = Lead(
        plain.first, "", kinds, bool(kinds), plain.heading, country=country or plain.country, capital=lower == "capital"
    )
    return _signed(sentence, begin + 1, found, know)


def _signed(sentence: Sentence, first: int, found: Lead, know: Knowledge) -> Lead:
    """The lead with the class of the preposition before token ``first`` ("the" skipped)."""
    at = first - 1
    while (
        at >= 0
        and _lower(sentence, at)
        in {"the", "a", "an", "some", "about", "around", "roughly", "approximately"} - know.words.of["near"]
    ):
        at -= 1
    lower = _lower(sentence, at)
    sign = "in" if lower in know.words.of["in"] else "to" if lower in know.words.of["to"] else ""
    beside = (
        found.beside
        or lower in know.words.of["near"]
        or (lower == "to" and _lower(sentence, at - 1) in {"close", "next", "adjacent"})
    )
    between = lower == "between" or (
        lower == "and" and any(t.lower == "between" for t in sentence.tokens[max(0, at - 6) : at])
    )
    return Lead(
        found.first,
        sign or found.sign,
        found.kinds,
        found.named,
        found.heading,
        beside or between,
        found.km,
        found.country,
        found.capital,
    )


def _kinds_of(lower: str, know: Knowledge) -> tuple[Kind, ...] | None:
    word = know.kinds.words.get(lower)
    if word:
        return () if word.part else word.kinds
    return GENERIC.get(lower)


def _lower(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at].lower if 0 <= at < len(sentence.tokens) else ""
