"""The first version of the ledger's tables. Frozen: a change of the schema is a new file beside this one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WORDS = "content_rowid='row', tokenize='unicode61 remove_diacritics 2'"


def upgrade() -> None:
    """Create every table; on SQLite the full-text tables too (on PostgreSQL the index is an expression)."""
    _document()
    _version()
    _claim()
    _sketch()
    _origin()
    _judgement()
    _decision()
    _issue()
    _tombstone()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='document', {WORDS})")
        op.execute(f"CREATE VIRTUAL TABLE claim_words USING fts5(evidence, content='claim', {WORDS})")


def _document() -> None:
    op.create_table(
        "document",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("id", sa.Text(), nullable=False, comment="identity: docs/claims-and-evidence.md §1"),
        sa.Column("publisher", sa.Text(), nullable=True, comment="who published it, as given"),
        sa.Column("title", sa.Text(), nullable=True, comment="metadata, never evidence"),
        sa.Column(
            "url", sa.Text(), nullable=True, comment="where it stood; the same url with another text is a later version"
        ),
        sa.Column("published", sa.Text(), nullable=True, comment="ISO day or instant as given; unknown stays empty"),
        sa.Column("retrieved", sa.Text(), nullable=True, comment="ISO day or instant of fetching"),
        sa.Column("language", sa.Text(), nullable=True, comment="ISO 639-1"),
        sa.Column("licence", sa.Text(), nullable=True, comment="as given"),
        sa.Column(
            "text",
            sa.Text(),
            nullable=False,
            comment="canonical text: NFC, \\n line ends; all offsets count its code points",
        ),
        sa.Column("text_digest", sa.Text(), nullable=False, comment="SHA-256 of the canonical text in UTF-8"),
        sa.Column("raw_digest", sa.Text(), nullable=True, comment="SHA-256 of the raw bytes"),
        sa.Column("agency", sa.Text(), nullable=True, comment="the news agency that the text names as its origin"),
        sa.Column(
            "known_day",
            sa.Text(),
            nullable=False,
            comment="day a reader could know it: published, else retrieved, else recorded_at",
        ),
        sa.Column(
            "known_at",
            sa.Text(),
            nullable=False,
            comment="the same as an instant where one is given, for the order within a day",
        ),
        sa.Column("reader", sa.Text(), nullable=False, comment="version of Fogline that read it"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant of storing, never back-dated"),
        sa.Column(
            "superseded_at", sa.Text(), nullable=True, comment="instant when a later version of the same url was stored"
        ),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_document")),
        sa.UniqueConstraint("id", name=op.f("uq_document_id")),
        comment="a text as read",
    )
    op.create_index(op.f("ix_document_known_day"), "document", ["known_day"], unique=False)
    op.create_index(op.f("ix_document_recorded_at"), "document", ["recorded_at"], unique=False)
    op.create_index(op.f("ix_document_text_digest"), "document", ["text_digest"], unique=False)
    op.create_index(op.f("ix_document_url"), "document", ["url"], unique=False)


def _version() -> None:
    op.create_table(
        "version",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("older", sa.Text(), nullable=False, comment="document.id"),
        sa.Column("newer", sa.Text(), nullable=False, comment="document.id"),
        sa.Column(
            "newer_known_day",
            sa.Text(),
            nullable=False,
            comment="known_day of the newer: until then the older is in force",
        ),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant when both were here"),
        sa.ForeignKeyConstraint(["newer"], ["document.id"], name=op.f("fk_version_newer")),
        sa.ForeignKeyConstraint(["older"], ["document.id"], name=op.f("fk_version_older")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_version")),
        comment="of two texts at one url, which came later",
    )
    op.create_index(op.f("ix_version_newer"), "version", ["newer"], unique=False)
    op.create_index(op.f("ix_version_older"), "version", ["older"], unique=False)


def _claim() -> None:
    op.create_table(
        "claim",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("id", sa.Text(), nullable=False, comment="digest of document, evidence and content"),
        sa.Column("document", sa.Text(), nullable=False, comment="document.id"),
        sa.Column("kind", sa.Text(), nullable=False, comment="event control figure relation assessment"),
        sa.Column("type", sa.Text(), nullable=False, comment="type within the kind; for a figure the measure"),
        sa.Column("stance", sa.Text(), nullable=False, comment="affirmed denied"),
        sa.Column("modality", sa.Text(), nullable=False, comment="actual planned requested possible hypothetical"),
        sa.Column("backdrop", sa.Boolean(), nullable=False, comment="history told as background"),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2 of the place"),
        sa.Column(
            "countries",
            sa.Text(),
            nullable=False,
            comment="space-padded codes of the place, else of the actors: ' SY RU '",
        ),
        sa.Column("place_id", sa.Text(), nullable=True, comment="the gazetteer's id"),
        sa.Column("place_key", sa.Text(), nullable=True, comment="the place's folded name"),
        sa.Column("admin1_key", sa.Text(), nullable=True, comment="the first-order division's folded name"),
        sa.Column(
            "first_day",
            sa.Text(),
            nullable=False,
            comment="first day of the claim's time, else the day it became known",
        ),
        sa.Column(
            "last_day", sa.Text(), nullable=False, comment="last day of the claim's time, else the day it became known"
        ),
        sa.Column("evidence", sa.Text(), nullable=False, comment="the sentence(s), indexed for search"),
        sa.Column("record", sa.Text(), nullable=False, comment="the whole claim as one line of JSON"),
        sa.Column("reader", sa.Text(), nullable=False, comment="version of Fogline that read it"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant of storing"),
        sa.Column("superseded_at", sa.Text(), nullable=True, comment="instant when a re-reading no longer gave it"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name=op.f("fk_claim_document")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_claim")),
        sa.UniqueConstraint("id", "recorded_at", name=op.f("uq_claim_id_recorded_at")),
        comment="who says that something is so, with the words that prove it",
    )
    op.create_index(
        op.f("ix_claim_country_first_day_last_day"), "claim", ["country", "first_day", "last_day"], unique=False
    )
    op.create_index(op.f("ix_claim_document"), "claim", ["document"], unique=False)
    op.create_index(op.f("ix_claim_first_day_last_day"), "claim", ["first_day", "last_day"], unique=False)
    op.create_index(op.f("ix_claim_kind_type_first_day"), "claim", ["kind", "type", "first_day"], unique=False)
    op.create_index(
        op.f("ix_claim_place_key_first_day_last_day"), "claim", ["place_key", "first_day", "last_day"], unique=False
    )


def _sketch() -> None:
    op.create_table(
        "sketch",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="document.id"),
        sa.Column(
            "band",
            sa.Text(),
            nullable=False,
            comment="one band of the text's minhash: texts that share a band are compared in full",
        ),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name=op.f("fk_sketch_document")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_sketch")),
        comment="look-up table for near-duplicate texts",
    )
    op.create_index(op.f("ix_sketch_band"), "sketch", ["band"], unique=False)
    op.create_index(op.f("ix_sketch_document"), "sketch", ["document"], unique=False)


def _origin() -> None:
    op.create_table(
        "origin",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="document.id"),
        sa.Column("like", sa.Text(), nullable=False, comment="document.id"),
        sa.Column("score", sa.Float(), nullable=False, comment="share of common word runs, 0–1"),
        sa.Column("reason", sa.Text(), nullable=False, comment="a sentence"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant when both were here"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name=op.f("fk_origin_document")),
        sa.ForeignKeyConstraint(["like"], ["document.id"], name=op.f("fk_origin_like")),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_origin")),
        comment="two documents that are one voice: the text of one is nearly that of the other",
    )
    op.create_index(op.f("ix_origin_document"), "origin", ["document"], unique=False)
    op.create_index(op.f("ix_origin_like"), "origin", ["like"], unique=False)


def _judgement() -> None:
    op.create_table(
        "judgement",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("left", sa.Text(), nullable=False, comment="claim.id"),
        sa.Column("right", sa.Text(), nullable=False, comment="claim.id"),
        sa.Column("verdict", sa.Text(), nullable=False, comment="same different unsure"),
        sa.Column("by", sa.Text(), nullable=False, comment="person, or the rule's name"),
        sa.Column("person", sa.Boolean(), nullable=False, comment="a person's judgement is never overridden by a rule"),
        sa.Column("score", sa.Float(), nullable=True, comment="0–1 where a rule judged"),
        sa.Column("because", sa.Text(), nullable=False, comment="the reason"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant of judging"),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_judgement")),
        comment="whether two claims are about one happening",
    )
    op.create_index(op.f("ix_judgement_left"), "judgement", ["left"], unique=False)
    op.create_index(op.f("ix_judgement_right"), "judgement", ["right"], unique=False)


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="document.id"),
        sa.Column("claim", sa.Text(), nullable=True, comment="claim.id; empty for a missed claim"),
        sa.Column("action", sa.Text(), nullable=False, comment="accept correct reject missed undo"),
        sa.Column("field", sa.Text(), nullable=True, comment="the corrected field"),
        sa.Column("value", sa.Text(), nullable=True, comment="its value as JSON; for missed the claim as JSON"),
        sa.Column("by", sa.Text(), nullable=False, comment="person"),
        sa.Column("because", sa.Text(), nullable=False, comment="the reason"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant of deciding"),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_decision")),
        comment="what a person decided about a claim; the machine's original stays",
    )
    op.create_index(op.f("ix_decision_claim"), "decision", ["claim"], unique=False)
    op.create_index(op.f("ix_decision_document"), "decision", ["document"], unique=False)


def _issue() -> None:
    op.create_table(
        "issue",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="document.id, or empty where no document came to be"),
        sa.Column("stage", sa.Text(), nullable=False, comment="the step of reading"),
        sa.Column("code", sa.Text(), nullable=False, comment="stable short name"),
        sa.Column("message", sa.Text(), nullable=False, comment="one sentence"),
        sa.Column("start", sa.Integer(), nullable=True, comment="first code point"),
        sa.Column("end", sa.Integer(), nullable=True, comment="end, exclusive"),
        sa.Column("known_day", sa.Text(), nullable=False, comment="as the document's"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="instant of storing"),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_issue")),
        comment="what could not be read or resolved",
    )
    op.create_index(op.f("ix_issue_code"), "issue", ["code"], unique=False)
    op.create_index(op.f("ix_issue_document"), "issue", ["document"], unique=False)


def _tombstone() -> None:
    op.create_table(
        "tombstone",
        sa.Column(
            "row",
            sa.Integer(),
            autoincrement=True,
            nullable=False,
            comment="order of arrival; joins the full-text index",
        ),
        sa.Column("document", sa.Text(), nullable=False, comment="id of the document that was erased"),
        sa.Column("by", sa.Text(), nullable=False, comment="who"),
        sa.Column("because", sa.Text(), nullable=False, comment="why"),
        sa.Column("recorded_at", sa.Text(), nullable=False, comment="when"),
        sa.PrimaryKeyConstraint("row", name=op.f("pk_tombstone")),
        comment="what is left of a forgotten document",
    )
    op.create_index(op.f("ix_tombstone_document"), "tombstone", ["document"], unique=False)
