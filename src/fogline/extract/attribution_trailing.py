"""A speaker with a name in commas set behind what is said, which the parser takes for one more place of a list."""

from __future__ import annotations

from fogline.language.tree import kids
from fogline.model.sentence import Sentence, Token

LONGEST = 9  # words of an office and its place
FEWEST = 4  # words said before it


def trailing(sentence: Sentence, verb: Token, speakers: frozenset[str]) -> tuple[int, int] | None:
    """Head of the speaker and where the words about him begin: "…, the regional governor, Roman Busargin, said on Telegram".

    ``None`` where the verb has a subject of its own or the words before it are no office and name in commas.
    """
    tokens = sentence.tokens
    if (
        verb.tag not in {"VBD", "VBZ"}
        or verb.i < FEWEST
        or tokens[verb.i - 1].text != ","
        or kids(sentence, verb.i, "nsubj")
    ):
        return None
    name = verb.i - 2
    while name > 0 and tokens[name].pos == "PROPN":
        name -= 1
    if tokens[name].text != "," or name == verb.i - 2:
        return None
    head = name - 1
    first = head
    while first > 0 and tokens[first - 1].text != "," and head - first < LONGEST:
        first -= 1
    if first < FEWEST or tokens[first - 1].text != "," or tokens[head].lemma.lower() not in speakers:
        return None
    return head, first
