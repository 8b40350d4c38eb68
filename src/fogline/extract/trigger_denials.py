"""Bare denials: "Israel rejects the accusation", "Kyiv denied this" tell again, as denied, the act that was told before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.extract.role_subjects import passive
from fogline.language.tree import kids, span
from fogline.model.mention import Trigger
from fogline.model.sentence import Sentence, Token

DENYING = frozenset({"deny", "reject", "dismiss", "refute", "rebut", "dispute", "contest"})
CHARGES = frozenset({"accusation", "allegation", "charge"})  # of these the one who denies is the one accused
TELLINGS = frozenset({"claim", "report", "statement", "assertion"})
POINTING = frozenset({"this", "that", "it"})
ACCUSING = frozenset({"ACCUSE"})
ACTS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT", "SUPPORT", "PROTEST", "COOPERATE"})
FARTHEST = 2  # sentences back to what is denied
LONGEST = 60  # characters of the words that tell the denial
DETAIL = frozenset({"acl", "relcl", "ccomp", "prep", "appos"})


def denials(sentences: Sequence[Sentence], found: Sequence[Trigger]) -> Iterator[Trigger]:
    """For every denial of a charge or report that says nothing of its content, that content with the stance ``denied``."""
    for sentence in sentences:
        for verb in sentence.tokens:
            denied = _denied(sentence, verb)
            told = _told_before(sentence, verb, found) if denied is not None else None
            if denied is not None and told is not None:
                yield _again(sentence, verb, denied, told)


def _denied(sentence: Sentence, verb: Token) -> Token | None:
    """The object of a verb of denial, where it points back: "the accusation", "these reports", "this"."""
    if verb.lemma.lower() not in DENYING or verb.pos != "VERB" or passive(sentence, verb.i, transitive=True):
        return None
    below = kids(sentence, verb.i)
    if any(k.dep in {"ccomp", "xcomp", "neg"} for k in below) or any(k.dep == "aux" and k.tag == "MD" for k in below):
        return None
    for k in kids(sentence, verb.i, "dobj"):
        if k.lower in POINTING:
            return k
        definite = any(
            d.lower in {"the", "this", "that", "these", "those", "such", "all"} for d in kids(sentence, k.i, "det")
        )
        if k.lemma.lower() in CHARGES | TELLINGS and definite and not kids(sentence, k.i, *DETAIL):
            return k
    return None


def _told_before(sentence: Sentence, verb: Token, found: Sequence[Trigger]) -> Trigger | None:
    """The last act told before the denial, in its sentence or the two before: what an accuser alleged comes first."""
    before = [
        t
        for t in found
        if (t.kind == "control" or t.type in ACTS)
        and t.stance != "denied"
        and ((t.sentence == sentence.index and t.token < verb.i) or 0 < sentence.index - t.sentence <= FARTHEST)
    ]
    nearest = max((t.sentence for t in before), default=None)
    here = [t for t in before if t.sentence == nearest]
    alleged = [t for t in here if t.asserted_by]
    return next(iter(alleged or here), None)


def _again(sentence: Sentence, verb: Token, denied: Token, told: Trigger) -> Trigger:
    run = span(sentence, verb.i, denied.i + 1)
    who = tuple(k.i for k in kids(sentence, verb.i, "nsubj"))
    return replace(
        told,
        sentence=sentence.index,
        token=verb.i,
        predicate=verb.i,
        span=run if run.end - run.start <= LONGEST else span(sentence, verb.i, verb.i + 1),
        rule=f"denial:{verb.lemma.lower()} {denied.lower}",
        agents=who if denied.lemma.lower() in CHARGES else (),
        targets=(),
        grounds=(),
        modality=None,
        stance="denied",
        speech=False,
        asserted_by=who,
        extent=None,
    )
