"""The words that figures turn on: what became of the counted, who they are, and what is no person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from fogline.language.lexicon import rows, shipped
from fogline.model.figure import MEASURES, POPULATIONS, Measure
from fogline.model.sentence import Sentence, Token

Class = Literal["verb", "state", "noun"]
Role = Literal["", "object", "subject", "self", "of", "in", "with", "toll"]
Takes = Literal["being", "person", "soldier", "home", "strike", "town", "thing", "life", "any"]
Kind = Literal["person", "unknown", "bare", "home", "strike", "town", "thing", "unit"]


@dataclass(frozen=True, slots=True)
class Fate:
    """A row of ``figures.tsv``: a word and what it says became of those who are counted."""

    word: str
    role: Role
    takes: Takes
    companions: frozenset[str]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Fates by class and word; populations and kinds of thing by noun (one or two lemmas)."""

    fates: dict[tuple[str, str], tuple[Fate, ...]]
    populations: dict[str, tuple[str, ...]]
    things: dict[str, Kind]
    refusals: dict[str, str]
    sets: dict[str, frozenset[str]]

    def fates_of(self, token: Token) -> tuple[Fate, ...]:
        """The rows that this token may be: a verb or a noun by lemma, a participle or adjective by its form too."""
        word = token.lemma.lower()
        if token.pos in {"VERB", "AUX"}:
            return self.fates.get(("verb", word), ()) + self.fates.get(("state", token.lower), ())
        state = self.fates.get(("state", token.lower), ())
        noun = self.fates.get(("noun", word), ()) + self.fates.get(("noun", token.lower), ())
        # The parser takes some verbs for nouns ("and injures 12 others"): such a word still takes an object.
        stems = (token.lower.removesuffix("s"), token.lower.removesuffix("es"), token.lower.removesuffix("ed"))
        verbs = (f for stem in dict.fromkeys(stems) for f in self.fates.get(("verb", stem), ()) if f.role == "object")
        return state + noun + tuple(verbs) if token.pos in {"NOUN", "PROPN"} else state

    def fate_of_class(self, word: str) -> Fate | None:
        """The fate that a class of people is named by: "the dead", "the wounded"."""
        named = {"killed": "dead", "victims": "dead"}.get(word, word)
        return next(iter(self.fates.get(("state", named), ())), None)


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon; read once a process. Raises ``LexiconError`` for a row that makes no sense."""
    here = ("lexicons", "en")
    fates: dict[tuple[str, str], tuple[Fate, ...]] = {}
    for key, fate in _fates():
        fates[key] = (*fates.get(key, ()), fate)
    populations = {}
    for row in rows(shipped(*here, "populations.tsv"), ("noun", "population", "example")):
        if unknown := [p for p in row.many("population") if p not in POPULATIONS]:
            raise row.wrong("populations of claims.md", unknown[0])
        populations[row["noun"]] = row.many("population")
    things: dict[str, Kind] = {}
    for row in rows(shipped(*here, "figure_things.tsv"), ("noun", "kind", "example")):
        if row["kind"] not in get_args(Kind):
            raise row.wrong("one of " + ", ".join(get_args(Kind)), row["kind"])
        things[row["noun"]] = cast("Kind", row["kind"])
    refusals = {r["word"]: r["reason"] for r in rows(shipped(*here, "figure_refusals.tsv"), ("word", "reason"))}
    return Lexicon(fates, populations, things, refusals, _sets())


def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(shipped("lexicons", "en", "figure_words.tsv"), ("set", "word", "example")):
        found.setdefault(row["set"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


def _fates() -> Iterator[tuple[tuple[str, str], Fate]]:
    columns = ("word", "class", "role", "takes", "with", "measure", "example")
    for row in rows(shipped("lexicons", "en", "figures.tsv"), columns):
        known = (get_args(Class), get_args(Role), get_args(Takes), MEASURES)
        for column, values in zip(("class", "role", "takes", "measure"), known, strict=True):
            if row[column] not in values:
                raise row.wrong(f"a {column} that is one of {', '.join(values)}", row[column])
        fate = Fate(
            row["word"],
            cast("Role", row["role"]),
            cast("Takes", row["takes"]),
            frozenset(row.many("with")),
            cast("Measure", row["measure"]),
        )
        yield (row["class"], row["word"]), fate


def noun_words(sentence: Sentence, token: int) -> tuple[str, ...]:
    """The ways to look up the noun at ``token``, most telling first: "aid worker", "worker", "workers"."""
    here = sentence.tokens[token]
    lemma = here.lemma.lower()
    before = sentence.tokens[token - 1].lower if token else ""
    farther = sentence.tokens[token - 2].lower if token > 1 else ""
    whole = f"{farther}-{lemma}" if before == "-" else f"{farther} {before} {lemma}"
    return whole, f"{before} {lemma}", f"{before} {here.lower}", lemma, here.lower, here.lower.removesuffix("s")
