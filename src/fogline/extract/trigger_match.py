"""Where the patterns of the lexicon stand in a sentence, and whether what stands around them is what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from fogline.extract.role_site import Site
from fogline.extract.role_subjects import VERBAL, joined_to, passive, reads_as_verb
from fogline.extract.trigger_conditions import holds
from fogline.extract.trigger_lexicon import Entry, TriggerLexicon
from fogline.language.tree import LEFT_PARTS, ancestors, kids
from fogline.model.sentence import Sentence, Token

GAP, NEAR = 7, 1  # tokens ".." may skip; and those that may stand unasked between two words (an adverb, an article)
HELD = frozenset({"impounded", "detained", "jailed", "imprisoned", "kidnapped", "abducted", "arrested", "hijacked", "seized",
                  "confiscated"})  # fmt: skip
GOES_ON = frozenset(
    {"intensifies", "continues", "rages", "escalates", "resumes", "erupts", "spreads", "ends", "persists"}
)
BARE = frozenset({"acl", "relcl", "ROOT", "conj"})
POS = {"verb": VERBAL, "noun": frozenset({"NOUN", "PROPN"}), "adj": frozenset({"ADJ", "VERB"})}
FILLERS = frozenset({"ADV", "DET", "PART", "ADJ", "PRON"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that stands in the sentence, its conditions met but for those on governed acts; ``others`` come after it."""

    entry: Entry
    site: Site
    others: tuple[Match, ...] = ()


def matches(sentence: Sentence, lexicon: TriggerLexicon) -> list[Match]:
    """The best pattern at every token, longest first, none sharing its head with the words of a longer one."""
    found: list[Match] = []
    for token in sentence.tokens:
        match = _best(sentence, token, lexicon)
        if match is not None:
            found.append(match)
    return _without_overlap(found)


def _best(sentence: Sentence, token: Token, lexicon: TriggerLexicon) -> Match | None:
    first: Match | None = None
    others: list[Match] = []
    for key in _keys(token):
        for entry in lexicon.entries.get(key, ()):
            match = _fits(sentence, token, entry, lexicon)
            if match is None:
                continue
            if first is None:
                first = match
            else:
                others.append(match)
            if not any(c.startswith("nested") for c in entry.when):
                return replace(first, others=tuple(others))
    return replace(first, others=tuple(others)) if first is not None else None


def _fits(sentence: Sentence, token: Token, entry: Entry, lexicon: TriggerLexicon) -> Match | None:
    if not _right_pos(token, sentence, entry):
        return None
    tokens = _spread(sentence, token.i, entry)
    if tokens is None:
        return None
    site = _site(sentence, lexicon, entry, tokens)
    return Match(entry, site) if all(holds(site, condition) for condition in entry.when) else None


def _keys(token: Token) -> Iterator[str]:
    lemma, lower = token.lemma.lower(), token.lower
    yield lemma
    if lower != lemma:
        yield lower
    if token.tag in {"VBD", "VBN"} and lower.endswith("ed") and lemma != lower[:-1]:
        yield lower[:-1]  # the small model's lemma of "raped" is "rap"
    if token.tag == "VBG" and lemma + "ing" == lower:
        yield lemma + "e"
    if token.pos == "PROPN" and lower.endswith("s"):
        yield lower[:-1]
        yield lower[:-2]


def _right_pos(token: Token, sentence: Sentence, entry: Entry) -> bool:
    if entry.pos == "verb":
        return _is_verb(token, sentence, entry)
    if entry.pos == "noun" and token.tag == "VBG" and entry.words[entry.head] == token.lower:
        own = [k for k in kids(sentence, token.i, "nsubj", "dobj", "aux", "ccomp", "xcomp") if k.lower not in GOES_ON]
        return not own  # "as fighting intensifies/NNS"
    if (
        entry.pos == "noun"
        and token.pos == "PROPN"
        and token.text[:1].isupper()
        and token.i > 0
        and entry.kind == "event"
        and not (token.lower == "operation" and token.dep == "dobj")  # "launched Operation 511"
    ):
        return False  # "March 2014", "the Paris Agreement": names
    if entry.pos == "noun" and _bare(token, sentence) and len(entry.words) == 1:
        return False
    if entry.pos == "noun" and token.pos == "ADJ":
        return token.dep in {"dobj", "pobj", "nsubj", "nsubjpass"}  # "a counter - offensive/JJ on"
    return token.pos in POS[entry.pos] and not (
        entry.pos == "noun" and (_is_name(sentence, token) or reads_as_verb(sentence, token.i))
    )


