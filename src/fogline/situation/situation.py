"""One frozen Situation: what the claims add up to, as known on a day, in a window and a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from fogline.model.incident import Contradiction, Episode, Heard, Holding, Incident, Rule, Sum, Toll
from fogline.model.stated import Held, Window
from fogline.reconcile.acts import Acts
from fogline.reconcile.apart import apart
from fogline.reconcile.contradictions import contradictions
from fogline.reconcile.control import holdings
from fogline.reconcile.episodes import episodes
from fogline.reconcile.origins import heard, parties
from fogline.reconcile.retracted import standing
from fogline.reconcile.standing import Standings
from fogline.reconcile.sums import sums
from fogline.reconcile.tolls import tolls
from fogline.situation.coverage import Coverage, coverage
from fogline.situation.disconnect import Gap, disconnect
from fogline.situation.intensity import Day, RegionDay, by_region, intensity
from fogline.situation.network import Network, network
from fogline.situation.timeline import Moment, timeline, with_contested
from fogline.situation.weekly import Tempo, tempo


@dataclass(frozen=True, slots=True)
class Asked:
    """The question: ``as_known`` the day of the slider, ``place`` the words of the filter."""

    as_known: date | None
    window: Window
    place: str | None = None
    rule: Rule = "ucdp"


@dataclass(frozen=True, slots=True)
class Indicators:
    """Day by day how much violence is told, in all and by first-order division, whether its tempo rose, and the gap between
    words and deeds.
    """

    intensity: tuple[Day, ...]
    tempo: Tempo
    disconnect: tuple[Gap, ...]
    regions: tuple[RegionDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that the pages, the brief and the exports show. ``resolved`` are contradictions that were admitted by then;
    ``incidents`` hold the retracted too, which count nowhere; ``rejected`` are the claims that a person rejected; ``episodes``
    name the incidents that they hold; ``sums`` are what single incidents add up to, by country.
    """

    asked: Asked
    figures: tuple[Toll, ...]
    control: tuple[Holding, ...]
    contested: tuple[Contradiction, ...]
    resolved: tuple[Contradiction, ...]
    timeline: tuple[Moment, ...]
    incidents: tuple[Incident, ...]
    network: Network
    indicators: Indicators
    sources: Coverage
    claims: tuple[Heard, ...]
    rejected: tuple[Heard, ...] = ()
    episodes: tuple[Episode, ...] = ()
    sums: tuple[Sum, ...] = ()


def situation(held: Held, asked: Asked, standings: Standings, acts: Acts) -> Situation:
    """The situation. A pure function of its arguments: no order of claims, no clock changes it."""
    claims = heard(held.claims, held.sources, standings)
    rejected = heard(held.rejected, held.sources, standings)
    left = standing(claims, rejected, acts, held.judgements)
    counted = [h for h in claims if h.stated.claim.id not in left.withdrawn]
    disputes = contradictions(counted, acts)
    denied = tuple(d for d in disputes if d.resolved is None)
    single, courses = episodes(left.incidents, acts.known)
    figures = tolls(counted, single, standings, asked.rule)
    contested = (*denied, *apart(figures, counted))
    happened = with_contested(single, contested)
    disputed = frozenset(h.stated.claim.id for c in denied for h in (*c.affirmed, *c.denied))
    daily = intensity(happened, figures)
    return Situation(
        asked=asked,
        figures=_ordered(figures),
        control=holdings(counted, disputed),
        contested=contested,
        resolved=tuple(d for d in disputes if d.resolved is not None),
        timeline=timeline((told := replace(left, incidents=happened).told), asked.window),
        incidents=told,
        network=network(counted),
        indicators=Indicators(
            daily,
            tempo(daily, held.sources, held.history),
            disconnect(happened, parties(held.claims, standings), acts, standings),
            by_region(happened, figures),
        ),
        sources=coverage(held, claims, told, _known_window(asked)),
        claims=claims,
        rejected=rejected,
        episodes=courses,
        sums=sums(happened, figures),
    )


def _known_window(asked: Asked) -> Window:
    """The window as far as anything could be known of it: days after that are not silent."""
    ends = [day for day in (asked.window.last, asked.as_known) if day]
    return Window(asked.window.first, min(ends, default=None))


def _ordered(figures: Sequence[Toll]) -> tuple[Toll, ...]:
    """Deaths first, running tolls before single incidents, the largest first."""
    order = ("killed", "injured", "missing", "displaced", "detained")
    rank = {measure: i for i, measure in enumerate(order)}
    return tuple(
        sorted(
            figures,
            key=lambda t: (
                rank.get(t.measure, len(order)),
                t.measure,
                t.scope != "cumulative",
                t.population != ("all",),
                -t.best,
                t.series[0].claim.claim.id,
            ),
        )
    )
