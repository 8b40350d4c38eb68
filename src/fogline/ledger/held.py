"""Everything that a situation is made of, read in one consistent state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, select

from fogline.ledger import schema
from fogline.ledger.decided import Asked, decided
from fogline.ledger.divisions import divisions
from fogline.ledger.history import history
from fogline.ledger.people import judged
from fogline.ledger.read import ANYWHERE, EVER, NOW, Where, issues, sources, stated
from fogline.model.issue import Issue
from fogline.model.stated import Clocks, Held, Window

REFUSED_STAGES = ("sources", "documents", "relevance")
REFUSED_CODES = ("language_not_read",)


def held(connection: Connection, clocks: Clocks = NOW, window: Window = EVER, where: Where = ANYWHERE) -> Held:
    """The claims of the window and place as people left them, their documents, what was refused, and what people judged."""
    told = decided(connection, stated(connection, clocks, window, where), Asked(clocks, window, where))
    named = {s.source.id for s in (*told.claims, *told.rejected)} | (
        _told_nothing(connection, window) if where == ANYWHERE else set()
    )
    documents = sources(connection, clocks, sorted(named))
    return Held(told.claims, documents, refused(connection, clocks), judged(connection, clocks), told.rejected)


def held_with_history(
    connection: Connection, clocks: Clocks = NOW, window: Window = EVER, where: Where = ANYWHERE
) -> Held:
    """The same, with what was counted of the region before and by others: for a whole situation, whose tempo is looked at."""
    now = held(connection, clocks, window, where)
    past = history(connection, clocks, window, where)
    return replace(now, history=past, divisions=divisions(connection, clocks, window.first or date.max, where))


def refused(connection: Connection, clocks: Clocks = NOW) -> tuple[Issue, ...]:
    """The issues that cost a whole document, or a part that was not read."""
    return issues(connection, clocks, stages=REFUSED_STAGES, codes=REFUSED_CODES)


def _told_nothing(connection: Connection, window: Window) -> set[str]:
    """All documents that became known in the window: those without a claim count as coverage too."""
    d = schema.document
    limits: list[ColumnElement[bool]] = []
    if window.first:
        limits.append(d.c.known_day >= window.first.isoformat())
    if window.last:
        limits.append(d.c.known_day <= window.last.isoformat())
    return {row.id for row in connection.execute(select(d.c.id).where(*limits))}
