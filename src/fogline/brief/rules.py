"""The named rules by which the words of a brief are traced: each takes a piece and says whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from fogline.brief.dates import read_days
from fogline.brief.evidence import Evidence
from fogline.brief.evidence import named as fields
from fogline.brief.sentence import Piece
from fogline.brief.wording import clean, small
from fogline.model.claim import Claim
from fogline.model.incident import Heard, Toll
from fogline.model.period import Period
from fogline.model.span import Span
from fogline.reconcile.tolls import add_up

DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEK = 7


def wording(piece: Piece, evidence: Evidence) -> bool:
    """The words are one fixed string of the language's file, its first letter large or small."""
    return small(piece.text) in evidence.fixed


def quoted(piece: Piece, evidence: Evidence) -> bool:
    """The words stand in the evidence of the claim, and the evidence stands in the document."""
    heard = _only(piece, evidence)
    if heard is None:
        return False
    claim = heard.stated.claim
    words = piece.text.removeprefix("… ").removesuffix(" …")
    return evidence.stands(claim.document, claim.evidence) and words.strip() in clean(claim.evidence.text)


def named(piece: Piece, evidence: Evidence) -> bool:
    """The words are those of the field named, of another claim of the report about the same, or the name it is resolved to."""
    heard = _only(piece, evidence)
    held = dict(fields(heard.stated.claim)).get(piece.of) if heard else None
    if heard is None or held is None or not piece.text:
        return False
    document = heard.stated.claim.document
    same = [
        other.span
        for h in evidence.documents.get(document, ())
        for _, other in fields(h.stated.claim)
        if other.span and other.id == held.id and (held.id is not None or other.name.casefold() == held.name.casefold())
    ]
    spans = [s for s in (held.span, *same) if s and evidence.stands(document, s)]
    if piece.of == "place":  # "Khan" is no name for Khan al-Assal
        spans = [s for s in spans if not evidence.is_part(document, s)]
    allowed = {clean(held.name).strip(), *(w for s in spans for w in _with_article(s, document, evidence))}
    return any(_same(piece.text, words) for words in allowed)


def day(piece: Piece, evidence: Evidence) -> bool:
    """The days are those of the claim's time, or since which its figure counts, and do not go against its time words."""
    heard = _only(piece, evidence)
    met = read_days(piece.text, evidence.wording.months)
    if heard is None or met is None:
        return False
    claim = heard.stated.claim
    if piece.of == "since":
        meant = (claim.figure.since, claim.figure.since) if claim.figure and claim.figure.since else None
    elif claim.time is None:
        meant = None
    else:
        meant = (claim.time.first, claim.time.first if piece.of == "first" else claim.time.last)
    review = heard.stated.review
    by_person = review is not None and bool({"time", "figure"} & set(review.fields))
    return met == meant and (by_person or _agrees(claim, evidence))


def figure(piece: Piece, evidence: Evidence) -> bool:
    """The words are those of the number in the document, and read again they give its bounds."""
    heard = _only(piece, evidence)
    claim = heard.stated.claim if heard else None
    if claim is None or claim.figure is None or not evidence.stands(claim.document, claim.figure.span):
        return False
    words = clean(claim.figure.span.text).strip()
    return _same(piece.text, words) and _is_reread(claim, evidence)


def value(piece: Piece, evidence: Evidence) -> bool:
    """The digits are a bound of the claim's figure, read again from its words."""
    heard = _only(piece, evidence)
    if heard is None or heard.stated.claim.figure is None or not _holds(heard, evidence):
        return False
    low, high = heard.stated.claim.figure.low, heard.stated.claim.figure.high
    return _whole(piece.text) in {low, high}


def corrected(piece: Piece, evidence: Evidence) -> bool:
    """The digits are the bounds that a person put in place of the machine's."""
    heard = _only(piece, evidence)
    if heard is None or heard.stated.claim.figure is None or not _is_corrected(heard):
        return False
    low, high = heard.stated.claim.figure.low, heard.stated.claim.figure.high
    written = [_whole(part) for part in piece.text.removesuffix("+").split("–")]
    return written == ([low] if low == high or high is None else [low, high]) and piece.text.endswith("+") == (
        high is None
    )


def toll(piece: Piece, evidence: Evidence) -> bool:
    """The digits are low, best or high of a series whose values hold, added up anew by the rule asked for."""
    held = series(piece, evidence)
    if held is None or not all(_is_valued(v.claim.claim.id, (v.low, v.high), evidence) for v in held.series):
        return False
    total = add_up(held.series, evidence.standings, held.rule)
    bounds = {"low": total.low, "best": total.best, "high": total.high}
    open_ = piece.text.endswith("+")
    return _whole(piece.text.removesuffix("+")) == bounds.get(piece.of) and (not open_ or total.open)


def series(piece: Piece, evidence: Evidence) -> Toll | None:
    """The series of exactly these claims."""
    ids = set(piece.claims)
    return next((t for t in evidence.situation.figures if {v.claim.claim.id for v in t.series} == ids), None)


def counting(piece: Piece, evidence: Evidence) -> Set[str]:
    """The claims of a series whose values count."""
    held = series(piece, evidence)
    return {v.claim.claim.id for v in held.series if v.counts} if held else set(piece.claims)


def count(piece: Piece, evidence: Evidence) -> bool:
    """The digits say how many of the kind the situation holds, or how many are listed here."""
    counted = COUNTS.get(piece.of)
    return counted is not None and _whole(piece.text) == counted(piece, evidence)


