"""The fields of a claim that a person may correct, each with how its value is typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from fogline.claims.check import MODALITIES, TYPES
from fogline.errors import FieldUnknown, ValueWrong
from fogline.language.actor_lexicon import ActorLexicon
from fogline.language.lexicon import rows, shipped
from fogline.ledger.found_places import Places, place_of
from fogline.model.actor import Actor, Speaker
from fogline.model.claim import Claim
from fogline.model.decision import FIELDS, IN_FIGURE
from fogline.model.figure import MEASURES, POPULATIONS, SCOPES, Measure, Qualifier, Scope
from fogline.model.mention import Modality, Stance
from fogline.model.period import Period
from fogline.model.record import Json, to_record
from fogline.model.span import Span

AMOUNT = re.compile(r"(?P<low>\d{1,9})(?:(?P<open>\+)|\s*[-–]\s*(?P<high>\d{1,9}))?")
TRUE = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Names:
    """What resolves names: the known actors, and the gazetteer (``None``: only points can be given as places)."""

    actors: ActorLexicon
    places: Places | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """What a person typed for one field, with the document's text and what resolves names."""

    field: str
    value: str
    text: str
    names: Names


def set_field(claim: Claim, written: Written) -> Claim:
    """The claim with the field as typed. Raises ``FieldUnknown`` and ``ValueWrong`` with what is allowed."""
    allowed = [f for f in FIELDS if claim.figure or f not in ("figure", *IN_FIGURE)]
    if written.field not in allowed:
        raise FieldUnknown(written.field, allowed)
    return SETTERS[written.field](claim, written)


def value_of(claim: Claim, field: str) -> Json:
    """The field's value as a decision keeps it (``model.decision.corrected`` puts it back)."""
    record = to_record(claim)
    figure = record["figure"]
    if field in IN_FIGURE and isinstance(figure, dict):
        return figure[field]
    if field == "type":
        return f"{claim.type}/{claim.mode}" if claim.mode else claim.type
    return record["attribution" if field == "speaker" else field]


def _one_of(written: Written, allowed: Sequence[str]) -> str:
    if written.value not in allowed:
        raise ValueWrong(written.field, f"one of {', '.join(allowed)}", written.value)
    return written.value


def _type(claim: Claim, written: Written) -> Claim:
    """``ASSAULT`` or ``ASSAULT/aerial``: another type without a mode has none."""
    type_, _, mode = written.value.partition("/")
    type_ = _one_of(replace(written, value=type_), TYPES[claim.kind])
    kept = claim.mode if type_ == claim.type else None
    changed = replace(claim, type=type_, mode=kept)
    if claim.figure:
        changed = replace(changed, figure=replace(claim.figure, measure=cast(Measure, type_)))
    return _mode(changed, replace(written, field="mode", value=mode)) if mode else changed


def _mode(claim: Claim, written: Written) -> Claim:
    known = sorted(
        {r["mode"] for r in rows(shipped("ontology", "scores.tsv"), ("type", "mode")) if r["type"] == claim.type}
    )
    return replace(claim, mode=_one_of(written, ["", *(m for m in known if m)]) or None)


def _agents(claim: Claim, written: Written) -> Claim:
    return replace(claim, agents=_actors(claim, written))


def _targets(claim: Claim, written: Written) -> Claim:
    return replace(claim, targets=_actors(claim, written))


def _actors(claim: Claim, written: Written) -> tuple[Actor, ...]:
    return tuple(_actor(claim, name, written) for name in _listed(written.value))


def _actor(claim: Claim, name: str, written: Written) -> Actor:
    span = found(claim, name, written.text) or claim.trigger
    known = written.names.actors.candidates(name)
    if len(known) != 1:
        return Actor(span, name)
    return Actor(span, known[0].name, known[0].id, known[0].kind, known[0].country, known[0].sector)


def _speaker(claim: Claim, written: Written) -> Claim:
    """Joint speakers are parted by commas; none: the publication itself says so."""
    actors = _actors(claim, written)
    return replace(claim, attribution=tuple(Speaker(a.span, a.name, a.id, 0, claim.trigger) for a in actors))


