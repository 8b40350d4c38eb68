"""The words of ``--place`` and ``--as-recorded`` as questions to a ledger."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from fogline.errors import InstantWrong
from fogline.language.country_names import countries
from fogline.ledger.read import ANYWHERE, Where
from fogline.ledger.times import stamp
from fogline.model.name import fold


def where(words: str | None) -> Where:
    """A country by its name, an alias or its ISO 3166-1 alpha-2 code (in capitals); else a place or division of that name."""
    if not words or not words.strip():
        return ANYWHERE
    plain = words.strip()
    for country in countries():
        if plain == country.iso or fold(plain) in {fold(name) for name in (country.name, *country.aliases)}:
            return Where(country=country.iso)
    return Where(name=plain)


def instant(words: str | None) -> str | None:
    """An ISO instant as the ledger writes it; a bare day means its end; no zone means UTC. Raises ``InstantWrong``."""
    if words is None:
        return None
    try:
        if len(words) == len("2024-12-01"):
            return stamp(datetime.combine(date.fromisoformat(words), time.max, UTC))
        moment = datetime.fromisoformat(words.replace("Z", "+00:00"))
    except ValueError as error:
        raise InstantWrong(words) from error
    return stamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
