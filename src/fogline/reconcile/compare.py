"""Whether two claims are about one happening: a table of named comparisons, each with a score, a weight and a sentence.

A comparison that has nothing to compare gives no finding and does not count. A score of 0 from a comparison that ``forbids``
settles the matter: two claims that are 60 km apart are not one happening whatever else they share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fogline.model.claim import CONTROL_TYPES
from fogline.model.incident import Heard
from fogline.model.judgement import Finding, Judgement, Verdict
from fogline.model.name import fold
from fogline.reconcile.acts import Acts
from fogline.reconcile.likeness import meet, named, one_name, overlap, same_number, upon_one_person
from fogline.reconcile.nearness import COUNTRY, days_of, distance, gap, place_key, when, within

SAME = 0.75  # weighted mean from which two claims are taken for one happening
UNKNOWN = 0.3  # where one of the two does not tell
HELD = 0.1  # a region that holds the place: "strikes across the region" are not this strike …
HELD_AND_NUMBER = 0.5  # … unless both give one number, or one only refers back
SAME_REGION = 0.8
SAME_COUNTRY = 0.3
REACH = {1: 10.0, 2: 30.0, 3: 50.0}  # km by the coarser where_prec: within it two names may mean one place
LOOKBACK = 60  # days within which a known happening is looked for
FEW_DAYS = 3  # within which what one does only once is told again, and a plan is the same plan
FEWEST = 8  # words of a sentence that nobody writes twice by chance
TELLING = 10  # a number from which it hardly recurs by chance on the next day
PARTS = ("part", "most")
Scored = tuple[float, str] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A named question to two claims. ``ask`` gives a score 0–1 and a sentence, or nothing."""

    name: str
    weight: float
    ask: Callable[[Heard, Heard, Acts], Scored]
    forbids: bool = False


def same_place(one: Heard, two: Heard, acts: Acts) -> Scored:
    """Full within a settlement; a region or country that holds the other says little, as does a shared country."""
    a, b = one.stated.claim.place, two.stated.claim.place
    person = upon_one_person(one.stated.claim, two.stated.claim)
    if a is None or b is None:
        needless = (a is b and _together(one, two)) or _told_by_actor(one, two, acts) or _one_report(one, two, acts)
        return None if needless else (UNKNOWN, "a place is missing")
    if place_key(a) == place_key(b) or one_name(a, b):
        score = SAME_COUNTRY if a.precision == COUNTRY else SAME_REGION if a.precision in (4, 5) else 1.0
        return SAME_REGION if score < SAME_REGION and _once(one, two, acts) else score, f"both in {a.name}"
    if within(a, b) or within(b, a):
        refers = same_number(one, two) or "news" not in (one.given, two.given) or _refers(one, two)
        return HELD_AND_NUMBER if refers else HELD, f"one says {a.name}, one {b.name}: one holds the other"
    if person:
        return None
    if one.stated.claim.kind == two.stated.claim.kind == "control":
        return 0.0, f"{a.name} is other ground than {b.name}"
    apart = distance(a, b)
    if apart is None:
        return 0.0, f"{a.name} is not {b.name}"
    reach = REACH.get(max(a.precision, b.precision), max(REACH.values()))
    return max(0.0, 1 - apart / reach), f"{a.name} and {b.name} are {apart:.0f} km apart"


def near_in_time(one: Heard, two: Heard, acts: Acts) -> Scored:
    """Full for a shared day. What can happen again the next day needs it; what happens once is the same within a few days.

    A happening that the later report takes as known may be weeks old.
    """
    a, b = days_of(one.stated), days_of(two.stated)
    if a is None or b is None:
        return _untimed(one, two, acts)
    between = gap(a, b)
    if between == 0:
        longest = max((a[1] - a[0]).days, (b[1] - b[0]).days)
        if longest <= 2:
            return 1.0, "on the same day"
        once_or_number = longest <= FEW_DAYS or _once(one, two, acts) or same_number(one, two)
        return (0.6, "their periods meet") if once_or_number else (0.05, "one tells of many days")
    once = _once(one, two, acts)
    if _looks_back(two if b > a else one, once) and between <= LOOKBACK:
        return _known_since(between, once)
    if between <= FEW_DAYS and (once or one.stated.claim.modality != "actual"):
        return 0.7, "told again within days"
    if between == 1:
        return (
            (0.6, "one sentence, one day apart")
            if _together(one, two)
            else (_next_day(one, two), "on neighbouring days")
        )
    return 0.0, f"{between} days apart"


