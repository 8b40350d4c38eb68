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
REPORTED_BY = frozenset({"tell", "insist"})  # verbs that ask only with the bare form: "insisted that he leave"
PREVENTING = frozenset({"prevent", "stop", "avoid", "avert", "deter", "forestall", "preclude", "keep", "block"})
# (preposition, what it hangs on) for having a part in a deed: to deny that is to deny the deed, to doubt it is no doubt of the deed
INVOLVED = frozenset({("behind", "be"), ("for", "responsible"), ("in", "involved"), ("in", "involve"), ("in", "part"),
                      ("in", "role"), ("in", "hand"), ("in", "involvement"), ("in", "participate"), ("in", "complicit"),
                      ("with", "do"), ("to", "link"), ("in", "take part"), ("with", "connection")})  # fmt: skip
SPOKEN = frozenset({"claim", "allegation", "accusation", "charge", "report", "statement"})
NAMING = frozenset({"call", "brand", "label", "describe", "dismiss", "deem", "denounce", "declare", "term"})


@dataclass(frozen=True, slots=True)
class _Step:
    """One arc upwards: the token above, what that arc does, and whether the clues of the token above still bear."""

    above: int
    effect: Effect
    goes_on: bool = True
    denial_only: bool = False


AMOUNTING = frozenset({"be", "lie", "remain", "rise", "reach", "exceed", "number", "total", "stand", "climb"})


def judge(sentence: Sentence, token: int, lexicon: SenseLexicon | None = None) -> Judged:
    """The sense in which the word ``token`` (the verb, or the noun itself of a nominal trigger) is told in its sentence.

    It climbs from the word over the verbs, nouns and prepositions that embed it ("plans to", "no evidence that", "call for"). The
    nearest modality holds; every denial on the way turns the stance round. ``rule`` names the words that decided.
    """
    senses = lexicon or shipped_senses()
    judged, here, bears, denial_only = Judged(), token, True, False
    if (itself := senses.of("verb", sentence.tokens[token].lemma.lower(), "self")) is not None:
        judged = _under(judged, itself)  # "is expected in Ankara"
    for step in range(MOST_STEPS):
        if bears:
            for effect in own_clues(senses, sentence, here, first=step == 0):
                judged = _under(judged, _heard(effect, denial_only))
        up = _step(senses, sentence, sentence.tokens[here])
        if up is None:
            break
        denial_only = denial_only or up.denial_only
        made = step == 0 and up.effect.denies and sentence.tokens[here].lemma.lower() in SPOKEN
        effect = PASSED_ON if made else _unless_purpose(sentence, up)  # "the allegations were false": made they were
        judged, here, bears = _under(judged, _heard(effect, denial_only)), up.above, up.goes_on
    return judged


def judge_count(sentence: Sentence, predicate: int) -> Judged:
    """The sense of a count: of the word that tells the fate, or of the verb that says how many ("50 bodies might lie there")."""
    told, judged = sentence.tokens[predicate], judge(sentence, predicate)
    verb = sentence.tokens[told.head]
    if told.pos != "NOUN" or told.dep not in {"nsubj", "nsubjpass"} or verb.lemma.lower() not in AMOUNTING:
        return judged
    amount = judge(sentence, verb.i)
    return amount if amount.modality == "possible" and judged.modality == "actual" else judged


def _heard(effect: Effect, denial_only: bool) -> Effect:
    return Effect(effect.word, denies=effect.denies) if denial_only else effect


def _unless_purpose(sentence: Sentence, step: _Step) -> Effect:
    """ "moved to prevent a raid": the raid is neither told nor denied, it might have come."""
    above = sentence.tokens[step.above]
    if not step.effect.denies or above.lemma.lower() not in PREVENTING or not _is_infinitive(sentence, above):
        return step.effect
    return Effect(step.effect.word, modality="hypothetical")


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VB" and any(k.lower == "to" and k.dep in {"aux", "mark"} for k in kids(sentence, verb.i))


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
            if _is_still_to_come(sentence, above):
                return _Step(above.i, Effect("yet", denies=True))
            frame = "to" if infinitive or verb.tag == "VB" else "ing"
            return _Step(above.i, _effect(senses, sentence, above, frame) or PASSED_ON)
        case "ccomp":
            return _from_clause(senses, sentence, verb, above, infinitive=infinitive)
        case "csubj":
            effect = _predicated(senses, sentence, above, "that")
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


def _is_still_to_come(sentence: Sentence, verb: Token) -> bool:
    """ "has yet to", "is yet to": not so until now."""
    return verb.lemma.lower() in {"have", "be"} and any(k.lower == "yet" for k in kids(sentence, verb.i, "advmod"))