def _bare(token: Token, sentence: Sentence) -> bool:
    """A count noun in the singular with nothing before it is no deed: "using attack, bomber and fighter aircraft"."""
    if token.lower not in {"attack", "strike", "raid", "assault", "offensive", "operation"} or token.i == 0:
        return False
    before = sentence.tokens[token.i - 1]
    return token.tag == "NN" and not kids(sentence, token.i, *LEFT_PARTS) and before.lower not in {"under", "from"}


def _is_verb(token: Token, sentence: Sentence, entry: Entry) -> bool:
    """ "detained reporters" tells an arrest; "destroyed houses" and "backed forces" tell no event of their own."""
    if token.dep == "amod" and joined_to(sentence, token.i) is None:
        return token.tag == "VBN" and entry.kind == "event" and token.lower in HELD
    return token.pos in VERBAL or (token.tag == "VBN" and token.dep in BARE) or reads_as_verb(sentence, token.i)


def _is_name(sentence: Sentence, token: Token) -> bool:
    """Whether the word is part of a name ("Strategic Strike Command") rather than a word of its own."""
    return token.dep == "compound" and token.pos == "PROPN" and sentence.tokens[token.head].pos == "PROPN"


def _spread(sentence: Sentence, head: int, entry: Entry) -> tuple[int, ...] | None:
    """The tokens of the pattern around its head, or ``None`` when a word is missing."""
    if len(entry.words) == 1:
        return (head,)
    left, here = [], head
    for word in reversed([w for w in entry.words[: entry.head] if w != ".."]):
        here = here - 1
        if here >= 0 and sentence.tokens[here].lower == "-":
            here -= 1
        if here < 0 or not _is_word(sentence.tokens[here], word):
            return None
        left.append(here)
    right = _rightwards(sentence, head, entry.words[entry.head + 1 :])
    return None if right is None else (*reversed(left), head, *right)


def _rightwards(sentence: Sentence, head: int, words: tuple[str, ...]) -> list[int] | None:
    found, here, gap = [], head, NEAR
    for word in words:
        if word == "..":
            gap = GAP
            continue
        spot = _next(sentence, here, word, gap)
        if spot is None or not _belongs(sentence, spot, head):
            return None
        found.append(spot)
        here, gap = spot, NEAR
    return found


def _next(sentence: Sentence, here: int, word: str, gap: int) -> int | None:
    for i in range(here + 1, min(here + 2 + gap, len(sentence.tokens))):
        token = sentence.tokens[i]
        if _is_word(token, word):
            return i
        if gap == NEAR and token.pos not in FILLERS and token.dep not in {"npadvmod", "poss"}:
            return None
        if token.text in {";", ".", ":", "”", '"'} or (token.pos == "VERB" and token.dep not in {"amod", "acl"}):
            return None
    return None


def _is_word(token: Token, word: str) -> bool:
    return word in {token.lemma.lower(), token.lower}


def _belongs(sentence: Sentence, token: int, head: int) -> bool:
    """Whether the token hangs on the head (within four steps) or stands right beside it."""
    if token - head <= 2:
        return True
    below, is_noun = sentence.tokens[token], sentence.tokens[token].pos == "NOUN"
    for n, above in enumerate(ancestors(sentence, token)):
        if above.i == head:
            return True
        noun = (
            above.pos in {"NOUN", "PROPN"} and below.dep != "conj" and below.lower != "of" and below.dep != "compound"
        )
        if n >= 4 or (noun and is_noun):  # "share knowledge … in an information exchange": not what is shared
            break
        below = above
    return False


def _site(sentence: Sentence, lexicon: TriggerLexicon, entry: Entry, tokens: tuple[int, ...]) -> Site:
    head = tokens[[w for w in entry.words if w != ".."].index(entry.words[entry.head])]
    site = Site(sentence, lexicon, head, tokens, entry.pos != "verb", entry.frame.transitive)
    return _carried(site) if entry.pos == "noun" else site


