"""Cues that attribute, found in a sentence: who speaks (heads) and where the words said stand (runs of tokens)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.extract.attribution_lexicon import CueLexicon, CueRow
from fogline.extract.attribution_reach import presupposed, within_reach
from fogline.extract.attribution_said import (
    HARD_VERBS,
    claimed,
    infinitive_said,
    is_infinitive,
    object_said,
    phrase_said,
)
from fogline.extract.attribution_speakers import Cast, author, can_speak, is_nobody, is_thing, subjects
from fogline.extract.attribution_trailing import trailing
from fogline.language.tree import conjuncts, is_passive, kids, subtree
from fogline.model.mention import Modality, Stance
from fogline.model.sentence import Sentence, Token

UNSAID = frozenset({"would", "could", "may", "might", "should", "must", "will", "shall", "ca", "wo", "can"})
SAYING_GOES_ON = frozenset({"go", "continue", "begin", "start", "proceed", "keep", "be"})
QUOTERS = frozenset({"quote", "cite", "report", "describe"})
CONTRASTS = frozenset({"while", "whereas", "although", "though", "as"})
LIGHT_VERBS = frozenset(
    {"make", "issue", "give", "release", "publish", "repeat", "reiterate", "file", "send", "post", "deliver", "sound"}
)
MARKS = frozenset({"PUNCT", "CCONJ", "SCONJ", "SPACE"})
QUOTES = frozenset('"“”')
SPEAKING = frozenset(
    {"vow", "pledge", "promise", "threaten", "announce", "call", "urge", "demand", "accuse", "blame", "condemn", "warn"}
    | {"appeal", "offer", "reject", "deny", "order", "denounce", "praise", "welcome", "thank", "apologise", "apologize"}
)
STATEMENTS = frozenset({"statement", "remark", "comment", "response", "message", "address"})


@dataclass(frozen=True, slots=True)
class Cue:
    """An attributing word at tokens ``[first, last)`` of a sentence, the heads of its speakers and the words said.

    ``runs`` are runs of tokens ``[first, last)``; empty where the words said stand in another sentence (a quotation).
    ``beyond`` are heads of those whom the speakers cite: they stand nearer to what is said.
    """

    sentence: int
    first: int
    last: int
    row: CueRow
    speakers: tuple[int, ...]
    runs: tuple[tuple[int, int], ...]
    stance: Stance = "affirmed"
    modality: Modality | None = None
    beyond: tuple[int, ...] = ()


def cues(cast: Cast, sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence: verbs, nouns with a named author, prepositional phrases."""
    for cue in _unbounded(cast, sentence):
        yield replace(cue, runs=within_reach(sentence, cue.first, cue.runs))


def _unbounded(cast: Cast, sentence: Sentence) -> Iterator[Cue]:
    lexicon = cast.lexicon
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if token.pos in {"VERB", "AUX"} and lemma in lexicon.verbs:
            yield from _verb_cues(cast, sentence, token, lexicon.verbs[lemma])
        elif token.pos in {"NOUN", "PROPN"} and lemma in lexicon.nouns:
            yield from _noun_cues(cast, sentence, token, lexicon.nouns[lemma])
    yield from _phrase_cues(lexicon, sentence)


def _verb_cues(cast: Cast, sentence: Sentence, verb: Token, row: CueRow) -> Iterator[Cue]:
    if _is_unsaid(sentence, verb):
        return
    if row.has("that") and (behind := trailing(sentence, verb, cast.lexicon.speakers)) is not None:
        head, first = behind
        yield Cue(sentence.index, verb.i, verb.i + 1, row, (head,), ((0, first),), row.stance)
        return
    speakers = _speakers(cast, sentence, verb, row)
    if not speakers:
        return
    if row.has("chain"):
        yield from _reported_speaker(sentence, verb, row, speakers)
        return
    beyond = _cited(cast, sentence, verb)
    found = False
    for tokens, modality in _contents(sentence, verb, row):
        found = True
        yield Cue(
            sentence.index, verb.i, verb.i + 1, row, speakers, _runs(sentence, tokens), row.stance, modality, beyond
        )
    if not found and (row.has("that") or (row.has("statement") and _gives_statement(sentence, verb))):
        yield Cue(sentence.index, verb.i, verb.i + 1, row, speakers, (), row.stance, None, beyond)


def _gives_statement(sentence: Sentence, verb: Token) -> bool:
    return any(k.lemma.lower() in STATEMENTS for k in kids(sentence, verb.i, "dobj"))


