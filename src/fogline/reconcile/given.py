"""Whether a claim tells news or speaks of a happening that the reader is taken to know: that one may be older than the report.

``passing``: told as a cause, a relation or a side remark ("over his declaration of martial law"). ``definite``: named as the one
known happening ("the toll from the mass killing"). What is presupposed counts as a fact whatever its mood: an attempt was made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.language.lexicon import rows, shipped
from fogline.model.claim import Claim
from fogline.model.incident import Given, Heard, TollOf

STRETCH = 12  # words before the happening's own word that can bear on it
BREAK = re.compile(r"[,;:—.!?\n]")
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their"})
HEAD = 2  # words between the article and the noun: "the vehicle-ramming attack"
PARTICIPLE = ("ed", "en")
SEVERAL = 3  # days: what is told over more is no single happening
WARFARE = frozenset(
    {"ASSAULT", "killed", "injured", "strikes", "houses_destroyed", "besieges", "contests", "advances_on"}
)
DURATION = frozenset({"since", "over", "during", "past", "between", "from", "for", "through", "throughout", "within"})
ENDINGS = ("s", "es", "ed", "d", "ing")
LONGEST = 3  # words of a run in the table
AFTER_NOUN = frozenset(
    {"in", "on", "at", "by", "of", "against", "near", "from", "to", "that", "which", "and", "during", "outside"}
)
FOLLOWING = 20  # characters that hold the next word


@dataclass(frozen=True, slots=True)
class Known:
    """The runs of words of ``data/lexicons/en/known.tsv`` and the nouns of ``episodes.tsv`` by kind."""

    runs: frozenset[tuple[str, ...]]
    lasting: dict[str, str]

    @classmethod
    def load(cls) -> Known:
        """The shipped tables."""
        runs = rows(shipped("lexicons", "en", "known.tsv"), ("words",))
        lasting = rows(shipped("lexicons", "en", "episodes.tsv"), ("word", "kind"))
        return cls(
            frozenset(tuple(row["words"].split()) for row in runs), {row["word"]: row["kind"] for row in lasting}
        )

    def kinds(self, claim: Claim) -> frozenset[str]:
        """Which kinds of lasting things the claim's own words name: course, lasting, launch."""
        words = [w.strip(".,'\"") for w in claim.trigger.text.casefold().split()]
        named = (self._kind(word) for word in words)
        return frozenset(kind for kind in named if kind) - ({"lasting"} if words[-1] == "attack" else set())

    def courses(self, claim: Claim) -> tuple[str, ...]:
        """The nouns for a course of events in the claim's own words, in the singular: offensive, siege."""
        stems = (self._stem(word) for word in _words(claim.trigger.text))
        return tuple(stem for stem in stems if stem and self.lasting[stem] == "course")

    def _kind(self, word: str) -> str | None:
        stem = self._stem(word)
        return self.lasting[stem] if stem else None

    def _stem(self, word: str) -> str | None:
        stems = (word, *(word.removesuffix(end) for end in ENDINGS))
        return next((stem for stem in stems if stem in self.lasting), None)

    def tells_all(self, claim: Claim) -> bool:
        """Whether the claim tells a course of events as a whole, and not a day of it or its beginning."""
        if claim.kind not in ("event", "control", "figure") or claim.modality != "actual" or claim.stance != "affirmed":
            return False
        if _lasts(claim):
            return claim.type in WARFARE
        named = self.kinds(claim)
        return claim.type == "ASSAULT" and "course" in named and "launch" not in named

    def of(self, claim: Claim) -> Given:
        """How the claim's own sentence presents it."""
        start, end = claim.trigger.start - claim.evidence.start, claim.trigger.end - claim.evidence.start
        before, after = claim.evidence.text[: max(start, 0)], claim.evidence.text[max(end, 0) :]
        own = _words(claim.trigger.text)
        if before.rstrip().endswith(",") and own and own[-1].endswith(PARTICIPLE):
            return "passing"  # "the reporter Sala, detained in Tehran"
        stretch = _words(BREAK.split(before)[-1])[-STRETCH:]
        if not _runs([*stretch, *own]) & self.runs:
            return "news"
        return "definite" if _definite(stretch, own, after) else "passing"


