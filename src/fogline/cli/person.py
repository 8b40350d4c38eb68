"""Who decides: ``--by``, else the setting ``person``, else the user of this machine."""

from __future__ import annotations

import getpass

from fogline.cli.settings import settings
from fogline.errors import PersonUnknown


def person(by: str | None) -> str:
    """The name under which a decision is kept. Raises ``PersonUnknown`` where none can be found."""
    if named := (by or settings().person or "").strip():
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise PersonUnknown from error
