"""Whether a figure is of one event or a running toll, and since when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fogline.extract.figure_drafts import Draft
from fogline.extract.figure_fates import Told
from fogline.language import tree
from fogline.model.figure import Scope
from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.sentence import Sentence

RUNNING = re.compile(
    r"\b(?:so far|to date|in total|altogether|cumulative(?:ly)?|total number|now stands?|"
    r"(?:in|over|during) the (?:past|last) (?:\w+ )?(?:days|weeks|months|years|decade)|"
    r"(?:over|throughout|during|in) (?:the course of )?the (?:war|conflict)|"
    r"since (?!then\b|that\b))",
    re.IGNORECASE,
)
EVENT = frozenset({"killed", "injured", "abducted", "detained", "released", "rescued", "missing", "strikes"})
LASTING = frozenset({"war", "conflict", "insurgency", "violence", "genocide", "crisis", "famine"})


def scope(sentence: Sentence, draft: Draft, fate: Told, times: Sequence[Mention[Period]]) -> tuple[Scope, date | None]:
    """The scope of a figure of the sentence, and the day from which a running toll counts, when stated."""
    since = _since(sentence, times)
    running = any(_said_of(sentence, m, fate.token) for m in RUNNING.finditer(sentence.text))
    if draft.toll or fate.by == "toll" or _lasting(sentence, fate.token) or running:
        return "cumulative", since
    return ("incident" if fate.fate.measure in EVENT and fate.by != "label" else "unknown"), None


def _said_of(sentence: Sentence, words: re.Match[str], predicate: int) -> bool:
    """Whether words of a running toll stand in the clause of the predicate and not in a clause that describes somebody."""
    found = tree.at(sentence, sentence.start + words.start(), sentence.start + words.end())
    if found is None:
        return False
    for above in tree.ancestors(sentence, found[0]):
        if above.i == predicate:
            return True
        if above.dep == "relcl":
            return False
    return True


def _lasting(sentence: Sentence, predicate: int) -> bool:
    """Whether what did it is no single event: "the war has killed …"."""
    return any(k.lemma.lower() in LASTING for k in tree.kids(sentence, predicate, "nsubj"))


def _since(sentence: Sentence, times: Sequence[Mention[Period]]) -> date | None:
    for time in times:
        words = {t.lower for t in sentence.tokens[max(time.first - 1, 0) : time.first + 1]}
        if time.sentence == sentence.index and "since" in words:
            return time.value.first
    return None
