"""Whose voice a claim is. Articles are not counted: a wire copy, a quotation and a repeated sentence are one voice each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.language.actor_entry import Entry
from fogline.model.actor import Actor, ActorKind, Speaker
from fogline.model.incident import Heard, Standing, Voice
from fogline.model.name import fold
from fogline.model.stated import Source, Stated
from fogline.reconcile.standing import Standings

SENTENCE = 8  # words: a longer sentence that stands in two reports was copied, a shorter one may be chance
EVERYBODYS = frozenset({"forces", "troops", "soldiers", "units", "army", "military", "armed forces", "fighters", "men"})
NOBODY = "(publisher unknown)"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who among those that speak and act here: the sides in the fighting, and the kind of each actor by folded name."""

    standings: Standings
    sides: frozenset[str]
    kinds: dict[str, ActorKind]


def heard(stated: Sequence[Stated], sources: Iterable[Source], standings: Standings) -> tuple[Heard, ...]:
    """Each claim with its voice: the speaker; without one the agency or the publication that had the text first.

    ``sources`` holds every document of ``stated`` and the documents they are copies of. A speaker that is a side in the
    fighting told here has the standing ``party``, whatever else it is.
    """
    by_id = {source.id: source for source in sources}
    cast = Cast(standings, parties(stated, standings), _kinds(stated))
    first = _first_with_sentence(stated)
    return tuple(_heard(s, _voice(s, first.get(_sentence(s), s).source, by_id, cast), standings) for s in stated)


def nameless(actor: Actor) -> bool:
    """Whether the actor is only called by a word that every side has: "its forces", "the troops"."""
    return actor.id is None and fold(actor.name) in EVERYBODYS


def _heard(stated: Stated, voice: Voice, standings: Standings) -> Heard:
    """ "The army denied that its forces had left": forces without a name are the speaker's own."""
    agents = stated.claim.agents
    doers = frozenset(standings.side_of(a) for a in agents if not nameless(a))
    if not doers and agents and stated.claim.attribution and voice.side:
        doers = frozenset({voice.side})
    return Heard(stated, voice, doers, frozenset(standings.side_of(a) for a in stated.claim.targets if not nameless(a)))


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


def _kinds(stated: Iterable[Stated]) -> dict[str, ActorKind]:
    named = sorted({(fold(a.name), a.kind) for s in stated for a in (*s.claim.agents, *s.claim.targets)})
    return {name: kind for name, kind in named if kind != "unknown"}


def _voice(stated: Stated, source: Source, by_id: dict[str, Source], cast: Cast) -> Voice:
    publication = _publication(source, by_id, cast.standings)
    speakers = nearest(stated.claim.attribution)
    if not speakers:
        return publication
    joint = sorted((_speaker(s, publication, cast) for s in speakers), key=lambda v: v.key)
    if len(joint) == 1:
        return joint[0]
    return replace(joint[0], key="+".join(v.key for v in joint), name=" and ".join(v.name for v in joint))


def _speaker(speaker: Speaker, publication: Voice, cast: Cast) -> Voice:
    standings = cast.standings
    side = standings.side(speaker.name, speaker.id)
    if publisher := standings.publisher(speaker.name):
        return Voice(f"body:{fold(publisher.name)}", publisher.name, publisher.standing, side)
    known = standings.entry(speaker.name, speaker.id)
    standing = standings.standing(speaker.name, speaker.id) or _by_kind(fold(speaker.name), side, known, cast)
    if standing != "official" and side in cast.sides:
        standing = "party"
    key = known.id if known else speaker.id or f"name:{fold(speaker.name)}"
    if known is None and speaker.id is None and speaker.name == speaker.name.lower():
        key = f"{fold(speaker.name)} in {publication.key}"  # "witnesses" of two publications are two voices
    return Voice(key, speaker.name, standing, side)


def _by_kind(name: str, side: str, known: Entry | None, cast: Cast) -> Standing:
    """Of those that no table weighs: armed groups are parties; a state is one where it fights; others speak from the spot."""
    kind = known.kind if known else cast.kinds.get(name, "unknown")
    if kind in ("armed_group", "coalition") or side in cast.sides:
        return "party"
    return "official" if side.startswith("state:") or kind == "state" else "local" if name else "unnamed"


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
