"""By which letters a long name is known: SOHR, UNRWA, WFP."""

from __future__ import annotations

import re
from collections.abc import Callable

from fogline.language.actor_lexicon import ActorLexicon

LETTERS = re.compile(r"[A-Z][A-Z0-9-]{1,7}")


def letters_of(actors: ActorLexicon) -> Callable[[str], str | None]:
    """A function from a name that one known actor bears to its letters; ``None`` where it has none."""

    def letters(name: str) -> str | None:
        known = actors.candidates(name)
        return next((a for a in known[0].aliases if LETTERS.fullmatch(a)), None) if len(known) == 1 else None

    return letters
