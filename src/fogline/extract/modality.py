"""In what sense something is told: affirmed or denied; actual, planned, requested, possible or hypothetical.

``judge`` looks at one sentence only. The order in which senses are put together is: what the construction of a trigger
fixes (``Trigger.modality``, ``Trigger.stance``), then what ``judge`` finds in the clause, then what the speech fixes in which
the words stand (``Speech.modality``); the stance of the speech turns the stance of the clause round.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.extract.modality_clues import own_clues
from fogline.extract.modality_lexicon import Effect, SenseLexicon, shipped_senses
from fogline.language.tree import kids
from fogline.model.mention import Judged
from fogline.model.sentence import Sentence, Token

MOST_STEPS = 14  # arcs to climb: beyond that nothing bears on the word judged
PAST = frozenset({"after", "since", "upon", "on", "following", "despite", "for"})
MEANS = frozenset({"by", "in", "through", "with"})
PURPOSE = Effect("to", modality="planned")
PASSED_ON = Effect("")


@dataclass(frozen=True, slots=True)
class _Step:
    """One arc upwards: the token above, what that arc does, and whether the clues of the token above still bear."""

    above: int
    effect: Effect
    goes_on: bool = True


def judge(sentence: Sentence, token: int, lexicon: SenseLexicon | None = None) -> Judged:
    """The sense in which the word ``token`` (the verb, or the noun itself of a nominal trigger) is told in its sentence.

    It climbs from the word over the verbs, nouns and prepositions that embed it ("plans to", "no evidence that", "call for"). The
    nearest modality holds; every denial on the way turns the stance round. ``rule`` names the words that decided.
    """
    senses = lexicon or shipped_senses()
    judged, here, bears = Judged(), token, True
    for step in range(MOST_STEPS):
        if bears:
            for effect in own_clues(senses, sentence, here, first=step == 0):
                judged = _under(judged, effect)
        up = _step(senses, sentence, sentence.tokens[here])
        if up is None:
            break
        judged, here, bears = _under(judged, up.effect), up.above, up.goes_on
    return judged


def _under(judged: Judged, effect: Effect) -> Judged:
    """The sense with one more effect: the nearest modality stays, a denial turns the stance."""
    if not effect.denies and effect.modality is None:
        return judged
    stance = judged.stance
    if effect.denies:
        stance = "affirmed" if stance == "denied" else "denied"
    kept = judged.modality if judged.modality != "actual" else effect.modality or "actual"
    rule = effect.word if judged.rule == "plain" else f"{judged.rule}, {effect.word}"
    return replace(judged, stance=stance, modality=kept, rule=rule)


def _step(senses: SenseLexicon, sentence: Sentence, token: Token) -> _Step | None:
    """The arc from a token to what embeds it; ``None`` where the clause stands for itself."""
    if token.head == token.i:
        return None
    above = sentence.tokens[token.head]
    if token.pos in {"VERB", "AUX"}:
        return _from_verb(senses, sentence, token, above)
    return _from_noun(senses, sentence, token, above)


def _from_verb(senses: SenseLexicon, sentence: Sentence, verb: Token, above: Token) -> _Step | None:
    infinitive = any(k.lower == "to" and k.dep in {"aux", "mark"} for k in kids(sentence, verb.i))
    match verb.dep:
        case "xcomp":
            frame = "to" if infinitive or verb.tag == "VB" else "ing"
            return _Step(above.i, _effect(senses, sentence, above, frame) or PASSED_ON)
        case "ccomp":
            other = _effect(senses, sentence, above, "other") if infinitive else None
            effect = other or _effect(senses, sentence, above, "to" if infinitive else "that")
            return _Step(above.i, effect) if effect else None
        case "acl" | "relcl":
            return _from_modifier(senses, sentence, above, infinitive=infinitive, verb=verb)
        case "advcl":
            return _from_adverbial(senses, sentence, verb, above, infinitive=infinitive)
        case "pcomp":
            return _from_preposition(senses, sentence, above)
        case "conj":
            return _Step(above.i, PASSED_ON) if _shares(sentence, verb, above) else None
        case "amod" | "compound" | "pobj" | "dobj" | "nsubj" | "nsubjpass" | "attr":
            return _from_noun(senses, sentence, verb, above) if verb.tag in {"VB", "VBG", "NN"} else None
        case _:
            return None


def _from_modifier(
    senses: SenseLexicon, sentence: Sentence, above: Token, *, infinitive: bool, verb: Token
) -> _Step | None:
    """A clause that hangs on a noun: "plan to attack", "no evidence that …"; a participle stands for itself."""
    if infinitive and above.lower == "order" and above.i and sentence.tokens[above.i - 1].lower == "in":
        return _Step(above.i, PURPOSE, goes_on=False)
    if infinitive:
        first = any(
            k.tag in {"JJS"} or k.lower in {"first", "last", "second", "only"} for k in kids(sentence, above.i, "amod")
        )
        ordinal = first or above.lower in {"first", "last"}
        return _Step(above.i, PASSED_ON if ordinal else _effect(senses, sentence, above, "to") or PURPOSE)
    if any(m.lower in {"who", "which"} for m in kids(sentence, verb.i, "nsubj", "nsubjpass", "dobj")):
        return None
    effect = _effect(senses, sentence, above, "that")
    return (
        _Step(above.i, effect)
        if (effect and verb.tag not in {"VBG", "VBN"}) or (effect and _is_finite(sentence, verb))
        else None
    )


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    return any(k.dep in {"nsubj", "nsubjpass"} for k in kids(sentence, verb.i))


def _from_adverbial(
    senses: SenseLexicon, sentence: Sentence, verb: Token, above: Token, *, infinitive: bool
) -> _Step | None:
    """ "to" tells a purpose; a participle without a subject shares the tense of its main clause; other clauses stand alone."""
    marks = {k.lower for k in kids(sentence, verb.i, "mark", "advmod")}
    if infinitive and "for" not in marks - {"in"}:
        effect = _effect(senses, sentence, above, "to")
        return _Step(above.i, effect or PURPOSE, goes_on=effect is not None)
    if verb.tag == "VBG" and not _is_finite(sentence, verb) and not marks & {*PAST, "while", "before"}:
        return _Step(above.i, PASSED_ON, goes_on=not any(k.dep == "neg" for k in kids(sentence, above.i)))
    return None


def _from_preposition(senses: SenseLexicon, sentence: Sentence, preposition: Token) -> _Step | None:
    """The object of a preposition: the preposition's own effect ("without"), else that of the word it hangs on ("call for")."""
    word = preposition.lower
    joined = " ".join(
        [*(k.lower for k in kids(sentence, preposition.i, "advmod", "pcomp") if k.i < preposition.i), word]
    )
    for phrase in (joined, _with_next(sentence, preposition), word):
        if (own := senses.of("preposition", phrase, "own")) is not None:
            return _Step(preposition.i, own, goes_on=False)
    if preposition.head == preposition.i:
        return None
    host = sentence.tokens[preposition.head]
    objects = kids(sentence, host.i, "dobj") if host.pos == "VERB" else []
    for hold in [host, *objects]:
        if (effect := _effect(senses, sentence, hold, word)) is not None:
            return _Step(hold.i, effect)
    if host.dep == "prep" and preposition.dep == "prep":
        return _from_preposition(senses, sentence, host)
    return (
        _Step(host.i, PASSED_ON) if word in MEANS and host.pos == "VERB" and _is_gerund(sentence, preposition) else None
    )


