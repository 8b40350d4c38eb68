"""The gap between words and deeds: cooperation by outside states and bodies against conflict on the ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from fogline.language.lexicon import rows, shipped
from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.incident import Incident
from fogline.reconcile.acts import Acts
from fogline.reconcile.standing import Standings

Scores = dict[tuple[str, str], float]
BODIES = frozenset({"igo", "ngo", "court"})  # bodies that are from outside wherever they stand
STATES = frozenset(
    {"state", "coalition", "person", "organisation"}
)  # from outside where they belong to another country


@dataclass(frozen=True, slots=True)
class Gap:
    """One day, as two mirrored series: mean PLOVER scores (−10…+10) of outside ``cooperation`` (0 and above) and of ``conflict``
    on the ground (0 and below), how many acts each, and the ``gap`` between them.

    ``None`` where nothing of the kind is told; the gap needs both. ``verbal`` and ``material`` are the two kinds of
    cooperation: what is said, and what is sent or done.
    """

    day: date
    cooperation: float | None
    conflict: float | None
    gap: float | None
    words: int
    deeds: int
    verbal: float | None = None
    material: float | None = None


def scores() -> Scores:
    """PLOVER's conflict–cooperation scores by type and mode (``data/ontology/scores.tsv``)."""
    table = {}
    for row in rows(shipped("ontology", "scores.tsv"), ("type", "mode", "score")):
        try:
            table[row["type"], row["mode"]] = float(row["score"])
        except ValueError as error:
            raise row.wrong("a number", repr(row["score"])) from error
    return table


def disconnect(
    incidents: Iterable[Incident], sides: frozenset[str], acts: Acts, standings: Standings
) -> tuple[Gap, ...]:
    """One entry for each day on which either kind is told. ``sides`` are the parties: what they do is never outside cooperation.

    A call upon others (REQUEST) counts with at least 0: asking that fighting stop is no act of conflict.
    """
    table = scores()
    told: dict[str, dict[date, list[float]]] = {side: defaultdict(list) for side in ("verbal", "material", "conflict")}
    for incident in incidents:
        claim = next((c for h in incident.claims if (c := h.stated.claim).kind == "event" and _is_done(c)), None)
        act = acts.of(claim) if claim else None
        if incident.first is None or claim is None or act is None or not act.side:
            continue
        score = table.get((claim.type, claim.mode or ""), table.get((claim.type, ""), 0.0))
        if act.side == "conflict":
            told["conflict"][incident.first].append(min(score, 0.0))
        elif _is_outside(claim, sides, standings):
            told[act.side][incident.first].append(max(score, 0.0))
    days = sorted({day for by_day in told.values() for day in by_day})
    return tuple(_gap(day, *(by_day.get(day, []) for by_day in told.values())) for day in days)


def _is_done(claim: Claim) -> bool:
    return claim.stance == "affirmed" and claim.modality == "actual"


def _is_outside(claim: Claim, sides: frozenset[str], standings: Standings) -> bool:
    """Whether those who act are states and bodies that take no part in the fighting and are not of the country it is told of."""
    here = claim.place.country if claim.place else None
    doers = [a for a in claim.agents if _from_outside(a, here)]
    return bool(doers) and not {standings.side_of(a) for a in claim.agents} & sides


def _from_outside(actor: Actor, here: str | None) -> bool:
    return actor.kind in BODIES or (actor.kind in STATES and actor.country is not None and actor.country != here)


def _gap(day: date, verbal: Sequence[float], material: Sequence[float], deeds: Sequence[float]) -> Gap:
    up, down = _mean([*verbal, *material]), _mean(deeds)
    gap = round(up - down, 2) if up is not None and down is not None else None
    return Gap(day, up, down, gap, len(verbal) + len(material), len(deeds), _mean(verbal), _mean(material))


def _mean(scores: Sequence[float]) -> float | None:
    return round(fmean(scores), 2) if scores else None
