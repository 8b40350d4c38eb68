"""Reads the words of a number again, apart from the reading that made the claim: the check trusts no value it cannot recompute."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fogline.language.lexicon import rows, shipped

DIGITS = re.compile(r"\d{1,3}(?:[,.  ]\d{3})+(?!\d)|\d+(?:\.\d+)?")
PARTS = re.compile(r"\d+(?:[,.  ]\d{3})+(?!\d)|\d+(?:\.\d+)?|[^\W\d_]+|[+–—-]")
FEW = 9  # "several" counts without "of"
LONGEST = 120  # characters: longer spans are no number


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number words of a language: ``units`` by word, ``scales`` that multiply, ``vague`` ranges, ``limits`` by phrase."""

    units: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, tuple[int, int]]
    limits: dict[str, str]

    @classmethod
    def load(cls, language: str = "en") -> Numbers:
        """The file of the language."""
        found: dict[str, dict[str, str]] = {"unit": {}, "scale": {}, "vague": {}, "limit": {}}
        for row in rows(shipped("brief", "numbers", f"{language}.tsv"), ("class", "words", "value")):
            found[row["class"]][row["words"]] = row["value"]
        ranges = {w: (int(v.split("-")[0]), int(v.split("-")[1])) for w, v in found["vague"].items()}
        return cls(
            {w: int(v) for w, v in found["unit"].items()},
            {w: int(v) for w, v in found["scale"].items()},
            ranges,
            found["limit"],
        )

    def read(self, text: str) -> tuple[int, int | None] | None:
        """Low and high (``None``: unbounded) of a number in words or digits; ``None`` where it is no plain number."""
        words = " ".join(text.casefold().split())
        if len(words) > LONGEST:
            return None
        limit, rest = self._limit(words)
        if rest in self.vague:
            return self.vague[rest]
        values = self._values(rest)
        if not values or len(values) > 2:
            return None
        if len(values) == 2:
            return (values[0], values[1]) if values[0] <= values[1] and limit in {"", "between"} else None
        return _bounded(values[0], limit or ("at_least" if rest.endswith("+") else ""))

    def agrees(self, text: str, low: int, high: int | None) -> bool:
        """Whether the words can mean the bounds: the same, or the bare number of bounds whose "at least" stands beside it."""
        met = self.read(text)
        if met is None:  # one who is not counted in words: "his son"
            return (low, high) == (1, 1) and not any(c.isdigit() for c in text)
        if met == (low, high):
            return True
        return met[0] == met[1] and met[0] in {low, low - 1, high, None if high is None else high + 1}

    def is_bare(self, text: str) -> bool:
        """Whether the words are a number and nothing beside it."""
        _, rest = self._limit(" ".join(text.casefold().split()))
        known = {"and", "-", "+", "–", *self.units, *self.scales}
        return rest in self.vague or all(w in known or DIGITS.fullmatch(w) for w in PARTS.findall(rest))

    def is_vague_plural(self, text: str) -> bool:
        """Whether the words count with "of": "dozens of people", "hundreds of thousands of people"."""
        _, rest = self._limit(" ".join(text.casefold().split()))
        return rest in self.vague and rest.endswith("s") and self.vague[rest][0] > FEW

    def _limit(self, words: str) -> tuple[str, str]:
        for phrase in sorted(self.limits, key=len, reverse=True):
            kind = self.limits[phrase]
            if words.startswith(f"{phrase} "):
                return kind, words[len(phrase) + 1 :]
            if words.endswith(f" {phrase}"):
                return kind, words[: -len(phrase) - 1]
        return "", words

    def _values(self, words: str) -> list[int]:
        """The numbers told, in order; words that are none end one number."""
        values: list[int] = []
        total: float = 0
        part: float | None = None
        for word in PARTS.findall(words):
            if DIGITS.fullmatch(word):
                if part is not None:
                    values.append(int(total + part))
                total, part = 0, _digits(word)
            elif word in self.units:
                part = (part or 0) + self.units[word]
            elif word in self.scales and part is not None:
                part *= self.scales[word]
                if self.scales[word] >= 1000:
                    total, part = total + part, 0
            elif word not in {"and", "-"} and part is not None:
                values.append(int(total + part))
                total, part = 0, None
        return values if part is None else [*values, int(total + part)]


def _digits(word: str) -> float:
    plain = re.sub(r"[,.  ](?=\d{3}(?:\D|$))", "", word)
    return float(plain)


def _bounded(value: int, limit: str) -> tuple[int, int | None]:
    match limit:
        case "at_least":
            return value, None
        case "more_than":
            return value + 1, None
        case "at_most":
            return 0, value
        case "less_than":
            return 0, max(value - 1, 0)
    return value, value
