"""Reference history: events that others coded, for rank and tempo. Frozen: a change is a new file beside this one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the two tables; nothing that was stored changes."""
    _file()
    _event()
    op.create_index("ix_reference_event_file", "reference_event", ["file"], unique=False)
    for first in ("country", "admin1_key", "place_key"):
        op.create_index(f"ix_reference_event_{first}_first_day", "reference_event", [first, "first_day"], unique=False)


def _text(name: str, comment: str, *, nullable: bool = False) -> sa.Column[str]:
    held = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, held, nullable=nullable, comment=comment)


def _number(name: str, comment: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, comment=comment)


def _row() -> sa.Column[int]:
    comment = "order of arrival; joins the full-text index"
    return sa.Column("row", sa.Integer(), autoincrement=True, nullable=False, comment=comment)


def _file() -> None:
    op.create_table(
        "reference_file",
        _row(),
        _text("dataset", "short name of the data set: ucdp-ged, acled"),
        _text("name", "the file's name"),
        _text("digest", "SHA-256 of the file's bytes: the same file again changes nothing"),
        _text("licence", "of the data set"),
        _text("attribution", "how the data set asks to be cited"),
        _text("first_day", "first day that the file covers"),
        _text("last_day", "last day that the file covers"),
        _text("recorded_at", "instant of importing"),
        sa.PrimaryKeyConstraint("row", name="pk_reference_file"),
        sa.UniqueConstraint("dataset", "digest", name="uq_reference_file_dataset_digest"),
        comment="reference history: a file of events that others coded; apart from claims, in no toll",
    )


def _event() -> None:
    op.create_table(
        "reference_event",
        _row(),
        _number("file", "reference_file.row"),
        _text("dataset", "as the file's"),
        _text("event", "the data set's own id"),
        _text("first_day", "first day of the event"),
        _text("last_day", "last day of the event"),
        _number("days", "days from the first to the last: 0 for an event of one day"),
        _text("country", "ISO 3166-1 alpha-2"),
        _text("admin1_key", "the first-order division's folded name", nullable=True),
        _text("place_key", "the place's folded name", nullable=True),
        _text("type", "the data set's own type of violence"),
        _number("low", "deaths"),
        _number("best", "deaths"),
        _number("high", "deaths"),
        _text("recorded_at", "instant of importing"),
        _text("superseded_at", "instant when a later file gave the event other values", nullable=True),
        sa.ForeignKeyConstraint(["file"], ["reference_file.row"], name="fk_reference_event_file"),
        sa.PrimaryKeyConstraint("row", name="pk_reference_event"),
        sa.UniqueConstraint("dataset", "event", "recorded_at", name="uq_reference_event_dataset_event_recorded_at"),
        comment="reference history: an event of violence as a data set has it",
    )
