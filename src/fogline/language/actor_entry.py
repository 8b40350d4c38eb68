"""One line of the actor lexicon, read and validated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from fogline.language.lexicon import Row
from fogline.model.actor import ACTOR_KINDS, ActorKind

COLUMNS = ("id", "name", "aliases", "kind", "country", "sector", "since", "until", "parent", "side", "source")
_SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
SECTORS = frozenset(_SECTORS.split())
PARTY_KINDS = frozenset({"state", "armed_group", "coalition"})
FAMILY_FIRST = frozenset({"CN", "KP", "KR", "VN", "KH", "TW", "ET", "MM", "HU"})
_ID = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True)
class Entry:
    """A known actor. The columns are explained on top of ``data/lexicons/en/actors/middle_east.tsv``.

    ``since`` and ``until`` are ISO days, months or years as written; empty where unknown or still running.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: ActorKind = "unknown"
    country: str | None = None
    sector: str | None = None
    since: str = ""
    until: str = ""
    parent: str | None = None
    side: str = ""
    source: str = "rule"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The canonical name and all others."""
        return (self.name, *self.aliases)

    @property
    def is_party(self) -> bool:
        """Whether it can be a side in fighting: a state, its organs, an armed group or a coalition."""
        return self.kind in PARTY_KINDS

    @property
    def last_name(self) -> str:
        """The word that stands for a person after the first mention ("Lavrov", "Assad", "Yoon")."""
        words = self.name.split()
        word = words[0] if self.country in FAMILY_FIRST else words[-1]
        return re.sub(r"^[ae]l-", "", word, flags=re.IGNORECASE)

    def active(self, day: date | None) -> bool:
        """Whether it existed, or held its office, on that day; an unknown day excludes nobody."""
        if day is None:
            return True
        return self.since <= day.isoformat() and (not self.until or day.isoformat() <= self.until + "-99")


def entry(row: Row) -> Entry:
    """The entry on this line. Raises ``LexiconError`` that names the line for any value out of the format."""
    for column, value in (("since", row["since"]), ("until", row["until"])):
        if value and not _DAY.fullmatch(value):
            raise row.wrong(f"a year, month or day as ISO in {column}", repr(value))
    if not _ID.fullmatch(row["id"]):
        raise row.wrong("an id of lower-case ASCII parts joined by dots", repr(row["id"]))
    if not row["name"] or row["name"].startswith("the "):
        raise row.wrong("a name without leading article", repr(row["name"]))
    if row["kind"] not in ACTOR_KINDS:
        raise row.wrong(f"a kind ({' '.join(ACTOR_KINDS)})", repr(row["kind"]))
    if row["sector"] and row["sector"] not in SECTORS:
        raise row.wrong("a PLOVER sector or nothing", repr(row["sector"]))
    if row["country"] and not re.fullmatch("[A-Z]{2}", row["country"]):
        raise row.wrong("an ISO 3166-1 alpha-2 country or nothing", repr(row["country"]))
    return _entry(row)


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        name=row["name"],
        aliases=row.many("aliases"),
        kind=cast(ActorKind, row["kind"]),
        country=row["country"] or None,
        sector=row["sector"] or None,
        since=row["since"],
        until=row["until"],
        parent=row["parent"] or None,
        side=row["side"],
        source=row["source"],
    )
