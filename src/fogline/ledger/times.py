"""Instants and days as the ledger writes them: text that sorts."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fogline.model.document import Document, day_of


def stamp(instant: datetime) -> str:
    """An aware instant as ``2024-12-01T08:00:00.000000Z``. Raises ``ValueError`` for one without a zone."""
    if instant.tzinfo is None:
        raise ValueError(f"an instant needs a time zone to be recorded: {instant.isoformat()}")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def known(document: Document, recorded_at: str) -> tuple[str, str]:
    """The day and the instant from which a reader could know the document (published, else retrieved, else recorded).

    The instant of a bare day is the day itself, so that it sorts before every instant of that day.
    """
    given = document.published or document.retrieved or recorded_at
    day = day_of(given) or date.min
    moment = datetime.fromisoformat(given.replace("Z", "+00:00"))
    if "T" not in given and " " not in given:
        return day.isoformat(), day.isoformat()
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return day.isoformat(), stamp(zoned)
