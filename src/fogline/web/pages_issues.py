"""What could not be read, and why."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from fogline.ledger.browse import codes, issues
from fogline.ledger.connection import reading
from fogline.web import columns
from fogline.web.desk import At
from fogline.web.listing import as_csv, listing
from fogline.web.views import download, page, place_of

router = APIRouter(include_in_schema=False)


@router.get("/issues")
def all_issues(request: Request, desk: At, code: str = "") -> Response:
    """Refusals and unresolved words, the last recorded first; of one code, when given."""
    with reading(desk.ledger) as connection:
        counted = codes(connection)
        found = issues(connection, code if code in counted else "")
    wanted = download(request, issues=lambda sort: as_csv(columns.issues(), found.items, sort))
    if wanted is not None:
        return wanted
    values = {
        "codes": counted,
        "code": code if code in counted else "",
        "issues": listing("issues", columns.issues(), found.items, place_of(request), cut=found.cut),
    }
    return page(request, desk, "issues.html", values)
