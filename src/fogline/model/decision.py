"""What a person decided about a claim: the machine's reading stays, the decision stands beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast, get_args

from fogline.model.claim import Claim
from fogline.model.record import Json, Record, from_record, to_record

Action = Literal["accept", "reject", "correct", "missed", "undo"]
ACTIONS: tuple[str, ...] = get_args(Action)
Reviewed = Literal["accepted", "rejected", "corrected", "missed"]
STATUS: dict[Action, Reviewed] = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "missed": "missed",
}  # fmt: skip
FIELDS = (
    "type", "mode", "agents", "targets", "place", "time", "figure", "measure", "population", "scope", "speaker", "stance",
    "modality", "backdrop",
)  # fmt: skip
IN_FIGURE = ("measure", "population", "scope")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of what people decided, never changed. ``value`` is JSON text: for ``correct`` the field as in the claim's record
    (``speaker`` is ``attribution``), for ``missed`` the whole claim, for ``undo`` the ``row`` of the decision taken back.

    ``claim`` is the claim decided on; of a missed claim its new id. ``row``, ``at`` (instant of recording) and ``undone``
    (whether a later line took it back) are set for a stored decision.
    """

    action: Action
    document: str
    claim: str
    by: str
    because: str
    field: str | None = None
    value: str | None = None
    row: int | None = None
    at: str | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions on one claim that stand, in the order of deciding; ``status`` is what the last of them makes of it.

    ``inherited`` is true where they were made on an earlier reading of the same words.
    """

    decisions: tuple[Decision, ...]
    inherited: bool = False

    @property
    def status(self) -> Reviewed:
        """The last word: a claim rejected and then corrected counts again, as corrected."""
        return STATUS[self.decisions[-1].action]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that a person corrected, each once."""
        return tuple(dict.fromkeys(d.field for d in self.decisions if d.action == "correct" and d.field))


def corrected(claim: Claim, decisions: Iterable[Decision]) -> Claim:
    """The claim with the corrected fields in place; id, words and rule stay the machine's.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` for a value that no claim can have.
    """
    record = to_record(claim)
    changes = [d for d in decisions if d.action == "correct" and d.field]
    for change in changes:
        _put(record, str(change.field), json.loads(change.value or "null"))
    return from_record(record) if changes else claim


def _put(record: Record, field: str, value: Json) -> None:
    if field == "speaker":
        record["attribution"] = value
        return
    if field == "type":  # "ASSAULT/aerial"; another type without a mode has none
        type_, _, mode = str(value).partition("/")
        record["mode"] = mode or (record["mode"] if type_ == record["type"] else None)
        value = type_
    if field not in IN_FIGURE:
        record[field] = value
    figure = record["figure"]
    counts = isinstance(figure, dict)
    if counts and (field in IN_FIGURE or field == "type"):
        cast(Record, figure)["measure" if field == "type" else field] = value
    if field == "measure" and counts:
        record["type"] = value
    if field == "figure" and isinstance(value, dict):
        record["type"] = value["measure"]
