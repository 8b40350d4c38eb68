"""Whether two claims are about one happening: a table of named comparisons, each with a score, a weight and a sentence.

A comparison that has nothing to compare gives no finding and does not count. A score of 0 from a comparison that ``forbids``
settles the matter: two claims that are 60 km apart are not one happening whatever else they share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fogline.model.claim import Claim
from fogline.model.incident import Heard
from fogline.model.judgement import Finding, Judgement, Verdict
from fogline.reconcile.acts import Acts
from fogline.reconcile.nearness import days_of, distance, gap, place_key, when, within

SAME = 0.75  # weighted mean from which two claims are taken for one happening
UNKNOWN = 0.3  # where one of the two does not tell
Scored = tuple[float, str] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A named question to two claims. ``ask`` gives a score 0–1 and a sentence, or nothing."""

    name: str
    weight: float
    ask: Callable[[Heard, Heard, Acts], Scored]
    forbids: bool = False


def same_place(one: Heard, two: Heard, _: Acts) -> Scored:
    """Full within a settlement, falling to nothing at 50 km; a region or country that holds the other says little."""
    a, b = one.stated.claim.place, two.stated.claim.place
    if a is None or b is None:
        return None if a is b and _together(one, two) else (UNKNOWN, "a place is missing")
    if place_key(a) == place_key(b):
        return 1.0, f"both in {a.name}"
    if within(a, b) or within(b, a):
        return 0.4, f"one says {a.name}, one {b.name}: one holds the other"
    apart = distance(a, b)
    if apart is None:
        return 0.0, f"{a.name} is not {b.name}"
    return max(0.0, 1 - apart / 50), f"{a.name} and {b.name} are {apart:.0f} km apart"


def near_in_time(one: Heard, two: Heard, _: Acts) -> Scored:
    """Full for a shared day among at most three, less for longer intervals and for neighbouring days."""
    a, b = days_of(one.stated), days_of(two.stated)
    if a is None or b is None:
        if a is b and _together(one, two):
            return None
        told = when(one.stated), when(two.stated)
        if told[0] is None or told[1] is None:
            return UNKNOWN, "an undated report tells no time"
        apart = gap(told[0], told[1])
        return (0.4, "only one tells when, told at about the same time") if apart <= 3 else (0.0, "told days apart")
    between = gap(a, b)
    if between:
        return (0.4, "on neighbouring days") if between == 1 else (0.0, f"{between} days apart")
    longest = max((a[1] - a[0]).days, (b[1] - b[0]).days)
    return (1.0, "on the same day") if longest <= 2 else (0.6, "their periods meet")


def same_act(one: Heard, two: Heard, acts: Acts) -> Scored:
    """The same type and mode; a figure tells the toll of an act of its family."""
    a, b = one.stated.claim, two.stated.claim
    told = [acts.of(claim) for claim in (a, b)]
    if told[0] is None or told[1] is None or told[0].family != told[1].family:
        return 0.0, "different kinds of act"
    if a.kind != b.kind:
        return 0.7, f"{told[0].words} and {told[1].words} can be told of one happening"
    if a.type != b.type:
        return 0.5, f"both are of the kind {told[0].family}"
    if a.mode and b.mode and a.mode != b.mode:
        return 0.2, f"{told[0].words} is not {told[1].words}"
    return 1.0, f"both tell of {told[0].words}"


def same_actors(one: Heard, two: Heard, _: Acts) -> Scored:
    """Whether those who act, and those acted upon, are on the same sides."""
    told = [(a, b) for a, b in ((one.doers, two.doers), (one.suffering, two.suffering)) if a and b]
    if not told:
        return None
    shared = sum(1 for a, b in told if a & b)
    return shared / len(told), "the same actors" if shared == len(told) else "other actors"


def figures_agree(one: Heard, two: Heard, _: Acts) -> Scored:
    """For the same measure and population: full where the ranges meet, else the smaller over the larger."""
    a, b = one.stated.claim.figure, two.stated.claim.figure
    if a is None or b is None or (a.measure, a.population) != (b.measure, b.population):
        return None
    if _meet(one.stated.claim, two.stated.claim):
        return 1.0, "their numbers agree"
    smaller, larger = sorted((a.low, b.low))
    return smaller / larger if larger else 1.0, f"{a.low} is not {b.low}"


def one_sentence(one: Heard, two: Heard, _: Acts) -> Scored:
    """A count and an act of one sentence belong together."""
    a, b = one.stated.claim, two.stated.claim
    return (1.0, "told in one sentence") if _together(one, two) and a.kind != b.kind else None


def no_own_contradiction(one: Heard, two: Heard, _: Acts) -> Scored:
    """A voice that gives two totals in one report tells of two happenings."""
    a, b = one.stated.claim, two.stated.claim
    if a.document != b.document or a.figure is None or b.figure is None or a.subset_of or b.subset_of:
        return None
    if (a.figure.measure, a.figure.population) != (b.figure.measure, b.figure.population):
        return None
    vague = "vague" in (a.figure.qualifier, b.figure.qualifier) and _meet(a, b)
    if one.voice.key != two.voice.key or a.figure.low == b.figure.low or vague:
        return None
    return 0.0, "one voice gives both numbers in one report"


def both_real(one: Heard, two: Heard, _: Acts) -> Scored:
    """What is planned, asked for or feared is not the act itself."""
    if one.stated.claim.modality == two.stated.claim.modality:
        return None
    return 0.0, "one is told as a fact, one is not"


TABLE = (
    Comparison("fact or not", 1, both_real, forbids=True),
    Comparison("same kind of act", 3, same_act, forbids=True),
    Comparison("same place", 3, same_place, forbids=True),
    Comparison("near in time", 2, near_in_time, forbids=True),
    Comparison("one report, two numbers", 1, no_own_contradiction, forbids=True),
    Comparison("same actors", 3, same_actors),
    Comparison("figures agree", 2, figures_agree),
    Comparison("one sentence", 4, one_sentence),
)


def judge(one: Heard, two: Heard, acts: Acts) -> Judgement:
    """The verdict of the table, with the findings behind it, up to the first that settles the matter."""
    left, right = sorted((one, two), key=lambda h: h.stated.claim.id)
    findings, forbidden = [], False
    for comparison in TABLE:
        scored = comparison.ask(left, right, acts)
        if scored is not None:
            findings.append(Finding(comparison.name, round(scored[0], 3), comparison.weight, scored[1]))
            if comparison.forbids and scored[0] == 0:
                forbidden = True
                break
    weight = sum(f.weight for f in findings)
    score = 0.0 if forbidden or not weight else sum(f.score * f.weight for f in findings) / weight
    verdict: Verdict = "same" if score >= SAME else "different"
    because = "; ".join(f.reason for f in findings)
    return Judgement(
        left=left.stated.claim.id,
        right=right.stated.claim.id,
        verdict=verdict,
        by="reconcile.compare",
        person=False,
        because=because,
        score=round(score, 3),
        findings=tuple(findings),
    )


def _together(one: Heard, two: Heard) -> bool:
    a, b = one.stated.claim, two.stated.claim
    return a.document == b.document and a.evidence == b.evidence


def _meet(a: Claim, b: Claim) -> bool:
    if a.figure is None or b.figure is None:
        return False
    tops = [f.high if f.high is not None else max(a.figure.low, b.figure.low) for f in (a.figure, b.figure)]
    return max(a.figure.low, b.figure.low) <= min(tops)