def _is_gerund(sentence: Sentence, preposition: Token) -> bool:
    return bool(kids(sentence, preposition.i, "pcomp"))


def _with_next(sentence: Sentence, preposition: Token) -> str:
    """The preposition with the words before it that make one phrase ("in case of", "instead of", "rather than")."""
    first = max(0, preposition.i - 3)
    words = [t.lower for t in sentence.tokens[first : preposition.i + 1]]
    joined = " ".join(words)
    return next((p for p in ("in the event of", "in case of", "instead of", "rather than") if joined.endswith(p)), "")


def _from_noun(senses: SenseLexicon, sentence: Sentence, noun: Token, above: Token) -> _Step | None:
    """What a nominal trigger hangs on: a verb that plans, prevents or performs it, a noun or preposition before it."""
    match noun.dep:
        case "dobj" | "nsubjpass" | "oprd":
            frame = "obj"
        case "nsubj" | "attr":
            frame = "subj"
        case "pobj":
            return _from_preposition(senses, sentence, above)
        case "conj":
            return _Step(above.i, PASSED_ON)
        case "compound" | "nmod" | "amod":
            effect = _effect(senses, sentence, above, "compound")
            return _Step(above.i, effect) if effect else None
        case _:
            return None
    effect = _predicated(senses, sentence, above) if frame == "subj" else None
    if frame == "obj" and above.lemma.lower() == "announce":
        effect = senses.of("noun", noun.lemma.lower(), "announced")
    effect = effect or _effect(senses, sentence, above, frame)
    effect = effect or senses.of("light", _lemma(sentence, above), frame)
    return _Step(above.i, effect) if effect else None


def _predicated(senses: SenseLexicon, sentence: Sentence, copula: Token) -> Effect | None:
    """The adjective said of a subject: "an attack is likely"."""
    for k in kids(sentence, copula.i, "acomp", "oprd", "attr"):
        effect = senses.of("adjective", k.lemma.lower(), "subj") or senses.of("adjective", k.lower, "own")
        if effect is not None:
            return effect
    return None


def _effect(senses: SenseLexicon, sentence: Sentence, word: Token, frame: str) -> Effect | None:
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(word.pos)
    if kind is None:
        return None
    lemma = word.lemma.lower()
    if lemma == "able" and sentence.tokens[word.head].tag == "VBD":  # "were able to" tells what was done
        return None
    joined = _lemma(sentence, word)
    found = senses.of(kind, joined, frame) or senses.of(kind, lemma, frame)
    if found is None and kind == "verb" and word.tag in {"VBN", "VBD"}:
        found = senses.of("adjective", word.lower, frame)
    return found


def _lemma(sentence: Sentence, word: Token) -> str:
    """The lemma with its particle or fixed noun ("carry out", "take place")."""
    more = kids(sentence, word.i, "prt") or [k for k in kids(sentence, word.i, "dobj") if k.lower in {"place", "part"}]
    return " ".join([word.lemma.lower(), *(k.lower for k in more[:1])])


def _shares(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Whether a joined verb shares the auxiliaries of the first ("will pursue and arrest"), not a clause of its own."""
    if first.pos not in {"VERB", "AUX"}:
        return True
    own = kids(sentence, verb.i, "nsubj", "nsubjpass", "aux", "auxpass")
    return not own and verb.tag == first.tag
