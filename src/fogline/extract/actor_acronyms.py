"""Acronyms that a document explains: "Popular Front for Unity (PFU)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fogline.extract.actor_draft import Who, known
from fogline.extract.actor_groups import typed
from fogline.language.actor_lexicon import ActorLexicon

# an acronym in brackets, perhaps after the original name: "(ELN)", "(Ejército de Liberación Nacional, ELN)"
_BRACKET = re.compile(r" \((?:[^()]{1,60}[,;:] )?([A-Z][A-Za-z0-9/-]{1,9})[,;]?\)")
_LONGEST = 120  # characters of a name before the bracket
_SMALL = frozenset(
    ["of", "for", "the", "and", "in", "to", "de", "la", "del", "du", "des", "et", "y", "e", "da", "do", "on", "a"]
)


def acronyms(text: str, lexicon: ActorLexicon) -> dict[str, Who]:
    """The acronyms explained in ``text``, with whom they stand for."""
    found: dict[str, Who] = {}
    for before, short in _definitions(text):
        if sum(c.isupper() for c in short) >= 2 and (name := full_name(before.split(), short)):
            found.setdefault(short, _who(name, short, lexicon))
    return found


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for bracket in _BRACKET.finditer(text):
        before = text[max(0, bracket.start() - _LONGEST) : bracket.start()]
        yield re.split(r"\n|[,.;:] |\(", before)[-1], bracket[1]


def full_name(words: list[str], short: str) -> str | None:
    """The shortest run of words at the end of ``words`` whose capitals, in order, spell ``short``; begins with its first letter."""
    letters = [c.lower() for c in short if c.isalnum()]
    for start in range(len(words) - 1, max(-1, len(words) - 2 * len(letters) - 4), -1):
        run = words[start:]
        if run[0][:1].isupper() and run[0][0].lower() == letters[0] and _spells(run, letters):
            return " ".join(run)
    return None


def _spells(run: list[str], letters: list[str]) -> bool:
    """Whether the first letters of the words give the letters in order; small words and hyphened parts may be skipped or used."""
    initials = [part[0].lower() for word in run for part in re.split("[-/]", word) if part and part[0].isalnum()]
    at = 0
    for initial in initials:
        if at < len(letters) and initial == letters[at]:
            at += 1
    needed = [w for w in run if w.lower() not in _SMALL]
    return at == len(letters) and len(letters) >= len(needed) - 1


def _who(name: str, short: str, lexicon: ActorLexicon) -> Who:
    entries = lexicon.candidates(name) or tuple(e for e in lexicon.candidates(short) if name in e.names)
    return known(entries[0]) if len(entries) == 1 else typed(name, lexicon.words.groups) or Who(name)
