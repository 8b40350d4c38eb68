"""What a reader in a hurry must know: the largest counts, the latest changes of ground, the first dispute."""

from __future__ import annotations

from fogline.brief.chosen import lead, value_of
from fogline.brief.clauses import count, is_plain_control, is_plain_count, told
from fogline.brief.evidence import Evidence
from fogline.brief.sentence import Bullets, Sentence
from fogline.brief.wording import cited
from fogline.model.incident import Heard

COUNTED = ("killed", "displaced", "injured")
GROUNDS = 2


def highlights(evidence: Evidence) -> Bullets:
    """At most five sentences."""
    disputes = [d for d in evidence.situation.contested if d.sort == "denial"][:1]
    denials = [h for d in disputes if (h := lead(d.denied, evidence))]
    return Bullets((*_counts(evidence), *_grounds(evidence), *(cited(told(h, evidence)) for h in denials)))


def _counts(evidence: Evidence) -> list[Sentence]:
    """The first series of each measure, in the words of who gives its best value."""
    found: dict[str, Sentence] = {}
    for toll in evidence.situation.figures:
        heard = evidence.heard.get(value_of(toll).claim.claim.id)
        if heard and toll.measure in COUNTED and is_plain_count(heard, evidence):
            found.setdefault(toll.measure, cited(count(heard, evidence)))
    return [found[measure] for measure in COUNTED if measure in found][:GROUNDS]


def _grounds(evidence: Evidence) -> list[Sentence]:
    """The latest ground that changed hands without being in dispute."""
    settled = [h for h in evidence.situation.control if h.status in {"held", "changed_hands"} and h.since]
    latest = sorted(settled, key=lambda h: (-(h.since.toordinal() if h.since else 0), h.place.name))
    told_by = (_taking([c for c in h.claims if is_plain_control(c, evidence)]) for h in latest)
    return [cited(told(h, evidence)) for h in told_by if h][:GROUNDS]


def _taking(claims: list[Heard]) -> Heard | None:
    takings = [h for h in claims if h.stated.claim.type == "takes" and h.stated.claim.stance == "affirmed"]
    return min(takings, key=lambda h: (-h.stated.claim.confidence, h.stated.claim.id), default=None)
