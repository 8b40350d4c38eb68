"""Place and time that stand elsewhere in the document: taken over, and marked as taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.sentence import Parsed, Sentence

T = TypeVar("T")

COUNTRY = 6  # where_prec of a country
DIVISION = 4  # where_prec of a province
OPENING = 3  # passages that set the scene of a report
YEAR = 5  # date_prec of more than a month
REACH = 3  # sentences back within a passage that a place or a time still holds


def place_before(parsed: Parsed, sentence: Sentence, places: Sequence[Mention[Place]]) -> Place | None:
    """The last place told before this sentence in its passage, at most ``REACH`` sentences back, finer than a country first."""
    near = _before(parsed, sentence, places)
    fine = [m for m in near if m.value.precision < COUNTRY and m.value.lat is not None]
    chosen = _finest_of_last(fine) if fine else (near[-1] if near else None)
    return replace(chosen.value, inherited=True) if chosen else None


def _finest_of_last(fine: Sequence[Mention[Place]]) -> Mention[Place]:
    """Of the sentence that told places last, its last town; a province only where no town stands ("in Mubi, Adamawa")."""
    last = [m for m in fine if m.sentence == fine[-1].sentence]
    towns = [m for m in last if m.value.precision < DIVISION]
    return (towns or last)[-1]


def lead_place(parsed: Parsed, places: Sequence[Mention[Place]]) -> Place | None:
    """The finest place that the opening of a report sets: its first body passage with a place; inherited."""
    bodies = [p for p in parsed.passages if p.kind in {"headline", "body"}][:OPENING]
    for passage in bodies:
        there = [m.value for m in places if parsed.sentences[m.sentence].passage == passage]
        fine = [p for p in there if p.precision < DIVISION and p.lat is not None]
        if fine:
            return replace(fine[0], inherited=True)
    return None


def time_before(parsed: Parsed, sentence: Sentence, times: Sequence[Mention[Period]]) -> Period | None:
    """The last time told before this sentence in its passage, at most ``REACH`` sentences back; a mere year says too little."""
    near = [m for m in _before(parsed, sentence, times) if m.value.precision < YEAR]
    return replace(near[-1].value, inherited=True) if near else None


def _before(parsed: Parsed, sentence: Sentence, mentions: Sequence[Mention[T]]) -> list[Mention[T]]:
    return [
        m
        for m in mentions
        if sentence.index - REACH <= m.sentence < sentence.index
        and parsed.sentences[m.sentence].passage == sentence.passage
    ]
