"""When something began, as the text tells it, so that "the third day of the offensive" can be counted."""

from __future__ import annotations

from fogline.language.tree import clause_of, kids
from fogline.model.sentence import Sentence

VERBS = frozenset(
    {"begin", "start", "launch", "commence", "open", "break", "erupt", "initiate", "impose", "declare", "lay"}
)
ROLES = ("nsubj", "nsubjpass", "dobj")


def begun(sentence: Sentence, token: int) -> frozenset[str]:
    """The lemmas of what begins in the clause of ``token``: "rebels launched an offensive on Friday" gives "offensive"."""
    verb = clause_of(sentence, token)
    if sentence.tokens[verb].lemma.lower() not in VERBS:
        return frozenset()
    parts = kids(sentence, verb, *ROLES)
    if sentence.tokens[verb].dep == "relcl":  # "the siege, which began on 3 May"
        parts.append(sentence.tokens[sentence.tokens[verb].head])
    return frozenset(t.lemma.lower() for t in parts if t.pos == "NOUN")
