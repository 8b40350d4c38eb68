"""Who "the ministry" or "the general" is that speaks again: the last one named with that word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from fogline.model.actor import Actor, Speaker
from fogline.model.mention import Mention

ARTICLE = "the "


def named_again(spoken: Speaker, text: str, before: Sequence[Speaker], actors: Iterable[Mention[Actor]]) -> Speaker:
    """The speaker, with the fuller name of the last speaker called by that word, or else of the last actor so called.

    A speaker outranks what coreference found: in "“…the Azerbaijani ministry's claim is false,” the ministry said" nobody
    named within the quoted words speaks them.
    """
    word = spoken.span.text.casefold()
    if " " in word or text[max(0, spoken.span.start - len(ARTICLE)) : spoken.span.start].casefold() != ARTICLE:
        return spoken
    for earlier in reversed(before):
        if earlier.span.start < spoken.span.start and _called(word, earlier.span.text, earlier.name):
            return replace(spoken, name=earlier.name, id=earlier.id)
    if spoken.id is not None or spoken.name.casefold() != word:
        return spoken
    told = [m.value for m in actors if m.value.span.start < spoken.span.start]
    for actor in sorted(told, key=lambda a: -a.span.start):
        if _called(word, actor.span.text, actor.name):
            return replace(spoken, name=actor.name, id=actor.id)
    return spoken


def _called(word: str, *names: str) -> bool:
    """Whether a name of several words holds the word."""
    return any(word in (parts := name.casefold().split()) and len(parts) > 1 for name in names)
