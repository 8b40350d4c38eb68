"""Words of a sentence that the grammar of judgements reads: runs that a pattern fits, and courses told by a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.extract.assessment_lexicon import GAP, Grammar, Item
from fogline.language.tree import ancestors, conjuncts, kids
from fogline.model.mention import Modality
from fogline.model.sentence import Sentence, Token

MODIFIERS = frozenset({"ADJ", "ADV", "DET", "NOUN", "PROPN", "PRON", "NUM", "PART", "AUX"})
LONGEST_GAP = 4
ASKING_REACH = 4  # arcs up from the course to the word that asks for it
MAYBE = frozenset({"could", "may", "might"})
STATES = (("@tense_adj", "escalation"), ("@dire_adj", "humanitarian_concern"))
COURSES = (  # class of the verb, what it may be said of, what that judges
    ("@worse_verb", frozenset({"@strife", "@state"}), "escalation"),
    ("@up_verb", frozenset({"@strife"}), "escalation"),
    ("@down_verb", frozenset({"@strife"}), "de_escalation"),
    ("@stall_verb", frozenset({"@strife", "@venture"}), "stalemate"),
    ("@better_verb", frozenset({"@state"}), "de_escalation"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Tokens ``[first, last)`` and what they judge; ``head`` is the token whose tense and mood count."""

    first: int
    last: int
    head: int
    type: str
    rule: str
    modality: Modality | None = None


def readings(sentence: Sentence, grammar: Grammar) -> list[Reading]:
    """The judgements in the order of the text, none over another: the longest first, then the upper row."""
    keys = [_keys(sentence, token, grammar) for token in sentence.tokens]
    ranked = [*_fitting(sentence, keys, grammar), *_courses(sentence, keys), *_states(sentence, keys)]
    ranked.sort(key=lambda pair: (pair[1].first - pair[1].last, pair[0], pair[1].first))
    kept: list[Reading] = []
    for _, new in ranked:
        if all(new.last <= old.first or old.last <= new.first for old in kept) and not _asked_for(sentence, new, keys):
            kept.append(new)
    return sorted(kept, key=lambda r: r.first)


def _keys(sentence: Sentence, token: Token, grammar: Grammar) -> frozenset[str]:
    forms = {token.lower, token.lemma.lower()}
    if token.i > 1 and sentence.tokens[token.i - 1].text == "-" and sentence.tokens[token.i - 2].lower == "de":
        forms = {f"de-{form}" for form in forms}
    return grammar.keys(*forms)


def _fitting(sentence: Sentence, keys: Sequence[frozenset[str]], grammar: Grammar) -> Iterator[tuple[int, Reading]]:
    for first, here in enumerate(keys):
        patterns = {p for key in here for p in grammar.patterns.get(key, ())}
        for pattern in sorted(patterns, key=lambda p: p.order):
            last = _fit(sentence, keys, first, pattern.items)
            if last is not None:
                head = _head(sentence, first, last)
                rule = f"assessment {pattern.text}"
                yield pattern.order, Reading(first, last, head, pattern.type, rule, pattern.modality)


def _fit(sentence: Sentence, keys: Sequence[frozenset[str]], here: int, items: Sequence[Item]) -> int | None:
    """The token after the run from ``here`` that the items fit, gaps as short as can be."""
    if not items:
        return here
    if items[0] is GAP:
        for skipped in range(LONGEST_GAP + 1):
            if skipped and not _is_modifier(sentence, here + skipped - 1):
                return None
            if (last := _fit(sentence, keys, here + skipped, items[1:])) is not None:
                return last
        return None
    if here < len(keys) and items[0] & keys[here]:
        return _fit(sentence, keys, here + 1, items[1:])
    return None


def _is_modifier(sentence: Sentence, i: int) -> bool:
    if i >= len(sentence.tokens):
        return False
    token = sentence.tokens[i]
    return token.pos in MODIFIERS or token.text in {"-", "’s", "'s"} or token.dep == "amod"


def _head(sentence: Sentence, first: int, last: int) -> int:
    inside = range(first, last)
    return next((i for i in inside if sentence.tokens[i].head not in inside or sentence.tokens[i].head == i), first)


def _courses(sentence: Sentence, keys: Sequence[frozenset[str]]) -> Iterator[tuple[int, Reading]]:
    """ "Fighting around Goma has intensified", "Russia has intensified its attacks"."""
    for verb in sentence.tokens:
        for course, said_of, judged in COURSES:
            if course not in keys[verb.i] or verb.pos != "VERB" or _is_bare(sentence, verb):
                continue
            subjects = kids(sentence, verb.i, "nsubj", "nsubjpass")
            objects = kids(sentence, verb.i, "dobj") if judged == "escalation" else []
            of = [s for s in (*subjects, *objects) if _any_of(sentence, keys, s, said_of)]
            if of:
                yield (
                    0,
                    Reading(
                        *_run(sentence, of[0], verb), verb.i, _kind(sentence, of[0], judged), f"assessment {course}"
                    ),
                )


def _states(sentence: Sentence, keys: Sequence[frozenset[str]]) -> Iterator[tuple[int, Reading]]:
    """ "The situation in Ituri remains tense"."""
    for state in sentence.tokens:
        for known, judged in STATES:
            if known not in keys[state.i] or state.dep not in {"acomp", "attr"}:
                continue
            verb = sentence.tokens[state.head]
            if any("@state" in keys[s.i] for s in kids(sentence, verb.i, "nsubj")):
                yield 0, Reading(min(verb.i, state.i), max(verb.i, state.i) + 1, verb.i, judged, f"assessment {known}")


def _any_of(sentence: Sentence, keys: Sequence[frozenset[str]], noun: Token, said_of: frozenset[str]) -> bool:
    return any(
        keys[i] & said_of and sentence.tokens[i].pos in {"NOUN", "PROPN", "VERB"} for i in conjuncts(sentence, noun.i)
    )


def _kind(sentence: Sentence, noun: Token, judged: str) -> str:
    humanitarian = any(k.lower == "humanitarian" for k in kids(sentence, noun.i, "amod"))
    return "humanitarian_concern" if humanitarian and judged == "escalation" else judged


def _run(sentence: Sentence, noun: Token, verb: Token) -> tuple[int, int]:
    """Noun and verb where they stand together, else the verb with its auxiliaries."""
    if 0 < verb.i - noun.i <= LONGEST_GAP:
        return noun.i, verb.i + 1
    helping = [k.i for k in kids(sentence, verb.i, "aux", "auxpass") if verb.i - LONGEST_GAP <= k.i < verb.i]
    return min([verb.i, *helping]), verb.i + 1


def _is_bare(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb tells no course but an aim, a duty or a risk: "to ease tensions", "tensions must ease", "could worsen"."""
    helping = {k.lower for k in kids(sentence, verb.i, "aux")}
    return bool(helping & {"to", "must", "should", "let", *MAYBE})


def _asked_for(sentence: Sentence, reading: Reading, keys: Sequence[frozenset[str]]) -> bool:
    """Whether a calming, or the end of a course, is called for: that judges nothing."""
    nominal = "_noun" in reading.rule
    if reading.type != "de_escalation" and not nominal:
        return False
    above = [t for t, _ in zip(ancestors(sentence, reading.head), range(ASKING_REACH), strict=False)]
    return any("@asking" in keys[t.i] for t in (*above, sentence.tokens[reading.head]))
