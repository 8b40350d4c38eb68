"""Who says so, and in what sense: the construction first, then the clause, then the speech it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.claims.attach import at_token, in_sentence
from fogline.claims.reading import Reading
from fogline.language.tree import span as words
from fogline.model.actor import Actor, Speaker
from fogline.model.mention import Count, Judged, Mention, Modality, Speech, Stance, Trigger
from fogline.model.sentence import Sentence
from fogline.model.span import Span

LONGEST_EVIDENCE = 800  # characters: more than that proves nothing to a reader
PERFORMED = frozenset(
    {"to", "want", "wish", "like"}
)  # rules of modality under which an act of speech is done all the same
MARGIN = 200  # characters kept for the rest of the sentence that a cue stands in


def voices(reading: Reading, told: Trigger | Count) -> tuple[tuple[Speaker, ...], tuple[Speech, ...]]:
    """The speakers of what is told, nearest first, and the speeches it stands in."""
    sentence = reading.sentence(told.sentence)
    focus = told.span if isinstance(told, Trigger) else told.figure.span
    heard = tuple(s for s in reading.speeches if s.scope.holds(focus) and not s.cue.meets(focus))
    inner = sorted(heard, key=lambda s: (s.scope.end - s.scope.start, s.scope.start, s.cue.start))
    vouching = _vouching(reading, sentence, told) if isinstance(told, Trigger) else ()
    speakers = within_reach(_levelled([vouching, *(_others(reading, s) for s in inner)]), sentence)
    if isinstance(told, Trigger) and told.speech:
        own = {m.value.name for m in _mentions(reading, sentence, told.agents)}
        speakers = _levelled([[s for s in speakers if s.name not in own]])
    return speakers, tuple(inner)


def _others(reading: Reading, speech: Speech) -> tuple[Speaker, ...]:
    """The speakers of a speech but for the publication itself, which is not repeated."""
    publisher = (reading.parsed.document.publisher or "").casefold()
    return tuple(s for s in speech.speakers if s.name.casefold() != publisher)


def evidence_of(reading: Reading, told: Trigger | Count, speakers: Iterable[Speaker]) -> Span:
    """The sentence of what is told, with the sentences up to the farthest cue: a quotation may run over several.

    Of a cell of a table, the run from the head or label that says what it counts.
    """
    sentence = reading.sentence(told.sentence)
    cues = [*(s.cue for s in speakers), told.span if isinstance(told, Trigger) else told.trigger]
    start = min((sentence.start, *(c.start for c in cues)))
    end = max((sentence.end, *(c.end for c in cues)))
    run = [s for s in reading.parsed.sentences if s.start < end and start < s.end]
    return Span.of(reading.parsed.document.text, run[0].start, run[-1].end)


def within_reach(speakers: tuple[Speaker, ...], sentence: Sentence) -> tuple[Speaker, ...]:
    """The speakers whose cue is near enough to be shown as evidence with the sentence."""
    return tuple(
        s
        for s in speakers
        if max(s.cue.end, sentence.end) - min(s.cue.start, sentence.start) <= LONGEST_EVIDENCE - MARGIN
    )


def _levelled(groups: Sequence[Sequence[Speaker]]) -> tuple[Speaker, ...]:
    """Speakers of nested speeches with their levels counted from the innermost; nobody stands twice."""
    found: dict[str, Speaker] = {}
    depth = 0
    for group in groups:
        for s in group:
            if s.name not in found:
                found[s.name] = Speaker(s.span, s.name, s.id, depth + s.level, s.cue)
        depth = 1 + max((s.level for s in found.values()), default=-1)
    return tuple(sorted(found.values(), key=lambda s: (s.level, s.span.start)))


def _mentions(reading: Reading, sentence: Sentence, heads: Iterable[int]) -> list[Mention[Actor]]:
    here = in_sentence(reading.actors, sentence)
    return [m for m in (at_token(here, head) for head in heads) if m]


def _vouching(reading: Reading, sentence: Sentence, told: Trigger) -> tuple[Speaker, ...]:
    """The accuser as the speaker of what is alleged; the accusing words are the cue."""
    accusing = [
        t
        for t in reading.triggers
        if t.sentence == told.sentence and t.speech and set(t.agents) & set(told.asserted_by)
    ]
    cue = accusing[0].span if accusing else words(sentence, told.predicate, told.predicate + 1)
    found = _mentions(reading, sentence, told.asserted_by)
    return tuple(Speaker(m.value.span, m.value.name, m.value.id, 0, cue) for m in found)


def sense(told: Trigger | Count, judged: Judged, heard: Iterable[Speech]) -> tuple[Stance, Modality]:
    """Stance and modality: what the construction fixes outranks the clause, the clause outranks the speech."""
    speeches = tuple(heard)
    fixed = told if isinstance(told, Trigger) else None
    spoken = next((s.modality for s in speeches if s.modality), None)
    outer = bool(speeches) and speeches[0].stance == "denied"
    if fixed is not None and fixed.stance is not None:  # "will not accept" is a refusal, and no denied one
        turned = fixed.stance == "affirmed" and outer
        return ("denied" if turned else fixed.stance), fixed.modality or (spoken if fixed.speech else None) or "actual"
    clause = judged.modality if judged.modality != "actual" and not _performed(fixed, judged) else None
    modality = (fixed.modality if fixed else None) or clause or spoken or "actual"
    denials = (judged.stance == "denied") + outer
    return ("denied" if denials == 1 else "affirmed"), modality


def _performed(trigger: Trigger | None, judged: Judged) -> bool:
    """Whether an act of speech is done by saying it: "summoned the envoy to demand …", "I want to thank …"."""
    return trigger is not None and trigger.speech and judged.modality == "planned" and judged.rule in PERFORMED
