"""Judgements on the course of things: escalation, stalemate, risk, concern, and comparisons with what they compare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast, get_args

from fogline.language.lexicon import rows, shipped
from fogline.language.phrases import Phrases
from fogline.language.tree import at, kids
from fogline.model.claim import ASSESSMENT_TYPES
from fogline.model.comparison import Comparison
from fogline.model.issue import Found
from fogline.model.mention import Modality, Trigger
from fogline.model.sentence import Parsed, Sentence
from fogline.model.span import Span

COLUMNS = ("phrase", "type", "modality", "example")
Judgement = tuple[str, str, "Modality | None"]
EXTREMES = "largest|biggest|deadliest|worst|heaviest|bloodiest|fiercest|longest|highest|lowest|greatest|gravest"
SINCE = r"since [\w’' -]{3,40}|in (?:\w+ ){0,2}(?:years|months|weeks|decades|a decade|history)"
SUPERLATIVE = re.compile(
    rf"\b(?P<extreme>(?:one of |among )?the (?:second[- ]|third[- ])?(?:{EXTREMES}|most \w+))(?P<what>(?: [\w'’-]+){{0,5}}?)"
    rf" (?P<since>{SINCE}|(?:so far )?this year|of the (?:war|conflict|year)|in the world|to date|ever)\b",
    re.IGNORECASE,
)
RANKED = re.compile(rf"\b(?P<extreme>(?:one of|among) the (?:{EXTREMES}))(?P<what>(?: [\w'’-]+){{1,4}})", re.IGNORECASE)
FIRST = re.compile(
    rf"\b(?:for )?the first (?P<what>time|such \w+|[a-z]+)(?: [\w'’-]+){{0,8}}? (?P<since>{SINCE})\b", re.IGNORECASE
)
NOT_SINCE = re.compile(r"\b(?:not|never)(?: [\w'’-]+){0,3}? (?P<since>since (?:19|20)\d\d)\b")
OUTCOMES = frozenset(
    [
        "aid",
        "allow",
        "boost",
        "bring",
        "cut",
        "complicate",
        "continue",
        "contribute",
        "degrade",
        "deprive",
        "destabilise",
        "destabilize",
        "ease",
        "embolden",
        "enable",
        "free",
        "hamper",
        "hasten",
        "help",
        "hinder",
        "improve",
        "lead",
        "liberate",
        "pave",
        "plunge",
        "prolong",
        "result",
        "shift",
        "stabilise",
        "stabilize",
        "strengthen",
        "tip",
        "trigger",
        "undermine",
        "weaken",
        "worsen",
    ]
)
CAUSES = frozenset(
    [
        "advance",
        "agreement",
        "airstrike",
        "attack",
        "blockade",
        "campaign",
        "capture",
        "ceasefire",
        "cessation",
        "collapse",
        "conflict",
        "deal",
        "death",
        "decision",
        "defeat",
        "escalation",
        "fall",
        "fight",
        "fighting",
        "hostility",
        "isolation",
        "killing",
        "liberation",
        "loss",
        "move",
        "offensive",
        "operation",
        "phase",
        "resolution",
        "siege",
        "strike",
        "that",
        "this",
        "truce",
        "victory",
        "violence",
        "war",
        "withdrawal",
    ]
)
FUTURE = frozenset({"will", "would", "could", "may", "might"})
LONGEST = 80  # characters of a trigger


@cache
def shipped_judgements() -> Phrases[Judgement]:
    """The phrases that come with Fogline; read once a process, never changed."""
    return Phrases(_entries(), fold=True)


def _entries() -> Iterator[tuple[str, Judgement]]:
    for row in rows(shipped("lexicons", "en", "assessments.tsv"), COLUMNS):
        if row["type"] not in ASSESSMENT_TYPES:
            raise row.wrong("an assessment type", row["type"])
        if row["modality"] not in ("-", *get_args(Modality)):
            raise row.wrong("a modality or -", row["modality"])
        modality = None if row["modality"] == "-" else cast(Modality, row["modality"])
        yield row["phrase"], (row["phrase"], row["type"], modality)


def assessments(parsed: Parsed, phrases: Phrases[Judgement] | None = None) -> Found[Trigger]:
    """The judgements of a document in the order of the text; a comparison carries its extreme and its "since"."""
    known = phrases or shipped_judgements()
    found = [t for s in parsed.sentences for t in (*_phrased(s, known), *_compared(s), *_foreseen(s))]
    return Found(tuple(sorted(found, key=lambda t: (t.span.start, t.span.end, t.type))))


def _phrased(sentence: Sentence, known: Phrases[Judgement]) -> Iterator[Trigger]:
    for hit in known.find(sentence.text):
        phrase, kind, modality = hit.value
        yield from _trigger(sentence, (hit.start, hit.end), kind, f"assessment {phrase}", modality=modality)


def _foreseen(sentence: Sentence) -> Iterator[Trigger]:
    """What an event is said to lead to: "the capture of the dam will allow …"."""
    for verb in sentence.tokens:
        if verb.lemma.lower() not in OUTCOMES or verb.pos != "VERB":
            continue
        first = [k for k in kids(sentence, verb.i, "aux") if k.lower in FUTURE]
        causes = [k for k in kids(sentence, verb.i, "nsubj", "nsubjpass") if k.lemma.lower() in CAUSES]
        if first and causes:
            words = (first[0].start - sentence.start, verb.end - sentence.start)
            yield from _trigger(sentence, words, "outlook", f"assessment outlook {verb.lemma}", modality="possible")


def _compared(sentence: Sentence) -> Iterator[Trigger]:
    """Superlatives over time, first times and "not since"; one comparison for words that several patterns read."""
    free = 0
    matches = [m for p in (SUPERLATIVE, RANKED, FIRST, NOT_SINCE) for m in p.finditer(sentence.text)]
    for m in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if m.start() < free:
            continue
        free = m.end()
        parts = m.groupdict()
        extreme = (parts.get("extreme") or ("the first time" if m.re is FIRST else "not since")).strip()
        compared = Comparison((parts.get("what") or "").strip(), extreme, parts.get("since"))
        yield from _trigger(sentence, m.span(), "comparison", "assessment comparison", comparison=compared)


def _trigger(
    sentence: Sentence,
    place: tuple[int, int],
    kind: str,
    rule: str,
    *,
    modality: Modality | None = None,
    comparison: Comparison | None = None,
) -> Iterator[Trigger]:
    start, end = place[0], min(place[1], place[0] + LONGEST)
    tokens = at(sentence, sentence.start + start, sentence.start + end)
    if tokens is None:
        return
    inside = range(*tokens)
    head = next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), tokens[0])
    words = Span(sentence.start + start, sentence.start + end, sentence.text[start:end])
    yield Trigger(sentence.index, head, head, words, "assessment", kind, rule, modality=modality, comparison=comparison)
