"""What the situation rests on: documents, publishers, independent origins, what was refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fogline.model.incident import Heard, Voice
from fogline.model.issue import Issue
from fogline.model.stated import Source


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent voice, with the documents that carry it."""

    voice: Voice
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """``documents`` in force, in the order of becoming known; ``publishers`` by name with how many documents each;
    ``origins`` the independent voices; ``copies`` maps a document to the earlier one of the same text; ``refused`` as issues."""

    documents: tuple[Source, ...]
    publishers: tuple[tuple[str, int], ...]
    origins: tuple[Origin, ...]
    copies: tuple[tuple[str, str], ...]
    refused: tuple[Issue, ...]


def coverage(sources: Sequence[Source], claims: Iterable[Heard], refused: Iterable[Issue]) -> Coverage:
    """The coverage of the documents given."""
    published: dict[str, int] = defaultdict(int)
    for source in sources:
        published[source.publisher or ""] += 1
    voices: dict[Voice, set[str]] = defaultdict(set)
    for heard in claims:
        voices[heard.voice].add(heard.stated.source.id)
    order = sorted(voices, key=lambda v: (v.name, v.key, v.standing))
    return Coverage(
        documents=tuple(sources),
        publishers=tuple(sorted(published.items())),
        origins=tuple(Origin(v, tuple(sorted(voices[v]))) for v in order),
        copies=tuple((s.id, s.origin) for s in sources if s.origin != s.id),
        refused=tuple(refused),
    )
