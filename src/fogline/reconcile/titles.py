"""A short name for an incident, made of the claims' own names and numbers."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.figure import Figure
from fogline.model.incident import Heard
from fogline.reconcile.acts import Act

MOST_NAMES = 2


SUPPOSED = {"actual": "", "planned": " (planned)", "requested": " (called for)", "possible": " (possible)"}


def title(lead: Heard, claims: Sequence[Heard], act: Act) -> str:
    """``Air strike by Russia in Idlib: 9 killed`` – the lead's act, actors and place, with its first figures."""
    claim = lead.stated.claim
    place = next((h.stated.claim.place for h in (lead, *claims) if h.stated.claim.place), None)
    by = f" by {_names(claim.agents)}" if claim.agents else ""
    on = f" {act.to} {_names(claim.targets)}" if claim.targets and act.to else ""
    where = f" {act.at} {place.name}" if place else ""
    what = f"{act.words}{where}{by}" if claim.kind == "control" else f"{act.words}{by}{on}{where}"
    figures = sorted(set(_latest(claims).values()))
    counts = f": {', '.join(figures[:MOST_NAMES])}" if figures else ""
    return what[0].upper() + what[1:] + SUPPOSED.get(claim.modality, " (if)") + counts


def _latest(claims: Sequence[Heard]) -> dict[tuple[str, tuple[str, ...], str], str]:
    """The last count of each voice, so that a correction is not shown beside what it corrects."""
    told: dict[tuple[str, tuple[str, ...], str], str] = {}
    for h in sorted(claims, key=lambda h: (h.stated.source.known, h.stated.source.instant, h.stated.claim.id)):
        figure = h.stated.claim.figure
        if figure and not h.stated.claim.subset_of:
            told[figure.measure, figure.population, h.voice.key] = _told(h.stated.claim)
    return told


def amount(low: int, high: int | None) -> str:
    """``9``, ``20+``, ``24–99``, ``up to 300``."""
    if high is None:
        return f"{low:,}+"
    if low == high:
        return f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,}–{high:,}"


def _told(claim: Claim) -> str:
    figure: Figure | None = claim.figure
    if figure is None:
        return ""
    group = (
        "" if figure.population in (("all",), ("unknown",)) else f" {' and '.join(figure.population)}".replace("_", " ")
    )
    return f"{amount(figure.low, figure.high)}{group} {figure.measure.replace('_', ' ')}"


def _names(actors: Sequence[Actor]) -> str:
    return " and ".join(actor.name for actor in actors[:MOST_NAMES])
