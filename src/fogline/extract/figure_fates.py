"""What became of the counted: the word that tells it, found beside the phrase or by the syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.extract.figure_lexicon import Fate, Lexicon, Takes
from fogline.extract.figure_nouns import Counted
from fogline.language import tree
from fogline.model.sentence import Sentence, Token

SOLDIERS = frozenset({"soldiers", "fighters", "police"})
AUXILIARIES = frozenset({"be", "have", "get", "remain", "lie", "go"})
REMAINS = frozenset({"body", "bodies", "corpse", "corpses", "casualty", "casualties"})
HARMS = frozenset({"killed", "injured"})
FILLERS = frozenset({"ADV", "PART"})
GROUPINGS = frozenset(
    ["group", "batch", "number", "total", "team", "wave", "contingent", "unit", "convoy", "crew", "party", "band", "column",
     "crowd", "handful", "pair", "set", "majority", "family", "list"]
)  # fmt: skip
ASIDE = 25  # tokens of the longest aside between commas that is passed over
STEPS = 5  # tokens between a phrase and the participle said of it ("12 people were reportedly also critically injured")


@dataclass(frozen=True, slots=True)
class Told:
    """The fate told at ``token``; ``by`` says how the word was found."""

    token: int
    fate: Fate
    by: str


def told(sentence: Sentence, phrase: Counted, words: Lexicon) -> Told | None:
    """The fate of the counted, the surest sign first; ``None`` where the sentence tells none."""
    for by, signs in (
        ("noun", _itself(sentence, phrase, words)),
        ("beside", _beside(sentence, phrase, words)),
        ("syntax", _syntax(sentence, phrase)),
        ("modifier", _modifier(sentence, phrase)),
        ("people", [(phrase.noun, "self")]),
    ):
        for token, role in signs:
            if fate := _fate(sentence, phrase, words, token, role):
                if fate.word == "evacuate" and (harm := _harm(sentence, phrase, words)):
                    return harm  # "evacuated 46 wounded people"
                return Told(token, _joint(sentence, words, token, fate), by)
    return None


def _harm(sentence: Sentence, phrase: Counted, words: Lexicon) -> Told | None:
    """The harm told by a word inside the phrase ("46 wounded people")."""
    for token, role in _modifier(sentence, phrase):
        fate = _fate(sentence, phrase, words, token, role)
        if fate is not None and fate.measure in HARMS:
            return Told(token, fate, "modifier")
    return None


def _fate(sentence: Sentence, phrase: Counted, words: Lexicon, token: int, role: str) -> Fate | None:
    """The row for this token in this role that takes what is counted and whose companions stand near."""
    for fate in words.fates_of(sentence.tokens[token]):
        as_told = fate.role == role or (not fate.role and role in {"state", "object", "subject"})
        if as_told and takes(fate.takes, sentence, phrase) and _accompanied(sentence, fate, token):
            return fate
    return None


def _joint(sentence: Sentence, words: Lexicon, token: int, fate: Fate) -> Fate:
    """ "60 were killed and injured": both together are the affected, neither measure holds alone."""
    for joint, other in ((token + 1, token + 2), (token - 1, token - 2)):
        if not (fate.measure in HARMS and 0 <= other < len(sentence.tokens)):
            continue
        both = any(f.measure in HARMS - {fate.measure} for f in words.fates_of(sentence.tokens[other]))
        after = sentence.tokens[other + 1 : other + 2]
        if other < token and any(t.pos == "NUM" for t in sentence.tokens[max(other - 3, 0) : other]):
            continue  # "shot three protesters dead and wounded 21"
        gives_way = other > token and after and after[0].pos in {"NUM", "DET"}
        if both and sentence.tokens[joint].lower in {"and", "or", "/"} and not gives_way:
            return replace(fate, measure="affected")
    return fate


def takes(what: Takes, sentence: Sentence, phrase: Counted) -> bool:
    """Whether a fate that takes ``what`` can befall what is counted."""
    match what:
        case "any":
            return True
        case "being":
            return phrase.kind in {"person", "unknown", "bare"} and sentence.tokens[phrase.noun].lemma != "life"
        case "person":
            return phrase.kind in {"person", "bare"}
        case "soldier":
            return phrase.kind in {"person", "bare"} and (
                bool(SOLDIERS & set(phrase.population)) or phrase.population in {("unknown",), ("men",)}
            )
        case "life":
            return sentence.tokens[phrase.noun].lemma == "life"
    return phrase.kind == what


def _accompanied(sentence: Sentence, fate: Fate, token: int) -> bool:
    if not fate.companions:
        return True
    below = tree.subtree(sentence, token)
    near = {*below, *range(token, min(token + 9, len(sentence.tokens)))}
    return any(
        sentence.tokens[n].lemma.lower() in fate.companions or sentence.tokens[n].lower in fate.companions for n in near
    )


def _itself(sentence: Sentence, phrase: Counted, words: Lexicon) -> Iterator[tuple[int, str]]:
    """ "12 deaths", "40 airstrikes"; nouns for people in a state ("refugees") wait until no verb tells more."""
    if phrase.kind in {"unknown", "bare", "strike"} or sentence.tokens[phrase.noun].lower in REMAINS:
        yield phrase.noun, "self"
    if any(not f.role for f in words.fates_of(sentence.tokens[phrase.noun])):
        yield phrase.noun, "state"


def _beside(sentence: Sentence, phrase: Counted, words: Lexicon) -> Iterator[tuple[int, str]]:
    """ "killing 12", "the deaths of 12" before the phrase; "12 (were reportedly) killed" after it."""
    before = phrase.first - 1
    while before > 0 and (
        sentence.tokens[before].pos == "ADV"
        or sentence.tokens[before].lower
        in {"up", "out", "a", "another", "further", "total", "of", "additional", ":", "|"}
    ):
        if (
            sentence.tokens[before].lower == "of"
            and sentence.tokens[before - 1].pos in {"NOUN", "PROPN"}
            and sentence.tokens[before - 1].lower != "total"
        ):
            yield before - 1, "of"
        before -= 1
    if before >= 0 and _active(sentence, sentence.tokens[before]):
        yield before, "object"
    after = _after(sentence, phrase, words.sets["said"])
    if after is not None:
        if not _is_active(sentence, sentence.tokens[after]):
            yield after, "state" if sentence.tokens[after].pos == "ADJ" else "object"
        yield after, "subject"


def _active(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb before its phrase takes it as object: "killed 12", not "were killed, 12 …"."""
    if verb.pos not in {"VERB", "ADJ", "NOUN"}:
        return False
    return not any(k.dep in {"auxpass", "nsubjpass"} for k in tree.kids(sentence, verb.i))


