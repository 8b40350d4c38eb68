"""Plain SVG: shapes, and words that can be nothing but words."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

FONT = "Libertinus Serif, Liberation Serif, Georgia, serif"


def svg(shapes: Iterable[str], width: int, height: int) -> str:
    """The shapes on a drawing of so many units."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(shapes)}</svg>'
    )


def label(text: str, x: float, y: float, anchor: str = "start") -> str:
    """Words at a point, on a pale rim that keeps them legible over lines."""
    words = escape(text)
    at = f'x="{round(x, 1)}" y="{round(y, 1)}" font-family="{FONT}" font-size="12" text-anchor="{anchor}"'
    return f'<text {at} fill="none" stroke="#fff" stroke-width="3">{words}</text><text {at} fill="#222">{words}</text>'
