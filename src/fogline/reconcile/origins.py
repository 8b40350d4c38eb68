"""Whose voice a claim is. Articles are not counted: a wire copy, a quotation and a repeated sentence are one voice each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fogline.language.actor_entry import Entry
from fogline.model.actor import Actor, ActorKind, Speaker
from fogline.model.incident import Heard, Standing, Voice
from fogline.model.name import fold
from fogline.model.stated import Source, Stated
from fogline.reconcile.passages import first_told
from fogline.reconcile.standing import Standings

EVERYBODYS = frozenset({"forces", "troops", "soldiers", "units", "army", "military", "armed forces", "fighters", "men"})
NOBODY = "(publisher unknown)"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who among those that speak and act here: the sides in the fighting, the kind of each actor by folded name, and the
    folded names of those that published something themselves.
    """

    standings: Standings
    sides: frozenset[str]
    kinds: dict[str, ActorKind]
    publishers: frozenset[str]


def heard(stated: Sequence[Stated], sources: Iterable[Source], standings: Standings) -> tuple[Heard, ...]:
    """Each claim with its voice: the speaker; without one the agency or the publication that had the text first.

    ``sources`` holds every document of ``stated`` and the documents they are copies of. A speaker that is a side in the
    fighting told here has the standing ``party``, whatever else it is.
    """
    by_id = {source.id: source for source in sources}
    published = frozenset(fold(s.publisher) for s in by_id.values() if s.publisher)
    cast = Cast(standings, parties(stated, standings), _kinds(stated), published)
    first = first_told(stated)
    voices = one_name([_voice(s, first[s.claim.id].source, by_id, cast) for s in stated], standings)
    return tuple(_heard(s, voice, standings) for s, voice in zip(stated, voices, strict=True))


def one_name(voices: Sequence[Voice], standings: Standings) -> list[Voice]:
    """One name and one standing for one voice: of the names that are known the one it is most called by."""
    called: dict[str, Counter[tuple[str, Standing, str]]] = defaultdict(Counter)
    for v in voices:
        called[v.key][v.name, v.standing, v.side] += 1
    best = {
        key: min(names, key=lambda n: (standings.entry(n[0], None) is None, -names[n], n))
        for key, names in called.items()
    }
    return [Voice(v.key, *best[v.key]) for v in voices]


def nameless(actor: Actor) -> bool:
    """Whether the actor is only called by a word that every side has: "its forces", "the troops"."""
    return actor.id is None and fold(actor.name) in EVERYBODYS


def _heard(stated: Stated, voice: Voice, standings: Standings) -> Heard:
    """ "The army denied that its forces had left": forces without a name are the speaker's own."""
    claim = stated.claim
    country = claim.place.country if claim.place else None
    agents = [_known(a, country, standings) for a in claim.agents]
    doers = frozenset(standings.side_of(a) for a in agents if not nameless(a))
    own = bool(not doers and agents and claim.attribution and voice.side)
    suffering = (_known(a, country, standings) for a in claim.targets if not nameless(a))
    return Heard(
        stated,
        voice,
        frozenset({voice.side}) if own else doers,
        frozenset(standings.side_of(a) for a in suffering),
        doer=voice.name if own else agents[0].name if agents else "",
    )


def _known(actor: Actor, country: str | None, standings: Standings) -> Actor:
    """The actor, and where it is only called by a common noun the body that is called so in that country."""
    if actor.id or actor.name != actor.name.lower() or nameless(actor):
        return actor
    body = standings.local(actor.name, country)
    return replace(actor, name=body.name, id=body.id, kind=body.kind) if body else actor


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
    if fold(speaker.name) in cast.publishers:  # cited by another, it is the origin of both
        return Voice(f"body:{fold(speaker.name)}", speaker.name, "medium", side)
    known = standings.entry(speaker.name, speaker.id)
    standing = standings.standing(speaker.name, speaker.id) or _by_kind(fold(speaker.name), side, known, cast)
    if standing != "official" and side in cast.sides:
        standing = "party"
    key = known.id if known else speaker.id or f"name:{fold(speaker.name)}"
    if side.startswith("state:") and standings.military(speaker.name, speaker.id):
        key = f"{side}/military"
    if known is None and speaker.id is None and speaker.name == speaker.name.lower():
        key = f"{fold(speaker.name)} in {publication.key}"  # "witnesses" of two publications are two voices
    return Voice(key, known.name if known else speaker.name, standing, side)


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
    return Voice(f"body:{fold(name)}", name, standings.office(name) or "medium", standings.side(name, None))
