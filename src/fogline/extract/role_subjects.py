"""Whose deed a verb tells and to whom it is done: subjects and objects through voice, conjunction, control and relative clauses."""

from __future__ import annotations

from fogline.language.tree import conjuncts, kids
from fogline.model.sentence import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass")
VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
OBJECT_CONTROL = frozenset(
    {"for", "of", "from", "into", "over", "with"}
)  # "blamed Y for doing", "stopped Y from doing"
IDIOMS = frozenset({"set", "open", "launch", "claim", "carry"})  # objects not shared: "raid and set fire"
# "launched an operation to clear": the subject of these does what their object says
MUTUAL = frozenset({"meet", "clash", "agree", "discuss", "condemn", "vow", "exchange", "sign"})
WHERE = frozenset({"in", "at", "near", "on", "off", "over", "outside", "around"})
HOLDERS = frozenset({"launch", "begin", "start", "conduct", "lead", "continue", "plan", "announce", "mount", "join", "resume",
                     "have", "make", "carry", "stage", "wage", "order", "pledge", "issue", "express", "reiterate", "take",
                     "approve", "prepare", "run", "abandon", "end", "halt", "intensify", "step", "vow", "threaten", "be",
                     "form", "undertake", "file", "reject", "refuse", "pursue"})  # fmt: skip
SAYING = frozenset({"say", "deny", "state", "report", "claim", "add", "urge", "call", "warn", "accuse", "demand", "ask", "condemn",
                    "reject", "vow", "threaten", "appeal", "blame", "praise", "thank", "pledge", "promise", "announce", "declare",
                    "admit", "confirm", "insist", "stress", "reiterate", "criticise", "criticize", "denounce", "dismiss",
                    "refuse", "propose", "recommend", "order", "agree", "allege"})  # fmt: skip
DEEPEST = 8  # steps up a chain of controlled clauses; real ones have three or four


def passive(sentence: Sentence, verb: int, transitive: bool) -> bool:
    """Whether the verb is told from the side of the one to whom it is done."""
    token = sentence.tokens[verb]
    if any(k.dep in {"nsubjpass", "auxpass", "agent"} for k in kids(sentence, verb)):
        return True
    if token.tag == "VBN" and token.dep == "acl":  # "the claim that forces had crossed" has a subject of its own
        return not kids(sentence, verb, "nsubj")
    if any(k.dep in {"nsubj", "dobj"} for k in kids(sentence, verb)) or not transitive:
        return False
    if token.tag == "VBN" and token.dep in {"advcl", "ROOT", "amod", "ccomp"}:
        return not kids(sentence, verb, "aux")
    if token.dep == "conj" and token.tag in {"VBN", "VBD"} and sentence.tokens[token.head].pos in VERBAL:
        return passive(sentence, token.head, transitive) and not kids(sentence, verb, "aux")
    return False


def reads_as_verb(sentence: Sentence, i: int) -> bool:
    """A noun by its tag that agrees as a verb: a plural before it, none of a noun's own words, an object or "to" after it.

    The small model tags present-tense verbs of headlines so ("Forces vow/NN to fight"); a plural is no part of a compound.
    """
    token = sentence.tokens[i]
    if _headline_verb(sentence, token):
        return True
    if token.tag not in {"NN", "NNP"} or i == 0 or i + 1 >= len(sentence.tokens) or token.text[:1].isupper():
        return False
    before, after = sentence.tokens[i - 1], sentence.tokens[i + 1]
    joined = any(t.pos == "CCONJ" for t in sentence.tokens[max(0, i - 12) : i])
    if token.lower in MUTUAL and before.pos == "PROPN" and after.tag in {"IN", "TO", "DT"} and joined:
        return True  # "A and B meet in"
    if before.tag not in {"NNS", "NNPS"} or before.dep in {"poss", "pobj", "npadvmod"}:
        return False
    return after.pos in {"DET", "PROPN", "PART", "NUM"} or after.tag in {"TO", "PRP$"}