def _from_clause(
    senses: SenseLexicon, sentence: Sentence, verb: Token, above: Token, *, infinitive: bool
) -> _Step | None:
    """What is said, asked or feared in a clause; "it is not true that …" has it under the adjective or its copula."""
    other = _effect(senses, sentence, above, "other") if infinitive else None
    effect = other or _effect(senses, sentence, above, "to" if infinitive else "that")
    if effect is None and above.lemma.lower() == "be":
        effect = _predicated(senses, sentence, above, "that")
    asks = effect is not None and effect.modality == "requested" and above.lemma.lower() in REPORTED_BY
    if effect is None or (asks and not infinitive and (verb.tag != "VB" or kids(sentence, verb.i, "aux"))):
        return None
    return _Step(above.i, effect)


def _from_modifier(
    senses: SenseLexicon, sentence: Sentence, above: Token, *, infinitive: bool, verb: Token
) -> _Step | None:
    """A clause that hangs on a noun: "plan to attack", "no evidence that …"; a participle stands for itself."""
    if _is_cleft(sentence, above):
        return _Step(above.head, PASSED_ON, denial_only=True)
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


def _is_cleft(sentence: Sentence, noun: Token) -> bool:
    """ "It was not the army that shelled …": the denial stands at the copula."""
    copula = sentence.tokens[noun.head]
    if noun.dep != "attr" or copula.lemma.lower() != "be":
        return False
    return any(k.lower == "it" for k in kids(sentence, copula.i, "nsubj")) and bool(kids(sentence, copula.i, "neg"))


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
    if any((word, _lemma(sentence, h)) in INVOLVED or (word, h.lemma.lower()) in INVOLVED for h in [host, *objects]):
        hold = next((o for o in objects if (word, o.lemma.lower()) in INVOLVED), host)
        return _Step(hold.i, PASSED_ON, denial_only=True)
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
        case "acomp":
            return _Step(above.i, PASSED_ON)
        case "compound" | "nmod" | "amod":
            effect = _effect(senses, sentence, above, "compound")
            return _Step(above.i, effect) if effect else None
        case _:
            return None
    effect = _predicated(senses, sentence, above, "subj") if frame == "subj" else _named(senses, sentence, above)
    if frame == "obj" and above.lemma.lower() == "announce":
        effect = senses.of("noun", noun.lemma.lower(), "announced")
    effect = effect or _raised(senses, sentence, above) or _effect(senses, sentence, above, frame)
    effect = effect or senses.of("light", _lemma(sentence, above), frame)
    return _Step(above.i, effect) if effect else None


def _predicated(senses: SenseLexicon, sentence: Sentence, copula: Token, frame: str) -> Effect | None:
    """The adjective or noun said of a subject: "an attack is likely", "claims that it fled are a lie"."""
    for k in kids(sentence, copula.i, "acomp", "oprd", "attr"):
        kind = "noun" if k.pos == "NOUN" else "adjective"
        effect = senses.of(kind, k.lemma.lower(), frame) or senses.of("adjective", k.lower, "own")
        if effect is not None:
            return effect
    return None


def _raised(senses: SenseLexicon, sentence: Sentence, verb: Token) -> Effect | None:
    """What is said of a subject with an infinitive that tells that it comes about: "talks are due to open", "expected to begin"."""
    for host in (verb, *kids(sentence, verb.i, "acomp", "oprd")):
        for come in kids(sentence, host.i, "xcomp"):
            if _is_infinitive(sentence, come) and senses.of("light", _lemma(sentence, come), "subj") is not None:
                return _effect(senses, sentence, host, "to")
    return None


def _named(senses: SenseLexicon, sentence: Sentence, verb: Token) -> Effect | None:
    """What an object is called: "called reports of a raid fabricated", "described them as lies"."""
    if verb.lemma.lower() not in NAMING:
        return None
    after_as = [o for p in kids(sentence, verb.i, "prep") if p.lower == "as" for o in kids(sentence, p.i)]
    for k in (*kids(sentence, verb.i, "oprd", "acomp", "ccomp"), *after_as):
        kind = "noun" if k.pos == "NOUN" else "adjective"
        effect = senses.of(kind, k.lemma.lower(), "subj") or senses.of("adjective", k.lower, "subj")
        if effect is not None:
            return effect
    return None


def _effect(senses: SenseLexicon, sentence: Sentence, word: Token, frame: str) -> Effect | None:
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adjective"}.get(
        word.pos
    )
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
    if _is_infinitive(sentence, verb) and (_is_infinitive(sentence, first) or first.tag == "VB"):
        return len(own) == 1
    return not own and verb.tag == first.tag
