"""Named bodies that no list knows, typed by the words of their name: "Azure Valley Front"."""

from __future__ import annotations

from fogline.extract.actor_draft import Draft, Who
from fogline.language import tree
from fogline.language.actor_words import GroupWord
from fogline.model.sentence import Sentence, Token

ORGANS = frozenset({"army", "navy", "military", "police", "parliament", "government", "armed"})
JOINTS = frozenset({"of", "for", "the", "and", "-", "'s", "’s", "al", "de", "la", "del", "du"})


def typed(name: str, groups: dict[str, GroupWord | None]) -> Who | None:
    """The body with this name as its last word, or the word before "of" or "for", or its first word, types it."""
    words = name.split()
    core = next((words[:n] for n, w in enumerate(words) if w in {"of", "for"} and n), words)
    for candidate in (" ".join(core[-2:]), core[-1], words[0], words[-1]):
        if candidate in groups and groups[candidate] is None:
            return None
        found = groups.get(candidate)
        # after "of" only a unit of fighters names the whole: "Sons of Orsha Brigade", not "Members of Parliament"
        if found and (candidate != words[-1] or core == words or found.kind == "armed_group"):
            return Who(name, None, found.kind, None, found.sector)
    return None


def group(sentence: Sentence, head: int, names: tuple[Draft, ...], groups: dict[str, GroupWord | None]) -> Draft | None:
    """The body whose capitalised name has ``head`` in it, after any known name; a single word is no name."""
    first, last = run(sentence, head)
    first = max([first, *(n.last for n in names if first < n.last <= head)])
    while first < head and not _capital(sentence.tokens[first]):
        first += 1
    words = [t.text for t in sentence.tokens[first:last]]
    if sum(w[:1].isupper() for w in words) < 2:
        return None
    if last - first > 2 and sentence.tokens[last - 2].lower in {"of", "the"} and _organ_at(sentence, last):
        last += 1  # "the General Command of the Syrian army"
    who = typed(tree.span(sentence, first, last).text, groups)
    return Draft(first, last, head, who, "group") if who else None


def run(sentence: Sentence, head: int) -> tuple[int, int]:
    """The capitalised words around ``head``, joined over "of", "for", "the"; no joint at either end, no comma inside."""
    tokens = sentence.tokens
    first, last = head, head + 1
    while (n := _reach(tokens, first, -1)) is not None:
        first = n
    while (n := _reach(tokens, last - 1, 1)) is not None:
        last = n + 1
    return first, last


def _reach(tokens: tuple[Token, ...], at: int, step: int) -> int | None:
    """The next capitalised word in this direction, over at most two joints."""
    for distance in (1, 2, 3):
        n = at + step * distance
        if not 0 <= n < len(tokens):
            return None
        if _capital(tokens[n]) and (step > 0 or n > 0 or tokens[n].pos in {"PROPN", "NUM"} or distance == 1):
            return n if tokens[n].pos not in {"DET", "PRON", "ADP", "SCONJ", "CCONJ", "VERB", "AUX", "ADV"} else None
        if (
            tokens[n].text not in JOINTS
            or (step > 0 and tokens[n].text in {"and", "'s", "’s"})
            or (step < 0 and tokens[n].text in {"and"})
        ):
            return None
    return None


def _organ_at(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].lower in ORGANS


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or (token.pos == "NUM" and token.text[:1].isdigit() and not token.text.isdigit())