def _headline_verb(sentence: Sentence, token: Token) -> bool:
    """ "The junta bombs/NNS villages", "the military evacuates/VBZ a citizen" with the article hung on the verb: the small
    model makes one long noun of subject, verb and object where a sentence in the present tense has no other verb."""
    if token.i == 0 or token.i + 1 >= len(sentence.tokens) or token.text[:1].isupper():
        return False
    before = sentence.tokens[token.i - 1]
    if before.pos not in {"NOUN", "PROPN"} and before.dep != "amod":
        return False
    if token.tag == "VBZ":
        return bool(kids(sentence, token.i, "det")) and not kids(sentence, token.i, *SUBJECTS)
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), token)
    if token.tag != "NNS" or token.dep != "compound" or root.pos not in {"NOUN", "PROPN"}:
        return False
    return not any(t.pos in VERBAL and kids(sentence, t.i, *SUBJECTS) for t in sentence.tokens)


def _left_subject(sentence: Sentence, verb: int) -> list[int]:
    """The nouns right before a verb that was read as a noun, with all to which they are joined."""
    here = sentence.tokens[verb - 1]
    while here.dep == "conj" and sentence.tokens[here.head].pos in NOMINAL:
        here = sentence.tokens[here.head]
    subjects = [c for k in kids(sentence, verb, "nsubj") for c in conjuncts(sentence, k.i)]
    return sorted({*conjuncts(sentence, here.i), *subjects})


def joined_to(sentence: Sentence, verb: int) -> int | None:
    """The verb before it to which a participle is truly joined: "arrested two men and seized/VBN weapons"; else ``None``.

    The small model often makes the second verb an adjective of its object; "and" right before it, no article, tells.
    """
    token = sentence.tokens[verb]
    if token.dep != "amod" or token.tag not in {"VBN", "VBD"} or verb == 0 or sentence.tokens[verb - 1].pos != "CCONJ":
        return None
    noun = sentence.tokens[token.head]
    if noun.dep != "conj" or any(k.dep == "det" and k.i < verb for k in kids(sentence, noun.i)):
        return None
    above = sentence.tokens[sentence.tokens[noun.head].head]
    return above.i if above.pos in VERBAL and sentence.tokens[noun.head].dep in {"dobj", "pobj", "nsubjpass"} else None


def doers(sentence: Sentence, verb: int, transitive: bool) -> list[int]:
    """Heads of those who do what the verb says: its subject, or in the passive the object of "by"."""
    if reads_as_verb(sentence, verb):
        return _left_subject(sentence, verb)
    if (first := joined_to(sentence, verb)) is not None:
        return doers(sentence, first, transitive)
    if passive(sentence, verb, transitive):
        return by_agents(sentence, verb) or _shared_by(sentence, verb)
    return surface_subject(sentence, verb)


def _shared_by(sentence: Sentence, verb: int) -> list[int]:
    """ "was captured and killed by X", "was besieged by X and captured": joined passives share their "by"."""
    joined = [k.i for k in kids(sentence, verb, "conj") if k.tag in {"VBN", "VBD"} and not kids(sentence, k.i, "nsubj")]
    if sentence.tokens[verb].dep == "conj" and sentence.tokens[sentence.tokens[verb].head].pos in VERBAL:
        joined.append(sentence.tokens[verb].head)
    return next((found for other in joined if (found := by_agents(sentence, other))), [])


def undergoers(sentence: Sentence, verb: int, transitive: bool = True) -> list[int]:
    """Heads of those to whom it is done: the object, or in the passive the subject; the noun a relative clause hangs on."""
    if reads_as_verb(sentence, verb):
        return _following_noun(sentence, verb)
    if joined_to(sentence, verb) is not None:
        return conjuncts(sentence, sentence.tokens[verb].head)
    if passive(sentence, verb, transitive):
        return surface_subject(sentence, verb)
    found: list[int] = []
    for k in kids(sentence, verb, "dobj", "oprd"):
        if k.dep == "dobj":
            found.extend(_resolved(sentence, k.i, verb))
    if found := found or _misread_name(sentence, verb):
        return found
    token = sentence.tokens[verb]
    if token.dep == "relcl" and any(k.dep == "nsubj" and k.lower not in RELATIVE for k in kids(sentence, verb)):
        return conjuncts(sentence, token.head)
    shared = token.dep == "conj" and sentence.tokens[token.head].pos in VERBAL
    following = [
        k
        for k in kids(sentence, verb, "conj")
        if sentence.tokens[k.i].pos in VERBAL and not kids(sentence, k.i, "nsubj")
    ]
    if not shared and following:  # "attacked and captured the base": the object hangs on the last verb
        idiom = following[0].lemma in IDIOMS or following[0].i - verb > 3 or sentence.tokens[verb + 1].lower != "and"
        return [] if idiom else undergoers(sentence, following[0].i)
    return []


