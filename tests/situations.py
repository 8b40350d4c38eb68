"""From reports and their claims to a situation, through a real ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from fogline.ledger.connection import opened, reading, writing
from fogline.ledger.held import held_with_history
from fogline.ledger.where import where
from fogline.ledger.write import add
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.incident import Contradiction, Holding, Rule, Toll
from fogline.model.stated import Clocks, Window
from fogline.reconcile.acts import Acts
from fogline.reconcile.standing import Standings
from fogline.situation.situation import Asked, Situation, situation

Told = tuple[Document, Sequence[Claim]]
NOON = datetime(2025, 1, 10, 12, tzinfo=UTC)
STANDINGS, ACTS = Standings.load(), Acts.load()


def filled(path: Path, told: Iterable[Told]) -> Path:
    """A ledger file with the reports added, all at noon."""
    with writing(opened(str(path))) as connection:
        for document, claims in told:
            add(connection, document, claims, [], NOON)
    return path


def seen(
    path: Path,
    known: str | None = None,
    place: str | None = None,
    rule: Rule = "ucdp",
    days: tuple[str, str] | None = None,
) -> Situation:
    """The situation in the ledger file."""
    day = date.fromisoformat(known) if known else None
    window = Window(*(date.fromisoformat(d) for d in days)) if days else Window()
    with reading(opened(str(path))) as connection:
        kept = held_with_history(connection, Clocks(known=day), window, where(place))
    return situation(kept, Asked(day, window, place, rule), STANDINGS, ACTS)


def brief(toll: Toll) -> str:
    """A toll in one line: ``killed 255–255–311 Aleppo cumulative``."""
    top = "+" if toll.open else ""
    where_ = toll.place.name if toll.place else "–"
    group = "" if toll.population == ("all",) else f" {'/'.join(toll.population)}"
    return f"{toll.measure}{group} {toll.low}–{toll.best}–{toll.high}{top} {where_} {toll.scope}"


def steps(toll: Toll) -> list[str]:
    """The values of a series: ``SOHR 311 later_count``."""
    return [f"{v.voice.name} {v.low if v.low == v.high else (v.low, v.high)} {v.difference}" for v in toll.series]


def row(contradiction: Contradiction) -> tuple[list[str], list[str]]:
    """Who affirms and who denies."""
    return [h.voice.name for h in contradiction.affirmed], [h.voice.name for h in contradiction.denied]


def ground(holding: Holding) -> str:
    """Control in one line: ``Aleppo: held by HTS, confirmed``."""
    return f"{holding.place.name}: {holding.status} by {holding.holder or 'nobody known'}, {holding.basis}"
