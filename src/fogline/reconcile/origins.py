"""Whose voice a claim is. Articles are not counted: a wire copy, a quotation and a repeated sentence are one voice each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.model.actor import Speaker
from fogline.model.incident import Heard, Voice
from fogline.model.name import fold
from fogline.model.stated import Source, Stated
from fogline.reconcile.standing import Standings

SENTENCE = 8  # words: a longer sentence that stands in two reports was copied, a shorter one may be chance
NOBODY = "(publisher unknown)"


def heard(stated: Sequence[Stated], sources: Iterable[Source], standings: Standings) -> tuple[Heard, ...]:
    """Each claim with its voice: the speaker; without one the agency or the publication that had the text first.

    ``sources`` holds every document of ``stated`` and the documents they are copies of. A speaker that is a side in the
    fighting told here has the standing ``party``, whatever else it is.
    """
    by_id = {source.id: source for source in sources}
    sides = parties(stated, standings)
    first = _first_with_sentence(stated)
    return tuple(Heard(s, _voice(s, first.get(_sentence(s), s).source, by_id, standings, sides)) for s in stated)


def parties(stated: Iterable[Stated], standings: Standings) -> frozenset[str]:
    """The sides that attack, are attacked, or move on the ground in these claims."""
    return frozenset(
        standings.side_of(actor)
        for s in stated
        if s.claim.type in ("ASSAULT", "fights") or s.claim.kind == "control"
        for actor in (*s.claim.agents, *(s.claim.targets if s.claim.kind != "control" else ()))
        if actor.kind in ("state", "armed_group", "coalition")
    )


def nearest(claim_speakers: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The speakers nearest the claim (the lowest level); joint speakers share it."""
    speakers = tuple(claim_speakers)
    lowest = min((s.level for s in speakers), default=0)
    return tuple(s for s in speakers if s.level == lowest)


def _voice(
    stated: Stated, source: Source, by_id: dict[str, Source], standings: Standings, sides: frozenset[str]
) -> Voice:
    publication = _publication(source, by_id, standings)
    speakers = nearest(stated.claim.attribution)
    if not speakers:
        return publication
    voices = [_speaker(s, publication, standings, sides) for s in speakers]
    if len(voices) == 1:
        return voices[0]
    joint = sorted(voices, key=lambda v: v.key)
    return replace(joint[0], key="+".join(v.key for v in joint), name=" and ".join(v.name for v in joint))


def _speaker(speaker: Speaker, publication: Voice, standings: Standings, sides: frozenset[str]) -> Voice:
    standing = standings.standing(speaker.name, speaker.id)
    side = standings.side(speaker.name, speaker.id)
    if publisher := standings.publisher(speaker.name):
        return Voice(f"body:{fold(publisher.name)}", publisher.name, publisher.standing, side)
    if side in sides and standing != "official":
        return Voice(speaker.id or f"name:{fold(speaker.name)}", speaker.name, "party", side)
    if speaker.id is None and speaker.name == speaker.name.lower():  # "witnesses" of two publications are two voices
        return Voice(f"{fold(speaker.name)} in {publication.key}", speaker.name, standing or "unnamed", side)
    known = standings.entry(speaker.name, speaker.id)
    key = known.id if known else speaker.id or f"name:{fold(speaker.name)}"
    return Voice(key, speaker.name, standing or ("official" if side.startswith("state:") else "local"), side)


def _publication(source: Source, by_id: dict[str, Source], standings: Standings) -> Voice:
    origin = by_id.get(source.origin, source)
    name = origin.agency or source.agency or origin.publisher
    if name is None:
        return Voice(f"document:{origin.id}", NOBODY, "unnamed", "")
    if publisher := standings.publisher(name):
        side = f"state:{publisher.country}" if publisher.standing == "party" and publisher.country else ""
        return Voice(f"body:{fold(publisher.name)}", publisher.name, publisher.standing, side)
    return Voice(f"body:{fold(name)}", name, "medium", standings.side(name, None))


def _sentence(stated: Stated) -> str:
    words = fold(stated.claim.evidence.text)
    return words if words.count(" ") + 1 >= SENTENCE else f"{stated.source.id} {words}"


def _first_with_sentence(stated: Iterable[Stated]) -> dict[str, Stated]:
    first: dict[str, Stated] = {}
    for s in sorted(stated, key=lambda s: (s.source.known, s.source.instant, s.source.id)):
        first.setdefault(_sentence(s), s)
    return first
