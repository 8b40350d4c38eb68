"""Where words stand in a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open ``[start, end)`` in Unicode code points of the canonical text, and the words that stand there."""

    start: int
    end: int
    text: str

    @staticmethod
    def of(text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end``."""
        return Span(start, end, text[start:end])

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