def _place(claim: Claim, written: Written) -> Claim:
    if not written.value:
        return replace(claim, place=None)
    place = place_of(written.value, claim, written.names.places)
    name = written.value.partition(",")[0]
    return replace(claim, place=replace(place, span=found(claim, name, written.text)))


def _time(claim: Claim, written: Written) -> Claim:
    if not written.value:
        return replace(claim, time=None)
    ends = re.split(r"\.\.|–|/| to ", written.value)
    try:
        days = [date.fromisoformat(end.strip()) for end in ends]
    except ValueError:
        days = []
    if not 1 <= len(days) <= 2 or days[0] > days[-1]:
        raise ValueWrong("time", "a day such as 2024-11-29, or 2024-11-29..2024-12-01", written.value)
    span = claim.time.span if claim.time else None
    return replace(claim, time=Period(span, days[0], days[-1], _precision((days[-1] - days[0]).days + 1)))


def _precision(days: int) -> int:
    """UCDP ``date_prec``."""
    return next(prec for longest, prec in ((1, 1), (6, 2), (7, 3), (31, 4), (10**7, 5)) if days <= longest)


def _figure(claim: Claim, written: Written) -> Claim:
    low, high, qualifier = amount("figure", written.value)
    assert claim.figure is not None, "only claims with a figure come here"
    return replace(claim, figure=replace(claim.figure, low=low, high=high, qualifier=qualifier))


def amount(field: str, value: str) -> tuple[int, int | None, Qualifier]:
    """``12``, ``10-12``, ``20+``; ``0-300`` is "up to 300"."""
    met = AMOUNT.fullmatch(value.replace(",", "").replace("_", ""))
    low = int(met["low"]) if met else 0
    high = None if met and met["open"] else int(met["high"]) if met and met["high"] else low
    if met is None or (high is not None and high < low):
        raise ValueWrong(field, "a number such as 12, a range such as 10-12, or 20+ for at least 20", value)
    if high is None:
        return low, None, "at_least"
    return low, high, "exact" if low == high else "between" if low else "at_most"


def _measure(claim: Claim, written: Written) -> Claim:
    assert claim.figure is not None, "only claims with a figure come here"
    measure = cast(Measure, _one_of(written, MEASURES))
    return replace(claim, type=measure, figure=replace(claim.figure, measure=measure))


def _population(claim: Claim, written: Written) -> Claim:
    assert claim.figure is not None, "only claims with a figure come here"
    named = tuple(_one_of(replace(written, value=v), POPULATIONS) for v in _listed(written.value))
    return replace(claim, figure=replace(claim.figure, population=named or ("all",)))


def _scope(claim: Claim, written: Written) -> Claim:
    assert claim.figure is not None, "only claims with a figure come here"
    return replace(claim, figure=replace(claim.figure, scope=cast(Scope, _one_of(written, SCOPES))))


def _stance(claim: Claim, written: Written) -> Claim:
    return replace(claim, stance=cast(Stance, _one_of(written, ("affirmed", "denied"))))


def _modality(claim: Claim, written: Written) -> Claim:
    return replace(claim, modality=cast(Modality, _one_of(written, MODALITIES)))


def _backdrop(claim: Claim, written: Written) -> Claim:
    return replace(claim, backdrop=TRUE[_one_of(replace(written, value=written.value.lower()), tuple(TRUE))])


def _listed(value: str) -> list[str]:
    return [part.strip() for part in re.split("[,;]", value) if part.strip()]


def found(claim: Claim, name: str, text: str) -> Span | None:
    """Where the name stands: in the evidence, else anywhere in the text, else nowhere."""
    start = text.find(name, claim.evidence.start, claim.evidence.end) if name else -1
    start = text.find(name) if start < 0 and name else start
    return None if start < 0 else Span(start, start + len(name), name)


SETTERS: Mapping[str, Callable[[Claim, Written], Claim]] = {
    "type": _type,
    "mode": _mode,
    "agents": _agents,
    "targets": _targets,
    "place": _place,
    "time": _time,
    "figure": _figure,
    "measure": _measure,
    "population": _population,
    "scope": _scope,
    "speaker": _speaker,
    "stance": _stance,
    "modality": _modality,
    "backdrop": _backdrop,
}
