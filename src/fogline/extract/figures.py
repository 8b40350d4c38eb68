"""How many: every count of people and things that a text tells, with what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.extract.figure_drafts import Draft
from fogline.extract.figure_fates import Told, told
from fogline.extract.figure_labels import counts_nothing, labelled, labelling
from fogline.extract.figure_lexicon import Lexicon, lexicon
from fogline.extract.figure_nouns import ECHOES, Counted, counted
from fogline.extract.figure_numbers import Number, numbers
from fogline.extract.figure_parts import linked, span_tokens
from fogline.extract.figure_refusals import is_no_count, refusal
from fogline.extract.figure_roles import agents, targets
from fogline.extract.figure_scope import scope
from fogline.extract.figure_singles import singles
from fogline.extract.figure_tables import beside, in_tables
from fogline.extract.figure_tolls import is_total, toll
from fogline.extract.figure_zeros import zeros
from fogline.language import tree
from fogline.model.figure import Figure
from fogline.model.issue import Found, Issue
from fogline.model.mention import Count, Mention
from fogline.model.period import Period
from fogline.model.sentence import Parsed, Sentence
from fogline.model.span import Span

STAGE = "figures"
TELLING = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
KEY = frozenset({"label", "people", "noun", "syntax", "beside"})  # how a key figure may be told ("8,000 refugees")
AGE_AND_SEX = frozenset({"children", "women", "men"})


def figures(parsed: Parsed, times: Sequence[Mention[Period]]) -> Found[Count]:
    """All counts in the text, in order. ``times`` are the periods found in it: their numbers count nothing."""
    words = lexicon()
    counts: list[Count] = []
    issues: list[Issue] = []
    positions: dict[Span, int] = {}
    totals: dict[str, Draft] = {}
    tabled = in_tables(parsed, words)
    cells = frozenset(count.sentence for count in tabled)
    for sentence in parsed.sentences:
        if sentence.index in cells or not _may_tell(sentence, words):
            continue
        here = [t for t in times if t.sentence == sentence.index]
        for draft, fate in linked(sentence, _drafts(sentence, here, words), words, totals):
            if reason := refusal(sentence, fate.fate.measure, words):
                issues.append(_refused(parsed.document.id, draft.span, reason))
                continue
            if not draft.part:
                totals[fate.fate.measure] = draft
            positions[draft.span] = len(counts)
            figure = _figure(sentence, draft, fate, here)
            total = positions.get(draft.total) if draft.total else None
            labels = labelling(parsed, sentence) if fate.by in KEY else ()
            counts.append(replace(_count(sentence, draft, fate, figure, words), part_of=total, labels=labels))
    refused = {n: r for n, c in enumerate(tabled) if (r := _table_refusal(parsed, c, words))}
    issues.extend(_refused(parsed.document.id, tabled[n].figure.span, reason) for n, reason in refused.items())
    return Found(beside(parsed, counts, tabled, refused), tuple(issues))


def _table_refusal(parsed: Parsed, count: Count, words: Lexicon) -> str | None:
    """Why a table is no matter of conflict, by the caption and the heads."""
    reasons = (refusal(parsed.sentences[n], count.figure.measure, words) for n in count.labels)
    return next((reason for reason in reasons if reason), None)


def _may_tell(sentence: Sentence, words: Lexicon) -> bool:
    """Whether a word for a fate, or a label, stands in the sentence: the cheap look first."""
    return ":" in sentence.text or any(words.fates_of(t) for t in sentence.tokens if t.pos in TELLING)


def _drafts(sentence: Sentence, times: Sequence[Mention[Period]], words: Lexicon) -> list[Draft]:
    """Everything in the sentence that may count, in order of the text; no two share a word of their phrases."""
    found = list(zeros(sentence, words))
    alone = list(singles(sentence, words))
    taken = span_tokens(found)
    found += [d for d in _numbered(sentence, times, alone, words) if not taken & span_tokens([d])]
    taken = span_tokens(found)
    found += [d for d in alone if not taken & span_tokens([d])]
    return sorted(found, key=lambda d: (d.phrase.first, d.phrase.last))


def _numbered(
    sentence: Sentence, times: Sequence[Mention[Period]], alone: Sequence[Draft], words: Lexicon
) -> Iterator[Draft]:
    """Counts with a number word; "others" and bare numbers are of the kind counted last, by number or ``alone``."""
    phrases = [d.phrase for d in alone]
    for number in numbers(sentence):
        phrase = counted(sentence, number, words)
        if is_no_count(sentence, number, phrase, times, words) or counts_nothing(sentence, number):
            continue
        if phrase.echo:
            phrase = _echoed(sentence, phrase, phrases)
        phrases.append(phrase)
        yield _draft(sentence, number, phrase, words)


def _echoed(sentence: Sentence, phrase: Counted, phrases: Sequence[Counted]) -> Counted:
    """ "three others", "62 more": the kind and population of what was counted last before them.

    A sub-count lends nothing ("including a child, and 35 others"), and "others" than a boy need be no children.
    """
    before = [p for p in phrases if p.last <= phrase.first and p.kind != "unit" and not _is_aside(sentence, p)]
    if not before:
        return phrase
    last = max(before, key=lambda p: p.first)
    population = last.population
    if sentence.tokens[phrase.last - 1].lower in ECHOES and set(population) & AGE_AND_SEX:
        population = ("all",)
    kind = last.kind if last.kind in {"home", "town", "thing"} else phrase.kind
    return replace(phrase, population=population, kind=kind)


def _is_aside(sentence: Sentence, phrase: Counted) -> bool:
    return any(t.lower in {"including", "among"} for t in sentence.tokens[max(phrase.first - 2, 0) : phrase.first])


def _draft(sentence: Sentence, number: Number, phrase: Counted, words: Lexicon) -> Draft:
    running = toll(sentence, number, words)
    found = running or labelled(sentence, number) or told(sentence, phrase, words)
    span = Span(number.start, number.end, sentence.text[number.start - sentence.start : number.end - sentence.start])
    rule = "toll" if running else found.by if found else ""
    is_toll = running is not None or is_total(sentence, number, words)
    bounds = (number.low, number.high, number.qualifier)
    return Draft(sentence.index, span, number.amount, phrase, *bounds, found, rule, toll=is_toll)


def _figure(sentence: Sentence, draft: Draft, fate: Told, times: Sequence[Mention[Period]]) -> Figure:
    extent, since = scope(sentence, draft, fate, times)
    bounds = (draft.low, draft.high, draft.qualifier)
    named = fate.by != "noun" or draft.phrase.population != ("unknown",)  # "six deaths" are anybody's
    population = draft.phrase.population if named else ("all",)
    if fate.fate.word == "lose" and population == ("men",):
        population = ("soldiers",)  # "the army lost 14 men"
    return Figure(draft.span, fate.fate.measure, *bounds, population, extent, since)


def _count(sentence: Sentence, draft: Draft, fate: Told, figure: Figure, words: Lexicon) -> Count:
    trigger = tree.span(sentence, fate.token, fate.token + 1)
    rule = f"figure:{draft.rule}:{fate.fate.word}"
    doers = agents(sentence, fate, draft.phrase, words.sets["act"])
    return Count(
        figure,
        sentence.index,
        draft.number,
        draft.phrase.noun,
        fate.token,
        trigger,
        rule,
        doers,
        targets(sentence, fate, draft.phrase),
    )


def _refused(document: str, span: Span, reason: str) -> Issue:
    message = f"Expected a count of conflict, met {span.text!r} in a sentence on {reason}: it is left out."
    return Issue(STAGE, f"refused_{reason}", message, document, span)
