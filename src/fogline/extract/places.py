"""Places in a parsed text: found by name, told from people and bodies, resolved with the whole report in view."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from fogline.extract.place_evidence import Case, is_person, is_place
from fogline.extract.place_focus import focus
from fogline.extract.place_lead import Knowledge, Lead, lead
from fogline.extract.place_shift import placed
from fogline.extract.place_spots import Spot, spots
from fogline.extract.place_words import PlaceWords, load_place_words
from fogline.gazetteer.choose import Choice, Setting, Wanted, choose, lies_in
from fogline.gazetteer.entry import Candidate
from fogline.gazetteer.fold import fold
from fogline.gazetteer.lookup import Gazetteer
from fogline.gazetteer.merge import OTHER
from fogline.language.tree import span
from fogline.model.issue import Found, Issue
from fogline.model.mention import Mention
from fogline.model.place import Place
from fogline.model.sentence import Parsed, Sentence

CONTAINERS = frozenset({"country", "admin1", "admin2", "region", "island"})
SURE = 5.0  # a choice that may help to choose others
BETWEEN = frozenset({",", "(", "in", "the", "of"})


@dataclass(frozen=True, slots=True)
class Named:
    """A spot, what leads up to it, and the places that the text says it lies in."""

    spot: Spot
    lead: Lead
    within: tuple[Candidate, ...]


def places(parsed: Parsed, gazetteer: Gazetteer, words: PlaceWords | None = None) -> Found[Mention[Place]]:
    """The places named in the text, in its order; an issue for every name that is a place and could not be resolved."""
    words = words or load_place_words()
    know = Knowledge(words, gazetteer.kinds, gazetteer.countries)
    named = [n for s in parsed.sentences for n in _named(list(spots(s, gazetteer, words)), know, gazetteer)]
    people = frozenset(n.spot.name for n in named if is_person(n.spot, words))
    countries = focus(parsed, [n.spot for n in named], gazetteer)
    within = _known_containers(named)
    first = {id(n): _choose(n, within, Setting(countries)) for n in named}
    sure = _sure_points(named, first)
    mentions: list[Mention[Place]] = []
    issues: list[Issue] = []
    for n in named:
        others = tuple(p for name, p in sure.items() if name != fold(n.spot.name))
        choice = _choose(n, within, Setting(countries, others))
        if choice is None:
            issues.extend(_unresolved(n, parsed))
            continue
        inside = any(lies_in(choice.candidate, c) for c in within[fold(n.spot.name)])
        if is_place(Case(n.spot, n.lead, choice, inside, people, countries, words, gazetteer.countries)):
            mentions.append(_mention(n, choice))
    return Found(tuple(mentions), tuple(issues))


def _named(found: list[Spot], know: Knowledge, gazetteer: Gazetteer) -> Iterable[Named]:
    for k, spot in enumerate(found):
        after = found[k + 1] if k + 1 < len(found) else None
        before = found[k - 1] if k else None
        how = lead(spot.sentence, spot.first, know)
        own = gazetteer.find(f"{how.heading} {spot.name}") if how.heading and not how.beside else ()
        whole = any(c.match >= OTHER for c in own)
        meant = replace(spot, candidates=own) if whole else spot
        yield Named(meant, replace(how, heading="") if whole else how, _containers(spot, before, after))


def _containers(spot: Spot, before: Spot | None, after: Spot | None) -> tuple[Candidate, ...]:
    """The places that "X, Y", "X (Y)", "X in Y" and "Y's X" say X lies in, where any reading of X does."""
    tokens = spot.sentence.tokens
    held: list[Candidate] = []
    if after and after.first - spot.last <= 4:
        gap = [t.lower for t in tokens[spot.last : after.first]]
        if gap and gap[0] in {",", "(", "in"} and all(w in BETWEEN or w.endswith("ern") for w in gap):
            held.extend(c for c in after.candidates if c.kind in CONTAINERS and c.match > 95)
    if (
        before
        and any(t.text in {"'s", "’s"} for t in tokens[before.last : before.last + 1])
        and spot.first - before.last <= 4
    ):
        held.extend(c for c in before.candidates if c.kind in CONTAINERS and c.match > 95)
    return tuple(c for c in held if any(lies_in(mine, c) and mine.id != c.id for mine in spot.candidates))


def _known_containers(named: list[Named]) -> dict[str, tuple[Candidate, ...]]:
    """By folded name, all that the report says about where it lies: said once, it holds for every other mention."""
    known: dict[str, dict[str, Candidate]] = defaultdict(dict)
    for n in named:
        known[fold(n.spot.name)].update({c.id: c for c in n.within})
    return {name: tuple(held.values()) for name, held in known.items()}


def _choose(n: Named, within: dict[str, tuple[Candidate, ...]], setting: Setting) -> Choice | None:
    held = within[fold(n.spot.name)]
    wanted = Wanted(n.lead.kinds, held, area=bool(n.lead.heading) and not n.lead.beside)
    return choose(n.spot.candidates, wanted, setting)


def _sure_points(named: list[Named], choices: dict[int, Choice | None]) -> dict[str, tuple[float, float]]:
    points: dict[str, tuple[float, float]] = {}
    for n in named:
        choice = choices[id(n)]
        if choice and choice.score >= SURE and choice.candidate.kind not in {"country", "continent", "sea"}:
            points[fold(n.spot.name)] = choice.candidate.lat, choice.candidate.lon
    return points


def _mention(n: Named, choice: Choice) -> Mention[Place]:
    first, last = n.lead.first, n.spot.last
    words = span(n.spot.sentence, first, last)
    return Mention(
        placed(words, choice.candidate, n.lead, n.spot.kind),
        n.spot.sentence.index,
        first,
        last,
        _top(n.spot.sentence, first, last),
    )


def _top(sentence: Sentence, first: int, last: int) -> int:
    tokens = sentence.tokens
    return next((k for k in range(first, last) if not first <= tokens[k].head < last or tokens[k].head == k), last - 1)


def _unresolved(n: Named, parsed: Parsed) -> Iterable[Issue]:
    if n.lead.named or n.lead.sign == "in":
        words = span(n.spot.sentence, n.spot.first, n.spot.last)
        yield Issue(
            "places", "unknown_place",
            f"Expected a known place, met {words.text!r}, of which no candidate fits this report. Add it to places.tsv.",
            parsed.document.id, words,
        )  # fmt: skip