def _is_unsaid(sentence: Sentence, verb: Token) -> bool:
    """Whether nothing is said: negated, merely possible, planned or ordered speech."""
    below = kids(sentence, verb.i)
    if any(k.dep == "neg" or k.lower in {"neither", "never", "nor"} for k in below if k.dep not in {"ccomp", "dobj"}):
        return True
    if any(k.dep == "aux" and k.lower in UNSAID for k in below):
        return True
    above = sentence.tokens[verb.head]
    if verb.dep == "xcomp" and above.lemma.lower() not in SAYING_GOES_ON:
        return verb.tag == "VB"
    if verb.dep == "conj":
        return any(k.lower in {"neither", "nor"} for k in kids(sentence, above.i, "preconj", "cc"))
    return False


def _speakers(cast: Cast, sentence: Sentence, verb: Token, row: CueRow) -> tuple[int, ...]:
    if verb.dep == "pcomp" and (quoted := _quoted_as_saying(sentence, verb)):
        return quoted
    doers = _participle_head(cast, sentence, verb) or _inverted_subject(sentence, verb) or subjects(sentence, verb.i)
    heads = [h for head in doers for h in author(cast, sentence, head)]
    if any(is_nobody(sentence, h) for h in heads):
        return ()
    heads = [h for h in heads if not is_thing(cast, sentence, h)]
    strict = row.needs_speaker or is_passive(sentence, verb.i)
    return tuple(h for h in heads if not strict or can_speak(cast, sentence, h))


def _participle_head(cast: Cast, sentence: Sentence, verb: Token) -> list[int]:
    """The noun that a participle describes, where it can speak ("NGOs accusing the army")."""
    if verb.dep != "acl" or verb.tag != "VBG" or sentence.tokens[verb.head].lemma.lower() in cast.lexicon.documents:
        return []
    return [verb.head] if can_speak(cast, sentence, verb.head) else []


def _inverted_subject(sentence: Sentence, verb: Token) -> list[int]:
    """The subject that the parser took for an object (", stated the minister")."""
    if verb.i == 0 or sentence.tokens[verb.i - 1].text not in {",", *QUOTES} or kids(sentence, verb.i, "nsubj"):
        return []
    return [k.i for k in kids(sentence, verb.i, "dobj") if k.i > verb.i]


def _quoted_as_saying(sentence: Sentence, verb: Token) -> tuple[int, ...]:
    """The one whom another quotes "as saying": object of the quoting verb, or its passive subject."""
    quoting = sentence.tokens[sentence.tokens[verb.head].head]
    if sentence.tokens[verb.head].lower != "as" or quoting.lemma.lower() not in QUOTERS:
        return ()
    role = "nsubjpass" if is_passive(sentence, quoting.i) else "dobj"
    return tuple(c for k in kids(sentence, quoting.i, role) for c in conjuncts(sentence, k.i))


def _reported_speaker(sentence: Sentence, verb: Token, row: CueRow, speakers: tuple[int, ...]) -> Iterator[Cue]:
    """The outer speaker of "X quoted Y as saying …": what Y says is what X says too."""
    inner = [t for p in kids(sentence, verb.i, "prep") if p.lower == "as" for t in kids(sentence, p.i, "pcomp")]
    for saying in inner:
        tokens = set(subtree(sentence, saying.i))
        yield Cue(sentence.index, verb.i, verb.i + 1, row, speakers, _runs(sentence, tokens))


def _cited(cast: Cast, sentence: Sentence, verb: Token) -> tuple[int, ...]:
    """Heads of those whom the speakers of this verb cite ("Reuters reported, citing officials, …")."""
    return tuple(
        c
        for k in [*_beside(sentence, verb), *_trailing_citing(sentence, verb)]
        if k.lower in {"citing", "quoting"}
        for obj in kids(sentence, k.i, "dobj", "pobj")
        for c in conjuncts(sentence, obj.i)
        if can_speak(cast, sentence, c)
    )


def _beside(sentence: Sentence, verb: Token) -> list[Token]:
    """Participles of the verb or of its subject ("TASS, citing an official, reported …")."""
    below = kids(sentence, verb.i, "nsubj")
    return [
        *kids(sentence, verb.i, "advcl", "prep"),
        *(k for b in below for k in kids(sentence, b.i, "acl", "advcl", "prep")),
    ]


def _trailing_citing(sentence: Sentence, verb: Token) -> list[Token]:
    """A "citing" that the parser hung on the clause said instead of the verb of saying."""
    return [
        k
        for c in kids(sentence, verb.i, "ccomp")
        for k in kids(sentence, c.i, "advcl")
        if k.lower in {"citing", "quoting"}
    ]


Content = tuple[set[int], Modality | None]


