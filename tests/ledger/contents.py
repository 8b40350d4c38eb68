"""What a ledger holds, apart from instants and the order of arrival: equal for equal ledgers of whatever database."""

from __future__ import annotations

from sqlalchemy import Connection, select
from tests.reports import counted, report, told

from fogline.ledger import schema
from fogline.ledger.connection import opened, reading
from fogline.model.claim import Claim
from fogline.model.document import Document

Told = tuple[Document, list[Claim]]
Rows = list[tuple[object, ...]]
WIRE = (
    "PORT SUDAN (Reuters) - Shells fell on the market of El Fasher on Monday morning and killed {number} people, doctors at "
    "the hospital of quarter {number} said. Aid workers have not been able to enter the town since May of that year."
)


def raids(count: int) -> list[Told]:
    """Reports with claims by hand; every tenth is a wire's text, followed by its copy, and a page that is rewritten."""
    return [(document, _claims(document, number)) for number in range(count) for document in (_document(number),)]


def contents(target: str) -> dict[str, Rows]:
    """By table, the rows in order."""
    d, c, i, v, o, r = (
        schema.document.c,
        schema.claim.c,
        schema.issue.c,
        schema.version.c,
        schema.origin.c,
        schema.reach.c,
    )
    asked = {
        "document": select(d.id, d.publisher, d.url, d.text, d.text_digest, d.known_day, d.known_at),
        "claim": select(c.id, c.document, c.countries, c.place_key, c.first_day, c.last_day, c.record),
        "issue": select(i.document, i.stage, i.code, i.message),
        "version": select(v.older, v.newer, v.newer_known_day),
        "reach": select(r.country, r.month, c.id).join(schema.claim, c.row == r.claim),
        "sketch": select(schema.sketch.c.band, d.id).join(schema.document, d.row == schema.sketch.c.document),
        "superseded": select(d.id).where(d.superseded_at.is_not(None)),
    }
    with reading(opened(target)) as connection:
        rows = {table: sorted(tuple(row) for row in connection.execute(question)) for table, question in asked.items()}
        pairs = [tuple(sorted((row.document, row.like))) for row in connection.execute(select(o.document, o.like))]
    return {**rows, "origin": sorted(pairs)}


def counts(connection: Connection, document: str) -> tuple[int, int]:
    """How many claims and look-up rows a document has."""
    c = schema.claim.c
    rows = [row.row for row in connection.execute(select(c.row).where(c.document == document))]
    looked = connection.execute(select(schema.reach.c.claim).where(schema.reach.c.claim.in_(rows))).all()
    return len(rows), len(looked)


def _document(number: int) -> Document:
    if number % 10 in (0, 1):
        text = WIRE.format(number=number - number % 10 + 2)
        return report(text, "2024-12-02", "Reuters" if number % 10 else "Daily Post")
    text = f"Jets struck Idlib {number} times. There {number} people were killed. Witness {number} fled to Hama."
    url = f"https://x.example/{number // 10}" if number % 10 in (2, 3) else None
    return report(text, f"2024-12-{number % 28 + 1:02}", f"Daily {number % 7}", title="Raids", url=url)


def _claims(document: Document, number: int) -> list[Claim]:
    if number % 10 in (0, 1):
        return [told(document, "ASSAULT", "fell", place="El Fasher", day="2024-12-02")]
    dead = counted(document, f"{number} people", "killed", number, place="Idlib")
    return [told(document, "ASSAULT", "struck", place="Idlib"), dead, told(document, "RETREAT", "fled", place="Hama")]