def _after(sentence: Sentence, phrase: Counted, said: frozenset[str]) -> int | None:
    """The participle, adjective or verb said of the phrase that it follows directly or through auxiliaries."""
    start = _past_aside(sentence, phrase.last)
    for token in sentence.tokens[start : start + STEPS]:
        lemma = token.lemma.lower()
        if token.tag in {"VBN", "JJ"} and lemma not in said | AUXILIARIES and token.lower not in said:
            return None if token.dep == "amod" and token.head > token.i else token.i
        if (
            lemma in AUXILIARIES
            or lemma in said
            or token.pos in FILLERS
            or token.lower in {"to", "being", "as", "who", "that", ":", "|", "critically"}
        ):
            continue
        if token.tag in {"VBD", "VBP", "VBZ", "VBG", "VB"}:
            return token.i
        return token.i if token.lower in {"dead", "missing", "hostage", "prisoner", "captive"} else None
    return None


def _past_aside(sentence: Sentence, start: int) -> int:
    """The token after an aside between commas when an auxiliary goes on ("around twenty more, including a nurse, were injured")."""
    if start >= len(sentence.tokens) or sentence.tokens[start].text != ",":
        return start
    for token in sentence.tokens[start + 1 : start + ASIDE]:
        follows = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
        if token.text == "," and follows is not None and follows.pos == "AUX":
            return token.i + 1
        if token.tag in {"VBD", "VBZ", "VBP"} or token.text == ";":
            return start
    return start


