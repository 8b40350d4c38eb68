"""Text to parsed sentences. The only file that knows spaCy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from fogline.errors import ModelMissing
from fogline.model.document import Document, Passage
from fogline.model.sentence import Parsed, Sentence, Token

SpecialCase: TypeAlias = Callable[[str, list[dict[str, str]]], None]
Part: TypeAlias = tuple[Passage, int, int]  # a passage, and which of its characters are parsed together

BATCH = 16  # measured: larger batches cost memory and win no time


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded spaCy model; loading costs about 4 s, so it is made once a process."""

    nlp: Language

    def parse_all(self, texts: Iterable[tuple[Document, tuple[Passage, ...]]]) -> Iterator[Parsed]:
        """Parse documents in batches; yields them in their order. Every passage and every cell of a table is parsed alone."""
        for document, passages in texts:
            parts = _parts(passages)
            pieces = (document.text[start:end] for _, start, end in parts)
            yield Parsed(document, passages, tuple(self._sentences(parts, self.nlp.pipe(pieces, batch_size=BATCH))))

    def parse(self, document: Document, passages: tuple[Passage, ...]) -> Parsed:
        """Parse one document."""
        return next(self.parse_all([(document, passages)]))

    @staticmethod
    def _sentences(parts: Sequence[Part], docs: Iterable[Doc]) -> Iterator[Sentence]:
        index = 0
        for (passage, start, _), doc in zip(parts, docs, strict=True):
            for sent in doc.sents:
                sentence = _sentence(sent, passage, start, index)
                if sentence.tokens:
                    yield sentence
                    index += 1


def _parts(passages: Sequence[Passage]) -> list[Part]:
    """What is parsed on its own: passages, and of a row of a table each cell that holds something."""
    found: list[Part] = []
    for p in passages:
        found.extend((p, start, end) for start, end in p.cells or ((p.start, p.end),) if start < end)
    return found


def load(model: str) -> Parser:
    """Load the spaCy model of this name. Raises ``ModelMissing`` when it is not installed."""
    try:
        nlp = spacy.load(model, exclude=["ner"])
    except OSError as error:
        raise ModelMissing(model) from error
    special: SpecialCase = getattr(nlp.tokenizer, "add_special_case")  # noqa: B009 - the tokenizer is typed as any callable
    special("incl.", [{"ORTH": "incl."}])  # else a sentence ends there: "12 killed (incl. 3 children)"
    return Parser(nlp)


def _sentence(sent: SpacySpan, passage: Passage, offset: int, index: int) -> Sentence:
    """Our own tokens of one spaCy sentence; white-space tokens are left out, what hung on them hangs on their head."""
    kept = [t for t in sent if not t.is_space]
    number = {t.i: n for n, t in enumerate(kept)}
    tokens = []
    for n, t in enumerate(kept):
        head = t.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        start = offset + t.idx
        tokens.append(
            Token(n, start, start + len(t.text), t.text, t.lemma_, t.pos_, t.tag_, t.dep_, number.get(head.i, n))
        )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    if not tokens:
        return Sentence(index, offset, offset, "", (), (), passage)
    start, end = tokens[0].start, tokens[-1].end
    text = sent.doc.text[start - offset : end - offset]
    return Sentence(index, start, end, text, tuple(tokens), tuple(map(tuple, children)), passage)
