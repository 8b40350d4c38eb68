"""All that was found in one document, before it is put together into claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.model.actor import Actor
from fogline.model.mention import Count, Judged, Mention, Speech, Trigger
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.sentence import Parsed, Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """The mentions of one document. ``judged_triggers`` and ``judged_counts`` stand beside ``triggers`` and ``counts``.

    ``digest_day`` is the day of a document whose title says that it is one day's digest, else ``None``.
    """

    parsed: Parsed
    actors: tuple[Mention[Actor], ...]
    places: tuple[Mention[Place], ...]
    times: tuple[Mention[Period], ...]
    speeches: tuple[Speech, ...]
    triggers: tuple[Trigger, ...]
    judged_triggers: tuple[Judged, ...]
    counts: tuple[Count, ...]
    judged_counts: tuple[Judged, ...]
    digest_day: Period | None = None

    def sentence(self, index: int) -> Sentence:
        """The sentence of this number."""
        return self.parsed.sentences[index]

    def told(self) -> Iterator[tuple[Trigger, Judged]]:
        """Every trigger with how it is told."""
        return zip(self.triggers, self.judged_triggers, strict=True)
