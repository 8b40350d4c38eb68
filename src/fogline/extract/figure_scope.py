"""Whether a figure is of one event or a running toll, and since when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fogline.model.figure import Scope
from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.sentence import Sentence

RUNNING = re.compile(
    r"\b(?:since|so far|to date|in total|altogether|overall|cumulative(?:ly)?|the total|a total of|total number|now stands?|"
    r"(?:has|have) (?:now )?(?:risen|climbed|increased|reached|grown|exceeded|passed|surpassed|killed|displaced|left|been)\b.*\bsince|"
    r"(?:in|over|during) the (?:past|last) (?:\w+ )?(?:days|weeks|months|years|decade)|"
    r"(?:over|throughout) the course of the (?:war|conflict)|the (?:death )?toll)\b",
    re.IGNORECASE,
)
EVENT = frozenset({"killed", "injured", "abducted", "detained", "released", "rescued", "missing", "strikes"})


def scope(sentence: Sentence, measure: str, toll: bool, times: Sequence[Mention[Period]]) -> tuple[Scope, date | None]:
    """The scope of a figure of the sentence, and the day from which a running toll counts, when stated."""
    since = _since(sentence, times)
    if toll or since is not None or RUNNING.search(sentence.text):
        return "cumulative", since
    return ("incident" if measure in EVENT else "unknown"), None


def _since(sentence: Sentence, times: Sequence[Mention[Period]]) -> date | None:
    for time in times:
        words = {t.lower for t in sentence.tokens[max(time.first - 1, 0) : time.first + 1]}
        if time.sentence == sentence.index and "since" in words:
            return time.value.first
    return None