def _is_active(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb after its phrase has an object of its own, so that the phrase did it: "12 soldiers have killed five"."""
    return bool(tree.kids(sentence, verb.i, "dobj")) and not tree.kids(sentence, verb.i, "auxpass", "nsubjpass")


def _syntax(sentence: Sentence, phrase: Counted) -> Iterator[tuple[int, str]]:
    """The words that govern the phrase or are said of it, by the parse."""
    seen: set[tuple[int, str]] = set()
    for sign in _governors(sentence, phrase.noun, 0):
        if sign not in seen:
            seen.add(sign)
            yield sign


def _governors(sentence: Sentence, noun: int, depth: int) -> Iterator[tuple[int, str]]:
    token = sentence.tokens[noun]
    head = sentence.tokens[token.head]
    yield from _clauses_on(sentence, noun)
    # "people in need", "people with gunshot wounds"
    yield from ((inner, word) for word, inner in tree.prepositions(sentence, noun) if word in {"in", "with"})
    match token.dep:
        case "nsubjpass":
            yield from _with_complements(sentence, head.i, "object")
        case "nsubj":
            passive = head.tag == "VBN" and not tree.kids(sentence, head.i, "dobj", "aux")
            yield from _with_complements(sentence, head.i, "object" if passive else "subject")
        case "dobj":
            yield from _with_complements(sentence, head.i, "object")
            pairs = tree.prepositions(sentence, head.i)  # "counted 16 people with gunshot wounds"
            yield from (
                (inner, word) for word, inner in pairs if word == "with" and sentence.tokens[inner].head == noun + 1
            )
        case "pobj" if head.lower == "of":
            yield head.head, "of"
            if (
                sentence.tokens[head.head].lemma.lower() in GROUPINGS and depth < STEPS
            ):  # "released a batch of 30 detainees"
                yield from _governors(sentence, head.head, depth + 1)
            if token.pos == "PROPN" and 0 < depth < STEPS:  # "the mayor of Cúcuta and four councillors"
                yield from _governors(sentence, head.head, depth + 1)
        case "pobj" if head.lower == "to" and sentence.tokens[head.head].lemma == "set":
            yield head.head, "object"  # "set fire to 60 homes"
        case "pobj" if head.lower == "to" and sentence.tokens[head.head].lemma == "fire":
            yield sentence.tokens[head.head].head, "object"
        case "pobj" if head.lower == "for" and sentence.tokens[head.head].lemma in {"exchange", "swap"}:
            yield head.head, "of"
        case "pobj" if head.lower in {"with", "alongside"} and tree.is_passive(sentence, head.head):
            yield head.head, "object"
        case "attr" | "appos" | "dep" | "conj" if depth < STEPS:
            yield from _governors(sentence, head.i, depth + 1)


def _with_complements(sentence: Sentence, verb: int, role: str) -> Iterator[tuple[int, str]]:
    """The verb and what completes it: "believed to have been killed", "forced to flee", "are missing"."""
    yield verb, role
    for kid in tree.kids(sentence, verb, "xcomp", "acomp", "attr", "oprd", "ccomp", "advcl", "prep"):
        if kid.dep == "prep":
            yield from ((o.i, kid.lower) for o in tree.kids(sentence, kid.i, "pobj") if kid.lower == "in")
        elif kid.dep in {"acomp", "attr", "oprd"}:
            yield kid.i, "state"
        elif kid.dep in {"xcomp", "ccomp"}:
            yield kid.i, "object" if tree.is_passive(sentence, kid.i) or kid.tag == "VBN" else "subject"
    for kid in tree.kids(sentence, verb, "conj"):
        own = ("nsubj", "nsubjpass", "dobj") if role == "object" else ("nsubj", "nsubjpass")
        if not tree.kids(sentence, kid.i, *own):  # "lost 14 men and killed 63": the 14 were not killed by them
            yield kid.i, role


def _clauses_on(sentence: Sentence, noun: int) -> Iterator[tuple[int, str]]:
    """ "12 people killed in …", "12 people fleeing …", "12 people who were killed"."""
    for kid in tree.kids(sentence, noun, "acl", "relcl", "amod"):
        if kid.dep == "amod" and kid.i < noun:
            continue
        if kid.tag == "VBN" and kid.dep != "relcl":
            yield kid.i, "object"
        elif kid.dep == "relcl":
            passive = bool(tree.kids(sentence, kid.i, "nsubjpass", "auxpass"))
            yield from _with_complements(sentence, kid.i, "object" if passive else "subject")
        else:
            yield kid.i, "subject" if kid.tag == "VBG" else "state"


def _modifier(sentence: Sentence, phrase: Counted) -> Iterator[tuple[int, str]]:
    """ "14,000 displaced people", "40 missing sailors"."""
    return ((n, "state") for n in range(phrase.first, phrase.noun) if sentence.tokens[n].pos in {"ADJ", "VERB"})
