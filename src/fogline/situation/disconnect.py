"""The gap between words and deeds: cooperation by outside states and bodies against conflict on the ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from fogline.language.lexicon import rows, shipped
from fogline.model.claim import Claim
from fogline.model.incident import Incident
from fogline.reconcile.acts import Acts
from fogline.reconcile.standing import Standings

Scores = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Gap:
    """One day: mean PLOVER scores (−10…+10) of outside cooperation and of conflict on the ground, how many acts each, their gap.

    ``None`` where nothing of the kind is told; the gap needs both.
    """

    day: date
    cooperation: float | None
    conflict: float | None
    gap: float | None
    words: int
    deeds: int


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
    words: dict[date, list[float]] = defaultdict(list)
    deeds: dict[date, list[float]] = defaultdict(list)
    for incident in incidents:
        if incident.first is None:
            continue
        claim = next((c for h in incident.claims if (c := h.stated.claim).kind == "event" and _is_done(c)), None)
        act = acts.of(claim) if claim else None
        if claim is None or act is None:
            continue
        score = table.get((claim.type, claim.mode or ""), table.get((claim.type, ""), 0.0))
        if act.side == "conflict":
            deeds[incident.first].append(score)
        elif act.side and _is_outside(claim, sides, standings):
            words[incident.first].append(max(score, 0.0))
    return tuple(_gap(day, words.get(day, []), deeds.get(day, [])) for day in sorted({*words, *deeds}))


def _is_done(claim: Claim) -> bool:
    return claim.stance == "affirmed" and claim.modality == "actual"


def _is_outside(claim: Claim, sides: frozenset[str], standings: Standings) -> bool:
    doers = {standings.side_of(a) for a in claim.agents}
    return bool(doers) and not doers & sides


def _gap(day: date, words: list[float], deeds: list[float]) -> Gap:
    up = round(fmean(words), 2) if words else None
    down = round(fmean(deeds), 2) if deeds else None
    gap = round(up - down, 2) if up is not None and down is not None else None
    return Gap(day, up, down, gap, len(words), len(deeds))
