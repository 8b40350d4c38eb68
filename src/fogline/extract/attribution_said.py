"""The words said by a verb of speech where no clause holds them: its object, an infinitive, a gerund, a phrase."""

from __future__ import annotations

from fogline.extract.attribution_lexicon import CueRow
from fogline.language.tree import is_passive, kids, subtree
from fogline.model.sentence import Sentence, Token

HARD_VERBS = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "repudiate", "dispute", "contest", "disavow"})


def is_infinitive(sentence: Sentence, token: Token) -> bool:
    """Whether the verb stands with "to"."""
    return any(k.lower == "to" and k.dep == "aux" for k in kids(sentence, token.i))


def object_said(sentence: Sentence, verb: Token, row: CueRow) -> set[int]:
    """The object of the verb, where it is one that tells something, or the subject of its passive."""
    role = "nsubjpass" if is_passive(sentence, verb.i) else "dobj"
    objects = kids(sentence, verb.i, role)
    if len(objects) != 1 or kids(sentence, verb.i, "dative") or not row.takes(objects[0].lemma.lower()):
        return set()
    if row.has("to") and infinitive_said(sentence, verb, "to"):
        return set()
    if objects[0].pos in {"PRON", "PROPN"} or (
        any(k.lower == "as" for k in kids(sentence, verb.i, "prep")) and verb.lemma.lower() not in HARD_VERBS
    ):
        return set()
    at = {
        t
        for k in kids(sentence, verb.i, "prep")
        if k.lower in {"at", "during", "on", "in"}
        for t in subtree(sentence, k.i)
    }
    return set(subtree(sentence, objects[0].i)) | (at if role == "dobj" else set())


def claimed(sentence: Sentence, verb: Token, row: CueRow) -> set[int]:
    """ "claimed responsibility for …": the verb itself tells the act."""
    objects = [k for k in kids(sentence, verb.i, "dobj", "nsubjpass") if row.takes(k.lemma.lower())]
    return {verb.i} | {t for k in objects for t in subtree(sentence, k.i)} if objects else set()


def infinitive_said(sentence: Sentence, verb: Token, frame: str) -> set[int]:
    """What is asked, promised or denied in an infinitive ("to") or a gerund ("ing")."""
    wanted = is_infinitive if frame == "to" else _is_gerund
    here = [*kids(sentence, verb.i, "xcomp", "ccomp"), *(kids(sentence, verb.i, "advcl") if frame == "to" else ())]
    for obj in kids(sentence, verb.i, "dobj", "prep"):
        inner = [obj, *kids(sentence, obj.i, "pobj")]
        asks = verb.lemma.lower() not in HARD_VERBS
        here.extend(k for o in inner for k in kids(sentence, o.i, "acl", "relcl") if frame == "to" and asks)
    return {t for k in here if wanted(sentence, k) for t in subtree(sentence, k.i)}


def _is_gerund(sentence: Sentence, verb: Token) -> bool:
    """ "denied striking", "denied having struck"."""
    return verb.tag == "VBG" or any(k.lower in {"having", "being"} for k in kids(sentence, verb.i, "aux", "auxpass"))


def phrase_said(sentence: Sentence, verb: Token, frame: str) -> set[int]:
    """What follows a preposition of the verb ("warned of …", "accused the army of …"); "at" takes the object with it."""
    objects = kids(sentence, verb.i, "dobj")
    hosts = [verb, *objects, *kids(sentence, verb.i, "prt")]
    preps = [p for h in hosts for p in kids(sentence, h.i, "prep", "prt", "acl") if p.lower == frame]
    said = {t for p in preps for k in kids(sentence, p.i, "pobj", "pcomp") for t in subtree(sentence, k.i)}
    if said and frame == "at":
        said |= {t for o in objects for t in subtree(sentence, o.i)}
    return said
