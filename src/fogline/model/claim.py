"""The claim: in a document, in these words, this speaker says that this is so (design: docs/claims-and-evidence.md)."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model.actor import Actor, Speaker
from fogline.model.comparison import Comparison, Extent
from fogline.model.figure import Figure
from fogline.model.mention import ClaimKind, Modality, Stance
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.span import Span

CONTROL_TYPES = (
    "enters", "holds", "takes", "loses", "withdraws_from", "besieges", "advances_on", "contests",
)  # fmt: skip
RELATION_TYPES = (
    "part_of", "formed", "allied_with", "backs", "fights", "leads", "speaks_for", "split_from",
)  # fmt: skip
ASSESSMENT_TYPES = (
    "escalation", "de_escalation", "stalemate", "phase", "risk", "outlook", "humanitarian_concern", "comparison",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """What a document says, in full. Every field is explained in docs/claims-and-evidence.md.

    ``attribution`` empty means that the publication itself asserts it. ``confidence`` is the probability that every field
    is right. ``rule`` names the rule that produced the claim.
    """

    id: str
    document: str
    evidence: Span
    kind: ClaimKind
    type: str
    trigger: Span
    confidence: float
    rule: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    agents: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    place: Place | None = None
    time: Period | None = None
    figure: Figure | None = None
    stance: Stance = "affirmed"
    modality: Modality = "actual"
    backdrop: bool = False
    extent: Extent | None = None
    comparison: Comparison | None = None
    subset_of: str | None = None
    attribution: tuple[Speaker, ...] = ()
