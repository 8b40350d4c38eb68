"""Accept, correct, reject, missed, undo: plain forms beside every claim."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from fogline.config import Settings
from fogline.errors import NothingNamed
from fogline.gazetteer.lookup import open_gazetteer
from fogline.language.actor_lexicon import ActorLexicon
from fogline.ledger.connection import reading, writing
from fogline.ledger.correction_fields import Names
from fogline.ledger.corrections import Missed, correcting, missed_claim
from fogline.ledger.decided import claim_with_review
from fogline.ledger.decisions import accepting, decide, missing, rejecting, undo
from fogline.ledger.read import document_by_id
from fogline.model.decision import Decision
from fogline.web.desk import At, Desk
from fogline.web.forms import form_of, words
from fogline.web.views import back

router = APIRouter(include_in_schema=False)


@router.post("/claim/{name}/decide")
async def decided(request: Request, desk: At, name: str) -> Response:
    """One decision about one claim, then back to where the form stood."""
    form = await form_of(request, desk)
    await run_in_threadpool(_decide, desk, name, form)
    await run_in_threadpool(desk.situations.touched)
    return back(words(form, "back"), f"/claim/{name}")


@router.post("/document/{name}/missed")
async def missed(request: Request, desk: At, name: str) -> Response:
    """A claim that the reading missed, in a person's words."""
    form = await form_of(request, desk)
    claim = await run_in_threadpool(_missed, desk, name, form)
    await run_in_threadpool(desk.situations.touched)
    return back(f"/claim/{claim}")


def _decide(desk: Desk, name: str, form: FormData) -> None:
    because, action = words(form, "because"), words(form, "action")
    if action == "undo":
        with writing(desk.ledger) as connection:
            undo(
                connection,
                int(row) if (row := words(form, "row")).isdecimal() else name,
                desk.person,
                because,
                desk.now(),
            )
        return
    decision = _decision(desk, name, form)
    with writing(desk.ledger) as connection:
        decide(connection, replace(decision, by=desk.person, because=because), desk.now())


def _decision(desk: Desk, name: str, form: FormData) -> Decision:
    action = words(form, "action")
    with reading(desk.ledger) as connection:
        found = claim_with_review(connection, name)
        document = document_by_id(connection, found.claim.document) if found else None
    if found is None or document is None:
        raise NothingNamed("claim", name)
    if action == "accept":
        return accepting(found.claim, desk.person)
    if action == "reject":
        return rejecting(found.claim, desk.person, "")
    if action == "correct":
        with _names(desk.settings) as names:
            return correcting(found.claim, f"{words(form, 'field')}={words(form, 'value')}", document, names)
    raise HTTPException(400, "A decision is one of accept, correct, reject, undo.")


def _missed(desk: Desk, name: str, form: FormData) -> str:
    with reading(desk.ledger) as connection:
        document = document_by_id(connection, name)
    if document is None:
        raise NothingNamed("document", name)
    start, end = (int(w) if (w := words(form, side)).isdecimal() else -1 for side in ("start", "end"))
    pairs = [p for p in words(form, "pairs").splitlines() if p.strip()]
    with _names(desk.settings) as names:
        claim = missed_claim(Missed(document, start, end, pairs, words(form, "kind") or None), names)
    with writing(desk.ledger) as connection:
        decide(connection, missing(claim, desk.person, words(form, "because")), desk.now())
    return claim.id


@contextmanager
def _names(settings: Settings) -> Iterator[Names]:
    """What resolves the names that a person types."""
    with closing(open_gazetteer(settings.cache, settings.places)) as book:
        yield Names(ActorLexicon.load(settings.actors), book)
