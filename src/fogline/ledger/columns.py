"""The columns of a claim by which it is found without reading its JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from fogline.model.claim import Claim
from fogline.model.name import fold
from fogline.model.record import to_line

MAINLY = 0.75  # a report three quarters of whose places lie in one country is about that country


def claim_row(claim: Claim, companions: Sequence[Claim], known_day: str) -> dict[str, str | bool | None]:
    """The claim as a row, without reader and instant. ``companions`` are all claims of its document."""
    place, time = claim.place, claim.time
    return {
        "id": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "type": claim.type,
        "stance": claim.stance,
        "modality": claim.modality,
        "backdrop": claim.backdrop,
        "country": place.country if place else None,
        "countries": "".join(f" {code}" for code in countries(claim, companions)) + " ",
        "place_id": place.id if place else None,
        "place_key": fold(place.name) if place else None,
        "admin1_key": fold(place.admin1) if place and place.admin1 else None,
        "first_day": time.first.isoformat() if time else known_day,
        "last_day": time.last.isoformat() if time else known_day,
        "evidence": claim.evidence.text,
        "record": to_line(claim),
    }


def countries(claim: Claim, companions: Sequence[Claim]) -> tuple[str, ...]:
    """The country of the place; without one those of the actors; without those the one that the report is mainly about."""
    if claim.place and claim.place.country:
        return (claim.place.country,)
    actors = {a.country for a in (*claim.agents, *claim.targets) if a.country}
    return tuple(sorted(actors)) or _main_country(companions)


def _main_country(companions: Sequence[Claim]) -> tuple[str, ...]:
    counted = Counter(c.place.country for c in companions if c.place and c.place.country)
    if not counted:
        return ()
    country, times = min(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return (country,) if times >= MAINLY * counted.total() else ()
