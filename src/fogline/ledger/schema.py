"""The tables of a ledger. Append-only: the only update ever made sets ``superseded_at``.

Instants are ISO strings in UTC with microseconds and ``Z`` (they sort as text on every database); days are ISO days.
The comments below are the reference: they are written into PostgreSQL and into docs/ledger.md.
"""

from __future__ import annotations

from typing import TypeVar, cast

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

T = TypeVar("T")
TEXT = Text().with_variant(Text(collation="C"), "postgresql")  # by code points everywhere, whatever a server's locale
VERSION = "0003"
CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=CONVENTION)


def _is(name: str, kind: type[TypeEngine[T]], comment: str, empty: bool = False) -> Column[T]:
    held = cast("TypeEngine[T]", TEXT) if issubclass(kind, Text) else kind()
    return Column(name, held, nullable=empty, comment=comment)


def _row() -> Column[int]:
    return Column(
        "row", Integer, primary_key=True, autoincrement=True, comment="order of arrival; joins the full-text index"
    )


def _document(name: str = "document") -> Column[str]:
    return Column(name, TEXT, ForeignKey("document.id"), nullable=False, comment="document.id")


document = Table(
    "document",
    metadata,
    _row(),
    Column("id", TEXT, nullable=False, unique=True, comment="identity: docs/claims-and-evidence.md §1"),
    _is("publisher", Text, "who published it, as given", empty=True),
    _is("title", Text, "metadata, never evidence", empty=True),
    _is("url", Text, "where it stood; the same url with another text is a later version", empty=True),
    _is("published", Text, "ISO day or instant as given; unknown stays empty", empty=True),
    _is("retrieved", Text, "ISO day or instant of fetching", empty=True),
    _is("language", Text, "ISO 639-1", empty=True),
    _is("licence", Text, "as given", empty=True),
    _is("text", Text, "canonical text: NFC, \\n line ends; all offsets count its code points"),
    _is("text_digest", Text, "SHA-256 of the canonical text in UTF-8"),
    _is("raw_digest", Text, "SHA-256 of the raw bytes", empty=True),
    _is("agency", Text, "the news agency that the text names as its origin", empty=True),
    _is("known_day", Text, "day a reader could know it: published, else retrieved, else recorded_at"),
    _is("known_at", Text, "the same as an instant where one is given, for the order within a day"),
    _is("reader", Text, "version of Fogline that read it"),
    _is("recorded_at", Text, "instant of storing, never back-dated"),
    _is("superseded_at", Text, "instant when a later version of the same url was stored", empty=True),
    Index(None, "url"),
    Index(None, "text_digest"),
    Index(None, "known_day"),
    Index(None, "recorded_at"),
    comment="a text as read",
)

version = Table(
    "version",
    metadata,
    _row(),
    _document("older"),
    _document("newer"),
    _is("newer_known_day", Text, "known_day of the newer: until then the older is in force"),
    _is("recorded_at", Text, "instant when both were here"),
    Index(None, "older"),
    Index(None, "newer"),
    comment="of two texts at one url, which came later",
)

claim = Table(
    "claim",
    metadata,
    _row(),
    _is("id", Text, "digest of document, evidence and content"),
    _document(),
    _is("kind", Text, "event control figure relation assessment"),
    _is("type", Text, "type within the kind; for a figure the measure"),
    _is("stance", Text, "affirmed denied"),
    _is("modality", Text, "actual planned requested possible hypothetical"),
    _is("backdrop", Boolean, "history told as background"),
    _is("country", Text, "ISO 3166-1 alpha-2 of the place", empty=True),
    _is("countries", Text, "space-padded codes of the place, else of the actors: ' SY RU '"),
    _is("place_id", Text, "the gazetteer's id", empty=True),
    _is("place_key", Text, "the place's folded name", empty=True),
    _is("admin1_key", Text, "the first-order division's folded name", empty=True),
    _is("first_day", Text, "first day of the claim's time, else the day it became known"),
    _is("last_day", Text, "last day of the claim's time, else the day it became known"),
    _is("evidence", Text, "the sentence(s), indexed for search"),
    _is("record", Text, "the whole claim as one line of JSON"),
    _is("reader", Text, "version of Fogline that read it"),
    _is("recorded_at", Text, "instant of storing"),
    _is("superseded_at", Text, "instant when a re-reading no longer gave it", empty=True),
    UniqueConstraint("id", "recorded_at"),
    Index(None, "document"),
    Index(None, "country", "first_day", "last_day"),
    Index(None, "place_key", "first_day", "last_day"),
    Index(None, "admin1_key", "first_day", "last_day"),
    Index(None, "first_day", "last_day"),
    Index(None, "kind", "type", "first_day"),
    comment="who says that something is so, with the words that prove it",
)

reach = Table(
    "reach",
    metadata,
    Column("country", TEXT, primary_key=True, comment="a code of claim.countries"),
    Column("month", TEXT, primary_key=True, comment="2024-12, of the claim's days; * for more than 24 months"),
    Column(
        "claim", Integer, ForeignKey("claim.row", ondelete="CASCADE"), primary_key=True, index=True, comment="claim.row"
    ),
    sqlite_with_rowid=False,
    comment="look-up table: in which countries and months a claim counts",
)

