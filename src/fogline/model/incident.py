"""What claims add up to: voices, incidents, tolls, holdings of ground, contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fogline.model.figure import Scope
from fogline.model.judgement import Judgement
from fogline.model.place import Place
from fogline.model.stated import Stated

Standing = Literal["uninvolved", "official", "local", "medium", "party", "unnamed"]
Lane = Literal["ground", "control", "humanitarian", "diplomacy", "law"]
Status = Literal["single_origin", "corroborated", "contested", "denied_only", "retracted"]
Difference = Literal[
    "first", "repeat", "later_count", "revision", "subset", "other_scope", "other_place", "other_period", "rounding",
    "contradiction",
]  # fmt: skip
Rule = Literal["ucdp", "conservative"]
HoldingStatus = Literal["held", "contested", "changed_hands", "unknown"]
Basis = Literal["claimed", "confirmed"]
Given = Literal["news", "passing", "definite"]
TollOf = Literal["", "deed", "fighting"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who vouches for a claim: one independent origin. ``key`` tells two voices apart, ``side`` whose party it speaks for."""

    key: str
    name: str
    standing: Standing
    side: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim with the voice that vouches for it, and the sides of its agents and targets.

    ``given`` tells whether it is news or speaks of a happening taken as known; ``toll_of`` whether a running toll is that of one
    deed or of one bout of fighting; ``whole`` is true for what tells a course of many days and not one happening of it. ``doer``
    is the canonical name of the first agent.
    """

    stated: Stated
    voice: Voice
    doers: frozenset[str] = frozenset()
    suffering: frozenset[str] = frozenset()
    given: Given = "news"
    toll_of: TollOf = ""
    whole: bool = False
    doer: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims about one happening. ``id`` is that of its first claim; ``first``/``last`` are ``None`` where no claim tells a time.

    ``family`` groups types that tell the same happening (an attack and its dead); ``judgements`` say why the claims are together.
    """

    id: str
    family: str
    lane: Lane
    title: str
    place: Place | None
    first: date | None
    last: date | None
    status: Status
    claims: tuple[Heard, ...]
    judgements: tuple[Judgement, ...] = ()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The independent origins, by name."""
        return tuple(sorted({h.voice for h in self.claims}, key=lambda v: (v.name, v.key)))


@dataclass(frozen=True, slots=True)
class Episode:
    """A course of events over several days that holds incidents, by id; ``claims`` tell it as a whole and are no incident."""

    id: str
    title: str
    place: Place | None
    first: date
    last: date
    incidents: tuple[str, ...]
    claims: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a series: who gave it, when it became known, and how it differs from what stood before."""

    voice: Voice
    low: int
    high: int | None
    on: date
    difference: Difference
    reason: str
    counts: bool
    claim: Stated


@dataclass(frozen=True, slots=True)
class Toll:
    """A series of values for one thing counted, and what they add up to by a named rule.

    ``open`` is true where more is possible ("at least 20", shown "20+"); ``low`` ≤ ``best`` ≤ ``high``. ``basis`` is one
    sentence on how ``best`` was chosen. ``incident`` is set where the figure belongs to one happening.
    """

    measure: str
    population: tuple[str, ...]
    place: Place | None
    country: str | None
    scope: Scope
    since: date | None
    incident: str | None
    low: int
    best: int
    high: int
    open: bool
    rule: Rule
    basis: str
    series: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """What the single incidents of a country add up to; running tolls are left out. ``without_figure`` incidents tell no number."""

    measure: str
    country: str | None
    low: int
    best: int
    high: int
    open: bool
    incidents: int
    without_figure: int


@dataclass(frozen=True, slots=True)
class Step:
    """What stood on the ground of a place from a day on."""

    day: date
    status: HoldingStatus
    basis: Basis
    holder: str | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Who is said to hold a place at the end of the window, since when, and by whose word; ``history`` day by day of change."""

    place: Place
    status: HoldingStatus
    basis: Basis
    holder: str | None
    since: date | None
    claims: tuple[Heard, ...]
    history: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """An assertion and its denial. ``resolved`` is the day on which a denier admitted it, ``admission`` with which claim.

    ``sort`` is ``figures`` where counts cannot all be right: ``affirmed`` are then those who count more, ``denied`` fewer.
    """

    about: str
    place: Place | None
    affirmed: tuple[Heard, ...]
    denied: tuple[Heard, ...]
    resolved: date | None = None
    admission: Heard | None = None
    sort: Literal["denial", "figures"] = "denial"
