"""What the situation rests on: documents, publishers, languages, independent origins, what was refused; and what nobody told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fogline.model.history import Division
from fogline.model.incident import Heard, Incident, Voice
from fogline.model.issue import Issue
from fogline.model.name import fold
from fogline.model.stated import Held, Source, Window

DAY = timedelta(days=1)
LISTED = 50  # silent divisions, those with most events before
LONGEST = 3660  # days of a window whose days are looked at one by one
SINGLE = frozenset({"single_origin"})


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent voice, with the documents that carry it."""

    voice: Voice
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silence:
    """What nobody reported on: ``days`` from–to within the window on which no document became known, and ``divisions`` with
    violence before the window of which no claim in it tells. Both are empty without a window.
    """

    days: tuple[tuple[date, date], ...] = ()
    divisions: tuple[Division, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """``documents`` in force, in the order of becoming known; ``publishers`` and ``languages`` with how many documents each;
    ``origins`` the independent voices; ``copies`` maps a document to the earlier one of the same text; ``refused`` as issues;
    of ``incidents``, how many rest on a ``single_origin``.
    """

    documents: tuple[Source, ...]
    publishers: tuple[tuple[str, int], ...]
    origins: tuple[Origin, ...]
    copies: tuple[tuple[str, str], ...]
    refused: tuple[Issue, ...]
    languages: tuple[tuple[str, int], ...] = ()
    incidents: int = 0
    single_origin: int = 0
    silent: Silence = Silence()

    @property
    def share(self) -> float | None:
        """The share of incidents that rest on a single origin; ``None`` without incidents."""
        return round(self.single_origin / self.incidents, 2) if self.incidents else None


def coverage(held: Held, claims: Sequence[Heard], incidents: Sequence[Incident], window: Window) -> Coverage:
    """The coverage of what is held, told in ``claims`` and brought together to ``incidents``."""
    sources = held.sources
    voices: dict[Voice, set[str]] = defaultdict(set)
    for heard in claims:
        voices[heard.voice].add(heard.stated.source.id)
    order = sorted(voices, key=lambda v: (v.name, v.key, v.standing))
    return Coverage(
        documents=tuple(sources),
        publishers=_counted(s.publisher for s in sources),
        origins=tuple(Origin(v, tuple(sorted(voices[v]))) for v in order),
        copies=tuple((s.id, s.origin) for s in sources if s.origin != s.id),
        refused=held.refused,
        languages=_counted(s.language for s in sources),
        incidents=len(incidents),
        single_origin=sum(i.status in SINGLE for i in incidents),
        silent=Silence(_silent_days(sources, window), _silent_divisions(held.divisions, claims, window)),
    )


def _counted(names: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = defaultdict(int)
    for name in names:
        counts[name or ""] += 1
    return tuple(sorted(counts.items()))


def _silent_days(sources: Iterable[Source], window: Window) -> tuple[tuple[date, date], ...]:
    """The runs of days without a document, to the end of the window; of an open window to the last document."""
    known = {s.known for s in sources}
    last = window.last or max(known, default=None)
    if window.first is None or last is None or (last - window.first).days > LONGEST:
        return ()
    runs: list[tuple[date, date]] = []
    for n in range((last - window.first).days + 1):
        day = window.first + n * DAY
        if day in known:
            continue
        if runs and runs[-1][1] == day - DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return tuple(runs)


def _silent_divisions(divisions: Iterable[Division], claims: Iterable[Heard], window: Window) -> tuple[Division, ...]:
    if window.first is None:
        return ()
    places = [h.stated.claim.place for h in claims]
    told = {(p.country, fold(name)) for p in places if p for name in (p.admin1, p.name) if name}
    silent = [d for d in divisions if (d.country, d.admin1) not in told]
    order = sorted(silent, key=lambda d: (-d.events, d.country, d.admin1, d.source))
    return tuple(order[:LISTED])
