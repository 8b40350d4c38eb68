"""Where."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named and as resolved. ``precision`` is the UCDP ``where_prec`` 1–7; ``inherited`` when it stands elsewhere.

    ``id`` is the gazetteer's id (GeoNames number as text, or ``fl:…`` for Fogline's own supplement); ``country`` ISO
    3166-1 alpha-2; ``lat``/``lon`` WGS 84 degrees. Unresolved places have ``id``, ``lat`` and ``lon`` ``None``.
    """

    span: Span | None
    name: str
    id: str | None
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    precision: int
    inherited: bool = False
