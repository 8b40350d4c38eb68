"""Whether two claims are about one happening, as a person or a rule judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one comparison of two claims found: its name, a score 0–1, its weight and a sentence."""

    name: str
    score: float
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two claims (ids, the smaller first). A person's judgement is never overridden by a rule's.

    ``at`` is the instant of recording, of a stored judgement.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    person: bool
    because: str
    score: float | None = None
    findings: tuple[Finding, ...] = ()
    at: str | None = None
