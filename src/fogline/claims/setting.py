"""Where and when a claim's happening is set: told at the predicate, else in the sentence, else taken over from before."""

from __future__ import annotations

from fogline.claims.attach import at_token, in_sentence, nearest
from fogline.claims.inherit import place_before, time_before
from fogline.claims.reading import Reading
from fogline.model.mention import ClaimKind, Count, Mention, Trigger
from fogline.model.period import Period
from fogline.model.place import Place
from fogline.model.sentence import Sentence

COUNTRY = 6  # where_prec of a country
TIMELESS = frozenset({"relation", "assessment"})  # kinds whose time is only what their own sentence tells


def place_of(reading: Reading, told: Trigger | Count) -> Place | None:
    """The ground that fills the role, else the place nearest to the predicate, else the last one told before."""
    sentence = reading.sentence(told.sentence)
    here = in_sentence(reading.places, sentence)
    grounds = told.grounds if isinstance(told, Trigger) else ()
    filled = [m for m in (at_token(here, g) for g in grounds) if m]
    if filled:
        return filled[0].value
    kind = told.kind if isinstance(told, Trigger) else "figure"
    if kind in TIMELESS:
        return None
    token = told.token if isinstance(told, Trigger) else told.predicate
    told_here = nearest(sentence, token, [m for m in here if _is_setting(sentence, m)])
    return told_here.value if told_here else place_before(reading.parsed, sentence, reading.places)


def _is_setting(sentence: Sentence, mention: Mention[Place]) -> bool:
    """Whether a place stands as a place and not as somebody who acts ("Israel said", "Israel's army")."""
    head = sentence.tokens[mention.head]
    if mention.value.precision < COUNTRY:
        return head.dep not in {"nsubj"}
    return head.dep in {"pobj", "appos", "npadvmod", "conj", "ROOT"} and sentence.tokens[head.head].lower not in {
        "by",
        "with",
        "from",
    }


def time_of(reading: Reading, sentence: Sentence, predicate: int, kind: ClaimKind) -> Period | None:
    """The time nearest to the predicate, else the digest's day, else the last one told before in the passage."""
    told_here = nearest(sentence, predicate, in_sentence(reading.times, sentence))
    if told_here:
        return told_here.value
    if kind in TIMELESS:
        return None
    return reading.digest_day or time_before(reading.parsed, sentence, reading.times)
