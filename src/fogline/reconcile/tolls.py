"""Low, best and high of a series by a named rule (docs/ledger.md, "figures").

``ucdp`` (default) – one value an independent voice, its latest. Best is what most voices of the best class give (an uninvolved
body or an official count; then a body on the spot or a medium; then a party; then nobody in particular), when undecidable the
lower. A party's count of its enemy's losses moves only low and high. After the codebook of UCDP GED: the most reliable source
wins, else the lower figure.
``conservative`` – the lowest value that anybody but a party gives; vague words count as ACLED counts them (dozens 12,
hundreds 100).
A vague word ("dozens") falls away once an exact value inside its range stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.model.incident import Heard, Incident, Rule, Standing, Toll, Value
from fogline.model.place import Place
from fogline.reconcile.differences import values
from fogline.reconcile.nearness import COUNTRY, place_key
from fogline.reconcile.series import Key, joined, series
from fogline.reconcile.standing import Standings

CLASS: dict[Standing, int] = {"uninvolved": 0, "official": 0, "local": 1, "medium": 1, "party": 2, "unnamed": 3}
NAMES = ("an uninvolved body or an official count", "a body on the spot or a medium", "a party", "nobody in particular")
ENEMY = 2  # the class of a party, whose count of its enemy's losses is never best while another count stands
ACLED = {24: 12, 200: 100, 20: 10, 2000: 1000, 20_000: 10_000, 200_000: 100_000}  # by the low end of vague words


@dataclass(frozen=True, slots=True)
class Added:
    """What a series adds up to."""

    low: int
    best: int
    high: int
    open: bool
    basis: str


def tolls(
    claims: Iterable[Heard], incidents: Sequence[Incident], standings: Standings, rule: Rule = "ucdp"
) -> tuple[Toll, ...]:
    """Every series of current counts with its low, best and high."""
    grouped = series(claims, incidents)
    named = (h.stated.claim.place for held in grouped.values() for h in held)
    places: dict[str, Place | None] = {place_key(p): p for p in named if p is not None}
    places |= {incident.id: incident.place for incident in incidents}
    peers: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in grouped:
        peers[key.measure, key.country].append(key)
    told = ((key, values(key, held, peers[key.measure, key.country])) for key, held in grouped.items())
    return tuple(_toll(key, series_, standings, rule, places) for key, series_ in told)


def _toll(key: Key, told: tuple[Value, ...], standings: Standings, rule: Rule, places: dict[str, Place | None]) -> Toll:
    total = add_up(told, standings, rule)
    return Toll(
        measure=key.measure,
        population=key.population,
        place=_place(key, told, places),
        country=key.country or None,
        scope=key.scope,
        since=key.since,
        incident=key.incident if key.incident in places else None,
        low=total.low,
        best=total.best,
        high=total.high,
        open=total.open,
        rule=rule,
        basis=total.basis,
        series=told,
    )


def add_up(told: Sequence[Value], standings: Standings, rule: Rule = "ucdp") -> Added:
    """Low, best and high of the values that stand (the latest of each voice). ``told`` must not be empty."""
    standing = _surviving([v for v in told if v.counts] or list(told))
    floors = [v for v in standing if v.low > 0 or v.high == 0] or [v for v in standing if v.high is None]
    highest = max((v.high if v.high is not None else v.low for v in standing), default=0)
    reach = max((v.low for v in standing if v.high is None), default=-1)
    if not floors:  # only "up to 300"
        return Added(0, 0, highest, open=False, basis="only an upper limit was given")
    low = min(v.low for v in floors)
    if rule == "conservative":
        best, basis = _lowest(floors)
        low = min(low, best)
    else:
        best, basis = _best(floors, standings)
    return Added(low, best, max(highest, best), open=reach >= highest, basis=basis)


def _surviving(standing: Sequence[Value]) -> list[Value]:
    exact = [v.low for v in standing if v.low == v.high]
    return [v for v in standing if not (_is_vague(v) and any(v.low <= e <= (v.high or e) for e in exact))]


def is_about_enemy(value: Value, standings: Standings) -> bool:
    """Whether a party counts its enemy's losses: it acts itself, or none of those counted is on its side."""
    if value.voice.standing != "party":
        return False
    claim = value.claim.claim
    actors = {standings.side_of(a) for a in claim.agents}
    counted = {standings.side_of(a) for a in claim.targets}
    return value.voice.side in actors or (bool(counted) and value.voice.side not in counted)


def _best(floors: Sequence[Value], standings: Standings) -> tuple[int, str]:
    own = [v for v in floors if not is_about_enemy(v, standings)] or list(floors)
    top = min(CLASS[v.voice.standing] for v in own)
    chosen = [v for v in own if CLASS[v.voice.standing] == top]
    votes = Counter(v.low for v in chosen)
    best = min(votes, key=lambda low: (-votes[low], low))
    of = f"{votes[best]} of {len(chosen)} independent origins of the best class ({NAMES[top]})"
    return best, f"{best:,} is what {of} give" if votes[best] > 1 or len(chosen) == 1 else f"the lowest of {of}"


def _lowest(floors: Sequence[Value]) -> tuple[int, str]:
    reliable = [v for v in floors if CLASS[v.voice.standing] < ENEMY] or list(floors)
    lowest = min(reliable, key=lambda v: (_conservative(v), v.voice.name))
    return _conservative(lowest), f"the lowest reliable value, of {lowest.voice.name}"


def _conservative(value: Value) -> int:
    return ACLED.get(value.low, value.low) if _is_vague(value) else value.low


def _is_vague(value: Value) -> bool:
    figure = value.claim.claim.figure
    return figure is not None and figure.qualifier == "vague"


def _place(key: Key, told: Sequence[Value], places: dict[str, Place | None]) -> Place | None:
    if key.incident in places:
        return places[key.incident]
    named = [p for v in told if (p := v.claim.claim.place) and (_keyed(v) == key.place or p.precision >= COUNTRY)]
    place = min(named, key=lambda p: (p.precision, p.name), default=places.get(key.place))
    second = next((joined(v.claim.claim) for v in told if _keyed(v) == key.place and joined(v.claim.claim)), "")
    if place is None or not second:
        return place
    return replace(
        place, name=place.name + second, id=None, lat=None, lon=None, admin1=None, precision=max(place.precision, 5)
    )


def _keyed(value: Value) -> str:
    claim = value.claim.claim
    return place_key(claim.place) + joined(claim) if claim.place else ""
