"""What goes on since a happening: "thousands have been killed since the coup in February 2021" holds until the document's day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from fogline.extract.periods import Days, precision
from fogline.extract.time_tense import lasts
from fogline.language.tree import ancestors, kids
from fogline.model.mention import Mention
from fogline.model.period import Period
from fogline.model.sentence import Sentence, Token
from fogline.model.span import Span

REACH = 6  # tokens


def ongoing(sentence: Sentence, told: Mention[Period], anchor: date | None, text: str) -> Iterator[Mention[Period]]:
    """For a day told of a happening that stands under "since": the time from it to ``anchor``, hung on the verb above "since"."""
    found = _since(sentence, told.head) or _close_before(sentence, told.first)
    if anchor is None or found is None or told.value.last > anchor:
        return
    since, verb = found
    if since.i < told.first and lasts(sentence, verb.i):
        days = Days(told.value.first, anchor)
        words = Span.of(text, since.start, sentence.tokens[told.last - 1].end)
        period = replace(told.value, span=words, last=days.last, precision=precision(days))
        yield Mention(period, sentence.index, since.i, told.last, verb.i)


def _since(sentence: Sentence, token: int) -> tuple[Token, Token] | None:
    """The "since" above a token, as a preposition or at the head of a clause, and the verb that it bears on."""
    for above in (sentence.tokens[token], *ancestors(sentence, token)):
        if above.lower == "since" and above.dep in {"prep", "mark"}:
            verb = sentence.tokens[above.head]
            return (above, verb) if verb.pos in {"VERB", "AUX"} else None
        opener = next((k for k in kids(sentence, above.i, "mark", "prep") if k.lower == "since"), None)
        if opener is not None and above.dep == "advcl" and opener.i < above.i:
            return opener, sentence.tokens[above.head]
        if above.dep in {"relcl", "ccomp"}:
            return None
    return None


def _close_before(sentence: Sentence, first: int) -> tuple[Token, Token] | None:
    """A "since" shortly before, where the parser hangs the day on the verb ("killed since the coup in February 2021")."""
    between = sentence.tokens[max(0, first - REACH) : first]
    since = next((t for t in reversed(between) if t.lower == "since" and t.dep == "prep"), None)
    if since is None or any(t.pos in {"VERB", "PUNCT"} for t in sentence.tokens[since.i + 1 : first]):
        return None
    verb = sentence.tokens[since.head]
    return (since, verb) if verb.pos in {"VERB", "AUX"} else None