sketch = Table(
    "sketch",
    metadata,
    Column(
        "band",
        BigInteger,
        primary_key=True,
        autoincrement=False,
        comment="one band of the text's minhash: texts that share a band are compared in full",
    ),
    Column("document", Integer, primary_key=True, autoincrement=False, comment="document.row"),
    sqlite_with_rowid=False,
    comment="look-up table for near-duplicate texts",
)

origin = Table(
    "origin",
    metadata,
    _row(),
    _document(),
    _document("like"),
    _is("score", Float, "share of common word runs, 0–1"),
    _is("reason", Text, "a sentence"),
    _is("recorded_at", Text, "instant when both were here"),
    Index(None, "document"),
    Index(None, "like"),
    comment="two documents that are one voice: the text of one is nearly that of the other",
)

judgement = Table(
    "judgement",
    metadata,
    _row(),
    _is("left", Text, "claim.id"),
    _is("right", Text, "claim.id"),
    _is("verdict", Text, "same different unsure"),
    _is("by", Text, "person, or the rule's name"),
    _is("person", Boolean, "a person's judgement is never overridden by a rule"),
    _is("score", Float, "0–1 where a rule judged", empty=True),
    _is("because", Text, "the reason"),
    _is("recorded_at", Text, "instant of judging"),
    Index(None, "left"),
    Index(None, "right"),
    comment="whether two claims are about one happening",
)

decision = Table(
    "decision",
    metadata,
    _row(),
    _is("document", Text, "document.id"),
    _is("claim", Text, "claim.id; empty for a missed claim", empty=True),
    _is("action", Text, "accept correct reject missed undo"),
    _is("field", Text, "the corrected field", empty=True),
    _is("value", Text, "its value as JSON; for missed the claim as JSON", empty=True),
    _is("by", Text, "person"),
    _is("because", Text, "the reason"),
    _is("recorded_at", Text, "instant of deciding"),
    Index(None, "claim"),
    Index(None, "document"),
    comment="what a person decided about a claim; the machine's original stays",
)

issue = Table(
    "issue",
    metadata,
    _row(),
    _is("document", Text, "document.id, or empty where no document came to be"),
    _is("stage", Text, "the step of reading"),
    _is("code", Text, "stable short name"),
    _is("message", Text, "one sentence"),
    _is("start", Integer, "first code point", empty=True),
    _is("end", Integer, "end, exclusive", empty=True),
    _is("known_day", Text, "as the document's"),
    _is("recorded_at", Text, "instant of storing"),
    Index(None, "document"),
    Index(None, "code"),
    Index(None, "stage"),
    comment="what could not be read or resolved",
)

tombstone = Table(
    "tombstone",
    metadata,
    _row(),
    _is("document", Text, "id of the document that was erased"),
    _is("by", Text, "who"),
    _is("because", Text, "why"),
    _is("recorded_at", Text, "when"),
    Index(None, "document"),
    comment="what is left of a forgotten document",
)

reference_file = Table(
    "reference_file",
    metadata,
    _row(),
    _is("dataset", Text, "short name of the data set: ucdp-ged, acled"),
    _is("name", Text, "the file's name"),
    _is("digest", Text, "SHA-256 of the file's bytes: the same file again changes nothing"),
    _is("licence", Text, "of the data set"),
    _is("attribution", Text, "how the data set asks to be cited"),
    _is("first_day", Text, "first day that the file covers"),
    _is("last_day", Text, "last day that the file covers"),
    _is("recorded_at", Text, "instant of importing"),
    UniqueConstraint("dataset", "digest"),
    comment="reference history: a file of events that others coded; apart from claims, in no toll",
)

reference_event = Table(
    "reference_event",
    metadata,
    _row(),
    Column("file", Integer, ForeignKey("reference_file.row"), nullable=False, comment="reference_file.row"),
    _is("dataset", Text, "as the file's"),
    _is("event", Text, "the data set's own id"),
    _is("first_day", Text, "first day of the event"),
    _is("last_day", Text, "last day of the event"),
    _is("days", Integer, "days from the first to the last: 0 for an event of one day"),
    _is("country", Text, "ISO 3166-1 alpha-2"),
    _is("admin1_key", Text, "the first-order division's folded name", empty=True),
    _is("place_key", Text, "the place's folded name", empty=True),
    _is("type", Text, "the data set's own type of violence"),
    _is("low", Integer, "deaths"),
    _is("best", Integer, "deaths"),
    _is("high", Integer, "deaths"),
    _is("recorded_at", Text, "instant of importing"),
    _is("superseded_at", Text, "instant when a later file gave the event other values", empty=True),
    UniqueConstraint("dataset", "event", "recorded_at"),
    Index(None, "file"),
    Index(None, "country", "first_day"),
    Index(None, "admin1_key", "first_day"),
    Index(None, "place_key", "first_day"),
    comment="reference history: an event of violence as a data set has it",
)
