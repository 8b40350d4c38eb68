"""When."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.model.span import Span


@dataclass(frozen=True, slots=True)
class Period:
    """The smallest interval of days, both inclusive, that surely holds the day(s) meant. JSON: ``from``, ``to``.

    ``precision`` is the UCDP ``date_prec`` 1–5; ``inherited`` when the words stand elsewhere; ``span`` ``None`` only for the
    day of a dated digest (rule ``digest_day``).
    """

    span: Span | None
    first: date
    last: date
    precision: int
    inherited: bool = False
