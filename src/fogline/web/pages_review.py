"""What a person should look at first, and what people decided so far."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from fogline.ledger.connection import reading
from fogline.ledger.decisions import all_decisions
from fogline.situation.review import Due, queue
from fogline.web import columns
from fogline.web.desk import Asking, At
from fogline.web.listing import PAGE, Cell, Column, as_csv
from fogline.web.views import download, page, place_of
from fogline.web.words import told

router = APIRouter(include_in_schema=False)
COLUMNS: tuple[Column[Due], ...] = (
    Column("score", "Score", lambda d: Cell(f"{d.score:.2f}", value=d.score), "number"),
    Column("doubt", "Doubt", lambda d: Cell(f"{d.doubt:.2f}", value=d.doubt), "number"),
    Column("consequence", "Consequence", lambda d: Cell(f"{d.consequence:.2f}", value=d.consequence), "number"),
    Column("claim", "Claim", lambda d: Cell(told(d.heard.stated.claim), value=d.heard.stated.claim.id)),
    Column("voice", "Who says so", lambda d: Cell(d.heard.voice.name)),
    Column("why", "Why it matters", lambda d: Cell("; ".join(d.reasons))),
    Column("sentence", "Sentence", lambda d: columns.sentence(d.heard.stated)),
)
SHOWN = PAGE // 4  # a claim with its forms and reasons takes four lines


@router.get("/review")
def review(request: Request, desk: At, asked: Asking) -> Response:
    """The claims in doubt on which most rests; the last decisions, each with its undo."""
    due = queue(desk.situations.of(asked).situation)
    wanted = download(request, review=lambda sort: as_csv(COLUMNS, due, sort))
    if wanted is not None:
        return wanted
    with reading(desk.ledger) as connection:
        decided = [d for d in all_decisions(connection) if d.action != "undo" and not d.undone]
    values = {
        "asked": asked,
        "due": due[:SHOWN],
        "total": len(due),
        "decided": decided[: -SHOWN - 1 : -1],
        "download": place_of(request).href(format="csv"),
    }
    return page(request, desk, "review.html", values)
