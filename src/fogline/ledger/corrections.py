"""``FIELD=VALUE`` as a person types it, made into a corrected claim or a missed one. Nothing is guessed in silence: what cannot
be a value of the field is refused with what is allowed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from fogline.claims.check import TYPES
from fogline.errors import DecisionWrong, FieldUnknown, ValueWrong
from fogline.ledger.correction_fields import Names, Written, amount, set_field, value_of
from fogline.model.claim import Claim
from fogline.model.decision import FIELDS, Decision
from fogline.model.document import Document
from fogline.model.figure import MEASURES, Figure, Measure
from fogline.model.mention import ClaimKind
from fogline.model.record import identified
from fogline.model.span import Span

BY_HAND = "person"  # the rule of a claim that a person entered
SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n+")
LONGEST = 2_000  # code points of a missed claim's words: more is no evidence of one claim


@dataclass(frozen=True, slots=True)
class Missed:
    """What a person marked: half-open offsets into the document's text, and what it says as ``FIELD=VALUE`` pairs.

    ``kind`` may be left out where the type or a figure tells it.
    """

    document: Document
    start: int
    end: int
    pairs: Sequence[str]
    kind: str | None = None


def correcting(claim: Claim, pair: str, document: Document, names: Names) -> Decision:
    """The decision that one field is otherwise: ``by`` and ``because`` are still empty (``dataclasses.replace``).

    ``claim`` is the claim as it stands, ``pair`` such as ``figure=10-12`` or ``place=Idlib``; an empty value says that the
    document does not tell. Raises ``FieldUnknown`` and ``ValueWrong`` with what is allowed.
    """
    field, value = _pair(pair)
    changed = set_field(claim, Written(field, value, document.text, names))
    told = json.dumps(value_of(changed, field), ensure_ascii=False)
    return Decision("correct", claim.document, claim.id, "", "", field=field, value=told)


def missed_claim(missed: Missed, names: Names) -> Claim:
    """The claim that a person found in the document: the words marked are its trigger, their sentences its evidence.

    Raises ``DecisionWrong`` for a mark outside the text, ``FieldUnknown`` and ``ValueWrong`` as ``correcting`` does.
    """
    text = missed.document.text
    marked = _marked(text, missed.start, missed.end)
    told = dict(_pair(pair) for pair in missed.pairs)
    claim = Claim("", missed.document.id, _sentences(text, marked), "event", "", marked, 1.0, BY_HAND)
    claim = replace(claim, kind=_kind(missed.kind, told), type=told.get("type", ""))
    if claim.kind == "figure":
        claim = _with_figure(claim, told, text)
    for field in (f for f in FIELDS if f in told and f != "figure"):
        claim = set_field(claim, Written(field, told[field], text, names))
    if claim.type not in TYPES[claim.kind]:
        raise ValueWrong("type", f"one of {', '.join(TYPES[claim.kind])} (give it as type=…)", claim.type)
    return identified(claim)


def _pair(words: str) -> tuple[str, str]:
    field, sign, value = words.partition("=")
    if not sign:
        raise ValueWrong("correction", "FIELD=VALUE such as figure=10-12", words)
    if field.strip() not in FIELDS:
        raise FieldUnknown(field.strip(), FIELDS)
    return field.strip(), value.strip()


def _marked(text: str, start: int, end: int) -> Span:
    if not 0 <= start < end <= len(text) or not text[start:end].strip() or end - start > LONGEST:
        raise DecisionWrong(
            f"expected offsets of words in the text (0–{len(text)}, at most {LONGEST}), met {start}–{end}"
        )
    words = text[start:end]
    return Span.of(text, start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _sentences(text: str, marked: Span) -> Span:
    """The run of sentences around the mark, without the space at its ends."""
    borders = (m.end() for m in SENTENCE_END.finditer(text, max(0, marked.start - LONGEST), marked.end))
    before = [border for border in borders if border <= marked.start]
    after = SENTENCE_END.search(text, marked.end, min(len(text), marked.end + LONGEST))
    start = before[-1] if before else max(0, marked.start - LONGEST)
    end = after.start() + len(after.group().rstrip()) if after else min(len(text), marked.end + LONGEST)
    if text[marked.end - 1] in '.!?…"”’' and text[marked.end : marked.end + 1].isspace():
        end = marked.end
    return _marked(text, start, end)


def _kind(kind: str | None, told: Mapping[str, str]) -> ClaimKind:
    if kind is None:
        kind = (
            "figure"
            if "figure" in told
            else next((k for k, types in TYPES.items() if told.get("type") in types), "event")
        )
    if kind not in TYPES:
        raise ValueWrong("kind", f"one of {', '.join(TYPES)}", kind)
    return cast(ClaimKind, kind)


def _with_figure(claim: Claim, told: Mapping[str, str], text: str) -> Claim:
    measure = told.get("measure") or told.get("type", "")
    if "figure" not in told or measure not in MEASURES:
        raise ValueWrong("figure", f"figure=… and measure=… (one of {', '.join(MEASURES)})", measure)
    low, high, qualifier = amount("figure", told["figure"])
    digits = claim.trigger.text.replace(",", "").find(told["figure"].split("-")[0].strip("+"))
    at = claim.trigger.start + digits if digits >= 0 and "," not in claim.trigger.text else claim.trigger.start
    span = Span.of(text, at, claim.trigger.end)
    figure = Figure(span, cast(Measure, measure), low, high, qualifier, ("all",), "incident")
    return replace(claim, type=measure, figure=figure)
