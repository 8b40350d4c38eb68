"""Mentions put together into claims: who did it to whom, where, when, who says so, and in what sense."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fogline.claims.attach import at_token, in_sentence
from fogline.claims.reading import Reading
from fogline.claims.setting import place_of, time_of
from fogline.claims.voice import evidence_of, sense, voices
from fogline.model.actor import Actor
from fogline.model.claim import Claim
from fogline.model.mention import Count, Judged, Trigger
from fogline.model.record import identified
from fogline.model.sentence import Sentence
from fogline.model.span import Span

UNRANKED = 0.5  # the confidence of a claim before it is ranked


def assemble(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a document, in the order of the text, each with its id; the same claim stands once."""
    events = [_told(reading, trigger, judged) for trigger, judged in reading.told()]
    claims = [*events, *_figures(reading)]
    ordered = sorted(claims, key=lambda c: (c.evidence.start, _focus(c).start, _focus(c).end, c.kind, c.type, c.id))
    return tuple({claim.id: claim for claim in ordered}.values())


def _focus(claim: Claim) -> Span:
    return claim.figure.span if claim.figure else claim.trigger


def _told(reading: Reading, trigger: Trigger, judged: Judged) -> Claim:
    """The claim of a trigger: an event, a change of control, a relation or an assessment."""
    sentence = reading.sentence(trigger.sentence)
    speakers, heard = voices(reading, trigger)
    stance, modality = sense(trigger, judged, heard)
    claim = Claim(
        id="",
        document=reading.parsed.document.id,
        evidence=evidence_of(reading, sentence, speakers),
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
        time=time_of(reading, sentence, trigger.predicate, trigger.kind),
        stance=stance,
        modality=modality,
        extent=trigger.extent,
        comparison=trigger.comparison,
        attribution=speakers,
    )
    return identified(claim)


def _figures(reading: Reading) -> list[Claim]:
    """The claims of the counts, sub-counts with the id of their total."""
    claims = [_counted(reading, c, j) for c, j in zip(reading.counts, reading.judged_counts, strict=True)]
    linked = []
    for count, claim in zip(reading.counts, claims, strict=True):
        total = claims[count.part_of] if count.part_of is not None else None
        linked.append(replace(claim, subset_of=total.id) if total and total.id != claim.id else claim)
    return linked


def _counted(reading: Reading, count: Count, judged: Judged) -> Claim:
    """The claim of one count."""
    sentence = reading.sentence(count.sentence)
    total = reading.counts[count.part_of] if count.part_of is not None else count
    told = total if total.sentence == count.sentence else count
    speakers, heard = voices(reading, count)
    stance, modality = sense(count, judged, heard)
    agents = told.agents or count.agents
    claim = Claim(
        id="",
        document=reading.parsed.document.id,
        evidence=evidence_of(reading, sentence, speakers),
        kind="figure",
        type=count.figure.measure,
        trigger=count.trigger,
        confidence=UNRANKED,
        rule=count.rule,
        agents=actors_at(reading, sentence, _doers(reading, count.sentence, agents)),
        targets=actors_at(reading, sentence, count.targets),
        place=place_of(reading, told),
        time=time_of(reading, sentence, told.predicate, "figure"),
        figure=count.figure,
        stance=stance,
        modality=modality,
        attribution=speakers,
    )
    return identified(claim)


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