def _lasts(claim: Claim) -> bool:
    """Told over many days ("since Wednesday"), and not on one of many ("last week")."""
    time = claim.time
    if time is None or time.span is None or time.inherited or (time.last - time.first).days <= SEVERAL:
        return False
    return bool(set(_words(time.span.text)[:3]) & DURATION)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + length]) for length in range(1, LONGEST + 1) for i in range(len(words) - length + 1)}


def aside(claim: Claim) -> bool:
    """Whether control is told by an adjective alone ("rebel-held Idlib"): background that the speaker did not look into."""
    before = claim.evidence.text[: max(claim.trigger.start - claim.evidence.start, 0)]
    return claim.type == "holds" and before.endswith(("-", "‑", "–"))


def marked(claims: Iterable[Heard], known: Known) -> list[Heard]:
    """The claims with ``given``, ``whole``, and ``toll_of`` where a running toll is that of the one attack in its sentence."""
    told = list(claims)
    sentences: dict[tuple[str, int, int], list[Claim]] = defaultdict(list)
    for h in told:
        claim = h.stated.claim
        sentences[claim.document, claim.evidence.start, claim.evidence.end].append(claim)
    tolls = {toll.id: deed for together in sentences.values() for toll, deed in _tolls(together)}
    named = frozenset(tolls) | {deed.id for deed in tolls.values()}
    of: dict[str, TollOf] = {toll: "fighting" if known.kinds(deed) else "deed" for toll, deed in tolls.items()}
    whole = frozenset(c.id for together in sentences.values() for c in _whole(together, known))
    return [
        replace(
            h,
            given="definite" if h.stated.claim.id in named else known.of(h.stated.claim),
            toll_of=of.get(h.stated.claim.id, ""),
            whole=h.stated.claim.id in whole,
        )
        for h in told
    ]


def _whole(together: Sequence[Claim], known: Known) -> Iterator[Claim]:
    """Those that tell a whole course of events; the dead told with it and with no other deed are its dead."""
    courses = [c for c in together if known.tells_all(c)]
    yield from courses
    deeds = [c for c in together if c.type == "ASSAULT" and c not in courses]
    if any(c.type == "ASSAULT" for c in courses) and not deeds:
        yield from (c for c in together if c.kind == "figure" and c.type in WARFARE and c not in courses)


def _tolls(together: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Running tolls that stand with one deed and without a count of that deed: "the toll from the mass killing rose to 207"."""
    told = list(together)
    deeds = [c for c in told if c.type == "ASSAULT" and c.modality == "actual" and c.stance == "affirmed"]
    for toll in told:
        figure = toll.figure
        if (
            figure is None
            or figure.scope != "cumulative"
            or figure.since
            or figure.measure not in ("killed", "injured")
        ):
            continue
        others = [c for c in told if c.id != toll.id and c.type == toll.type and c.subset_of is None]
        own = [d for d in deeds if d.place == toll.place or d.place is None or toll.place is None]
        named = sorted(d.trigger.start for d in own if d.trigger.start > toll.trigger.start)
        deed = own[0] if len(own) == 1 else next((d for d in own if d.trigger.start in named[:1]), None)
        if deed and not any(o.figure and o.figure.population == figure.population for o in others):
            yield toll, deed


def _definite(before: Sequence[str], own: Sequence[str], after: str) -> bool:
    """A singular noun with an article or an owner before it: "the mass killing by a gang", not "the army attacked the town"."""
    following = _words(after[:FOLLOWING])
    if not own or own[-1].endswith(("s", "ed")) or (following and following[0] not in AFTER_NOUN and after[:1] == " "):
        return False
    for distance, word in enumerate(reversed(before)):
        if word in DEFINITE or word.endswith(("'s", "’s")):
            return True
        if distance >= HEAD or (word.endswith("s") and not word.endswith("ss")):
            return False
    return False
