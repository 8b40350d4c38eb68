"""The words that tell events and control, as read from the lexicons: patterns, frames, word classes, instruments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.language.lexicon import Row, rows, shipped
from fogline.model.mention import ClaimKind
from fogline.model.sentence import Token

Fixes = Literal["", "requested", "planned", "alleged", "denied", "possible", "affirmed"]
ROW = ("words", "pos", "type", "mode", "contexts", "frame", "when", "fixes", "example")
SPEAKING = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
# last words of names of states that name no state by themselves
GENERIC = frozenset(
    [
        "Republic",
        "Islands",
        "Island",
        "Territory",
        "States",
        "Kingdom",
        "Emirate",
        "Federation",
        "Union",
        "West",
        "State",
        "City",
        "Territories",
        "East",
        "Coast",
        "Government",
        "Administration",
        "Bank",
        "Strip",
        "Land",
        "Region",
        "Area",
        "Sea",
    ]
)
ASPECTS = frozenset({"subject", "target", "impact", "occur"})


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the syntax holds the roles: for each role, sources tried in order until one yields something.

    ``subject object dative``: of a verb, whatever its voice; ``possessive adjective compound light``: of a noun (``light`` the
    subject of its light verb); ``between``: both objects of "between"; anything else is a preposition ("on", "out of").
    """

    name: str
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    grounds: tuple[str, ...]
    together: bool

    @property
    def transitive(self) -> bool:
        """Whether a verb of this frame takes an object, so that it can stand in the passive."""
        return "object" in self.targets + self.grounds


@dataclass(frozen=True, slots=True)
class Entry:
    """One pattern: lower-case lemmas in order, ``head`` the one that heads it ("arrest warrant" → 1); ``..`` allows a gap.

    ``when`` are conditions on what fills a place (``object:place``, ``!of:thing``); ``fixes`` what the act governs becomes.
    """

    words: tuple[str, ...]
    head: int
    pos: str
    kind: ClaimKind
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    frame: Frame
    when: tuple[str, ...]
    fixes: Fixes
    speech: bool
    rule: str


@dataclass(frozen=True, slots=True)
class TriggerLexicon:
    """All that is known of triggers. ``entries`` by head lemma, longest first; ``classes`` by lemma; ``light`` by pattern."""

    entries: dict[str, tuple[Entry, ...]]
    classes: dict[str, frozenset[str]]
    states: dict[str, str]
    light: dict[str, frozenset[str]]
    modifiers: dict[str, tuple[str, ...]]
    instruments: dict[str, str]
    speech_modes: dict[tuple[str, str], str]
    refusals: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]

    def is_a(self, lemma: str, name: str) -> bool:
        """Whether the lemma belongs to the word class ``name``."""
        return name in self.classes.get(lemma, frozenset())

    def known(self, token: Token) -> frozenset[str]:
        """All classes of a word, by its lemma and as it stands ("wounded" is no "wound")."""
        none: frozenset[str] = frozenset()
        single = (
            token.lower.removesuffix("s") if token.tag == "NNPS" else token.lower
        )  # "Armed Forces": their lemma keeps the s
        return (
            self.classes.get(token.lemma.lower(), none)
            | self.classes.get(token.lower, none)
            | self.classes.get(single, none)
        )


def load() -> TriggerLexicon:
    """Read the shipped lexicons (about 20 ms). Raises ``LexiconError`` naming the line that is wrong."""
    frames = _frames()
    entries: dict[str, list[Entry]] = {}
    for file, kind in (("events.tsv", "event"), ("control.tsv", "control")):
        for row in rows(shipped("lexicons", "en", file), ROW):
            for entry in _entries(row, "control" if kind == "control" else "event", frames):
                entries.setdefault(entry.words[entry.head], []).append(entry)
    ordered = {
        word: tuple(sorted(found, key=lambda e: (-len(e.words), -len(e.when)))) for word, found in entries.items()
    }
    return TriggerLexicon(
        ordered, _classes(), _states(), _light(), _modifiers(), _instruments(), _speech_modes(), _refusals()
    )


def _frames() -> dict[str, Frame]:
    columns = ("name", "agents", "targets", "grounds", "example")
    found = {}
    for row in rows(shipped("lexicons", "en", "frames.tsv"), columns):
        agents = row.many("agents")
        together = "together" in agents
        named = tuple(a for a in agents if a != "together")
        found[row["name"]] = Frame(row["name"], named, row.many("targets"), row.many("grounds"), together)
    return found


