"""Judgements on the course of things: escalation, stalemate, risk, concern, and comparisons with what they compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extract.assessment_comparison import comparisons
from fogline.extract.assessment_lexicon import Grammar, shipped_grammar
from fogline.extract.assessment_outlook import outlooks
from fogline.extract.assessment_words import Reading, readings
from fogline.language.tree import at
from fogline.model.issue import Found
from fogline.model.mention import Trigger
from fogline.model.sentence import Parsed, Sentence
from fogline.model.span import Span

LONGEST = 80  # characters of a trigger


def assessments(parsed: Parsed, grammar: Grammar | None = None) -> Found[Trigger]:
    """The judgements of a document in the order of the text; a comparison carries its extreme and its "since"."""
    known = grammar or shipped_grammar()
    found = [t for s in parsed.sentences for t in _in_sentence(s, known)]
    return Found(tuple(sorted(found, key=lambda t: (t.span.start, t.span.end, t.type))))


def _in_sentence(sentence: Sentence, grammar: Grammar) -> Iterator[Trigger]:
    told: list[Reading] = []
    for new in (*readings(sentence, grammar), *outlooks(sentence, grammar)):
        if not any(_tells_already(old, new) for old in told):
            told.append(new)
    compared = list(_compared(sentence))
    yield from compared
    for reading in told:
        words = _words(sentence, reading.first, reading.last)
        if not any(c.span.start - 1 <= words.end and words.start < c.span.end for c in compared):
            yield Trigger(
                sentence.index, reading.head, reading.head, words, "assessment", reading.type, reading.rule,
                modality=reading.modality,
            )  # fmt: skip


def _tells_already(old: Reading, new: Reading) -> bool:
    """Whether the new words are within the old, or go on with the outlook that the old ones open ("confident that … will")."""
    if new.first < old.last and old.first < new.last:
        return True
    return old.type == "outlook" and old.last <= new.first and new.type in {"outlook", "phase"} and "that" in old.rule


def _words(sentence: Sentence, first: int, last: int) -> Span:
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    end = min(end, start + LONGEST)
    return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])


def _compared(sentence: Sentence) -> Iterator[Trigger]:
    for start, end, comparison in comparisons(sentence.text):
        tokens = at(sentence, sentence.start + start, sentence.start + min(end, start + LONGEST))
        if tokens is None:
            continue
        first, last = tokens
        words = Span(
            sentence.start + start,
            sentence.start + min(end, start + LONGEST),
            sentence.text[start : min(end, start + LONGEST)],
        )
        head = _head(sentence, range(first, last))
        yield Trigger(
            sentence.index,
            head,
            head,
            words,
            "assessment",
            "comparison",
            "assessment comparison",
            stance="affirmed",  # "not since 2016" denies nothing
            comparison=comparison,
        )


def _head(sentence: Sentence, inside: Sequence[int]) -> int:
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), inside[0])
