"""An office beside a name is the person named: "X, a spokesman for Y", "the prosecutor general of Tehran, X"."""

from __future__ import annotations

from dataclasses import replace

from fogline.extract.actor_draft import Draft
from fogline.extract.actor_nouns import noun_of
from fogline.language.actor_words import ActorWords
from fogline.model.sentence import Sentence

Drafts = dict[int, Draft]
DESCRIBED = frozenset({"person", "unknown", "state", "civilian", "igo"})
LONGEST = 7  # tokens of what the office is over: "of the Red Sea port of Mokha"


def apposed(sentence: Sentence, drafts: Drafts, words: ActorWords) -> Drafts:
    """The actors, every office told beside a person's name now standing for that person."""
    result = dict(drafts)
    for head, draft in drafts.items():
        token = sentence.tokens[head]
        other = drafts.get(token.head)
        if token.dep == "appos" and other is not None and other is not draft:
            _join(result, (head, draft), (other.head, other), token.tag)
        elif draft.sort == "common" and (named := _beside(sentence, draft, drafts, words)) is not None:
            result[head] = replace(draft, who=named.who)
            result[named.head] = replace(named, called=f"{named.called} {_called(sentence, draft)}")
    return result


def _join(result: Drafts, one: tuple[int, Draft], other: tuple[int, Draft], tag: str) -> None:
    """Give both parts of an apposition the person that one of them names."""
    (head, draft), (above, upper) = one, other
    if draft.sort == "common" and upper.who.kind == "person" and draft.who.kind in DESCRIBED:
        result[head] = replace(draft, who=upper.who)
        result[above] = replace(upper, called=f"{upper.called} {draft.who.name}")
    elif upper.sort == "common" and draft.who.kind == "person" and tag != "NNS":
        result[above] = replace(upper, who=draft.who)
        result[head] = replace(draft, called=f"{draft.called} {upper.who.name}")


def _beside(sentence: Sentence, draft: Draft, drafts: Drafts, words: ActorWords) -> Draft | None:
    """The person whose name follows the office, with what it is over and a comma between at most."""
    noun = noun_of(sentence, draft.head, words)
    if noun is None or noun.sort not in {"role", "people"} or sentence.tokens[draft.head].tag == "NNS":
        return None
    persons = {d.first: d for d in drafts.values() if d.who.kind == "person" and d.sort in {"name", "person"}}
    at, tokens = draft.last, sentence.tokens
    if at in persons:
        return persons[at]
    if at < len(tokens) and tokens[at].lower in {"of", "for"}:
        end = at + 1
        while (
            end < min(len(tokens), at + LONGEST) and end not in persons and tokens[end].pos in {"PROPN", "DET", "ADJ"}
        ):
            end += 1
        at = end
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    return persons.get(at) if at > draft.last else None


def _called(sentence: Sentence, draft: Draft) -> str:
    return " ".join(t.lower for t in sentence.tokens[draft.first : draft.last])
