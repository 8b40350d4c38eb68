"""Whether a document as a whole tells of sport, film or games: what sounds like war in it is none, however warlike its words."""

from __future__ import annotations

from fogline.extract.refusals import DOCUMENT, company_words
from fogline.extract.trigger_lexicon import TriggerLexicon
from fogline.model.sentence import Parsed

GENRES = ("film", "game", "sport")
DIFFERENT, SHARE = 4, 0.3  # words of the genre in the document, and the share of its sentences that hold one


def genre(parsed: Parsed, lexicon: TriggerLexicon) -> str | None:
    """The genre that the document belongs to, or ``None`` where it may tell of the world."""
    by_sentence = [company_words(s, lexicon.refusals, DOCUMENT) for s in parsed.sentences]
    for name in GENRES:
        words = {word for found in by_sentence for word in found.get(name, ())}
        share = sum(name in found for found in by_sentence) / max(1, len(by_sentence))
        if len(words) >= DIFFERENT and share >= SHARE:
            return name
    return None