def same_act(one: Heard, two: Heard, acts: Acts) -> Scored:
    """The same type and mode; a figure tells the toll of an act of its family."""
    a, b = one.stated.claim, two.stated.claim
    told = [acts.of(claim) for claim in (a, b)]
    if told[0] is None or told[1] is None or told[0].family != told[1].family:
        return 0.0, "different kinds of act"
    if a.kind != b.kind:
        return 0.7, f"{told[0].words} and {told[1].words} can be told of one happening"
    if a.type != b.type:
        return _other_type(a.type, b.type), f"both are of the kind {told[0].family}"
    if a.kind == "control" and (a.extent in PARTS) != (b.extent in PARTS):
        return 0.2, "one tells of a part, one of the whole"
    if a.mode and b.mode and a.mode != b.mode:
        return 0.2, f"{told[0].words} is not {told[1].words}"
    return 1.0, f"both tell of {told[0].words}"


def same_actors(one: Heard, two: Heard, _: Acts) -> Scored:
    """Whether those who act, and those acted upon, are the same persons or on the same sides; common nouns tell nothing."""
    a, b = one.stated.claim, two.stated.claim
    roles = (
        (named(a.agents, one.doers), named(b.agents, two.doers)),
        (named(a.targets, one.suffering), named(b.targets, two.suffering)),
    )
    told = [overlap(x, y) for x, y in roles if x and y]
    if not told:
        return None
    score = sum(told) / len(told)
    return score, "the same actors" if score == 1 else "other actors" if score == 0 else "some of the same actors"


def figures_agree(one: Heard, two: Heard, _: Acts) -> Scored:
    """For the same measure and population: full where the ranges meet or a later toll grew, else the smaller over the larger."""
    a, b = one.stated.claim.figure, two.stated.claim.figure
    if a is None or b is None or (a.measure, a.population) != (b.measure, b.population):
        return None
    if meet(one.stated.claim, two.stated.claim):
        return 1.0, "their numbers agree"
    smaller, larger = sorted((one, two), key=_low)
    if larger.toll_of and larger.stated.source.known > smaller.stated.source.known:
        return 1.0, f"the toll grew from {_low(smaller)} to {_low(larger)}"
    return _low(smaller) / _low(larger) if _low(larger) else 1.0, f"{a.low} is not {b.low}"


def one_sentence(one: Heard, two: Heard, _: Acts) -> Scored:
    """A count and an act of one sentence belong together."""
    a, b = one.stated.claim, two.stated.claim
    return (1.0, "told in one sentence") if _together(one, two) and a.kind != b.kind else None


def same_origin(one: Heard, two: Heard, _: Acts) -> Scored:
    """Two reports that tell it in the same words have it from one origin."""
    a, b = (fold(h.stated.claim.evidence.text) for h in (one, two))
    if one.stated.claim.document == two.stated.claim.document or a != b or a.count(" ") < FEWEST - 1:
        return None
    return 1.0, "told in the same words"


def one_cites_the_other(one: Heard, two: Heard, _: Acts) -> Scored:
    """A report that names the other's publication as its source tells of what that one told."""
    for citing, cited in ((one, two), (two, one)):
        publisher = fold(cited.stated.source.publisher or "")
        if publisher and publisher in {fold(s.name) for s in citing.stated.claim.attribution}:
            return 1.0, f"one cites {cited.stated.source.publisher}"
    return None


def no_own_contradiction(one: Heard, two: Heard, _: Acts) -> Scored:
    """A voice that gives two totals in one report tells of two happenings."""
    a, b = one.stated.claim, two.stated.claim
    if a.document != b.document or a.figure is None or b.figure is None or a.subset_of or b.subset_of:
        return None
    if (a.figure.measure, a.figure.population) != (b.figure.measure, b.figure.population):
        return None
    vague = "vague" in (a.figure.qualifier, b.figure.qualifier) and meet(a, b)
    if one.voice.key != two.voice.key or a.figure.low == b.figure.low or vague:
        return None
    return 0.0, "one voice gives both numbers in one report"