def _carried(site: Site) -> Site:
    """Find the light verb that carries an event noun, through joined nouns and "a series of"."""
    sentence, noun = site.sentence, site.tok(site.head)
    for _ in range(4):
        above = sentence.tokens[noun.head]
        if noun.dep == "conj" and above.pos in {"NOUN", "PROPN"}:
            noun = above
        elif _through(site, noun, above):
            noun = sentence.tokens[above.head]
        else:
            break
    return _governed(site, noun)


def _through(site: Site, noun: Token, prep: Token) -> bool:
    """ "a series of strikes", "plans for an offensive", "the imposition of a curfew": the noun above carries the event."""
    above = site.tok(prep.head).lemma.lower()
    counted = prep.lower == "of" and site.lexicon.is_a(above, "quantity")
    return noun.dep == "pobj" and (counted or (prep.lower in {"of", "for"} and site.lexicon.is_a(above, "carrier")))


def _governed(site: Site, noun: Token) -> Site:
    sentence = site.sentence
    above = sentence.tokens[noun.head]
    if noun.dep == "pobj" and above.pos == "ADP":
        verb, prep = sentence.tokens[above.head], above.lower
    else:
        verb, prep = above, ""
    if verb.pos not in VERBAL or verb.i in site.tokens:
        return _reduced(site)
    if aspect := _aspect(site, verb, prep, noun):
        return replace(site, light=verb.i, aspect=aspect)
    return _reduced(site)


def _aspect(site: Site, verb: Token, prep: str, noun: Token) -> str:
    lemma = _stem(site, verb)
    particle = next((k.lower for k in kids(site.sentence, verb.i, "prt")), "")
    patterns = [f"{lemma} {prep}"] if prep else [f"{lemma} {particle}" if particle else lemma, lemma]
    if noun.dep in {"nsubj", "nsubjpass"}:
        patterns = [f"{lemma} {k.lower}" for k in kids(site.sentence, verb.i, "prep", "dobj")] + patterns
    roles = [r for p in patterns for r in site.lexicon.light.get(p, ())]
    subject = noun.dep == "nsubj"
    told_by = noun.dep == "pobj" and prep == "by" and passive(site.sentence, verb.i, transitive=True)
    if told_by or (prep == "in" and passive(site.sentence, verb.i, transitive=True)):
        roles = list(site.lexicon.light.get(lemma, ()))
        return "impact" if "impact" in roles else ""
    if subject:
        return "impact" if "impact" in roles else ("occur" if "occur" in roles else "")
    for role in ("target", "subject"):
        if role in roles:
            return role
    return ""


def _stem(site: Site, verb: Token) -> str:
    """The verb's lemma, mended where the small model cuts too much ("staged" → "stag")."""
    lemma = verb.lemma.lower()
    mended = verb.lower[:-1] if verb.lower.endswith("ed") else lemma + "e"
    return mended if lemma not in site.lexicon.light and mended in site.lexicon.light else lemma


def _reduced(site: Site) -> Site:
    """ "an attack claimed by X", "strikes conducted by Y": a participle on the noun carries it."""
    for k in kids(site.sentence, site.head, "acl", "relcl"):
        if "subject" in site.lexicon.light.get(k.lemma.lower(), ()) or (
            k.lemma.lower() == "carry" and kids(site.sentence, k.i, "prt")
        ):
            return replace(site, light=k.i, aspect="subject")
    return site


def _without_overlap(found: list[Match]) -> list[Match]:
    """Drop a match whose head lies in the words of a longer match, unless that word only opens a place for it."""
    kept = []
    for match in found:
        head = match.site.head
        inside = [
            m
            for m in found
            if m is not match and head in m.site.tokens and len(m.entry.words) >= len(match.entry.words)
        ]
        if not inside:
            kept.append(match)
    return kept


def governing_verb(sentence: Sentence, token: int) -> int:
    """The verb that governs a noun, whose tense and mood count for it; the noun itself when there is none."""
    if sentence.tokens[token].pos in VERBAL:
        return token
    return next((a.i for a in ancestors(sentence, token) if a.pos in VERBAL), token)
