"""Mentions put together into claims: who did it to whom, where, when, who says so, and in what sense."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.claims.attach import at_token, in_sentence
from fogline.claims.identity import Draft
from fogline.claims.reading import Reading
from fogline.claims.setting import labelled_time, place_of, time_of
from fogline.claims.voice import evidence_of, sense, voices
from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.mention import Count, Judged, Trigger
from fogline.model.sentence import Sentence

UNRANKED = 0.5  # the confidence of a claim before it is ranked


def assemble(reading: Reading) -> tuple[Draft, ...]:
    """The drafts of a document's claims: triggers, then counts, each in the order found."""
    told = [_told(reading, trigger, judged) for trigger, judged in reading.told()]
    first = len(told)
    counted = [
        _counted(reading, count, judged, first)
        for count, judged in zip(reading.counts, reading.judged_counts, strict=True)
    ]
    return (*told, *counted)


def _told(reading: Reading, trigger: Trigger, judged: Judged) -> Draft:
    """The claim of a trigger: an event, a change of control, a relation or an assessment."""
    sentence = reading.sentence(trigger.sentence)
    speakers, heard = voices(reading, trigger)
    stance, modality = sense(trigger, judged, heard)
    claim = Claim(
        id="",
        document=reading.parsed.document.id,
        evidence=evidence_of(reading, trigger, speakers),
        kind=trigger.kind,
        type=trigger.type,
        trigger=trigger.span,
        confidence=UNRANKED,
        rule=trigger.rule,
        mode=trigger.mode,
        contexts=trigger.contexts,
        agents=actors_at(reading, sentence, trigger.agents),
        targets=actors_at(reading, sentence, trigger.targets),
        place=place_of(reading, trigger),
        # what a thing is compared with ("not since 2016") is not when it is
        time=None if trigger.comparison else time_of(reading, sentence, trigger),
        stance=stance,
        modality=modality,
        extent=trigger.extent,
        comparison=trigger.comparison,
        attribution=speakers,
    )
    return Draft(claim, sentence, trigger.predicate)


def _counted(reading: Reading, count: Count, judged: Judged, first: int) -> Draft:
    """The claim of one count; a sub-count happened where, when and by whom its total did."""
    sentence = reading.sentence(count.sentence)
    total = reading.counts[count.part_of] if count.part_of is not None else count
    shared = total.sentence == count.sentence and total.figure.measure == count.figure.measure
    told = total if shared else count  # "sent 11,000 soldiers, of whom 3,000 were killed": not by who sent them
    speakers, heard = voices(reading, count)
    stance, modality = sense(count, judged, heard)
    claim = Claim(
        id="",
        document=reading.parsed.document.id,
        evidence=evidence_of(reading, count, speakers),
        kind="figure",
        type=count.figure.measure,
        trigger=count.trigger,
        confidence=UNRANKED,
        rule=count.rule,
        agents=actors_at(reading, sentence, _doers(reading, count.sentence, told.agents or count.agents)),
        targets=actors_at(reading, sentence, count.targets or told.targets),
        place=place_of(reading, told),
        time=labelled_time(reading, told) if told.labels else time_of(reading, sentence, told),
        figure=count.figure,
        stance=stance,
        modality=modality,
        attribution=speakers,
    )
    return Draft(claim, sentence, count.predicate, None if count.part_of is None else first + count.part_of)


def _doers(reading: Reading, sentence: int, heads: Iterable[int]) -> tuple[int, ...]:
    """Heads of phrases that name who did it; a deed ("in Russian airstrikes") stands for its own agents."""
    found: list[int] = []
    for head in heads:
        deeds = [t for t in reading.triggers if t.sentence == sentence and t.token == head and t.kind == "event"]
        found.extend(deeds[0].agents if deeds else (head,))
    return tuple(dict.fromkeys(found))


def actors_at(reading: Reading, sentence: Sentence, heads: Iterable[int]) -> tuple[Actor, ...]:
    """The actors that the head tokens stand for, each once; a phrase that is no actor is left out."""
    here = in_sentence(reading.actors, sentence)
    met = (at_token(here, head) for head in heads)
    return tuple({(m.value.name, m.value.id): m.value for m in met if m}.values())
