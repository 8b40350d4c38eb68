"""What kind of happening a claim tells (``data/ontology/acts.tsv``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from fogline.language.lexicon import rows, shipped
from fogline.model.claim import Claim
from fogline.model.incident import Lane
from fogline.reconcile.given import Known

LANES: tuple[str, ...] = get_args(Lane)
SAID = frozenset({"threat", "accusation", "request", "rejection", "support", "concession"})
COLUMNS = ("kind", "type", "mode", "family", "lane", "words", "at", "to", "side", "once")


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the table; ``at`` and ``to`` are prepositions for titles, ``side`` is verbal, material, conflict or empty.

    ``once``: one actor does it once to one place or person, so that, told again within days, it is the same happening.
    """

    family: str
    lane: Lane
    words: str
    at: str
    to: str
    side: str
    once: bool

    @property
    def said(self) -> bool:
        """Whether it is done with words."""
        return self.family in SAID


@dataclass(frozen=True, slots=True)
class Acts:
    """All rows, by kind, type and mode, and the words that present a happening as known."""

    table: dict[tuple[str, str, str], Act]
    known: Known

    @classmethod
    def load(cls) -> Acts:
        """The shipped table. Raises ``LexiconError`` for a lane that is none."""
        table = {}
        for row in rows(shipped("ontology", "acts.tsv"), COLUMNS):
            if row["lane"] not in LANES:
                raise row.wrong(f"one of {' '.join(LANES)}", repr(row["lane"]))
            act = Act(
                row["family"],
                cast(Lane, row["lane"]),
                row["words"],
                row["at"],
                row["to"],
                row["side"],
                row["once"] == "yes",
            )
            table[row["kind"], row["type"], row["mode"]] = act
        return cls(table, Known.load())

    def of(self, claim: Claim) -> Act | None:
        """The row of the claim; ``None`` for relations and assessments, which tell no happening."""
        kind, type_ = claim.kind, claim.type
        return self.table.get((kind, type_, claim.mode or "")) or self.table.get((kind, type_, ""))
