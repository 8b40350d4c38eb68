"""Courses of events over several days: an offensive holds the captures and strikes of its days and is none of them itself.

What tells such a course as a whole stands together as one group (``Heard.whole``). Where at least two incidents lie in its
days (on two of them at least), on its ground and between its sides, it is an episode that holds them; alone it stays an
incident, so that nothing is lost.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fogline.model.incident import Episode, Heard, Incident
from fogline.model.place import Place
from fogline.reconcile.given import Known
from fogline.reconcile.nearness import COUNTRY, distance, place_key, within

FEWEST = 2  # incidents that make an episode
APART = 10  # days between two reports of one course
BEFORE = 10  # days before a report within which the course that it speaks of without a time may have begun
REACH = 100.0  # km from where a course is told to its incidents
FAMILIES = frozenset({"violence", "control", "withdrawal", "siege", "advance"})


def episodes(incidents: Iterable[Incident], known: Known) -> tuple[tuple[Incident, ...], tuple[Episode, ...]]:
    """The incidents left, and the episodes, each by time and id."""
    told = tuple(incidents)
    wholes = [i for i in told if i.claims[0].whole]
    single = [i for i in told if not i.claims[0].whole and _can_be_held(i)]
    found, held = list[Episode](), set[str]()
    for course in _courses(wholes):
        first, last = min(_span(i)[0] for i in course), max(_span(i)[1] for i in course)
        inside = (i for i in single if i.first and i.last and first <= i.first and i.last <= last)
        parts = [i for i in inside if _belongs(i, course)]
        if len(parts) >= FEWEST and len({i.first for i in parts}) >= FEWEST:
            found.append(_episode(course, parts, known))
            held |= {i.id for i in course}
    left = tuple(i for i in told if i.id not in held)
    return left, tuple(sorted(found, key=lambda e: (e.first, e.id)))


def _can_be_held(incident: Incident) -> bool:
    """A dated act on the ground, told as a fact."""
    lead = incident.claims[0].stated.claim
    fact = lead.modality == "actual" and incident.status != "denied_only"
    return fact and incident.family in FAMILIES and incident.first is not None


def _courses(wholes: Sequence[Incident]) -> list[list[Incident]]:
    """Groups that tell one course: near each other in place and time, between sides that do not exclude each other."""
    courses: list[list[Incident]] = []
    for incident in sorted(wholes, key=lambda i: (_span(i), i.id)):
        met = next((c for c in courses if any(_one_course(incident, other) for other in c)), None)
        if met is None:
            courses.append([incident])
        else:
            met.append(incident)
    return courses


def _one_course(one: Incident, two: Incident) -> bool:
    (a, b), (c, d) = _span(one), _span(two)
    near = max((c - b).days, (a - d).days) <= APART
    return near and _reaches(one.place, two.place) and _agree(_sides(one), _sides(two))


def _belongs(part: Incident, course: Sequence[Incident]) -> bool:
    """On its ground and between its sides."""
    return any(_reaches(part.place, i.place) and _agree(_sides(part), _sides(i)) for i in course)


def _span(incident: Incident) -> tuple[date, date]:
    """The days told; the course that is spoken of without a time of its own may have begun some days before the report."""
    known = max(h.stated.source.known for h in incident.claims)
    times = [t for h in incident.claims if (t := h.stated.claim.time) is not None and not t.inherited]
    long = [t for t in times if t.last > t.first]
    if long:
        return min(t.first for t in long), max(t.last for t in long)
    return min((incident.first or known), known) - timedelta(days=BEFORE), known


def _reaches(one: Place | None, two: Place | None) -> bool:
    if one is None or two is None:
        return False
    if place_key(one) == place_key(two) or within(one, two) or within(two, one):
        return True
    if one.country != two.country or max(one.precision, two.precision) >= COUNTRY:
        return one.country is not None and one.country == two.country
    apart = distance(one, two)
    return apart is not None and apart <= REACH


def _sides(incident: Incident) -> frozenset[str]:
    return frozenset(side for h in incident.claims for side in (*h.doers, *h.suffering))


def _agree(one: frozenset[str], two: frozenset[str]) -> bool:
    return not one or not two or bool(one & two)


def _title(claims: Sequence[Heard], place: Place | None, known: Known) -> str:
    """``Offensive in Bari by Puntland Security Forces``: the course's own noun, its place, who leads it."""
    nouns = Counter(noun for h in claims for noun in known.courses(h.stated.claim))
    noun = min(nouns, key=lambda n: (-nouns[n], n), default="fighting")
    doers = Counter(h.doer for h in claims if h.doer and h.doer != h.doer.lower())
    by = f" by {min(doers, key=lambda d: (-doers[d], d))}" if doers else ""
    return noun[0].upper() + noun[1:] + (f" in {place.name}" if place else "") + by


def _episode(course: Sequence[Incident], parts: Sequence[Incident], known: Known) -> Episode:
    claims = sorted((h for i in course for h in i.claims), key=_order)
    digest = hashlib.sha256("\n".join(sorted(h.stated.claim.id for h in claims)).encode()).hexdigest()
    days = [day for i in parts for day in (i.first, i.last) if day] + [d for i in course for d in _told(i)]
    return Episode(
        id=f"e_{digest[:16]}",
        title=_title(claims, course[0].place, known),
        place=course[0].place,
        first=min(days),
        last=max(days),
        incidents=tuple(i.id for i in sorted(parts, key=lambda i: (i.first or date.max, i.id))),
        claims=tuple(claims),
    )


def _told(incident: Incident) -> list[date]:
    times = [h.stated.claim.time for h in incident.claims]
    return [day for t in times if t and not t.inherited and t.last > t.first for day in (t.first, t.last)]


def _order(heard: Heard) -> tuple[date, str]:
    return heard.stated.source.known, heard.stated.claim.id
