"""How values are written on a page: numbers, days, marked sentences; text from reports without invisible controls."""

from __future__ import annotations

import unicodedata
from datetime import date

from markupsafe import Markup

from fogline.model.claim import Claim
from fogline.model.incident import Toll
from fogline.model.span import Span
from fogline.situation.coverage import Coverage

Piece = tuple[str, bool]


def clean(value: object) -> object:
    """Text without control and bidirectional-override characters; anything else, and finished markup, as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    if value.isascii() and value.isprintable():
        return value
    return "".join(c if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} else " " for c in value)


def number(low: int, high: int | None, *, open_: bool = False) -> str:
    """``255``, ``14,001+``, ``0–300``."""
    if high is None or (open_ and low == high):
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def of_whom(toll: Toll) -> str:
    """The measure with the people counted: ``killed (civilians)``."""
    return people(toll.measure, toll.population)


def people(measure: str, population: tuple[str, ...]) -> str:
    """A measure with the people counted, plain "people" left out."""
    told = [p.replace("_", " ") for p in population if p != "all"]
    name = measure.replace("_", " ")
    return f"{name} ({', '.join(told)})" if told else name


def spoken(toll: Toll) -> str:
    """Who gave the best value, latest first; else the last to speak."""
    counted = [v for v in toll.series if v.counts] or list(toll.series)
    best = [v for v in counted if toll.best in {v.low, v.high}] or counted
    return max(best, key=lambda v: (v.on, v.voice.name)).voice.name


def scope(toll: Toll, incident: str | None) -> str:
    """What the figure counts: ``running total since 27 Nov``, ``one incident: Strike on Idlib``."""
    names = {"cumulative": "running total", "incident": "one incident"}
    since = f" since {short(toll.since)}" if toll.since else ""
    return names.get(toll.scope, "scope not told") + since + (f": {incident}" if incident else "")


def day(value: date | None) -> str:
    """``1 December 2024``."""
    return f"{value.day} {value:%B %Y}" if value else "day not told"


def short(value: date | None) -> str:
    """``1 Dec``."""
    return f"{value.day} {value:%b}" if value else "–"


def pieces(claim: Claim) -> tuple[Piece, ...]:
    """The evidence in pieces, the words of trigger and figure marked."""
    return marked(claim, claim.trigger, *([claim.figure.span] if claim.figure else []))


def marked(claim: Claim, *spans: Span) -> tuple[Piece, ...]:
    """The evidence in pieces, the words of the spans marked as far as they stand in it."""
    text, start = claim.evidence.text, claim.evidence.start
    lit = [False] * len(text)
    for span in spans:
        for i in range(max(span.start - start, 0), min(span.end - start, len(text))):
            lit[i] = True
    found: list[Piece] = []
    first = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or lit[i] != lit[first]:
            found.append((text[first:i], lit[first]))
            first = i
    return tuple(found)


def told(claim: Claim) -> str:
    """Type, sense and number in a few words."""
    marks = [kind(claim)]
    marks[1:1] = [number(claim.figure.low, claim.figure.high)] if claim.figure else []
    return " · ".join(marks)


def kind(claim: Claim) -> str:
    """Type and sense, and what qualifies them: ``assault · aerial · denied``."""
    marks = [claim.type.replace("_", " ").lower()]
    marks += [claim.mode.replace("_", " ")] if claim.mode else []
    marks += [claim.modality] if claim.modality != "actual" else []
    marks += ["denied"] if claim.stance == "denied" else []
    marks += ["background"] if claim.backdrop else []
    return " · ".join(marks)


def days(first: date, last: date) -> str:
    """``1 December 2024``, ``1–3 December 2024``, ``30 November – 2 December 2024``."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    start = f"{first.day} {first:%B}" if first.year == last.year else day(first)
    return f"{start} – {day(last)}"


def counts(sources: Coverage) -> str:
    """How many documents, publishers, voices, copies and refusals."""
    return (
        f"{len(sources.documents)} documents of {len(sources.publishers)} publishers; {len(sources.origins)} independent "
        f"origins; copies folded: {len(sources.copies)}; refused: {len(sources.refused)}."
    )
