"""A count on the way to becoming a figure."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.extract.figure_fates import Told
from fogline.extract.figure_nouns import Counted
from fogline.model.figure import Qualifier
from fogline.model.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What is counted, its bounds, the words of the number (``span``) and its first token, and the fate when told.

    ``part`` is true for a sub-count; ``total`` is then the span of its total, where that is known. ``toll`` is true for a running
    total.
    """

    sentence: int
    span: Span
    number: int
    phrase: Counted
    low: int
    high: int | None
    qualifier: Qualifier
    told: Told | None
    rule: str
    part: bool = False
    toll: bool = False
    total: Span | None = None
