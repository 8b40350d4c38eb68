"""Who acts, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from fogline.model.span import Span

ActorKind = Literal[
    "state", "armed_group", "coalition", "civilian", "person", "organisation", "media", "igo", "ngo", "court", "unknown"
]
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it or to whom it was done. ``span`` is the words used here; ``name`` the canonical name they resolve to.

    ``id`` is the lexicon's stable identifier or ``None`` when the actor is not known; ``country`` an ISO 3166-1 alpha-2
    code; ``sector`` a PLOVER sector code (COP, GOV, MIL, REB, …).
    """

    span: Span
    name: str
    id: str | None = None
    kind: ActorKind = "unknown"
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says so. ``level`` 0 is nearest the claim; ``cue`` the words that attribute ("said", "according to")."""

    span: Span
    name: str
    id: str | None
    level: int
    cue: Span
