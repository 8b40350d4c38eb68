"""What happened on the ground, day by day, and who is said to hold what."""

from __future__ import annotations

from fogline.brief.chosen import lead, of_ground
from fogline.brief.clauses import is_plain_control, told
from fogline.brief.evidence import Evidence
from fogline.brief.names import name, names
from fogline.brief.sentence import Block, Bullets, Grid, Line, Piece, Sentence
from fogline.brief.telling import Pieces, published, publisher, who
from fogline.brief.wording import capital, cited
from fogline.model.incident import Heard, Holding, Incident

TELLING = {"takes": 0, "loses": 1, "withdraws_from": 2, "enters": 3}  # of one happening, what says most
HOLDING = ("takes", "holds", "enters")
MOST = 10  # places in the table of control


def overview(evidence: Evidence) -> tuple[Block, ...]:
    """The incidents by day, how many are told of all, and the table of control."""
    shown = of_ground(evidence)
    if not shown:
        return (Line(evidence.wording.sentence("nothing"), quiet=True), *control(evidence))
    once: dict[str, Sentence] = {}
    for incident in shown:
        if sentence := happening(incident, evidence):
            once.setdefault(sentence.text, sentence)
    rest = evidence.wording.sentence(
        "overview_rest",
        number=(Piece(str(len(shown)), "count", tuple(i.id for i in shown), "told"),),
        all=(Piece(str(len(evidence.situation.timeline)), "count", (), "incidents"),),
    )
    return (Bullets(tuple(once.values())), Line(rest, quiet=True), *control(evidence))


def happening(incident: Incident, evidence: Evidence) -> Sentence | None:
    """One incident: its day, what is said in the words that say it best, whether it is disputed, how many voices."""
    heard = _teller(incident, evidence)
    if heard is None:
        return None
    pieces = told(heard, evidence)
    denial = _denial(heard, evidence)
    end = evidence.wording.fill("denies", who=capital(_voice(denial, evidence))) if denial else ()
    return cited((*pieces, *end, *_status(incident, evidence)))


def _teller(incident: Incident, evidence: Evidence) -> Heard | None:
    facts = [h for h in incident.claims if h.stated.claim.modality == "actual" and h.stated.claim.stance == "affirmed"]
    plain = [h for h in facts if is_plain_control(h, evidence)]
    first = min((TELLING.get(h.stated.claim.type, len(TELLING)) for h in plain), default=0)
    best = [h for h in plain if TELLING.get(h.stated.claim.type, len(TELLING)) == first]
    return lead(best or facts, evidence)


def _denial(heard: Heard, evidence: Evidence) -> Heard | None:
    """Who denies it, where the claim stands in an open contradiction and the denier is known."""
    for dispute in (d for d in evidence.situation.contested if d.sort == "denial"):
        if any(h.stated.claim.id == heard.stated.claim.id for h in dispute.affirmed):
            same = [d for d in dispute.denied if d.stated.claim.type == heard.stated.claim.type]
            denial = lead(same, evidence)
            return denial if denial and _voice(denial, evidence) else None
    return None


def _voice(heard: Heard, evidence: Evidence) -> Pieces:
    return who(heard, evidence) or publisher(heard)


def _status(incident: Incident, evidence: Evidence) -> Pieces:
    wording = evidence.wording
    if incident.status == "corroborated":
        number = Piece(str(len(incident.voices)), "count", (incident.id,), "voices")
        return wording.fill("corroborated", number=(number,))
    words = wording.phrases.get(f"status_of_{incident.status}")
    return (Piece(words, "status", (incident.id,)),) if words else ()


def control(evidence: Evidence) -> tuple[Block, ...]:
    """Who is said to hold what; nothing where nobody is said to hold anything."""
    rows = [row for h in evidence.situation.control if (row := _holding(h, evidence))][:MOST]
    if not rows:
        return ()
    wording = evidence.wording
    head = tuple(wording.sentence(k) for k in ("head_place", "head_holder", "head_status", "head_since"))
    return (Line(wording.sentence("control_intro")), Grid(head, tuple(rows), (26, 26, 22, 26), together=True))


def _holding(holding: Holding, evidence: Evidence) -> tuple[Sentence, ...] | None:
    wording = evidence.wording
    placed = [h for h in holding.claims if h.stated.claim.place and h.stated.claim.place.span]
    own = [h for h in placed if h.stated.claim.place and not h.stated.claim.place.inherited]
    if not own:
        return None
    told_by = lead(own, evidence)
    cites = (told_by.stated.claim.id,) if told_by else ()
    place = name(told_by or own[0], "place", evidence)
    status = wording.fill(
        "status", status=wording.fill(f"status_{holding.status}"), basis=wording.fill(f"basis_{holding.basis}")
    )
    holder, since = _holder(holding, evidence), _since(holding, evidence)
    day = published(told_by, evidence) if told_by else ()
    since = since or (wording.fill("reported_plain", day=day) if day else ())
    if holding.holder and not holder:
        return None
    holder = holder or wording.fill("nobody")
    return cited(capital(place)), cited(capital(holder)), cited(status), cited(since, cites)


def _holder(holding: Holding, evidence: Evidence) -> Pieces:
    """The holder in the words of the last claim that tells of its taking or holding; empty where none names it."""
    if holding.holder is None:
        return ()
    told_by = [
        h for h in holding.claims if h.stated.claim.type in HOLDING and is_plain_control(h, evidence) and _affirmed(h)
    ]
    exact = [h for h in told_by if [a.name for a in h.stated.claim.agents] == [holding.holder]]
    last = max(exact or told_by, key=lambda h: (h.stated.source.known, h.stated.claim.id), default=None)
    return names(last, "agents", evidence) if last else ()


def _affirmed(heard: Heard) -> bool:
    return heard.stated.claim.stance == "affirmed"


def _since(holding: Holding, evidence: Evidence) -> Pieces:
    for heard in holding.claims:
        time = heard.stated.claim.time
        if time and time.span and time.first == holding.since:
            return (evidence.wording.day(time.first, "day", (heard.stated.claim.id,), "first"),)
    return ()
