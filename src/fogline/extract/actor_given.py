"""The name that a body is given where it is told of: a front known as the “Dawn of the South”."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extract.actor_draft import Draft, Who, outer_head
from fogline.extract.actor_nouns import noun_of
from fogline.language import tree
from fogline.language.actor_words import ActorWords
from fogline.model.actor import ActorKind
from fogline.model.sentence import Sentence, Token

NAMING = frozenset({"known", "called", "calling", "named", "naming", "dubbed", "styled", "name", "banner"})
BETWEEN = frozenset(
    {"as", "the", "itself", "themselves", "of", "a"}
)  # from the naming word to the opening quotation mark
OPENING = frozenset({'"', "“", "«", "'", "‘"})
CLOSING = frozenset({'"', "”", "»", "'", "’"})
LONGEST = 8  # words of a name
BODIES = frozenset({"armed_group", "coalition", "organisation", "ngo", "igo", "state", "unknown"})


def given(sentence: Sentence, words: ActorWords) -> Iterator[Draft]:
    """Quoted capitalised names after "known as", "called", "under the name" and the like, of the kind of what is so named."""
    for token in sentence.tokens:
        if token.lower in NAMING and (run := _quoted(sentence, token.i + 1)) is not None:
            kind = _kind(sentence, token, words)
            if kind is not None:
                name = tree.span(sentence, *run).text
                yield Draft(*run, outer_head(sentence, *run), Who(name, None, kind), "group")


def _quoted(sentence: Sentence, here: int) -> tuple[int, int] | None:
    """Tokens of the quoted name that follows, if one does and it begins with a capital."""
    tokens = sentence.tokens
    while here < len(tokens) and tokens[here].lower in BETWEEN:
        here += 1
    first = here + 1
    if first >= len(tokens) or tokens[here].text not in OPENING or not tokens[first].text[:1].isupper():
        return None
    last = next((i for i in range(first, min(len(tokens), first + LONGEST)) if tokens[i].text in CLOSING), None)
    return (first, last) if last is not None and last > first else None


def _kind(sentence: Sentence, naming: Token, words: ActorWords) -> ActorKind | None:
    """The kind of what is so named, or of whoever does something under the name; ``None`` where that is no body."""
    holder = next((t for t in tree.ancestors(sentence, naming.i) if t.pos in {"NOUN", "PROPN", "VERB"}), naming)
    if holder.pos == "VERB":
        holder = next(iter(tree.kids(sentence, holder.i, "nsubj", "nsubjpass")), holder)
    noun, body = noun_of(sentence, holder.i, words), words.groups.get(holder.lemma.capitalize())
    kind = noun.kind if noun else body.kind if body else None
    return kind if kind in BODIES else None
