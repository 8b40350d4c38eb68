"""Text to parsed sentences. The only file that knows spaCy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan

from fogline.errors import ModelMissing
from fogline.model.document import Document, Passage
from fogline.model.sentence import Parsed, Sentence, Token

BATCH = 16  # measured: larger batches cost memory and win no time


@dataclass(frozen=True, slots=True)
class Parser:
    """A loaded spaCy model; loading costs about 4 s, so it is made once a process."""

    nlp: Language

    def parse_all(self, texts: Iterable[tuple[Document, tuple[Passage, ...]]]) -> Iterator[Parsed]:
        """Parse documents in batches; yields them in the order given. Every passage is parsed on its own."""
        for document, passages in texts:
            pieces = (document.text[p.start : p.end] for p in passages)
            yield Parsed(document, passages, tuple(self._sentences(passages, self.nlp.pipe(pieces, batch_size=BATCH))))

    def parse(self, document: Document, passages: tuple[Passage, ...]) -> Parsed:
        """Parse one document."""
        return next(self.parse_all([(document, passages)]))

    @staticmethod
    def _sentences(passages: tuple[Passage, ...], docs: Iterable[Doc]) -> Iterator[Sentence]:
        index = 0
        for passage, doc in zip(passages, docs, strict=True):
            for sent in doc.sents:
                sentence = _sentence(sent, passage, index)
                if sentence.tokens:
                    yield sentence
                    index += 1


def load(model: str) -> Parser:
    """Load the spaCy model of this name. Raises ``ModelMissing`` when it is not installed."""
    try:
        return Parser(spacy.load(model, exclude=["ner"]))
    except OSError as error:
        raise ModelMissing(model) from error


def _sentence(sent: SpacySpan, passage: Passage, index: int) -> Sentence:
    """Our own tokens of one spaCy sentence; white-space tokens are left out, what hung on them hangs on their head."""
    kept = [t for t in sent if not t.is_space]
    number = {t.i: n for n, t in enumerate(kept)}
    tokens = []
    for n, t in enumerate(kept):
        head = t.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        start = passage.start + t.idx
        tokens.append(
            Token(n, start, start + len(t.text), t.text, t.lemma_, t.pos_, t.tag_, t.dep_, number.get(head.i, n))
        )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    if not tokens:
        return Sentence(index, passage.start, passage.start, "", (), (), passage)
    start, end = tokens[0].start, tokens[-1].end
    text = sent.doc.text[start - passage.start : end - passage.start]
    return Sentence(index, start, end, text, tuple(tokens), tuple(map(tuple, children)), passage)