def _entries(row: Row, kind: ClaimKind, frames: dict[str, Frame]) -> list[Entry]:
    if row["frame"] not in frames:
        raise row.wrong("a frame of frames.tsv", row["frame"])
    if row["pos"] not in {"verb", "noun", "adj"}:
        raise row.wrong("verb, noun or adj", row["pos"])
    fixes, speech = _fixes(row)
    found = []
    for alternative in row.many("words"):
        words = alternative.split()
        head = next((n for n, w in enumerate(words) if w.endswith("^")), 0 if row["pos"] == "verb" else len(words) - 1)
        plain = tuple(w.rstrip("^") for w in words)
        when, mode = tuple(row["when"].split()), row["mode"] or None
        rule = f"{row.source.removesuffix('.tsv')}:{' '.join(plain)}"
        found.append(
            Entry(plain, head, row["pos"], kind, row["type"], mode, row.many("contexts"), frames[row["frame"]], when,
                  fixes, speech, rule)
        )  # fmt: skip
    return found


def _fixes(row: Row) -> tuple[Fixes, bool]:
    parts = row["fixes"].split()
    speech = "act" not in parts and row["type"] in SPEAKING
    for known in ("requested", "planned", "alleged", "denied", "possible", "affirmed"):
        if known in parts:
            return known, speech
    if unknown := [p for p in parts if p != "act"]:
        raise row.wrong("requested, planned, alleged, denied, possible, affirmed or act", unknown[0])
    return "", speech


def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(shipped("lexicons", "en", "trigger_classes.tsv"), ("class", "words", "example")):
        for word in row.many("words"):
            found.setdefault(word.lower(), set()).add(row["class"])
    for row in rows(shipped("lexicons", "en", "countries.tsv"), ("name", "aliases", "adjectives", "people", "capital")):
        for name in (row["name"], *row.many("aliases")):
            if name.split()[-1] not in GENERIC:
                found.setdefault(name.split()[-1].lower(), set()).add("country")
        for word in (*row.many("adjectives"), *row.many("people")):
            found.setdefault(word.lower(), set()).add("nationality")
        for word in row.many("people"):
            found[word.lower()].add("people")
    return {word: frozenset(names) for word, names in found.items()}


def _states() -> dict[str, str]:
    """Names, adjectives and peoples of states by the last word, with the state's code."""
    found: dict[str, str] = {}
    for row in rows(
        shipped("lexicons", "en", "countries.tsv"), ("iso", "name", "aliases", "adjectives", "people", "capital")
    ):
        for name in (
            row["name"],
            *row.many("aliases"),
            *row.many("adjectives"),
            *row.many("people"),
            *row.many("capital"),
        ):
            if name.split()[-1] not in GENERIC:
                found.setdefault(name.split()[-1].lower(), row["iso"])
    return found


def _light() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(shipped("lexicons", "en", "light_verbs.tsv"), ("words", "role", "example")):
        if row["role"] not in ASPECTS:
            raise row.wrong(" or ".join(sorted(ASPECTS)), row["role"])
        for word in row.many("words"):
            found.setdefault(word, set()).add(row["role"])
    return {word: frozenset(roles) for word, roles in found.items()}


def _modifiers() -> dict[str, tuple[str, ...]]:
    source = shipped("lexicons", "en", "modifiers.tsv")
    return {row["name"]: row.many("signs") for row in rows(source, ("name", "signs", "example"))}


def _instruments() -> dict[str, str]:
    source = shipped("lexicons", "en", "instruments.tsv")
    return {w: row["mode"] for row in rows(source, ("words", "mode", "example")) for w in row.many("words")}


def _speech_modes() -> dict[tuple[str, str], str]:
    source = shipped("lexicons", "en", "speech_modes.tsv")
    columns = ("type", "content", "mode", "example")
    return {(row["type"], content): row["mode"] for row in rows(source, columns) for content in row.many("content")}


def _refusals() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for row in rows(shipped("lexicons", "en", "refusals.tsv"), ("reason", "where", "words", "example")):
        for phrase in row.many("words"):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, row["reason"], row["where"]))
    return {first: tuple(phrases) for first, phrases in found.items()}
