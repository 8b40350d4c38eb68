"""How much a source may give: every read is bounded, because files and web pages may be hostile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes unless said otherwise. ``file`` is ``Settings.largest_file`` and holds for packed and unpacked alike."""

    file: int = 100_000_000
    total: int = 1_000_000_000  # all entries of one archive, unpacked
    ratio: int = 200  # unpacked to packed; prose packs at 3 to 5, tables at up to 50
    ratio_from: int = 1_000_000  # below this size no ratio can hurt
    entries: int = 10_000  # entries of one archive
    depth: int = 2  # archives inside archives
    seconds: float = 30.0  # for one web page, all redirects together
    redirects: int = 5


DEFAULT = Limits()
