"""What is contested, each dispute in two columns, and how much rests on one voice."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.brief.chosen import lead
from fogline.brief.clauses import about, is_plain_control
from fogline.brief.evidence import Evidence
from fogline.brief.names import name
from fogline.brief.sentence import Block, Grid, Line, Piece, Sentence
from fogline.brief.telling import Pieces, published, publisher, quoted, who
from fogline.brief.wording import capital, cited
from fogline.model.incident import Contradiction, Heard

DISPUTES, POSITIONS = 4, 3


def contested(evidence: Evidence) -> tuple[Block, ...]:
    """Each open contradiction, then the count of what is unverified."""
    wording = evidence.wording
    found: list[Block] = []
    denials = [d for d in evidence.situation.contested if d.sort == "denial"]  # counts apart stand in the key figures
    for dispute in denials[:DISPUTES]:
        found += [Line(_about(dispute, evidence)), _columns(dispute, evidence)]
    if not found:
        found.append(Line(wording.sentence("no_disputes"), quiet=True))
    return (*found, Line(_unverified(evidence)))


def _about(dispute: Contradiction, evidence: Evidence) -> Sentence:
    """``Whether the army withdrew from Homs``, else only where."""
    wording = evidence.wording
    plain = [h for h in (*dispute.denied, *dispute.affirmed) if is_plain_control(h, evidence)]
    if plain:
        return cited(wording.fill("dispute", clause=about(plain[0], evidence)))
    placed = [h for h in (*dispute.denied, *dispute.affirmed) if (p := h.stated.claim.place) and p.span]
    if placed:
        return cited(wording.fill("dispute_in", place=name(placed[0], "place", evidence)))
    return wording.sentence("dispute_plain")


def _columns(dispute: Contradiction, evidence: Evidence) -> Grid:
    so, not_so = _positions(dispute.affirmed, evidence), _positions(dispute.denied, evidence)
    blank = Sentence(())
    rows = [
        (so[i] if i < len(so) else blank, not_so[i] if i < len(not_so) else blank)
        for i in range(max(len(so), len(not_so)))
    ]
    head = (evidence.wording.sentence("head_so"), evidence.wording.sentence("head_not"))
    return Grid(head, tuple(rows), (50, 50))


def _positions(held: Iterable[Heard], evidence: Evidence) -> list[Sentence]:
    """The best claim of each voice, with its words and whether it is a party."""
    voices: dict[str, list[Heard]] = {}
    for heard in held:
        voices.setdefault(heard.voice.key, []).append(heard)
    best = [h for claims in voices.values() if (h := lead(claims, evidence))]
    ordered = sorted(best, key=lambda h: (h.stated.source.known, h.stated.claim.id))
    return [cited(_position(h, evidence)) for h in ordered[:POSITIONS]]


def _position(heard: Heard, evidence: Evidence) -> Pieces:
    wording = evidence.wording
    voice = capital(who(heard, evidence) or publisher(heard) or wording.fill("dispute_plain"))
    party = wording.fill("party") if heard.voice.standing == "party" else ()
    day = published(heard, evidence)
    dated = (*wording.fill("comma"), *day) if day else ()
    words = wording.fill("quote", words=quoted(heard, evidence))
    return (*wording.fill("said", who=(*voice, *party, *dated)), *words)


def _unverified(evidence: Evidence) -> Sentence:
    def counted(of: str) -> Pieces:
        statuses = [m.status for m in evidence.situation.timeline]
        number = len(statuses) if of == "incidents" else statuses.count(of)  # type: ignore[arg-type]  # a status by name
        return (Piece(str(number), "count", (), of),)

    return evidence.wording.sentence(
        "unverified",
        number=counted("single_origin"),
        all=counted("incidents"),
        contested=counted("contested"),
        denied=counted("denied_only"),
    )
