"""Whether anything changed, and whether it matters to a question: a ledger only grows, so its last rows name its state."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from fogline.ledger import schema
from fogline.ledger.held import REFUSED_CODES, REFUSED_STAGES
from fogline.ledger.read import Where

Revision = tuple[int, ...]
TABLES = (
    schema.document, schema.version, schema.claim, schema.origin, schema.judgement, schema.decision, schema.issue,
    schema.tombstone, schema.reference_file,
)  # fmt: skip


def revision(connection: Connection) -> Revision:
    """The last row of every table: two equal revisions of one ledger give equal answers, re-readings that only drop apart."""
    last = (select(func.coalesce(func.max(table.c.row), 0)).scalar_subquery() for table in TABLES)
    return tuple(int(value) for value in connection.execute(select(*last)).one())


def matters(connection: Connection, before: Revision, place: Where) -> bool:
    """Whether anything stored since ``before`` can change a situation of that place.

    New claims count where they tell of the country, issues where they cost a document; versions, copies, judgements and
    decisions always.
    """
    last = dict(zip(TABLES, before, strict=True))
    issue = schema.issue
    lost = or_(issue.c.stage.in_(REFUSED_STAGES), issue.c.code.in_(REFUSED_CODES))
    news: list[tuple[Table, list[ColumnElement[bool]]]] = [
        *((table, []) for table in TABLES if table not in (schema.document, schema.claim, issue)),
        (issue, [lost]),
        (schema.claim, _there(place)),
        *([] if _there(place) else [(schema.document, [])]),
    ]
    asked = (select(table.c.row).where(table.c.row > last[table], *limits).limit(1) for table, limits in news)
    return any(connection.execute(one).first() is not None for one in asked)


def _there(place: Where) -> list[ColumnElement[bool]]:
    """A country's situation rests on what is told of the country; a town's also on counts of the region around it."""
    return [schema.claim.c.countries.contains(f" {place.country} ", autoescape=True)] if place.country else []
