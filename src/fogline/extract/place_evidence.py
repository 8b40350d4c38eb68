"""Whether a name of the gazetteer is meant as a place here. A table of named signs, for and against, with visible weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fogline.extract.place_lead import Lead
from fogline.extract.place_spots import Spot, follows_full_stop, is_article
from fogline.extract.place_words import PlaceWords
from fogline.gazetteer.choose import Choice
from fogline.gazetteer.countries import Countries
from fogline.gazetteer.fold import ARTICLES
from fogline.gazetteer.merge import FAR
from fogline.model.sentence import Token

SPEECH = frozenset(
    [
        "say",
        "tell",
        "add",
        "write",
        "tweet",
        "claim",
        "state",
        "note",
        "ask",
        "reply",
        "argue",
        "testify",
        "resign",
        "die",
        "marry",
    ]
)
ALSO_GIVEN_NAMES = frozenset(
    {"Jordan", "Chad", "Georgia", "Israel", "Virginia", "Carolina", "Paris", "London", "Sydney", "Florence", "Victoria"}
)
WELL_KNOWN, KNOWN = 100_000, 5_000  # people; what a place weighs that needs no sign, a little sign
BETWEEN_NAMES = 3  # characters a name apart, an initial with its full stop counted
FOREIGN = 0.05  # share of a report's talk below which a country is not its subject
NEED = {"well_known": 0.0, "known": 2.0, "obscure": 3.0}


@dataclass(frozen=True, slots=True)
class Case:
    """A name in its sentence with everything that speaks for or against a place."""

    spot: Spot
    lead: Lead
    choice: Choice
    within: bool
    holds: bool
    sure: frozenset[str]
    people: frozenset[str]
    countries: Mapping[str, float]
    words: PlaceWords
    peoples: Countries


def is_place(case: Case) -> bool:
    """Whether the signs reach what a name as little known as this one needs."""
    return sum(sign(case) for sign in SIGNS) >= NEED[standing(case)]


def standing(case: Case) -> str:
    """How well known the chosen place is by this name; by a foreign name only where the report is about its country."""
    place = case.choice.candidate
    own = place.match == 100 or place.kind != "city" or case.countries.get(place.country or "", 0.0) >= FOREIGN
    if place.match < 95:
        return "obscure"
    if place.kind in {"country", "continent", "admin1"} or place.seat in {"a", "c"} or place.population >= WELL_KNOWN:
        return "known" if place.match == FAR else "well_known" if own else "obscure"
    return "known" if place.population >= KNOWN or place.id.startswith("fl:") else "obscure"


def is_person(spot: Spot, words: PlaceWords) -> bool:
    """Whether a title or a given name stands right before the name ("Gen. Houston", "Omar Saleh")."""
    tokens, at = spot.sentence.tokens, spot.first - 1
    while at >= 0 and len(tokens[at].text.rstrip(".")) == 1 and tokens[at].text.endswith("."):
        at -= 1  # "Scott C. Dayton"
    if at < 0 or tokens[spot.first].start - tokens[at].end > BETWEEN_NAMES * (spot.first - at):
        return False
    return words.has("title", tokens[at].text) or words.has("given", tokens[at].text)


def follows_name(case: Case) -> bool:
    """Whether another name stands right before that of a little known town ("Tony Mendez"): then "Mendez" is that person."""
    return _name_before(case) < 0 and standing(case) != "well_known"


def _preposition(case: Case) -> float:
    return {"in": 3.0, "to": 1.5}.get(case.lead.sign, 0.0)


def _said_kind(case: Case) -> float:
    return 3.0 if case.lead.named else 2.0 if case.spot.kind else 0.0


def _container(case: Case) -> float:
    return 3.0 if case.within else 0.0


def _object(case: Case) -> float:
    tokens = case.spot.sentence.tokens
    head = tokens[_head(case.spot)]
    while head.dep in {"conj", "appos"} and head.head != head.i:
        head = tokens[head.head]
    if head.dep not in {"dobj", "nsubjpass"}:
        return 0.0
    return 2.5 if case.words.has("verb", tokens[head.head].lemma.lower()) else 0.0


def _long_name(case: Case) -> float:
    tokens = case.spot.sentence.tokens[case.spot.first : case.spot.last]
    words = [t for t in tokens if len(t.text) > 2 and t.text[0].isalpha() and t.lower not in ARTICLES]
    return 1.5 if len(words) > 1 else 0.0


def _in_focus(case: Case) -> float:
    share = case.countries.get(case.choice.candidate.country or "", 0.0)
    return 1.5 if share >= 0.7 else 1.0 if share >= 0.25 else 0.0


def _first_word(case: Case) -> float:
    spot = case.spot
    if not follows_full_stop(spot.sentence, spot.first) or spot.last - spot.first > 1:
        return 0.0
    if spot.sentence.tokens[spot.first].pos != "PROPN":
        return -3.0
    return 0.0 if case.choice.candidate.kind in {"country", "continent"} else -1.0


def _not_a_name(case: Case) -> float:
    if case.lead.sign == "in" or case.lead.named:
        return 0.0
    return -1.5 if all(t.pos != "PROPN" for t in case.spot.sentence.tokens[case.spot.first : case.spot.last]) else 0.0


def _after_title(case: Case) -> float:
    return -6.0 if is_person(case.spot, case.words) else 0.0


def _known_person(case: Case) -> float:
    return -4.0 if case.spot.name in case.people else 0.0


def _name_before(case: Case) -> float:
    before = _beside(case.spot, -1)
    if before is None or before.pos != "PROPN" or not before.text[0].isupper() or before.text in case.peoples.demonyms:
        return 0.0
    lower = before.lower
    if (
        lower in case.words.of["direction"]
        or lower in case.words.of["part"]
        or follows_full_stop(case.spot.sentence, before.i)
    ):
        return 0.0
    return -3.0


def _name_after(case: Case) -> float:
    after = _beside(case.spot, 0)
    if after is None:
        return 0.0
    if any(case.words.has("body", word) for word in _name_goes_on(case.spot, after)):
        return -7.0
    if is_article(case.spot.sentence, after.i):
        return -8.0  # "Khan" of "Khan al-Assal"
    if not after.text[0].isupper():
        return 0.0
    if after.pos != "PROPN" or after.text in case.peoples.demonyms:
        return 0.0
    if case.choice.candidate.kind in {"country", "admin1"} and case.spot.name not in ALSO_GIVEN_NAMES:
        return 0.0 if case.words.has("office", after.text) or case.choice.candidate.kind == "country" else -1.5
    return -8.0 if case.lead.named else -3.0  # "the village of Dakka Sebbe" is not Dhaka: all of it is the name


def _name_goes_on(spot: Spot, after: Token) -> list[str]:
    """The next word, and the capitalised ones that follow it ("Central Command")."""
    run = [after.text]
    for token in spot.sentence.tokens[after.i + 1 : after.i + 4]:
        if not (run[-1][0].isupper() and token.text[0].isupper()):
            break
        run.append(token.text)
    return run


def _given_name(case: Case) -> float:
    return -4.0 if case.words.has("given", case.spot.name) and case.lead.sign != "in" and not case.within else 0.0


def _abbreviation(case: Case) -> float:
    """ "Pa", "Ill." and the like are states only behind one of their towns."""
    name, place = case.spot.name, case.choice.candidate
    clear = name.isupper() and ("." in name or len(name) > 2)  # "D.C.", "NSW"
    short = len(name.replace(".", "")) <= 4 and place.kind == "admin1" and place.match < 100
    return -5.0 if short and not clear and not case.holds else 0.0


def _foreign(case: Case) -> float:
    """A town of a country that the report does not speak of is as a rule another town, or none."""
    place = case.choice.candidate
    if not case.countries or place.kind not in {"city", "section", "site"} or case.within:
        return 0.0
    if case.countries.get(place.country or "", 0.0) >= FOREIGN or (
        place.population >= WELL_KNOWN and place.match == 100
    ):
        return 0.0
    return -2.0 if place.match == 100 else -5.0


def _told_elsewhere(case: Case) -> float:
    return 1.5 if case.spot.name in case.sure else 0.0


def _speaks(case: Case) -> float:
    """A town that says something is as a rule a person; a country or a capital speaks for its government."""
    head = case.spot.sentence.tokens[_head(case.spot)]
    verb = case.spot.sentence.tokens[head.head]
    if head.dep != "nsubj" or verb.lemma.lower() not in SPEECH or case.lead.named or case.within:
        return 0.0
    place = case.choice.candidate
    return 0.0 if place.kind == "country" or place.seat == "c" else -3.0


def _whole_cell(case: Case) -> float:
    """A cell of a table that holds the name alone ("Goma", "Sake (North Kivu)")."""
    spot = case.spot
    alone = spot.first == 0 and (
        spot.last == len(spot.sentence.tokens) or spot.sentence.tokens[spot.last].text in "(,/"
    )
    return 5.0 if spot.sentence.passage.cells and alone else 0.0


Sign = Callable[[Case], float]
SIGNS: tuple[Sign, ...] = (
    _preposition, _said_kind, _container, _object, _long_name, _in_focus, _first_word, _not_a_name, _after_title, _known_person,
    _name_before, _name_after, _abbreviation, _foreign, _given_name, _told_elsewhere, _speaks, _whole_cell,
)  # fmt: skip


def _head(spot: Spot) -> int:
    """The token of the name whose syntactic head lies outside it."""
    tokens = spot.sentence.tokens
    return next(
        (k for k in range(spot.first, spot.last) if not spot.first <= tokens[k].head < spot.last), spot.last - 1
    )


def _beside(spot: Spot, side: int) -> Token | None:
    """The word right before (-1) or right after (0) the name, with nothing but a space between."""
    tokens = spot.sentence.tokens
    at = spot.first - 1 if side < 0 else spot.last
    if not 0 <= at < len(tokens):
        return None
    left, right = (tokens[at], tokens[spot.first]) if side < 0 else (tokens[spot.last - 1], tokens[at])
    return tokens[at] if right.start == left.end + 1 and tokens[at].text[0].isalpha() else None
