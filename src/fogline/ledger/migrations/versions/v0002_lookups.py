"""Look-up tables by country and month, shorter sketches, word vectors and code point order on PostgreSQL.

Frozen: a change of the schema is a new file beside this one. The look-up tables are filled by ``ledger/lookups.py``.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add and remake the look-up tables; nothing that was stored changes."""
    served = op.get_bind().dialect.name == "postgresql"
    if served:
        _by_code_points()
    op.create_index(
        "ix_claim_admin1_key_first_day_last_day", "claim", ["admin1_key", "first_day", "last_day"], unique=False
    )
    op.create_index("ix_issue_stage", "issue", ["stage"], unique=False)
    _reach()
    _sketch()
    for noun in ("document", "claim") if served else ():
        op.execute(f"CREATE TABLE {noun}_words (row integer NOT NULL, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{noun}_words_row ON {noun}_words (row)")
        op.execute(f"CREATE INDEX ix_{noun}_words_words ON {noun}_words USING gin (words)")


def _by_code_points() -> None:
    """Days, instants and ids are compared as text: a server's own order would put some of them elsewhere."""
    inspector = sa.inspect(op.get_bind())
    for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
        columns = [c["name"] for c in inspector.get_columns(table) if isinstance(c["type"], sa.Text)]
        changes = ", ".join(f'ALTER COLUMN "{name}" TYPE text COLLATE "C"' for name in columns)
        op.execute(f'ALTER TABLE "{table}" {changes}')


def _text() -> sa.types.TypeEngine[str]:
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _reach() -> None:
    op.create_table(
        "reach",
        sa.Column("country", _text(), nullable=False, comment="a code of claim.countries"),
        sa.Column("month", _text(), nullable=False, comment="2024-12, of the claim's days; * for more than 24 months"),
        sa.Column("claim", sa.Integer(), nullable=False, comment="claim.row"),
        sa.ForeignKeyConstraint(["claim"], ["claim.row"], name="fk_reach_claim", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("country", "month", "claim", name="pk_reach"),
        sqlite_with_rowid=False,
        comment="look-up table: in which countries and months a claim counts",
    )
    op.create_index("ix_reach_claim", "reach", ["claim"], unique=False)


def _sketch() -> None:
    op.drop_table("sketch")
    op.create_table(
        "sketch",
        sa.Column(
            "band",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="one band of the text's minhash: texts that share a band are compared in full",
        ),
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False, comment="document.row"),
        sa.PrimaryKeyConstraint("band", "document", name="pk_sketch"),
        sqlite_with_rowid=False,
        comment="look-up table for near-duplicate texts",
    )
