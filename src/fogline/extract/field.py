"""Counts, ties and judgements kept only where the document, or their own sentence, is of the field."""

from __future__ import annotations

from dataclasses import replace

from fogline.extract.trigger_field import peaceful
from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.model.issue import Found, Issue
from fogline.model.mention import Count, Trigger
from fogline.model.sentence import Parsed
from fogline.model.span import Span

CODE = "refused_other_field"


def triggers_of_the_field(parsed: Parsed, found: Found[Trigger], lexicon: TriggerLexicon) -> Found[Trigger]:
    """The triggers that stand in a sentence of the field; an issue for each that does not."""
    quiet = peaceful(parsed, lexicon, counts=False)
    kept = tuple(t for t in found.items if t.sentence not in quiet)
    lost = tuple(_issue(parsed, t.span) for t in found.items if t.sentence in quiet)
    return Found(kept, (*found.issues, *lost))


def counts_of_the_field(parsed: Parsed, found: Found[Count], lexicon: TriggerLexicon) -> Found[Count]:
    """The counts that stand in a sentence of the field, totals still linked; an issue for each that does not."""
    quiet = peaceful(parsed, lexicon, counts=True)
    places = [n for n, count in enumerate(found.items) if count.sentence not in quiet]
    moved = {old: new for new, old in enumerate(places)}
    kept = tuple(
        replace(count, part_of=moved.get(count.part_of) if count.part_of is not None else None)
        for count in (found.items[n] for n in places)
    )
    lost = tuple(_issue(parsed, c.figure.span) for c in found.items if c.sentence in quiet)
    return Found(kept, (*found.issues, *lost))


def _issue(parsed: Parsed, span: Span) -> Issue:
    message = f"“{span.text}” stands in a report of another field: words of war or protest were expected near it, none were met."
    return Issue("field", CODE, message, parsed.document.id, span)
