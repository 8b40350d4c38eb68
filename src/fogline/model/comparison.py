"""How far, and compared with what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Extent = Literal["part", "most", "whole", "unknown"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """ "the largest offensive in years": what is compared, which extreme, and since when as the text says it."""

    dimension: str
    extreme: str
    since: str | None