def _contents(sentence: Sentence, verb: Token, row: CueRow) -> Iterator[Content]:
    """The token sets that hold the words said, one for each frame of the row that the sentence fills."""
    for frame, modality in row.frames:
        if frame == "that":
            tokens = _clause_said(sentence, verb)
        elif frame == "obj":
            tokens = object_said(sentence, verb, row)
        elif frame == "self":
            tokens = claimed(sentence, verb, row)
        elif frame in {"to", "ing"}:
            tokens = infinitive_said(sentence, verb, frame)
        else:
            tokens = phrase_said(sentence, verb, frame)
        if row.stance == "denied":
            tokens = tokens - presupposed(sentence, tokens)
        if tokens and modality is None:
            yield tokens, None
        elif tokens:
            yield from _narrowed(sentence, tokens, frame, modality)


def _narrowed(sentence: Sentence, tokens: set[int], frame: str, modality: Modality | None) -> Iterator[Content]:
    """What a cue that fixes a modality says: only the act itself is asked for, planned or feared, not what it presupposes.

    What is asked for in a noun ("the release of the man arrested in May") says nothing else; other contents stay said.
    """
    heads = [t for t in tokens if sentence.tokens[t].head not in tokens]
    acts = {c for h in heads for c in conjuncts(sentence, h)}
    acts |= {k.i for a in acts for k in kids(sentence, a, "det", "compound", "amod", "aux") if k.tag != "VBN"}
    yield acts & tokens, modality
    if modality != "requested" or frame in {"that", "to"}:
        yield tokens, None


def _clause_said(sentence: Sentence, verb: Token) -> set[int]:
    clauses = [k for k in _complements(sentence, verb) if not is_infinitive(sentence, k)]
    own = _own_clause(sentence, verb, clauses)
    before = [c for c in clauses if c.i < min(own)]
    if before or _is_parenthetical(sentence, verb, clauses):
        joined = [k for k in kids(sentence, verb.i, "conj") if not kids(sentence, k.i, "nsubj", "nsubjpass")]
        outside = {t for k in joined for t in subtree(sentence, k.i)}
        outside = outside if verb.dep == "ROOT" else set()
        return {t.i for t in sentence.tokens} - own - outside
    return {t for c in clauses for t in _uncut(sentence, c)}


def _complements(sentence: Sentence, verb: Token) -> list[Token]:
    clauses = kids(sentence, verb.i, "ccomp")
    for citing in kids(sentence, verb.i, "advcl"):
        if citing.lower in {"citing", "quoting", "adding"}:
            clauses.extend(kids(sentence, citing.i, "ccomp") if citing.lower != "adding" else ())
    return clauses


def _own_clause(sentence: Sentence, verb: Token, clauses: list[Token]) -> set[int]:
    """The tokens of the speech clause itself: the verb, its subject, when and where and to whom it spoke."""
    left_out = {t for c in clauses for t in subtree(sentence, c.i)}
    own = {verb.i}
    for k in kids(sentence, verb.i):
        if k.dep not in {"ccomp", "parataxis", "conj", "cc", "punct"}:
            own.update(subtree(sentence, k.i))
    return own - left_out


def _is_parenthetical(sentence: Sentence, verb: Token, clauses: list[Token]) -> bool:
    """Whether the speech clause is set into or behind what is said: "…, the UN says, …", "…, said the mayor", "as X said"."""
    if clauses or (verb.dep == "ROOT" and not _is_inverted(sentence, verb)):
        return False
    if any(k.dep in {"dobj", "xcomp"} for k in kids(sentence, verb.i)) and not _inverted_subject(sentence, verb):
        return False
    as_clause = any(k.lower == "as" and k.dep in {"mark", "advmod"} for k in kids(sentence, verb.i))
    return verb.dep == "parataxis" or as_clause or _is_inverted(sentence, verb)


def _is_inverted(sentence: Sentence, verb: Token) -> bool:
    """Whether the subject follows the verb and a comma or a quotation mark stands before it."""
    behind = any(k.i > verb.i for k in kids(sentence, verb.i, "nsubj")) or bool(_inverted_subject(sentence, verb))
    return behind and verb.i > 0 and sentence.tokens[verb.i - 1].text in {",", *QUOTES}


def _uncut(sentence: Sentence, clause: Token) -> set[int]:
    """The clause said without a contrasting clause that belongs to the publication (", while the government …")."""
    tokens = set(subtree(sentence, clause.i))
    for k in kids(sentence, clause.i, "advcl"):
        marks = [m for m in kids(sentence, k.i, "mark", "advmod") if m.lower in CONTRASTS]
        if any(m.i > 0 and sentence.tokens[m.i - 1].text == "," for m in marks):
            tokens -= set(subtree(sentence, k.i))
    for k in kids(sentence, clause.i, "conj"):
        if _speaks_anew(sentence, clause, k):
            tokens -= set(subtree(sentence, k.i))
    return tokens


