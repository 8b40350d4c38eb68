"""The actors of one sentence, one a head token: a known name before an organ, an organ before a person, a person before a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from fogline.extract.actor_draft import Draft
from fogline.extract.actor_given import given
from fogline.extract.actor_groups import group
from fogline.extract.actor_names import names
from fogline.extract.actor_nouns import amount, common, modifier, noun_of
from fogline.extract.actor_persons import person
from fogline.extract.actor_scene import Scene
from fogline.extract.actor_states import is_country, organ, organ_of
from fogline.language.actor_lexicon import ActorLexicon
from fogline.model.sentence import Sentence

INNER = frozenset({"compound", "amod", "nmod", "flat", "nummod", "det", "punct", "case"})


def drafts(sentence: Sentence, scene: Scene, lexicon: ActorLexicon) -> dict[int, Draft]:
    """The actors by head token."""
    named = names(sentence, scene, lexicon)
    found: dict[int, Draft] = {}
    for draft in _whole(sentence, named, lexicon):
        found.setdefault(draft.head, draft)
    for draft in given(sentence, lexicon.words):
        if not any(draft.first < d.last and d.first < draft.last for d in found.values()):
            found[draft.head] = draft
    for token in sentence.tokens:
        if token.pos not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"} or _inside(token.i, found):
            continue
        if (made := _one(sentence, token.i, named, scene, lexicon)) is not None:
            found.setdefault(token.i, _commanded(made, found))
    for token in sentence.tokens:
        free = token.i not in found or found[token.i].sort in {"short", "common"}
        if free and (counted := amount(sentence, token.i, found)) is not None:
            found[token.i] = counted
    return _without_owners(sentence, found, lexicon)


def _commanded(made: Draft, found: dict[int, Draft]) -> Draft:
    """ "The General Command of the Syrian army" is the Syrian army: it speaks and acts through its command."""
    held = (d for d in found.values() if d.sort in {"organ", "name"} and made.first < d.first and d.last == made.last)
    army = (
        next((d for d in held if d.who.kind == "state"), None)
        if made.sort == "group" and made.who.kind == "state"
        else None
    )
    return replace(made, who=army.who) if army else made


def _whole(sentence: Sentence, named: tuple[Draft, ...], lexicon: ActorLexicon) -> Iterator[Draft]:
    """Names as they are, and countries grown to their organs."""
    for draft in named:
        grown = None
        if is_country(draft) and draft.sort in {"name", "adjective"}:
            grown = organ(sentence, draft, lexicon) or organ_of(sentence, draft, lexicon)
        if grown is not None:
            yield grown
        yield draft


def _inside(token: int, found: dict[int, Draft]) -> bool:
    return any(d.covers(token) for d in found.values() if d.sort in {"name", "organ", "group", "person"})


def _one(sentence: Sentence, head: int, named: tuple[Draft, ...], scene: Scene, lexicon: ActorLexicon) -> Draft | None:
    """The actor of whom this token is the head, if it heads a phrase."""
    token = sentence.tokens[head]
    if token.dep in INNER:
        named_body = group(sentence, head, named, lexicon.words.groups) if token.pos == "PROPN" else None
        return named_body or modifier(sentence, head, lexicon.words)
    noun = noun_of(sentence, head, lexicon.words)
    if token.pos in {"PROPN", "X"} or (token.text[:1].isupper() and token.pos in {"NOUN", "ADJ"}):
        return (
            group(sentence, head, named, lexicon.words.groups)
            or (None if noun else person(sentence, head, named, scene, lexicon))
            or common(sentence, head, named, lexicon.words)
        )
    return common(sentence, head, named, lexicon.words)


def _without_owners(sentence: Sentence, found: dict[int, Draft], lexicon: ActorLexicon) -> dict[int, Draft]:
    """Leave out demonyms that only belong to a longer actor ("Turkish" of "Turkish forces"); owners of things stay."""
    kept = {}
    for head, draft in sorted(found.items()):
        wider = [d for d in found.values() if d is not draft and d.first <= draft.first and draft.last <= d.last]
        swallowed = draft.sort in {"adjective", "short"} and any(
            d.sort in {"common", "organ", "group", "person", "name"} and not _things(sentence, d, lexicon)
            for d in wider
        )
        backed = draft.last < len(sentence.tokens) and sentence.tokens[draft.last].text.startswith("-")
        if not swallowed or backed:
            kept[head] = draft
    return kept


def _things(sentence: Sentence, draft: Draft, lexicon: ActorLexicon) -> bool:
    noun = noun_of(sentence, draft.head, lexicon.words)
    return draft.sort == "common" and noun is not None and noun.sort == "means"
