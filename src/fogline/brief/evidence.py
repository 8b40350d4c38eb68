"""What a brief may rest on: the situation, the texts of its documents, and the words and rules that it is written by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fogline.brief.numbers import Numbers
from fogline.brief.wording import Wording, small
from fogline.model.actor import Actor, Speaker
from fogline.model.claim import Claim
from fogline.model.incident import Heard
from fogline.model.place import Place
from fogline.model.span import Span
from fogline.reconcile.standing import Standings
from fogline.situation.situation import Situation

LONGER = re.compile(r"[ -]((?:[aAeE][a-z]?[-’'])?[A-Z][\w’'-]*)|-")
Name = Actor | Speaker | Place


@dataclass(frozen=True, slots=True)
class Evidence:
    """The situation with its claims by id and by document; ``texts`` are the canonical texts by document id.

    ``fixed`` are the fixed strings of the language, their first letters small.
    """

    situation: Situation
    texts: Mapping[str, str]
    wording: Wording
    fixed: frozenset[str]
    numbers: Numbers
    standings: Standings
    heard: Mapping[str, Heard]
    documents: Mapping[str, tuple[Heard, ...]]

    @classmethod
    def of(cls, situation: Situation, texts: Mapping[str, str], wording: Wording) -> Evidence:
        """Everything found once; nothing is read later."""
        documents: dict[str, list[Heard]] = defaultdict(list)
        for heard in situation.claims:
            documents[heard.stated.claim.document].append(heard)
        return cls(
            situation,
            texts,
            wording,
            frozenset(small(fragment) for fragment in wording.fragments()),
            Numbers.load(wording.language),
            Standings.load(),
            {h.stated.claim.id: h for h in situation.claims},
            {d: tuple(held) for d, held in documents.items()},
        )

    def stands(self, document: str, span: Span) -> bool:
        """Whether the document has these words at this place."""
        return self.texts.get(document, "")[span.start : span.end] == span.text

    def before(self, document: str, span: Span) -> str:
        """The few characters before a span."""
        return self.texts.get(document, "")[max(span.start - 4, 0) : span.start]

    def is_part(self, document: str, span: Span) -> bool:
        """Whether the words are only a part of a longer name: "Khan" of "Khan al-Assal", "Aleppo" of "Aleppo International"."""
        text = self.texts.get(document, "")
        after = LONGER.match(text, span.end)
        day = after is not None and (after[1] in self.wording.months or after[1].endswith("day"))
        return text[max(span.start - 1, 0) : span.start] == "-" or (after is not None and not day)

    def is_written_small(self, document: str, word: str) -> bool:
        """Whether the document also has the word without a capital."""
        return re.search(rf"\b{re.escape(word.lower())}\b", self.texts.get(document, "")) is not None

    def after(self, document: str, span: Span) -> str:
        """The character after a span."""
        return self.texts.get(document, "")[span.end : span.end + 1]


def named(claim: Claim) -> Iterator[tuple[str, Name]]:
    """Every actor, speaker and place of a claim with the name of its field: ``agents.0``, ``speakers.1``, ``place``."""
    yield from ((f"agents.{i}", a) for i, a in enumerate(claim.agents))
    yield from ((f"targets.{i}", a) for i, a in enumerate(claim.targets))
    yield from ((f"speakers.{i}", s) for i, s in enumerate(claim.attribution))
    if claim.place:
        yield "place", claim.place
