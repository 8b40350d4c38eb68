"""The news agency that a text names as its origin: "KHARTOUM (Reuters) -", "© AFP"."""

from __future__ import annotations

import re
from functools import lru_cache

from fogline.language.lexicon import rows, shipped

HEAD = 400  # characters: a dateline stands in the first lines
TAIL = 200  # a credit stands in the last


def agency_of(text: str) -> str | None:
    """The agency's name, from a tag in the dateline or a credit in the last line; ``None`` where there is none."""
    aliases = _aliases()
    names = "|".join(re.escape(alias) for alias in sorted(aliases, key=lambda a: (-len(a), a)))
    tag = re.search(rf"\((?:[A-Z][a-z]+ and )?({names})\)|\b({names})(?= ?[—–])", text[:HEAD])
    credit = re.search(rf"(?:©|\(c\)|Source:|Copyright) ?(?:\d{{4}} )?({names})\b|\(({names})\)\s*$", text[-TAIL:])
    met = tag or credit
    return aliases[next(group for group in met.groups() if group)] if met else None


@lru_cache(maxsize=1)
def _aliases() -> dict[str, str]:
    columns = ("name", "aliases", "agency")
    agencies = [row for row in rows(shipped("sources.tsv"), columns) if row["agency"] == "yes"]
    return {alias: row["name"] for row in agencies for alias in (row["name"], *row.many("aliases"))}