def named(token: Token) -> bool:
    """A word that its capital letter makes a name, whatever the small model tags it ("Bakhmut/RB", "Sake/NN")."""
    return token.i > 0 and token.pos in {"NOUN", "ADV", "X", "PROPN", "INTJ"} and token.text[:1].isupper()


def _misread_name(sentence: Sentence, verb: int) -> list[int]:
    """A name right after the verb that was read as an adverb."""
    return [k.i for k in kids(sentence, verb, "advmod", "npadvmod") if k.i == verb + 1 and named(k)]


def _following_noun(sentence: Sentence, verb: int) -> list[int]:
    """The head of the noun phrase that starts right after the verb."""
    for i in range(verb + 1, min(verb + 8, len(sentence.tokens))):
        token = sentence.tokens[i]
        if token.pos in {"NOUN", "PROPN"}:
            last = i
            while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].pos in {"NOUN", "PROPN"}:
                last += 1
            return [last]
        if token.pos not in {"DET", "ADJ", "NUM", "ADV", "PRON"}:
            return []
    return []


def by_agents(sentence: Sentence, token: int) -> list[int]:
    """Objects of "by" that hang on the token."""
    found: list[int] = []
    for prep in kids(sentence, token, "agent", "prep"):
        if prep.dep == "agent" or prep.lower == "by":
            for obj in kids(sentence, prep.i, "pobj"):
                found.extend(conjuncts(sentence, obj.i))
    return found


def surface_subject(sentence: Sentence, verb: int, depth: int = 0) -> list[int]:
    """Heads of the words that stand as subject of the verb, found through the clauses that share it."""
    for k in kids(sentence, verb, *SUBJECTS):
        return [t for t in _resolved(sentence, k.i, verb) if not _adverbial(sentence, t)]
    token = sentence.tokens[verb]
    if reads_as_verb(sentence, verb):
        return _left_subject(sentence, verb)
    if depth > DEEPEST or token.head == verb:
        return []
    if token.dep == "amod":
        return conjuncts(sentence, token.head)
    head = sentence.tokens[token.head]
    if token.dep == "acomp":  # "were able to gain ground"
        return surface_subject(sentence, head.i, depth + 1)
    if token.dep in {"conj", "xcomp", "ccomp", "advcl", "pcomp", "parataxis", "prep"}:
        return _shared_subject(sentence, verb, depth)
    if token.dep in {"acl", "relcl"}:
        above = _located(sentence, head) if token.tag == "VBG" else None
        if above is not None:
            return surface_subject(sentence, above, depth + 1)
        if token.tag in {"VBG", "VBN", "VBD"} or token.dep == "relcl":
            return conjuncts(sentence, head.i)
        return holder(sentence, head.i, depth + 1)
    return []


def _located(sentence: Sentence, noun: Token) -> int | None:
    """The verb above a place on which the parser hung a participle: "crashed near Perth, Australia, killing …"."""
    while noun.dep == "appos" and noun.head != noun.i:
        noun = sentence.tokens[noun.head]
    prep = sentence.tokens[noun.head]
    if (
        noun.pos != "PROPN"
        or noun.dep != "pobj"
        or prep.lower not in {"in", "at", "near", "on", "off", "over", "outside", "around"}
    ):
        return None
    here = sentence.tokens[prep.head]
    for _ in range(DEEPEST):
        if here.pos in VERBAL:
            return here.i
        here = sentence.tokens[here.head]
    return None


def _adverbial(sentence: Sentence, token: int) -> bool:
    """ "Near Al Shadaddi, one strike engaged …": a place phrase that the parser took for the subject."""
    first = min([token, *(k for k in sentence.children[token] if k < token)])
    return first == 0 and sentence.tokens[0].lower in {"near", "in", "at", "around", "outside"}


