"""Key figures: low, best and high of each series, by whom, by which rule, and how the last value differs from those before."""

from __future__ import annotations

from fogline.brief.chosen import figures, value_of
from fogline.brief.evidence import Evidence
from fogline.brief.names import name
from fogline.brief.sentence import Grid, Line, Piece, Sentence
from fogline.brief.telling import Pieces, published, publisher, tells_day, who
from fogline.brief.wording import capital, cited
from fogline.model.incident import Heard, Toll

HEAD = ("head_figure", "head_low", "head_best", "head_high", "head_where", "head_by", "head_how")


def key_figures(evidence: Evidence) -> Grid | Line:
    """The table, or a line that says that nothing was counted."""
    rows = [row for toll in figures(evidence.situation.figures) if (row := _row(toll, evidence))]
    if not rows:
        return Line(evidence.wording.sentence("nothing"), quiet=True)
    head = tuple(evidence.wording.sentence(key) for key in HEAD)
    return Grid(head, tuple(rows), (13, 8, 8, 8, 22, 25, 18), (1, 2, 3), together=True)


def _row(toll: Toll, evidence: Evidence) -> tuple[Sentence, ...] | None:
    value = value_of(toll)
    heard = evidence.heard.get(value.claim.claim.id)
    if heard is None:
        return None
    counted = [v.claim.claim.id for v in toll.series if v.counts]
    cells = (
        what(toll, evidence),
        _bound(toll, "low"),
        _bound(toll, "best"),
        _bound(toll, "high"),
        _where(toll, heard, evidence),
        _by(heard, evidence),
        _how(toll, value.difference, evidence),
    )
    cites = (value.claim.claim.id, *counted)
    plain = (cited(pieces, counted) if i in {1, 2, 3} else cited(pieces) for i, pieces in enumerate(cells[:-1]))
    return (*plain, cited(cells[-1], cites))


def what(toll: Toll, evidence: Evidence) -> Pieces:
    """``Killed: civilians``."""
    wording = evidence.wording
    measure = capital(wording.fill(f"what_{toll.measure}"))
    groups = [wording.fill(f"people_{p}") for p in toll.population if p not in {"all", "unknown"}]
    if not groups:
        return wording.fill("figure_plain", what=measure)
    people = [p for i, group in enumerate(groups) for p in (*(wording.fill("comma") if i else ()), *group)]
    return wording.fill("figure_of", what=measure, people=people)


def _bound(toll: Toll, end: str) -> Pieces:
    number = {"low": toll.low, "best": toll.best, "high": toll.high}[end]
    plus = "+" if toll.open and end != "low" else ""
    ids = tuple(v.claim.claim.id for v in toll.series)
    return (Piece(f"{number:,}{plus}", "toll", ids, end, strong=end == "best"),)


def _where(toll: Toll, heard: Heard, evidence: Evidence) -> Pieces:
    """The place and days from the claims' own words: a place that only stands elsewhere in a report is not given."""
    wording, claim = evidence.wording, heard.stated.claim
    if toll.since and any(tells_day(v.claim.claim, wording.months) for v in toll.series):
        since = next(
            (v.claim.claim for v in toll.series if v.claim.claim.figure and v.claim.claim.figure.since == toll.since),
            None,
        )
        time = wording.fill("running_plain")
        if since:
            time = wording.fill("running", day=(wording.day(toll.since, "day", (since.id,), "since"),))
    elif toll.scope == "cumulative":
        time = wording.fill("running_plain")
    elif claim.time and claim.time.span:
        time = (wording.days(claim.time.first, claim.time.last, "day", (claim.id,)),)
    else:
        day = published(heard, evidence)
        time = wording.fill("reported_plain", day=day) if day else ()
    place = name(heard, "place", evidence) if claim.place and claim.place.span and not claim.place.inherited else ()
    return (*capital(place), *wording.fill("comma"), *time) if place and time else capital(place or time)


def _by(heard: Heard, evidence: Evidence) -> Pieces:
    speaker = who(heard, evidence) or publisher(heard)
    standing = evidence.wording.fill(f"standing_{heard.voice.standing}")
    return evidence.wording.fill("by", who=capital(speaker), standing=standing) if speaker else capital(standing)


def _how(toll: Toll, difference: str, evidence: Evidence) -> Pieces:
    wording = evidence.wording
    return wording.fill(
        "how", rule=wording.fill(f"rule_{toll.rule}"), difference=wording.fill(f"difference_{difference}")
    )