def status(piece: Piece, evidence: Evidence) -> bool:
    """The words are those for the status of the incident."""
    standing = {m.incident: m.status for m in evidence.situation.timeline}
    met = [standing.get(i) for i in piece.claims]
    return len(met) == 1 and piece.text == evidence.wording.phrases.get(f"status_of_{met[0]}")


def publisher(piece: Piece, evidence: Evidence) -> bool:
    """The name is the publisher of the report."""
    heard = _only(piece, evidence)
    return bool(heard and heard.stated.source.publisher) and _same(piece.text, clean(_publisher(heard)).strip())


def published(piece: Piece, evidence: Evidence) -> bool:
    """The day is the one on which the report was published, as stored with it."""
    heard = _only(piece, evidence)
    met = read_days(piece.text, evidence.wording.months)
    known = heard.stated.source.known if heard and heard.stated.source.published else None
    return met is not None and known is not None and met == (known, known)


def asked(piece: Piece, evidence: Evidence) -> bool:
    """The place or day is the reader's own."""
    meant = evidence.situation.asked
    if piece.of == "place":
        return meant.place is not None and piece.text == clean(meant.place).strip()
    met = read_days(piece.text, evidence.wording.months)
    wanted = {"first": meant.window.first, "last": meant.window.last, "known": meant.as_known}.get(piece.of)
    return wanted is not None and met == (wanted, wanted)


def span(piece: Piece, evidence: Evidence) -> bool:
    """The offsets or the document of the claim's evidence, which stands there."""
    heard = _only(piece, evidence)
    if heard is None or not evidence.stands(heard.stated.claim.document, heard.stated.claim.evidence):
        return False
    claim = heard.stated.claim
    wanted = {"document": claim.document, "start": str(claim.evidence.start), "end": str(claim.evidence.end)}
    return piece.text == wanted.get(piece.of)


COUNTS: dict[str, Callable[[Piece, Evidence], int]] = {
    "incidents": lambda _, e: len(e.situation.timeline),
    "single_origin": lambda _, e: _with_status(e, "single_origin"),
    "contested": lambda _, e: _with_status(e, "contested"),
    "denied_only": lambda _, e: _with_status(e, "denied_only"),
    "documents": lambda _, e: len(e.situation.sources.documents),
    "publishers": lambda _, e: len([name for name, _ in e.situation.sources.publishers if name]),
    "origins": lambda _, e: len(e.situation.sources.origins),
    "copies": lambda _, e: len(e.situation.sources.copies),
    "refused": lambda _, e: len(e.situation.sources.refused),
    "told": lambda p, e: len(set(p.claims) & {m.incident for m in e.situation.timeline}),
    "voices": lambda p, e: len({v for i in e.situation.incidents if i.id in p.claims for v in i.voices}),
    "places": lambda p, e: len(set(p.claims) & set(e.heard)),
}


def _with_status(evidence: Evidence, status: str) -> int:
    return sum(m.status == status for m in evidence.situation.timeline)


def _only(piece: Piece, evidence: Evidence) -> Heard | None:
    """The one claim that a piece rests on."""
    return evidence.heard.get(piece.claims[0]) if len(piece.claims) == 1 else None


def _publisher(heard: Heard | None) -> str:
    return (heard.stated.source.publisher if heard else None) or ""


def _same(text: str, words: str) -> bool:
    return bool(text) and text[:1].casefold() == words[:1].casefold() and text[1:] == words[1:]


def _with_article(held: Span, document: str, evidence: Evidence) -> Iterator[str]:
    words = clean(held.text)
    yield words
    if evidence.before(document, held).lower() == "the ":
        yield f"the {words}"


def _whole(text: str) -> int | None:
    plain = text.replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None


def _is_corrected(heard: Heard) -> bool:
    review = heard.stated.review
    return review is not None and bool({"figure"} & set(review.fields) or review.status == "missed")


def _holds(heard: Heard, evidence: Evidence) -> bool:
    return _is_corrected(heard) or _is_reread(heard.stated.claim, evidence)


def _is_reread(claim: Claim, evidence: Evidence) -> bool:
    held = claim.figure
    if held is None or not evidence.stands(claim.document, held.span):
        return False
    return evidence.numbers.agrees(held.span.text, held.low, held.high)


def _is_valued(claim_id: str, bounds: tuple[int, int | None], evidence: Evidence) -> bool:
    heard = evidence.heard.get(claim_id)
    held = heard.stated.claim.figure if heard else None
    return heard is not None and held is not None and (held.low, held.high) == bounds and _holds(heard, evidence)


def _agrees(claim: Claim, evidence: Evidence) -> bool:
    """Whether the time stands in the document and its weekday, day and year are those of an end of the days meant."""
    time = claim.time
    if time is None or time.span is None:
        return claim.figure is not None or time is not None
    return evidence.stands(claim.document, time.span) and _fits(time, evidence)


def _fits(time: Period, evidence: Evidence) -> bool:
    words = time.span.text.casefold() if time.span else ""
    ends = (time.first, time.last)
    weekdays = {i for i, day_name in enumerate(DAY_NAMES) if day_name in words}
    told = read_days(time.span.text if time.span else "", evidence.wording.months, ends[0].year)
    if weekdays and (ends[1] - ends[0]).days < WEEK and not weekdays & {d.weekday() for d in ends}:
        return False
    return told is None or bool({(d.month, d.day) for d in told} & {(d.month, d.day) for d in ends})
