"""Sentences that one report took from another: whole, or with a word changed. Who had them first is their origin.

A sentence of at least eight words was copied where it shares most of its runs of four words with an earlier one and every number;
a shorter one may be chance. "255 people were killed" and "311 people were killed" are two sentences.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from fogline.model.name import fold
from fogline.model.stated import Stated

Run = tuple[str, ...]
FEWEST = 8  # words
RUN = 4  # words
SHARED = 0.7  # of the runs of the shorter sentence; one word changed in twelve leaves 5 of 9
CROWD = 40  # sentences that hold a run: a commoner run tells nothing
SPELT = frozenset(
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "dozens",
        "hundred", "hundreds", "thousand", "thousands", "million", "no", "not", "none",
    }
)  # fmt: skip
NUMBER = re.compile(r"\d+")


def first_told(stated: Iterable[Stated]) -> dict[str, Stated]:
    """For each claim (by id) the claim whose report had its sentence first: itself where nobody had it before."""
    first: dict[str, Stated] = {}
    seen: dict[str, Stated] = {}
    runs: dict[Run, list[str]] = defaultdict(list)
    for s in sorted(stated, key=lambda s: (s.source.known, s.source.instant, s.source.id, s.claim.id)):
        told = fold(s.claim.evidence.text)
        words = told.split()
        if len(words) < FEWEST:
            first[s.claim.id] = s
            continue
        if told not in seen:
            own = _runs(words)
            copied = _earlier(words, own, runs)
            seen[told] = seen[copied] if copied else s
            for run in own:
                if len(runs[run]) < CROWD:
                    runs[run].append(told)
        first[s.claim.id] = seen[told]
    return first


def _earlier(words: list[str], own: set[Run], runs: dict[Run, list[str]]) -> str | None:
    """The earlier sentence that this one repeats."""
    shared: dict[str, int] = defaultdict(int)
    for run in own:
        for told in runs.get(run, ()):
            shared[told] += 1
    for told, count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        theirs = told.split()
        if count < SHARED * min(len(own), max(len(theirs) - RUN + 1, 1)):
            continue
        if _numbers(theirs) == _numbers(words):
            return told
    return None


def _runs(words: list[str]) -> set[Run]:
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if NUMBER.search(word) or word in SPELT]
