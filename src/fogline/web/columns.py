"""The columns of every list: what is shown, sorted by and downloaded."""

from __future__ import annotations

from datetime import date

from fogline.model.claim import Claim
from fogline.model.incident import Episode, Heard, Holding, Incident, Toll
from fogline.model.issue import Issue
from fogline.model.stated import Source, Stated
from fogline.situation.network import Edge
from fogline.situation.timeline import Moment
from fogline.web import words
from fogline.web.listing import Cell, Column
from fogline.web.names import Name
from fogline.web.question import Question, address, path_of

SENTENCE = 220  # characters of a sentence in a list


def claims(asked: Question) -> tuple[Column[Stated], ...]:
    """Claims: what, who, whom, where, when, who says so, the sentence."""
    return (
        Column("day", "Day", lambda s: days(s.claim), "day"),
        Column("kind", "Kind", lambda s: Cell(s.claim.kind)),
        Column("what", "What", lambda s: Cell(words.told(s.claim), f"/claim/{s.claim.id}", s.claim.stance == "denied")),
        Column("agents", "Who", lambda s: Cell(", ".join(a.name for a in s.claim.agents))),
        Column("targets", "To whom", lambda s: Cell(", ".join(a.name for a in s.claim.targets))),
        Column("place", "Where", lambda s: place(s.claim, asked)),
        Column("speaker", "Who says so", speaker),
        Column("publisher", "Publisher", lambda s: source(s.source.publisher, asked)),
        Column("sentence", "Sentence", sentence),
    )


def heard(asked: Question) -> tuple[Column[Heard], ...]:
    """Claims of a situation: as ``claims``, with the voice that vouches."""
    plain = {c.name: c for c in claims(asked)}

    def of(name: str) -> Column[Heard]:
        column = plain[name]
        return Column(name, column.label, lambda h: column.cell(h.stated), column.kind)

    voice: Column[Heard] = Column("voice", "Who says so", lambda h: Cell(h.voice.name))
    standing: Column[Heard] = Column(
        "standing", "Standing", lambda h: Cell(h.voice.standing, warn=h.voice.standing == "party")
    )
    names = ("day", "what", "agents", "targets", "place")
    return (*(of(n) for n in names), voice, standing, of("publisher"), of("sentence"))


def documents(asked: Question) -> tuple[Column[Source], ...]:
    """Documents: when known, who published, the title, the text it copies."""
    return (
        Column("known", "Known", lambda s: day(s.known), "day"),
        Column("publisher", "Publisher", lambda s: source(s.publisher, asked)),
        Column("title", "Title", lambda s: Cell(s.title or s.id, f"/document/{s.id}")),
        Column("language", "Language", lambda s: Cell(s.language or "")),
        Column("agency", "Agency", lambda s: Cell(s.agency or "")),
        Column("copy_of", "Copy of", copy),
    )


def incidents(asked: Question) -> tuple[Column[Incident], ...]:
    """Incidents: when, what, where, how well attested."""
    return (
        Column("first", "Day", lambda i: day(i.first, i.last), "day"),
        Column("lane", "Lane", lambda i: Cell(i.lane)),
        Column("title", "What", lambda i: Cell(i.title, asked.address(f"/incident/{i.id}"))),
        Column("place", "Where", lambda i: Cell(i.place.name if i.place else "")),
        Column("status", "Standing", lambda i: Cell(i.status.replace("_", " "), warn=i.status == "contested")),
        Column("voices", "Voices", lambda i: Cell(str(len(i.voices)), value=len(i.voices)), "number"),
        Column("claims", "Claims", lambda i: Cell(str(len(i.claims)), value=len(i.claims)), "number"),
    )


def episodes(asked: Question) -> tuple[Column[Episode], ...]:
    """Courses of events that hold incidents."""
    return (
        Column("first", "Days", lambda e: day(e.first, e.last), "day"),
        Column("title", "What", lambda e: Cell(e.title, asked.address(f"/episode/{e.id}"))),
        Column("place", "Where", lambda e: Cell(e.place.name if e.place else "")),
        Column("incidents", "Incidents", lambda e: Cell(str(len(e.incidents)), value=len(e.incidents)), "number"),
        Column("claims", "Claims", lambda e: Cell(str(len(e.claims)), value=len(e.claims)), "number"),
    )


def figures(asked: Question) -> tuple[Column[Toll], ...]:
    """Figures: low, best, high of every series, and where their values stand."""
    return (
        Column("measure", "What", lambda t: Cell(words.of_whom(t), toll_address(t, asked))),
        Column("place", "Where", lambda t: Cell(t.place.name if t.place else "")),
        Column("scope", "Scope", lambda t: Cell(t.scope)),
        Column("since", "Since", lambda t: day(t.since), "day"),
        Column("low", "Low", lambda t: Cell(f"{t.low:,}", value=t.low), "number"),
        Column("best", "Best", lambda t: Cell(words.number(t.best, t.best, open_=t.open), value=t.best), "number"),
        Column("high", "High", lambda t: Cell(words.number(t.high, t.high, open_=t.open), value=t.high), "number"),
        Column("values", "Values", lambda t: Cell(str(len(t.series)), value=len(t.series)), "number"),
        Column("basis", "How best was chosen", lambda t: Cell(t.basis)),
    )


