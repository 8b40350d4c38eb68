"""How far a cue reaches: not past a semicolon, and from the end of a sentence not past the clause it is set behind."""

from __future__ import annotations

from fogline.language.tree import kids, subtree
from fogline.model.sentence import Sentence

OPENING, CLOSING = frozenset("“«"), frozenset("”»")
RELATIVE = frozenset({"where", "which", "who", "whom", "whose", "when"})
BESIDE = frozenset({"before", "after", "during", "since", "following", "when", "while", "because", "although"})
FARTHEST = 8  # tokens between the last comma and the cue: "…, the UN refugee agency's office in Goma said"

Run = tuple[int, int]


def presupposed(sentence: Sentence, tokens: set[int]) -> set[int]:
    """Of the words denied, those taken for granted: "denied that its men murdered fighters who had signed", "… before the raid"."""
    found: set[int] = set()
    for i in sorted(tokens):
        token = sentence.tokens[i]
        relative = token.dep == "relcl" and any(
            t.lower in RELATIVE for t in sentence.tokens[subtree(sentence, i)[0] : i]
        )
        beside = token.dep == "prep" and token.lower in BESIDE
        clause = token.dep == "advcl" and any(k.lower in BESIDE for k in kids(sentence, i, "mark", "advmod"))
        if (relative or beside or clause) and token.head in tokens:
            found.update(subtree(sentence, i))
    return found


def within_reach(sentence: Sentence, cue: int, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The parts of the runs of tokens ``[first, last)`` that the cue at token ``cue`` can attribute.

    "The raid killed 30; the army said that it hit rebels": the first part is nobody's. "Tanks advanced on the camp, where 400
    people remain, according to the UN": the UN vouches for the 400.
    """
    first, last = _segment(sentence, cue)
    start = _trailing_start(sentence, cue, first)
    return tuple((max(a, start), min(b, last)) for a, b in runs if max(a, start) < min(b, last))


def _segment(sentence: Sentence, cue: int) -> Run:
    """The tokens between the semicolons around the cue, those inside quotation marks aside."""
    first, depth, straight = 0, 0, False
    for token in sentence.tokens:
        depth += (token.text in OPENING) - (token.text in CLOSING)
        straight ^= token.text == '"'
        if token.text == ";" and depth <= 0 and not straight:
            if token.i > cue:
                return first, token.i
            first = token.i + 1
    return first, len(sentence.tokens)


def _trailing_start(sentence: Sentence, cue: int, first: int) -> int:
    """Where what is said begins for a cue set behind a relative clause; else the segment's beginning."""
    commas = [t.i for t in sentence.tokens[first:cue] if t.text == ","]
    if len(commas) < 2 or cue - commas[-1] > FARTHEST:
        return first
    for verb in (t for t in sentence.tokens[first : commas[-1]] if t.dep == "relcl"):
        clause = [i for i in subtree(sentence, verb.i) if i < commas[-1]]
        opened = clause and clause[0] - 1 in commas and sentence.tokens[clause[0]].lower in RELATIVE
        if opened and clause[-1] == commas[-1] - 1:
            return clause[0]
    return first