def _speaks_anew(sentence: Sentence, clause: Token, joined: Token) -> bool:
    """Whether a verb of speech joined to what is said goes on with the speaker: "denied that it fled and vowed to return"."""
    own = kids(sentence, joined.i, "nsubj", "nsubjpass", "mark")
    if len(own) == 1 and own[0].dep == "nsubj" and joined.lemma.lower() in SPEAKING:
        return any(t.text == "," for t in sentence.tokens[clause.i : own[0].i])  # "…, and the envoy called for talks"
    here = {joined.tag, *(k.tag for k in kids(sentence, joined.i, "aux"))}
    return not own and joined.lemma.lower() in SPEAKING and sentence.tokens[clause.head].tag in here


def _noun_cues(cast: Cast, sentence: Sentence, noun: Token, row: CueRow) -> Iterator[Cue]:
    """ "the ministry's claim that …", "a warning by the UN of …", "issued warnings regarding …"."""
    above = sentence.tokens[noun.head]
    if noun.dep in {"dobj", "nsubjpass"} and above.lemma.lower() in HARD_VERBS:
        return
    heads = [k.i for k in kids(sentence, noun.i, "poss") if k.pos != "PRON" or cast.at(sentence, k.i) is not None]
    for by in kids(sentence, noun.i, "prep", "agent"):
        heads.extend(k.i for k in kids(sentence, by.i, "pobj") if by.lower in {"by", "from"})
    if not heads and noun.dep == "dobj" and above.lemma.lower() in LIGHT_VERBS and not _is_unsaid(sentence, above):
        heads = subjects(sentence, above.i)
    speakers = tuple(h for h in heads if can_speak(cast, sentence, h) and not is_nobody(sentence, h))
    if not speakers:
        return
    for frame, modality in row.frames:
        tokens = _noun_content(sentence, noun, frame)
        if tokens:
            yield Cue(sentence.index, noun.i, noun.i + 1, row, speakers, _runs(sentence, tokens), row.stance, modality)


def _noun_content(sentence: Sentence, noun: Token, frame: str) -> set[int]:
    if frame == "that":
        clauses = [k for k in kids(sentence, noun.i, "acl", "ccomp", "relcl") if k.pos in {"VERB", "AUX"}]
        clauses = [c for c in clauses if any(m.lower == "that" for m in kids(sentence, c.i, "mark"))]
        return {t for c in clauses for t in subtree(sentence, c.i)}
    return phrase_said(sentence, noun, frame)


def _phrase_cues(lexicon: CueLexicon, sentence: Sentence) -> Iterator[Cue]:
    words = [t.lower for t in sentence.tokens]
    for phrase, row in lexicon.phrases:
        for first in range(len(words) - len(phrase)):
            if words[first] != phrase[0] or tuple(words[first : first + len(phrase)]) != phrase:
                continue
            last = first + len(phrase)
            heads = [c for k in kids(sentence, last - 1, "pobj") for c in conjuncts(sentence, k.i)]
            if heads and (phrase[0] != "per" or sentence.tokens[heads[0]].lemma.lower() in lexicon.speakers):
                runs = _runs(sentence, _rest(sentence, first, heads))
                yield Cue(sentence.index, first, last, row, tuple(heads), runs)


def _rest(sentence: Sentence, first: int, heads: list[int]) -> set[int]:
    """What "according to X" covers: its sentence, or its own clause where it stands in the midst of one joined by "while"."""
    phrase = (
        set(range(first, first + 1)) | set(subtree(sentence, first)) | {t for h in heads for t in subtree(sentence, h)}
    )
    everything = {t.i for t in sentence.tokens} - phrase
    before = sentence.tokens[first - 1].lower if first else ""
    if before in {"while", "but", "although", "though", "whereas", ";"}:
        return {t for t in everything if t > first}
    return everything


def _runs(sentence: Sentence, tokens: set[int]) -> tuple[tuple[int, int], ...]:
    """Runs of neighbouring tokens ``[first, last)`` that hold a word; marks between runs join neither."""
    runs: list[tuple[int, int]] = []
    for t in sorted(tokens):
        if runs and runs[-1][1] == t:
            runs[-1] = (runs[-1][0], t + 1)
        else:
            runs.append((t, t + 1))
    return tuple(
        r for r in runs if any(t.pos not in {"PUNCT", "CCONJ", "SCONJ", "SPACE"} for t in sentence.tokens[r[0] : r[1]])
    )