def one_or_many(one: Heard, two: Heard, _: Acts) -> Scored:
    """A course of many days is not one happening of it."""
    return None if one.whole == two.whole else (0.0, "one tells a course of many days")


def both_real(one: Heard, two: Heard, _: Acts) -> Scored:
    """What is planned, asked for or feared is not the act itself."""
    if _mood(one) == _mood(two):
        return None
    return 0.0, "one is told as a fact, one is not"


TABLE = (
    Comparison("fact or not", 1, both_real, forbids=True),
    Comparison("one day or many", 1, one_or_many, forbids=True),
    Comparison("same kind of act", 3, same_act, forbids=True),
    Comparison("same place", 6, same_place, forbids=True),
    Comparison("near in time", 6, near_in_time, forbids=True),
    Comparison("one report, two numbers", 1, no_own_contradiction, forbids=True),
    Comparison("same actors", 6, same_actors),
    Comparison("figures agree", 3, figures_agree),
    Comparison("one sentence", 6, one_sentence),
    Comparison("same origin", 3, same_origin),
    Comparison("one cites the other", 3, one_cites_the_other),
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


def _other_type(one: str, two: str) -> float:
    """What one side takes the other loses; who enters a town has not taken it, and who holds it did not do so today."""
    types = {one, two}
    if types == {"takes", "loses"}:
        return 0.8
    return 0.2 if "holds" in types else 0.3 if types <= set(CONTROL_TYPES) else 0.5


def _once(one: Heard, two: Heard, acts: Acts) -> bool:
    told = [acts.of(h.stated.claim) for h in (one, two)]
    return all(act is not None and act.once for act in told) or upon_one_person(one.stated.claim, two.stated.claim)


def _told_by_actor(one: Heard, two: Heard, acts: Acts) -> bool:
    """Words can be said anywhere, and what is done once needs no place: who did it tells it."""
    told = [acts.of(h.stated.claim) for h in (one, two)]
    said = all(act is not None and act.said for act in told)
    return (said or _once(one, two, acts)) and same_actors(one, two, acts) is not None


def _one_report(one: Heard, two: Heard, acts: Acts) -> bool:
    """A report that speaks twice of a known happening of a kind that happens once means the same one."""
    known = one.given != "news" and two.given != "news"
    return one.stated.claim.document == two.stated.claim.document and known and _once(one, two, acts)


def _known_since(days: int, once: bool) -> Scored:
    return (0.7 if once else 0.5) - days / 1000, "the later report takes it as known"


def _untimed(one: Heard, two: Heard, acts: Acts) -> Scored:
    if days_of(one.stated) is days_of(two.stated) and _together(one, two):
        return None
    told = when(one.stated), when(two.stated)
    if told[0] is None or told[1] is None:
        return UNKNOWN, "an undated report tells no time"
    apart, once = gap(told[0], told[1]), _once(one, two, acts)
    if apart <= LOOKBACK and _looks_back(two if told[1] > told[0] else one, once):
        return _known_since(apart, once)
    return (0.4, "not both tell when, told at about the same time") if apart <= FEW_DAYS else (0.0, "told days apart")


def _looks_back(heard: Heard, once: bool) -> bool:
    """Whether a claim without a time of its own may mean an older happening."""
    time = heard.stated.claim.time
    dated = time is not None and not time.inherited
    return not dated and (heard.given == "definite" or (once and heard.given == "passing"))


def _refers(one: Heard, two: Heard) -> bool:
    return "definite" in (one.given, two.given)


def _next_day(one: Heard, two: Heard) -> float:
    if not same_number(one, two):
        return 0.05
    return 0.6 if _low(one) >= TELLING else 0.3


def _mood(heard: Heard) -> str:
    """What is taken as known counts as a fact: who is charged over "his attempt to seize power" did attempt it."""
    return heard.stated.claim.modality if heard.given == "news" else "actual"


def _low(heard: Heard) -> int:
    figure = heard.stated.claim.figure
    return figure.low if figure else 0


def _together(one: Heard, two: Heard) -> bool:
    a, b = one.stated.claim, two.stated.claim
    return a.document == b.document and a.evidence == b.evidence
