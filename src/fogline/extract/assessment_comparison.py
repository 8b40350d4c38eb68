"""Comparisons over time or over the war, with what they compare: "the deadliest attack in years", "not seen since 2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.model.comparison import Comparison

EXTREMES = (
    r"largest|biggest|deadliest|worst|heaviest|bloodiest|fiercest|longest|highest|lowest|greatest|gravest|"
    r"strongest|boldest|deepest"
)
FIERCE = "deadliest|bloodiest|fiercest|heaviest"  # told of a war even where nothing says since when
WARLIKE = (
    r"(?:air ?strike|assault|attack|barrage|battle|bombardment|bombing|campaign|clash|day|defeat|drone|fighting|incident|"
    r"massacre|month|night|offensive|operation|outbreak|raid|shelling|strike|violence|week|wave|year)(?:e?s)?"
)
PAST = (
    r"in (?:\w+ ){0,3}(?:years|months|weeks|decades|history|memory)|"
    r"in (?:more than |over |nearly )?a (?:decade|generation|century|year|month)"
)
SINCE = rf"since [\w’' -]{{3,60}}|{PAST}"
BOUND = (
    rf"{SINCE}|(?:so far )?this (?:year|century|decade)|of (?:the|this) (?:war|conflict|year|century|decade)|"
    r"in the world|to date|on record|ever|so far"
)
WORDS = r"(?: [\w'’-]+)"
SUPERLATIVE = re.compile(
    rf"\b(?P<extreme>(?:one of |among )?(?:the|its|their|his|her) (?:second[- ]|third[- ])?(?:{EXTREMES}|most \w+))"
    rf"(?P<what>{WORDS}{{0,5}}?) (?P<since>{BOUND})\b",
    re.IGNORECASE,
)
FIERCEST = re.compile(
    rf"\b(?P<extreme>(?:the|its|their|his|her) (?:{FIERCE}))(?P<what>{WORDS}{{0,2}}? {WARLIKE})\b", re.IGNORECASE
)
RANKED = re.compile(rf"\b(?P<extreme>(?:one of|among) the (?:{EXTREMES}))(?P<what>{WORDS}{{1,4}})", re.IGNORECASE)
FIRST = re.compile(
    rf"\b(?:for )?the (?P<extreme>first|second|third) (?P<what>time|such \w+|[a-z]+){WORDS}{{0,8}}? (?P<since>{BOUND})\b",
    re.IGNORECASE,
)
NOT_SINCE = re.compile(
    rf"(?:\b(?:not|never|unseen)|n[’']t){WORDS}{{0,5}}? (?P<since>since [\w’' -]{{3,60}})", re.IGNORECASE
)
UNMATCHED = re.compile(
    rf"\b(?P<extreme>unprecedented|unparalleled|record-breaking|record|all-time)"
    rf"(?P<what> (?:high|level|levels|number|scale|wave|surge|{WARLIKE}))\b",
    re.IGNORECASE,
)
AFFECTED = re.compile(
    r"\b(?P<extreme>(?:more|less|least|most|worst|hardest)[- ](?:affected|hit|violent|deadly|intense|destructive))"
    r"(?P<what> (?:by|than) \w+)",
    re.IGNORECASE,
)
PATTERNS = (SUPERLATIVE, FIERCEST, RANKED, FIRST, NOT_SINCE, UNMATCHED, AFFECTED)


def comparisons(text: str) -> Iterator[tuple[int, int, Comparison]]:
    """Character ranges within the text and what they compare; one comparison for words that several patterns read."""
    free = 0
    matches = [m for pattern in PATTERNS for m in pattern.finditer(text)]
    for m in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if m.start() >= free:
            free = m.end()
            yield m.start(), m.end(), _compared(m)


def _compared(m: re.Match[str]) -> Comparison:
    parts = m.groupdict()
    extreme = (parts.get("extreme") or "not since").strip()
    if m.re is FIRST:
        extreme = f"the {extreme.lower()} time"
    return Comparison((parts.get("what") or "").strip(), extreme, parts.get("since"))
