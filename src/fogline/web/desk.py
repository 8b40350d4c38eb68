"""What the pages of one running server share: the ledger, the door, the reader of uploads, the person at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
from jinja2 import Environment
from markupsafe import Markup

from fogline.config import Settings
from fogline.ledger.connection import Ledger
from fogline.ledger.revision import Revision
from fogline.web.asking import Situations
from fogline.web.kept import Kept
from fogline.web.question import Question, question
from fogline.web.region import Base
from fogline.web.shapes import Shapes
from fogline.web.tokens import Attempts, Door
from fogline.web.uploads import Uploads

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a page may use. ``person`` signs the decisions made here."""

    ledger: Ledger
    situations: Situations
    shapes: Shapes
    door: Door
    attempts: Attempts
    uploads: Uploads
    templates: Environment
    drawn: Kept[tuple[Revision, Question], Markup]
    bases: Kept[str, Base]
    person: str
    settings: Settings

    @staticmethod
    def now() -> datetime:
        """The instant of recording."""
        return datetime.now(UTC)


def _desk(request: Request) -> Desk:
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def _question(request: Request) -> Question:
    return question(request.query_params)


At = Annotated[Desk, Depends(_desk)]
Asking = Annotated[Question, Depends(_question)]
