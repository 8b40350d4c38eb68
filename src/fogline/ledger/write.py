"""Adding to a ledger: one transaction a document, all of it or nothing of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, bindparam, func, insert, select

from fogline import __version__
from fogline.claims.check import faults
from fogline.ledger import schema
from fogline.ledger.agency import agency_of
from fogline.ledger.claim_rows import store_claims
from fogline.ledger.links import link
from fogline.ledger.times import known, stamp
from fogline.ledger.words import index
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Issue

STORED = insert(schema.document).returning(schema.document.c.row)
HERE = select(
    select(schema.document.c.text_digest)
    .where(schema.document.c.id == bindparam("id"))
    .scalar_subquery()
    .label("text_digest"),
    select(func.max(schema.tombstone.c.row))
    .where(schema.tombstone.c.document == bindparam("id"))
    .scalar_subquery()
    .label("buried"),
)
LATEST = select(func.max(schema.document.c.recorded_at))
Outcome = Literal["added", "known", "other_text", "forgotten"]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: ``added``; ``known`` = here before, nothing done; ``other_text`` = its given id already
    stands for another text, not stored; ``forgotten`` = erased on request, not stored again.

    ``supersedes`` and ``superseded_by`` are the versions of the same url; ``copy_of`` the documents of nearly the same text.
    """

    document: str
    outcome: Outcome
    claims: int = 0
    supersedes: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()
    copy_of: tuple[str, ...] = ()


def add(
    connection: Connection,
    document: Document,
    claims: Sequence[Claim],
    issues: Sequence[Issue],
    at: datetime,
    although_forgotten: bool = False,
) -> Added:
    """Store a document with what was read in it. ``connection`` comes from ``writing``, outside a transaction.

    Adding the same id again does nothing and says so. ``at`` is the instant of recording; it is never stored earlier than
    what the ledger already holds, so that an answer once given for an earlier instant stays the answer. A document erased on
    request comes back only ``although_forgotten``; its tombstone stays. A claim that does not hold against the text is not
    stored; an issue says why.
    """
    with connection.begin():
        if (known_here := _refusal(connection, document, although_forgotten)) is not None:
            return known_here
        moment = _not_before(connection, stamp(at))
        stored = document_row(document, moment)
        row = connection.execute(STORED, stored).scalar_one()
        index(connection, "document", {row: (document.title, document.text)})
        sound, unsound = entering(document, claims)
        store_claims(connection, sound, sound, moment, stored["known_day"])
        _add_issues(connection, document, [*issues, *unsound], moment)
        links = link(connection, row, document, moment)
    return Added(document.id, "added", len(sound), links.older, links.newer, links.copies)


def entering(document: Document, claims: Sequence[Claim]) -> tuple[list[Claim], list[Issue]]:
    """The claims that hold (docs/claims-and-evidence.md, "what must always hold"), and an issue for each other one."""
    sound: list[Claim] = []
    issues: list[Issue] = []
    for claim in claims:
        met = faults(claim, document.text) or ([] if claim.document == document.id else ["of another document"])
        if met:
            issues.append(
                Issue("ledger", "unsound_claim", f"{claim.kind} {claim.type}: {met[0]}", document.id, claim.evidence)
            )
        else:
            sound.append(claim)
    left = {claim.id for claim in sound}
    return [c if c.subset_of is None or c.subset_of in left else replace(c, subset_of=None) for c in sound], issues


def refusal(connection: Connection, document: Document, although_forgotten: bool = False) -> Added | None:
    """What ``add`` would say of a document that it would not store; ``None`` for a new one."""
    with connection.begin():
        return _refusal(connection, document, although_forgotten)


def add_issues(connection: Connection, issues: Sequence[Issue], at: datetime) -> None:
    """Store what belongs to no stored document: a file that could not be read. The same issue again is not stored twice."""
    with connection.begin():
        moment = _not_before(connection, stamp(at))
        table = schema.issue
        for issue in issues:
            row = _issue_row(issue, moment[:10], moment)
            same = (
                (table.c.document == issue.document) & (table.c.code == issue.code) & (table.c.message == issue.message)
            )
            if connection.execute(select(table.c.row).where(same)).first() is None:
                connection.execute(insert(table), row)


def document_row(document: Document, moment: str) -> dict[str, str | None]:
    """The document as a row; ``moment`` is the instant of recording."""
    known_day, known_at = known(document, moment)
    return {
        "id": document.id,
        "publisher": document.publisher,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "retrieved": document.retrieved,
        "language": document.language,
        "licence": document.licence,
        "text": document.text,
        "text_digest": digest(document.text),
        "raw_digest": document.raw_digest,
        "agency": agency_of(document.text),
        "known_day": known_day,
        "known_at": known_at,
        "reader": __version__,
        "recorded_at": moment,
    }


def digest(words: str) -> str:
    """SHA-256 of the text in UTF-8."""
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def _refusal(connection: Connection, document: Document, although_forgotten: bool) -> Added | None:
    met = connection.execute(HERE, {"id": document.id}).one()
    if met.text_digest is not None:
        return Added(document.id, "known" if met.text_digest == digest(document.text) else "other_text")
    return Added(document.id, "forgotten") if met.buried is not None and not although_forgotten else None


def _not_before(connection: Connection, moment: str) -> str:
    latest = connection.execute(LATEST).scalar()
    return max(moment, str(latest or ""))


def _add_issues(connection: Connection, document: Document, issues: Sequence[Issue], moment: str) -> None:
    if issues:
        day, _ = known(document, moment)
        connection.execute(
            insert(schema.issue), [_issue_row(i, day, moment) | {"document": document.id} for i in issues]
        )


def _issue_row(issue: Issue, day: str, moment: str) -> dict[str, str | int | None]:
    return {
        "document": issue.document,
        "stage": issue.stage,
        "code": issue.code,
        "message": issue.message,
        "start": issue.span.start if issue.span else None,
        "end": issue.span.end if issue.span else None,
        "known_day": day,
        "recorded_at": moment,
    }
