"""Places in a parsed text: found by name, told from people and bodies, resolved with the whole report in view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from fogline.extract.place_definite import definite, unplaced_between
from fogline.extract.place_evidence import Case, follows_name, is_person, is_place
from fogline.extract.place_focus import focus
from fogline.extract.place_lead import Knowledge
from fogline.extract.place_named import Named, named
from fogline.extract.place_shift import placed
from fogline.extract.place_spots import spots
from fogline.extract.place_unknown import unknown
from fogline.extract.place_words import PlaceWords, load_place_words
from fogline.gazetteer.choose import Choice, Setting, Wanted, choose, lies_in
from fogline.gazetteer.entry import Candidate, Kind
from fogline.gazetteer.lookup import Gazetteer
from fogline.language.tree import span
from fogline.model.issue import Found
from fogline.model.mention import Mention
from fogline.model.place import Place
from fogline.model.sentence import Parsed, Sentence

POINTS = frozenset({"city", "section", "site", "airport", "base", "camp", "crossing", "dam", "admin2"})
SURE = 5.0  # score of a choice that may help to choose others
SPOKEN_OF = 0.5  # share of a report's talk from which a country that the words contradict may still be meant


@dataclass(frozen=True, slots=True)
class Report:
    """What the whole text says: countries in focus, what lies in what, and who is a person."""

    countries: Mapping[str, float]
    within: Mapping[str, tuple[Candidate, ...]]
    people: frozenset[str]
    words: PlaceWords
    gazetteer: Gazetteer


def places(parsed: Parsed, gazetteer: Gazetteer, words: PlaceWords | None = None) -> Found[Mention[Place]]:
    """The places named in the text, in its order; an issue for every name that is a place and could not be resolved."""
    words = words or load_place_words()
    know = Knowledge(words, gazetteer.kinds, gazetteer.countries)
    names = [n for s in parsed.sentences for n in named(list(spots(s, gazetteer, words)), know, gazetteer)]
    report = Report(
        focus(parsed, [n.spot for n in names], gazetteer),
        _known_containers(names),
        frozenset(n.spot.name for n in names if is_person(n.spot, words)),
        words,
        gazetteer,
    )
    chosen = _accepted(names, report)
    mentions = [_mention(n, choice) for n, choice in chosen]
    told = definite(
        parsed, [(m, c.candidate) for m, (_, c) in zip(mentions, chosen, strict=True)], gazetteer, report.countries
    )
    more = unknown(parsed, [*mentions, *told], know, gazetteer, report.countries)
    sure = [m for m in told if not unplaced_between(m, mentions, more.items)]
    everything = sorted([*mentions, *sure, *more.items], key=lambda m: (m.sentence, m.first, m.last))
    return Found(tuple(everything), more.issues)


def _accepted(names: list[Named], report: Report) -> list[tuple[Named, Choice]]:
    """The names that are places, with the place chosen: first without, then with what is sure of the others."""
    first = [(n, _choose(n, report, ())) for n in names]
    points: dict[str, tuple[float, float]] = {}
    sure: set[str] = set()
    for n, choice in first:
        if choice and choice.score >= SURE and choice.candidate.kind in POINTS:
            points[n.key] = choice.candidate.lat, choice.candidate.lon
        if (
            choice
            and (n.lead.named or n.lead.sign == "in" or n.within)
            and is_place(_case(n, choice, report, frozenset()))
        ):
            sure.add(n.spot.name)
    suspects = frozenset(
        n.spot.name for n, choice in first if choice and follows_name(_case(n, choice, report, frozenset()))
    )
    report = replace(report, people=report.people | (suspects - sure))
    accepted = []
    for n in names:
        choice = _choose(n, report, tuple(p for name, p in points.items() if name != n.key))
        if choice and not _elsewhere(n, choice, report) and is_place(_case(n, choice, report, frozenset(sure))):
            accepted.append((n, choice))
    return accepted


def _elsewhere(n: Named, choice: Choice, report: Report) -> bool:
    """Whether the text tells another country ("Haris in Lebanon") and the report does not speak of the one of the place found."""
    return n.outside and report.countries.get(choice.candidate.country or "", 0.0) < SPOKEN_OF


def _known_containers(names: list[Named]) -> dict[str, tuple[Candidate, ...]]:
    """By folded name, all that the report says about where it lies: said once, it holds for every other mention."""
    known: dict[str, dict[str, Candidate]] = defaultdict(dict)
    for n in names:
        known[n.key].update({c.id: c for c in n.within})
    return {name: tuple(held.values()) for name, held in known.items()}


def _choose(n: Named, report: Report, points: tuple[tuple[float, float], ...]) -> Choice | None:
    kinds = n.lead.kinds or _own_kinds(n, report.gazetteer)
    area = bool(n.lead.heading) and not n.lead.beside
    wanted = Wanted(kinds, report.within[n.key], n.lead.country, n.holds, area)
    return choose(n.spot.candidates, wanted, Setting(report.countries, points))


def _own_kinds(n: Named, gazetteer: Gazetteer) -> tuple[Kind, ...]:
    """What kind the word in the name itself asks for; of places that bear the whole name only what they are."""
    word = n.spot.kind
    if word is None or word.part:
        return ()
    whole = {c.kind for c in gazetteer.exact(n.spot.name) if c.match == 100}  # "District of Columbia", "Red Sea"
    return tuple(kind for kind in word.kinds if kind in whole) if whole else word.kinds


def _case(n: Named, choice: Choice, report: Report, sure: frozenset[str]) -> Case:
    inside = any(lies_in(choice.candidate, c) for c in report.within[n.key])
    holds = choice.candidate.id in n.holds
    return Case(
        n.spot,
        n.lead,
        choice,
        inside,
        holds,
        sure,
        report.people,
        report.countries,
        report.words,
        report.gazetteer.countries,
    )


def _mention(n: Named, choice: Choice) -> Mention[Place]:
    first, last = n.lead.first, n.spot.last
    place = placed(span(n.spot.sentence, first, last), choice.candidate, n.lead, n.spot.kind)
    return Mention(place, n.spot.sentence.index, first, last, _top(n.spot.sentence, first, last))


def _top(sentence: Sentence, first: int, last: int) -> int:
    tokens = sentence.tokens
    outside = (k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k)
    return next(outside, last - 1)
