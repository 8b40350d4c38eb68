"""How many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from fogline.model.span import Span

Measure = Literal[
    "killed", "injured", "displaced", "returned", "detained", "released", "abducted", "rescued", "missing", "trapped",
    "in_need", "affected", "troops", "strikes", "houses_destroyed", "other",
]  # fmt: skip
MEASURES: tuple[str, ...] = get_args(Measure)
Qualifier = Literal["exact", "at_least", "more_than", "at_most", "less_than", "about", "between", "vague"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
Scope = Literal["incident", "cumulative", "unknown"]
SCOPES: tuple[str, ...] = get_args(Scope)
POPULATIONS: tuple[str, ...] = (
    "all", "civilians", "children", "women", "men", "fighters", "soldiers", "police", "aid_workers", "journalists",
    "health_workers", "refugees", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people or things, with its bounds (claims.md §2). ``high`` ``None`` is unbounded.

    ``population`` is a tuple from ``POPULATIONS``; ``since`` the day from which a running toll counts, when stated.
    """

    span: Span
    measure: Measure
    low: int
    high: int | None
    qualifier: Qualifier
    population: tuple[str, ...] = ("all",)
    scope: Scope = "unknown"
    since: date | None = None
