"""Which counts belong together: one thing counted, of one population, in one place, over one time.

A running toll stays one series although reports leave its place or its beginning out: where a speaker names exactly one place (or
day of beginning) for a measure, that speaker's other counts of it take the same. A whole country, and a place
inherited from elsewhere in the report, give way to a place that the speaker names. A count whose time ended long before its
report is history: it keeps its own series and completes no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from fogline.model.claim import Claim
from fogline.model.figure import Scope
from fogline.model.incident import Heard, Incident
from fogline.reconcile.nearness import COUNTRY, days_of, place_key

V = TypeVar("V", str, date)
JOINED = re.compile(
    r"(?: (?:governorate|province|region|state))? and ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?= [a-z]|[.,;]|$)"
)
STOCKS = frozenset(
    {"displaced", "in_need", "affected", "troops", "returned"}
)  # told as a state of things, not of one event
SILENCE = 62  # days without a value after which a toll without a stated beginning is another one
HISTORY = 31  # days after which a count told is of another time than the report
LONG = 3  # days: a count over a longer time is a running toll whatever it is called


@dataclass(frozen=True, slots=True)
class Key:
    """What one series counts. ``place`` is a place's key or empty; ``incident`` an incident's id or empty.

    ``run`` counts the runs of a toll whose beginning nobody tells: after a long silence it is another toll.
    """

    measure: str
    population: tuple[str, ...]
    country: str
    place: str
    scope: Scope
    since: date | None
    incident: str
    run: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """A figure claim with the key of its series."""

    heard: Heard
    key: Key


def series(claims: Iterable[Heard], incidents: Iterable[Incident]) -> dict[Key, tuple[Heard, ...]]:
    """The current counts, grouped; each group in the order in which its values became known.

    Left out: background, denials, and what is planned, asked for, possible or supposed.
    """
    home = {h.stated.claim.id: (h, incident) for incident in incidents for h in incident.claims}
    counts = [_count(*home.get(h.stated.claim.id, (h, None))) for h in claims if is_current(h)]
    grouped: dict[Key, list[Heard]] = defaultdict(list)
    for count in _completed(counts):
        grouped[count.key].append(count.heard)
    runs = {key: run for old, held in grouped.items() for key, run in _runs(old, sorted(held, key=told_order))}
    return dict(sorted(runs.items(), key=_in_order))


def _runs(key: Key, held: Sequence[Heard]) -> Iterator[tuple[Key, tuple[Heard, ...]]]:
    if key.scope != "cumulative" or key.since is not None:
        yield key, tuple(held)
        return
    days = [h.stated.source.known for h in held]
    breaks = [i for i in range(1, len(held)) if (days[i] - days[i - 1]).days > SILENCE]
    for number, (first, last) in enumerate(pairwise([0, *breaks, len(held)])):
        yield replace(key, run=number), tuple(held[first:last])


def is_current(heard: Heard) -> bool:
    """Whether a claim is a count that enters tolls."""
    claim = heard.stated.claim
    return bool(
        claim.figure
        and claim.stance == "affirmed"
        and claim.modality == "actual"
        and not claim.backdrop
        and claim.figure.high != 0
    )


def told_order(heard: Heard) -> tuple[date, str, str, int, str]:
    """The order in which values became known."""
    source, claim = heard.stated.source, heard.stated.claim
    return source.known, source.instant, source.id, claim.trigger.start, claim.id


def _in_order(item: tuple[Key, Sequence[Heard]]) -> tuple[str, ...]:
    key = item[0]
    return (
        key.measure, "|".join(key.population), key.country, key.scope, key.place, str(key.since or ""), key.incident, str(key.run),
    )  # fmt: skip


def _count(heard: Heard, incident: Incident | None) -> Count:
    claim = heard.stated.claim
    figure, place = claim.figure, claim.place
    assert figure is not None, "only counts are grouped"
    days = days_of(heard.stated)
    running = (figure.scope == "cumulative" and heard.toll_of != "deed") or (
        days is not None and (days[1] - days[0]).days > LONG
    )
    if figure.measure == "other":  # nobody knows whether two such counts count one thing
        running, incident = False, None
    if figure.scope == "unknown" and figure.measure != "other":
        running = running or figure.measure in STOCKS or not _tells_an_act(incident)
    if not running:
        key = Key(
            figure.measure,
            figure.population,
            _country(heard),
            "",
            "incident",
            None,
            incident.id if incident else claim.id,
        )
        return Count(heard, key)
    since = figure.since or (days[0] if days and days[0] < days[1] and figure.measure not in STOCKS else None)
    own = place if place and place.precision < COUNTRY and not place.inherited else None
    where = place_key(own) + joined(claim) if own else ""
    return Count(heard, Key(figure.measure, figure.population, _country(heard), where, "cumulative", since, ""))


def joined(claim: Claim) -> str:
    """The second of two places that one count is told of: `` and Idlib`` for "in Aleppo and Idlib governorates"."""
    place, evidence = claim.place, claim.evidence
    if place is None or place.span is None or place.inherited:
        return ""
    found = JOINED.match(evidence.text[place.span.end - evidence.start :])
    return f" and {found[1]}" if found else ""


def _tells_an_act(incident: Incident | None) -> bool:
    return incident is not None and any(h.stated.claim.kind != "figure" for h in incident.claims)


def _country(heard: Heard) -> str:
    claim = heard.stated.claim
    if claim.place and claim.place.country:
        return claim.place.country
    countries = {a.country for a in (*claim.targets, *claim.agents) if a.country}
    return min(countries) if len(countries) == 1 else ""


def _completed(counts: Sequence[Count]) -> list[Count]:
    """Running tolls with country, place and beginning filled in from the same voice, then the beginning from all voices."""
    running = [c for c in counts if c.key.scope == "cumulative" and not _is_history(c.heard)]
    others = [c for c in counts if c.key.scope != "cumulative"]
    others += _placed([c for c in counts if c.key.scope == "cumulative" and _is_history(c.heard)])
    running = _filled(running, _by_voice, _COUNTRY)
    running = _filled(running, lambda c: (*_by_voice(c), c.key.country), _PLACE)
    running = _placed(running)
    running = _filled(running, lambda c: (*_by_voice(c), c.key.country, c.key.place), _SINCE)
    running = _filled(running, lambda c: (c.key.measure, c.key.population, c.key.country, c.key.place), _SINCE)
    return _parts_of(running, [*running, *others])


def _parts_of(running: Sequence[Count], counts: Iterable[Count]) -> list[Count]:
    """ "Nineteen civilians were among the dead": a part of a running total is told of the same place and days as the total."""
    totals = {c.heard.stated.claim.id: c for c in running}
    return [_part_of(c, totals.get(c.heard.stated.claim.subset_of or "")) for c in counts]


def _part_of(count: Count, total: Count | None) -> Count:
    if total is None or count.key.measure != total.key.measure or count.key.population == ("all",):
        return count
    return replace(count, key=replace(total.key, population=count.key.population))


def _is_history(heard: Heard) -> bool:
    days = days_of(heard.stated)
    return days is not None and (heard.stated.source.known - days[1]).days > HISTORY


def _placed(counts: Sequence[Count]) -> list[Count]:
    """Where a voice names no place of its own: the place that stands elsewhere in its reports, the country where these differ."""
    inherited: dict[Hashable, set[str]] = defaultdict(set)
    for c in counts:
        if not c.key.place and (place := c.heard.stated.claim.place):
            inherited[_by_voice(c), c.key.country].add(place_key(place))
    return [c if c.key.place else replace(c, key=replace(c.key, place=_fallback(c, inherited))) for c in counts]


def _fallback(count: Count, inherited: dict[Hashable, set[str]]) -> str:
    known = inherited[_by_voice(count), count.key.country]
    if len(known) == 1:
        return min(known)
    return (
        "" if count.key.country else f"voice {count.heard.voice.key}"
    )  # without any place, only one's own counts compare


def _by_voice(count: Count) -> tuple[str, str, tuple[str, ...]]:
    return count.heard.voice.key, count.key.measure, count.key.population


@dataclass(frozen=True)
class _Field(Generic[V]):
    """One field of a key: how to read it and how to set it."""

    get: Callable[[Key], V | None]
    put: Callable[[Key, V], Key]


_COUNTRY: _Field[str] = _Field(lambda key: key.country or None, lambda key, value: replace(key, country=value))
_PLACE: _Field[str] = _Field(lambda key: key.place or None, lambda key, value: replace(key, place=value))
_SINCE: _Field[date] = _Field(lambda key: key.since, lambda key, value: replace(key, since=value))


def _filled(counts: Sequence[Count], group: Callable[[Count], Hashable], field: _Field[V]) -> list[Count]:
    """Fill the field where it is empty from the others of the group, where these agree on one value."""
    told: dict[Hashable, set[V]] = defaultdict(set)
    for count in counts:
        if (value := field.get(count.key)) is not None:
            told[group(count)].add(value)
    return [
        replace(c, key=field.put(c.key, next(iter(known))))
        if field.get(c.key) is None and len(known := told[group(c)]) == 1
        else c
        for c in counts
    ]
