"""Clues that a word carries itself: auxiliaries, negations, adverbs, adjectives, conjunctions."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.modality_lexicon import Effect, SenseLexicon
from fogline.language.tree import kids
from fogline.model.sentence import Sentence, Token

NOT_ONLY = frozenset({"only", "just", "merely", "simply", "less", "fewer", "more", "until"})
NONE = frozenset({"no", "nobody", "none", "neither", "nothing"})
HARDLY = frozenset({"hardly", "scarcely", "barely"})
INVERTED = frozenset({"should", "had", "were"})  # "Should the road be blocked, …"
SUBJECTS = ("nsubj", "nsubjpass")
CAN_NOT = frozenset({"can", "could", "ca"})
FUTURE_MARKS = frozenset({"once", "when", "until", "after", "before"})
NEGATION = Effect("not", denies=True)
IRREALIS = Effect("would", modality="hypothetical")


def own_clues(lexicon: SenseLexicon, sentence: Sentence, token: int, first: bool) -> Iterator[Effect]:
    """The effects of the words that hang on ``token``; ``first`` where it is the word judged and not one above it."""
    here = sentence.tokens[token]
    if here.pos in {"VERB", "AUX"}:
        yield from _negations(sentence, here, first=first)
        yield from _auxiliaries(lexicon, sentence, here)
        yield from _marks(lexicon, sentence, here)
        if first and any(_is_none(sentence, k) for k in kids(sentence, token, "dobj")):
            yield NEGATION
    elif _is_none(sentence, here):
        yield NEGATION
    yield from _modifiers(lexicon, sentence, here)


def _negations(sentence: Sentence, verb: Token, *, first: bool) -> Iterator[Effect]:
    """ "not", "no longer", "neither … nor", "no group …": one negation, however many words."""
    below = kids(sentence, verb.i)
    plain = any(k.dep == "neg" and not _is_not_only(sentence, k) for k in below)
    paired = any(k.lower in {"neither", "nor"} and k.dep in {"preconj", "cc", "advmod", "det"} for k in below)
    after_neither = any(k.lower == "neither" for k in kids(sentence, verb.head))
    nor = verb.dep == "conj" and not after_neither and any(k.lower == "nor" for k in kids(sentence, verb.head, "cc"))
    nobody = any(_is_none(sentence, k) for k in below if k.dep in SUBJECTS)
    longer = any(k.lower == "longer" and any(m.lower == "no" for m in kids(sentence, k.i)) for k in below)
    attribute = first and any(_is_none(sentence, k) for k in below if k.dep == "attr")
    if plain or paired or nor or nobody or longer or attribute:
        yield NEGATION


def _is_not_only(sentence: Sentence, negation: Token) -> bool:
    after = sentence.tokens[negation.i + 1].lower if negation.i + 1 < len(sentence.tokens) else ""
    return after in NOT_ONLY


def _is_none(sentence: Sentence, token: Token) -> bool:
    """Whether a noun phrase says that there is none ("no resistance", "none of the groups")."""
    if token.lower in NONE and token.pos in {"PRON", "NOUN"}:
        return True
    before = kids(sentence, token.i, "det", "neg", "advmod", "predet", "preconj")
    if any(k.lower in {"no", "neither", "not"} and not _is_not_only(sentence, k) for k in before if k.i < token.i):
        return True
    return any(k.lower == "any" and k.i and sentence.tokens[k.i - 1].lower in HARDLY for k in before)


def _auxiliaries(lexicon: SenseLexicon, sentence: Sentence, verb: Token) -> Iterator[Effect]:
    below = kids(sentence, verb.i, "aux", "auxpass")
    negated = any(k.dep == "neg" for k in kids(sentence, verb.i))
    perfect = any(k.lemma.lower() == "have" for k in below)
    for aux in below:
        word = {"'ll": "will", "wo": "will", "ca": "can", "’ll": "will"}.get(aux.lower, aux.lower)
        if word in CAN_NOT and negated:
            continue
        if word in INVERTED and _is_inverted(sentence, verb, aux):
            yield Effect(word, modality="hypothetical")
            continue
        if word in {"would", "'d"} and aux.tag == "MD":
            if _is_feared(lexicon, sentence, verb):
                continue
            yield _would(sentence, verb, perfect=perfect)
        elif (effect := lexicon.of("aux", word, "own")) is not None:
            yield IRREALIS if word == "will" and _has_condition(sentence, verb) else effect


def _is_inverted(sentence: Sentence, verb: Token, aux: Token) -> bool:
    """Whether the auxiliary opens the clause before its subject, as a condition does, and the sentence asks nothing."""
    subjects = kids(sentence, verb.i, "nsubj", "nsubjpass")
    opens = aux.i == 0 or sentence.tokens[aux.i - 1].text in {",", ";", "and", "or", "that", '"', "“"}
    asks = bool(sentence.tokens) and sentence.tokens[-1].text == "?"
    return opens and not asks and bool(subjects) and aux.i < subjects[0].i


def _is_feared(lexicon: SenseLexicon, sentence: Sentence, verb: Token) -> bool:
    """ "feared that gangs would attack": the verb above says in what sense, and not the future in the past."""
    above = sentence.tokens[verb.head]
    effect = lexicon.of("verb", above.lemma.lower(), "that") if verb.dep == "ccomp" else None
    return effect is not None and effect.modality is not None


def _would(sentence: Sentence, verb: Token, *, perfect: bool) -> Effect:
    """ "would" is the future of what somebody said; by itself or with "have" it tells what is not so."""
    said = verb.dep in {"ccomp", "conj"} or any(k.lower == "that" for k in kids(sentence, verb.i, "mark"))
    reported = said and not perfect and not _has_condition(sentence, verb)
    return Effect("would", modality="planned") if reported else IRREALIS


def _has_condition(sentence: Sentence, verb: Token) -> bool:
    clauses = kids(sentence, verb.i, "advcl")
    return any(m.lower in {"if", "unless"} for c in clauses for m in kids(sentence, c.i, "mark"))


def _marks(lexicon: SenseLexicon, sentence: Sentence, verb: Token) -> Iterator[Effect]:
    if verb.dep not in {"advcl", "ccomp", "pcomp", "csubj", "conj", "ROOT", "dep"}:
        return
    for mark in kids(sentence, verb.i, "mark", "advmod"):
        effect = lexicon.of("mark", mark.lower, "own")
        if effect is not None:
            asked = effect.word == "if" and verb.dep == "ccomp"
            yield Effect("if", modality="possible") if asked else effect
        elif mark.lower in FUTURE_MARKS and verb.dep == "advcl" and _is_future(sentence, verb):
            yield Effect(mark.lower, modality="planned")


def _is_future(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause in the present tense hangs on one in the future ("will dissolve once … is convened")."""
    above = kids(sentence, verb.head, "aux")
    tensed = [verb, *kids(sentence, verb.i, "aux", "auxpass")]
    return any(k.lower in {"will", "shall", "'ll"} for k in above) and any(t.tag in {"VBZ", "VBP"} for t in tensed)


def _modifiers(lexicon: SenseLexicon, sentence: Sentence, token: Token) -> Iterator[Effect]:
    """Adverbs of a verb, adjectives of a noun, and "possibly" before either."""
    for k in kids(sentence, token.i, "advmod", "amod", "compound"):
        kind = "adjective" if k.dep in {"amod", "compound"} else "adverb"
        effect = lexicon.of(kind, k.lemma.lower(), "own") or lexicon.of(kind, k.lower, "own")
        if effect is not None:
            yield effect
