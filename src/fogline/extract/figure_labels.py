"""Key figures: a number behind its label ("IDPs: 45,000", "Killed – 12")."""

from __future__ import annotations

import re

from fogline.extract.figure_fates import Told
from fogline.extract.figure_heads import Head, head_of
from fogline.extract.figure_lexicon import Fate
from fogline.extract.figure_numbers import Number
from fogline.language import tree
from fogline.model.sentence import Parsed, Sentence

LABEL = re.compile(r"(?:^|[;,•·▪|(]|\band\b|- )\s*(?P<label>[^;,•·▪|()]{2,60}?)\s*(?::|=|\s[–—-])\s*$")
BULLETS = frozenset("•·▪◦*–-")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MOST_WORDS = 7  # of a label: more is a sentence


def labelling(parsed: Parsed, sentence: Sentence) -> tuple[int, ...]:
    """The numbers of the sentences that label a key figure: its own and the heading of its list; none for a sentence of prose."""
    if any(t.tag in FINITE for t in sentence.tokens) or not (sentence.text[:1] in BULLETS or ":" in sentence.text):
        return ()
    above = [s for s in parsed.sentences[: sentence.index] if s.text[:1] not in BULLETS and ":" not in s.text[:-1]]
    near = (
        [above[-1].index] if above and len(above[-1].tokens) <= MOST_WORDS and not above[-1].text.endswith(".") else []
    )
    return (sentence.index, *near)


def labelled(sentence: Sentence, number: Number) -> Told | None:
    """The fate that the label right before the number tells; ``None`` where no label of a count stands there."""
    found = _label(sentence, number)
    if found is None or found[1].measure is None or counts_nothing(sentence, number):
        return None
    start, said = found
    token = tree.at(sentence, start, start + len(said.word))
    if token is None:
        return None
    return Told(token[0], Fate(said.word, "self", "any", frozenset(), said.measure or "other"), "label")


def counts_nothing(sentence: Sentence, number: Number) -> bool:
    """Whether the label before the number is one of money, shares, plans or the like ("People targeted: 300,000")."""
    found = _label(sentence, number)
    return found is not None and (found[1].none or found[1].unit)


def _label(sentence: Sentence, number: Number) -> tuple[int, Head] | None:
    """Where the telling words of the label begin, and what the label says."""
    match = LABEL.search(sentence.text[: number.start - sentence.start])
    if match is None or len(match["label"].split()) > MOST_WORDS:
        return None
    said = head_of(match["label"])
    return sentence.start + match.start("label") + max(match["label"].lower().find(said.word), 0), said
