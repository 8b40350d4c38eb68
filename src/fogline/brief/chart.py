"""The step chart of a brief: the values of one figure on the days they became known, a line a speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from fogline.brief.chosen import figures
from fogline.brief.evidence import Evidence
from fogline.brief.figures import what
from fogline.brief.sentence import Drawing, Piece, Sentence
from fogline.brief.svg import label, svg
from fogline.brief.telling import Pieces, publisher, who
from fogline.brief.wording import capital, cited
from fogline.model.incident import Toll, Value

WIDTH, HEIGHT, EDGE, FOOT = 400, 250, 30, 26
ELSEWHERE = {"subset", "other_scope", "other_place", "other_period", "repeat"}  # values of something else
DASHES = ("none", "6 3", "2 2")
ENOUGH = 2  # days: fewer make no line
STEPS = 8  # values told in words


def step_chart(evidence: Evidence) -> Drawing | None:
    """The chart of the key figure with the most days; ``None`` where none was given on three days."""
    shown_figures = figures(evidence.situation.figures)
    charted = [(values, toll) for toll in shown_figures if len(_days(values := _values(toll))) > ENOUGH]
    if not charted:
        return None
    values, toll = max(charted, key=lambda c: (len(_days(c[0])), c[1].best, -len(c[1].population)))
    spoken: dict[str, list[Value]] = defaultdict(list)
    for value in values:
        spoken[value.voice.name].append(value)
    lines = sorted(spoken.values(), key=lambda held: (-len(held), held[0].voice.name))[: len(DASHES)]
    shown = [v for line in lines for v in line]
    drawn, labels = _drawn(lines, evidence)
    measure, speaker = what(toll, evidence), _speaker(lines[0][0], evidence)
    steps = _steps(lines[0], evidence)
    cites = tuple(v.claim.claim.id for v in shown)
    return Drawing(
        name="chart",
        svg=svg(drawn, WIDTH, HEIGHT),
        labels=labels,
        alt=cited(evidence.wording.fill("chart_alt", what=_small(measure), who=speaker, steps=steps)),
        caption=cited(evidence.wording.fill("chart_caption", what=measure, who=speaker), cites),
    )


def _values(toll: Toll) -> list[Value]:
    held = [v for v in toll.series if v.difference not in ELSEWHERE]
    return sorted(held, key=lambda v: (v.on, v.claim.claim.id))


def _days(values: Sequence[Value]) -> set[date]:
    return {v.on for v in values}


def _drawn(lines: Sequence[Sequence[Value]], evidence: Evidence) -> tuple[list[str], tuple[Sentence, ...]]:
    shown = [v for line in lines for v in line]
    first, last = min(_days(shown)), max(_days(shown))
    top = max(*(v.low for v in shown), 1)
    shapes = [f'<path d="M{EDGE} {HEIGHT - FOOT}H{WIDTH - EDGE}" stroke="#555" stroke-width="1"/>']
    labels: list[Sentence] = []
    for line, dash in zip(lines, DASHES, strict=False):
        points = [_at(v, first, last, top) for v in line]
        path = f"M{points[0][0]} {points[0][1]}" + "".join(f"H{x}V{y}" for x, y in points[1:]) + f"H{WIDTH - EDGE}"
        shapes.append(f'<path d="{path}" fill="none" stroke="#8a1c1c" stroke-width="1.6" stroke-dasharray="{dash}"/>')
        for value, (x, y) in zip(line, points, strict=True):
            sentence = cited((_digits(value),))
            labels.append(sentence)
            shapes += [f'<circle cx="{x}" cy="{y}" r="2.6" fill="#8a1c1c"/>', label(sentence.text, x, y - 6, "middle")]
    for day, x, anchor in ((first, EDGE, "start"), (last, WIDTH - EDGE, "end")):
        value = next(v for v in shown if v.on == day)
        sentence = cited((evidence.wording.day(day, "published", (value.claim.claim.id,)),))
        labels.append(sentence)
        shapes.append(label(sentence.text, x, HEIGHT - 8, anchor))
    return shapes, tuple(labels)


def _at(value: Value, first: date, last: date, top: int) -> tuple[float, float]:
    x = EDGE + (WIDTH - 2 * EDGE) * (value.on - first).days / (last - first).days
    y = HEIGHT - FOOT - (HEIGHT - FOOT - 24) * value.low / top
    return round(x, 1), round(y, 1)


def _digits(value: Value) -> Piece:
    return Piece(f"{value.low:,}", "value", (value.claim.claim.id,))


def _speaker(value: Value, evidence: Evidence) -> Pieces:
    heard = evidence.heard[value.claim.claim.id]
    return who(heard, evidence) or publisher(heard) or capital(evidence.wording.fill("standing_unnamed"))


def _steps(line: Sequence[Value], evidence: Evidence) -> Pieces:
    wording = evidence.wording
    pieces: list[Piece] = []
    for i, value in enumerate(line[-STEPS:]):
        day = wording.day(value.on, "published", (value.claim.claim.id,))
        pieces += [*(wording.fill("comma") if i else ()), *wording.fill("step", number=(_digits(value),), day=(day,))]
    return tuple(pieces)


def _small(pieces: Pieces) -> Pieces:
    first = pieces[0]
    return (Piece(first.text[:1].lower() + first.text[1:], first.rule, first.claims, first.of), *pieces[1:])