def control(asked: Question) -> tuple[Column[Holding], ...]:
    """Who holds what."""
    return (
        Column(
            "place", "Place", lambda h: Cell(h.place.name, asked.address(path_of("place", h.place.id or h.place.name)))
        ),
        Column("status", "State", lambda h: Cell(h.status.replace("_", " "), warn=h.status == "contested")),
        Column("basis", "Basis", lambda h: Cell(h.basis)),
        Column("holder", "Holder", lambda h: Cell(h.holder or "")),
        Column("since", "Since", lambda h: day(h.since), "day"),
        Column("claims", "Claims", lambda h: Cell(str(len(h.claims)), value=len(h.claims)), "number"),
    )


def moments(asked: Question) -> tuple[Column[Moment], ...]:
    """The timeline."""
    return (
        Column("day", "Day", lambda m: day(m.day, m.until), "day"),
        Column("lane", "Lane", lambda m: Cell(m.lane)),
        Column("title", "What", lambda m: Cell(m.title, asked.address(f"/incident/{m.incident}"))),
        Column("status", "Standing", lambda m: Cell(m.status.replace("_", " "), warn=m.status == "contested")),
    )


def names(path: str, asked: Question) -> tuple[Column[Name], ...]:
    """Actors, places or publishers with the number of their claims."""
    return (
        Column("name", "Name", lambda n: Cell(n.name, asked.address(path_of(path, n.key)))),
        Column("kind", "Kind", lambda n: Cell(n.kind)),
        Column("country", "Country", lambda n: Cell(n.country or "")),
        Column("claims", "Claims", lambda n: Cell(f"{n.count:,}", value=n.count), "number"),
        Column("last", "Last told", lambda n: day(n.last), "day"),
    )


def edges(nodes: dict[str, str], asked: Question) -> tuple[Column[Edge], ...]:
    """Relations between actors."""
    return (
        Column("source", "Who", lambda e: Cell(nodes[e.source], asked.address(path_of("actor", e.source)))),
        Column("type", "Relation", lambda e: Cell(e.type.replace("_", " "))),
        Column("target", "Whom", lambda e: Cell(nodes[e.target], asked.address(path_of("actor", e.target)))),
        Column("first", "Told", lambda e: day(e.first, e.last), "day"),
        Column(
            "claims",
            "Claims",
            lambda e: Cell(str(len(e.claims)), f"/claim/{e.claims[0]}", value=len(e.claims)),
            "number",
        ),
    )


def issues() -> tuple[Column[Issue], ...]:
    """What was refused or left unresolved."""
    return (
        Column("stage", "Step", lambda i: Cell(i.stage)),
        Column(
            "code", "What", lambda i: Cell(i.code.replace("_", " "), address("/issues", {"code": i.code}), value=i.code)
        ),
        Column("message", "Why", lambda i: Cell(i.message)),
        Column("document", "Document", lambda i: Cell(i.document, spot(i) if i.document else None)),
    )


def day(first: date | None, last: date | None = None) -> Cell:
    """A day or a range; downloads and sorts as the ISO day."""
    if first is None:
        return Cell("")
    until = f"–{words.day(last)}" if last and last != first else ""
    return Cell(words.day(first) + until, value=first.isoformat())


def days(claim: Claim) -> Cell:
    """The time a claim tells."""
    return day(claim.time.first, claim.time.last) if claim.time else Cell("")


def place(claim: Claim, asked: Question) -> Cell:
    """The place a claim tells."""
    where = claim.place
    return Cell(where.name, asked.address(path_of("place", where.id or where.name))) if where else Cell("")


def speaker(stated: Stated) -> Cell:
    """Who is quoted; nobody quoted means the publication itself."""
    names = [s.name for s in stated.claim.attribution]
    return Cell(" < ".join(names))


def source(publisher: str | None, asked: Question) -> Cell:
    """A publisher."""
    return Cell(publisher, asked.address(path_of("source", publisher))) if publisher else Cell("")


def sentence(stated: Stated) -> Cell:
    """The evidence, shortened on the page and whole in the download."""
    text = stated.claim.evidence.text
    shown = text if len(text) <= SENTENCE else text[: SENTENCE - 1] + "…"
    return Cell(shown, evidence_address(stated.claim), value=text)


def copy(document: Source) -> Cell:
    """The earlier document of the same text."""
    return Cell(document.origin, f"/document/{document.origin}") if document.origin != document.id else Cell("")


def evidence_address(claim: Claim) -> str:
    """Where the sentence stands in its document."""
    return f"/document/{claim.document}#s{claim.evidence.start}-{claim.evidence.end}"


def spot(issue: Issue) -> str:
    """Where an issue stands in its document."""
    if issue.span is None:
        return f"/document/{issue.document}"
    span = f"{issue.span.start}-{issue.span.end}"
    return address(f"/document/{issue.document}", {"span": span}) + f"#s{span}"


def toll_address(toll: Toll, asked: Question) -> str:
    """The incident of a figure, else its last claim."""
    return asked.address(f"/incident/{toll.incident}") if toll.incident else f"/claim/{toll.series[-1].claim.claim.id}"
