"""Places said without their name: "the capital", "the city", "the city's airport"; only where one antecedent fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from fogline.gazetteer.choose import kilometres
from fogline.gazetteer.entry import Candidate
from fogline.gazetteer.lookup import Gazetteer
from fogline.language.tree import span
from fogline.model.mention import Mention
from fogline.model.place import Place
from fogline.model.sentence import Parsed, Sentence

Known = tuple[Mention[Place], Candidate]

TOWNS = frozenset({"city", "town", "village"})
AIRPORTS = frozenset({"airport", "airfield"})
COUNTRIES = frozenset({"country", "nation"})
WITHIN = frozenset({"in", "across", "within", "throughout", "around", "inside", "over"})
PARTS = frozenset({"part", "rest", "area", "region", "much", "most", "corner", "half"})
POINTING = frozenset({"the", "this", "that", "its", "their"})
PLACE_PARTS = frozenset(
    {
        "center",
        "centre",
        "outskirts",
        "airport",
        "hospital",
        "streets",
        "limits",
        "gates",
        "entrance",
        "suburbs",
        "port",
    }
)
REACH = 2  # sentences back in which an antecedent is looked for
CLEAR = 0.5  # a second country more spoken of than this makes "the capital" doubtful
AIRPORT_KM = 45.0


def definite(
    parsed: Parsed, known: list[Known], gazetteer: Gazetteer, countries: Mapping[str, float]
) -> list[Mention[Place]]:
    """Mentions without a name, each resolved to the one place it can mean; those with two are left out."""
    found, main = [], _main_town(parsed, known)
    for sentence in parsed.sentences:
        taken = {i for m, _ in known if m.sentence == sentence.index for i in range(m.first, m.last)}
        for at in range(1, len(sentence.tokens)):
            if at not in taken and (place := _meant(sentence, at, known, gazetteer, countries, main)):
                first = _start(sentence, at)
                if not taken & set(range(first, at + 1)):
                    found.append(_mention(sentence, first, at, place))
    return found


def unplaced_between(told: Mention[Place], named: Sequence[Mention[Place]], unplaced: Sequence[Mention[Place]]) -> bool:
    """Whether a place without a point was named after the one that "the town" was taken for: then it may be either."""
    at = (told.sentence, told.first)
    before = [(m.sentence, m.first) for m in named if m.value.id == told.value.id and (m.sentence, m.first) < at]
    return any(
        max(before, default=(-1, 0)) < (m.sentence, m.first) < at and told.sentence - m.sentence <= REACH
        for m in unplaced
    )


def _meant(
    sentence: Sentence,
    at: int,
    known: list[Known],
    gazetteer: Gazetteer,
    countries: Mapping[str, float],
    main: Candidate | None,
) -> Candidate | None:
    word = sentence.tokens[at].lower
    if word in COUNTRIES:
        return _the_country(sentence, at, known, gazetteer, countries)
    if word not in TOWNS and word not in AIRPORTS and word != "capital":
        return None
    if not _stands_alone(sentence, at, known):
        return None
    if word == "capital":
        country = _country(sentence, at, known, gazetteer, countries)
        return gazetteer.capital(country) if country else None
    town = _town_before(sentence, at, known) if _town_near(sentence, at, known) else main
    return _airport(town, gazetteer) if town and word in AIRPORTS else town


def _start(sentence: Sentence, at: int) -> int:
    first = at - 1
    while first > 0 and sentence.tokens[first].lower not in POINTING and at - first < 4:
        first -= 1
    return first if sentence.tokens[first].lower in POINTING else at


def _stands_alone(sentence: Sentence, at: int, known: list[Known]) -> bool:
    """Whether "the city" points back: with an article, no name beside it, no "of" after it, and no other noun in charge."""
    tokens = sentence.tokens
    begin = _start(sentence, at)
    if begin == at or any(t.text[0].isupper() and t.pos == "PROPN" for t in tokens[begin + 1 : at]):
        return False
    nearby = {i for m, _ in known if m.sentence == sentence.index for i in range(m.first - 1, m.last)}
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and (after.lower == "of" or after.i in nearby or after.text[0].isupper()):
        return False
    if tokens[begin - 1].text == "," and begin >= 2 and begin - 2 in nearby:
        return False  # "Goma, the capital": an apposition
    return tokens[at].dep != "compound" or tokens[tokens[at].head].lower in PLACE_PARTS


def _the_country(
    sentence: Sentence, at: int, known: list[Known], gazetteer: Gazetteer, countries: Mapping[str, float]
) -> Candidate | None:
    """The country meant by "across the country", "in parts of the nation": the one that the report is about."""
    tokens = sentence.tokens
    above = tokens[tokens[at].head]
    inside = above.lower in WITHIN or (above.lower == "of" and tokens[above.head].lemma.lower() in PARTS)
    plain = at > 0 and tokens[at - 1].lower in POINTING and tokens[at].dep == "pobj"
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not (inside and plain) or (after and after.lower in {"of", "'s", "’s"}):
        return None
    iso = _country(sentence, at, known, gazetteer, countries)
    name = gazetteer.countries.names.get(iso or "", "")
    return next((c for c in gazetteer.exact(name) if c.kind == "country" and c.country == iso), None)


def _country(
    sentence: Sentence, at: int, known: list[Known], gazetteer: Gazetteer, countries: Mapping[str, float]
) -> str | None:
    """Whose capital: the people named before it, else the country of the report where no other is near it."""
    for token in reversed(sentence.tokens[max(0, at - 3) : at]):
        if token.text in gazetteer.countries.demonyms:
            return gazetteer.countries.demonyms[token.text]
    ranked = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > CLEAR):
        here = {c.country for m, c in known if m.sentence == sentence.index and c.kind == "country" and m.last <= at}
        return next(iter(here)) if len(here) == 1 else None
    return ranked[0][0]


def _town_before(sentence: Sentence, at: int, known: list[Known]) -> Candidate | None:
    """The last town named before, unless two were named in that sentence."""
    for back in range(REACH + 1):
        here = {
            c.id: c for m, c in known
            if m.sentence == sentence.index - back and c.kind == "city" and (back or m.last <= at)
        }  # fmt: skip
        if here:
            return next(iter(here.values())) if len(here) == 1 else None
    return None


def _town_near(sentence: Sentence, at: int, known: list[Known]) -> bool:
    """Whether any town was named within reach before."""
    return any(
        c.kind == "city"
        and (0 < sentence.index - m.sentence <= REACH or (m.sentence == sentence.index and m.last <= at))
        for m, c in known
    )


def _main_town(parsed: Parsed, known: list[Known]) -> Candidate | None:
    """The town of a report on one town: the only one of its title, named most often in its text ("Battle of Palma")."""
    title = parsed.document.title or ""
    often = Counter(c.id for _, c in known if c.kind == "city")
    titled = {c.id: c for _, c in known if c.kind == "city" and c.name and c.name in title}
    if len(titled) != 1 or not often:
        return None
    (only,) = titled.values()
    return only if often[only.id] == max(often.values()) else None


def _airport(town: Candidate, gazetteer: Gazetteer) -> Candidate:
    """The airport of the town; the town itself where none is known."""
    return next((c for c in _airports(town, gazetteer)), town)


def _airports(town: Candidate, gazetteer: Gazetteer) -> Iterator[Candidate]:
    for name in (f"{town.name} International Airport", f"{town.name} airport"):
        for c in gazetteer.find(name, town.country):
            if c.kind in {"airport", "base"} and kilometres(c.lat, c.lon, town.lat, town.lon) <= AIRPORT_KM:
                yield c


def _mention(sentence: Sentence, first: int, at: int, c: Candidate) -> Mention[Place]:
    words = span(sentence, first, at + 1)
    place = Place(words, c.name, c.id, c.country, c.admin1, c.admin2, round(c.lat, 4), round(c.lon, 4), c.where_prec)
    return Mention(place, sentence.index, first, at + 1, at)