def _shared_subject(sentence: Sentence, verb: int, depth: int) -> list[int]:
    token = sentence.tokens[verb]
    head = sentence.tokens[token.head]
    if token.dep == "pcomp":
        return _subject_of_gerund(sentence, head.i, depth)
    if head.pos not in VERBAL and not reads_as_verb(sentence, head.i):
        if token.dep in {"xcomp", "ccomp", "advcl", "prep"} and head.pos == "ADJ":
            return surface_subject(sentence, head.i, depth + 1)
        return holder(sentence, head.i, depth + 1) if token.dep in {"xcomp", "advcl", "conj"} else []
    if token.dep == "conj":
        return surface_subject(sentence, _joined_verb(sentence, token, head).i, depth + 1)
    if token.dep == "ccomp" and (token.tag != "VB" and token.tag != "VBG"):
        return []
    objects = [k for k in kids(sentence, head.i, "dobj", "dative") if k.i < verb]
    if token.dep == "xcomp" and objects and head.lemma not in {"promise", "use", "have"}:
        return _resolved(sentence, objects[-1].i, head.i)
    if token.dep == "xcomp" and (asked := _asked(sentence, head.i)):
        return asked
    if token.dep == "advcl" and passive(sentence, head.i, transitive=True) and (by := by_agents(sentence, head.i)):
        return by
    return surface_subject(sentence, head.i, depth + 1)


def _joined_verb(sentence: Sentence, token: Token, head: Token) -> Token:
    """The verb to which a conjunct is truly joined: "reports that they have killed …, and urges" joins "reports".

    A finite present verb is not joined to a participle with "have" or to a past tense when the verb of saying above agrees;
    and of two verbs of saying the second tells what the first sayer says ("denied that it was hit and vowed revenge").
    """
    above = sentence.tokens[head.head]
    auxiliary = kids(sentence, token.i, "aux")
    finite = token.tag in {"VBZ", "VBP"} and not auxiliary
    apart = head.tag in {"VBN", "VBD", "VBG"} and head.dep == "ccomp" and above.tag == token.tag
    said = head.dep == "ccomp" and above.lemma in SAYING and head.lemma not in SAYING
    again = said and token.lemma in SAYING and token.tag == above.tag and not auxiliary
    return above if (finite and apart) or again else head


def _asked(sentence: Sentence, verb: int) -> list[int]:
    """ "calls on X to do", "appealed to X to do": X is to do it."""
    for prep in kids(sentence, verb, "prep"):
        if prep.lower in {"on", "upon", "to", "for", "with"}:
            for obj in kids(sentence, prep.i, "pobj"):
                return conjuncts(sentence, obj.i)
    return []


def _subject_of_gerund(sentence: Sentence, prep: int, depth: int) -> list[int]:
    above = sentence.tokens[sentence.tokens[prep].head]
    word = sentence.tokens[prep].lower
    if above.pos in VERBAL:
        objects = undergoers(sentence, above.i)
        if word in OBJECT_CONTROL and objects:
            return objects
        return (
            doers(sentence, above.i, transitive=True) if word == "by" else surface_subject(sentence, above.i, depth + 1)
        )
    return holder(sentence, above.i, depth + 1)


def holder(sentence: Sentence, noun: int, depth: int) -> list[int]:
    """Who holds a noun of doing ("their plan to attack", "launched an operation to clear"): possessor, else the verb's subject."""
    owners = kids(sentence, noun, "poss")
    if owners:
        return conjuncts(sentence, owners[0].i)
    for k in kids(sentence, noun, "amod", "compound", "nmod"):
        if k.pos == "PROPN" or (k.pos == "ADJ" and k.text[:1].isupper()):
            return [k.i]
    token = sentence.tokens[noun]
    above = sentence.tokens[token.head]
    if depth <= DEEPEST and token.dep in {"dobj", "attr"} and above.pos in VERBAL and above.lemma in HOLDERS:
        return doers(sentence, above.i, transitive=True)
    return []


def _resolved(sentence: Sentence, token: int, verb: int) -> list[int]:
    """The token and its conjuncts; for a relative pronoun the noun that the clause of ``verb`` hangs on."""
    here = sentence.tokens[token]
    if here.lower in RELATIVE and here.tag in {"WDT", "WP", "IN", "DT"}:
        above = sentence.tokens[verb]
        steps = 0
        while above.dep not in {"relcl", "acl", "ccomp"} and above.head != above.i and steps < DEEPEST:
            above, steps = sentence.tokens[above.head], steps + 1
        if above.dep in {"relcl", "acl"} and sentence.tokens[above.head].pos in NOMINAL:
            return conjuncts(sentence, above.head)
        return _left_noun(sentence, token)
    return conjuncts(sentence, token)


def _left_noun(sentence: Sentence, token: int) -> list[int]:
    """The noun right before a relative pronoun whose clause the parser hung elsewhere."""
    for i in range(token - 1, max(-1, token - 3), -1):
        if sentence.tokens[i].pos in {"NOUN", "PROPN"}:
            return [i]
    return []
