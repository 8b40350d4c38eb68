"""From drafts to claims in the order of the text: background marked, ids given, sub-counts linked, confidence set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.claims.confidence import ranked
from fogline.model.claim import Claim
from fogline.model.record import identified
from fogline.model.sentence import Sentence
from fogline.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim without its id, with the sentence and the predicate token that tell it; ``total`` is the position of its total."""

    claim: Claim
    sentence: Sentence
    predicate: int
    total: int | None = None


def in_order(drafts: Sequence[Draft]) -> list[int]:
    """The positions of the drafts in the order of the text."""
    return sorted(
        range(len(drafts)), key=lambda n: (_focus(drafts[n].claim), drafts[n].claim.kind, drafts[n].claim.type, n)
    )


def finished(drafts: Sequence[Draft], backdrop: Sequence[bool]) -> tuple[Claim, ...]:
    """The claims of the drafts; ``backdrop`` says for each, in the same order, whether it is history told as background."""
    claims = [identified(replace(d.claim, backdrop=b)) for d, b in zip(drafts, backdrop, strict=True)]
    linked = [ranked(_linked(claim, draft, claims)) for claim, draft in zip(claims, drafts, strict=True)]
    return tuple({linked[n].id: linked[n] for n in in_order(drafts)}.values())


def _linked(claim: Claim, draft: Draft, claims: Sequence[Claim]) -> Claim:
    total = claims[draft.total] if draft.total is not None else None
    return replace(claim, subset_of=total.id) if total and total.id != claim.id else claim


def _focus(claim: Claim) -> tuple[Span, Span]:
    return claim.evidence, claim.figure.span if claim.figure else claim.trigger
