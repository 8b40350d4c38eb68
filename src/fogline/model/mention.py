"""Something found at some tokens of a sentence, before it becomes part of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from fogline.model.actor import Speaker
from fogline.model.comparison import Comparison, Extent
from fogline.model.figure import Figure
from fogline.model.span import Span

T = TypeVar("T", covariant=True)
Stance = Literal["affirmed", "denied"]
Modality = Literal["actual", "planned", "requested", "possible", "hypothetical"]
ClaimKind = Literal["event", "control", "figure", "relation", "assessment"]


@dataclass(frozen=True, slots=True)
class Mention(Generic[T]):
    """An ``Actor``, ``Place`` or ``Period`` at tokens ``[first, last)`` of a sentence; ``head`` its syntactic head token."""

    value: T
    sentence: int
    first: int
    last: int
    head: int

    def covers(self, token: int) -> bool:
        """Whether the token (index within the same sentence) belongs to this mention."""
        return self.first <= token < self.last


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in its sentence. Token indices are within the sentence.

    ``noun`` heads the counted phrase ("soldiers" in "12 soldiers"; the number itself where no noun follows);
    ``predicate`` is the verb or noun that tells what became of them ("killed", "deaths") and carries tense, place and time;
    ``trigger`` its words; ``agents`` heads of the phrases that name who caused it; ``targets`` heads of the phrases that name
    the side or body the counted belong to; ``part_of`` is the position, in the list this count stands in, of its total.
    ``labels`` are, for a cell of a table, the numbers of the sentences that label it, nearest first: its row's label, its
    column's head, the caption.
    """

    figure: Figure
    sentence: int
    number: int
    noun: int
    predicate: int
    trigger: Span
    rule: str
    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    part_of: int | None = None
    stance: Stance = "affirmed"
    labels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell an event, a change of control, a relation or an assessment. Token indices are within the sentence.

    ``token`` is the head of the trigger words, ``predicate`` the token whose tense, negation and mood count (the verb itself;
    for a nominal trigger such as "attack" the verb that governs it); ``agents``, ``targets`` and ``grounds`` are head tokens of the
    phrases that fill the roles (``grounds`` = the place taken, held, left; for events the place told by a direct object or
    preposition, if any). ``rule`` names the lexicon row or rule that fired. ``modality`` and ``stance`` are what the construction
    itself fixes ("called for" makes its object ``requested``), else ``None``. ``speech`` is true for acts of speech,
    whose agent speaks (REQUEST, ACCUSE, …). ``asserted_by`` are the head tokens of those who vouch for a nested act
    (the accuser in "X blamed Y for attacking Z").
    """

    sentence: int
    token: int
    predicate: int
    span: Span
    kind: ClaimKind
    type: str
    rule: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    agents: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    grounds: tuple[int, ...] = ()
    modality: Modality | None = None
    stance: Stance | None = None
    speech: bool = False
    asserted_by: tuple[int, ...] = ()
    extent: Extent | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """In what sense a predicate is told: affirmed or denied, actual or planned …, and the name of the rule that says so."""

    stance: Stance = "affirmed"
    modality: Modality = "actual"
    rule: str = "plain"


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody is reported to say something: ``scope`` is the words said (canonical offsets; may run over sentences).

    ``speakers`` are ready for the claim (level and cue set). ``stance`` is ``denied`` where the cue denies ("denied that");
    ``modality`` what the cue fixes ("warned of" → ``possible``, "vowed to" → ``planned``), else ``None``.
    """

    speakers: tuple[Speaker, ...]
    scope: Span
    cue: Span
    stance: Stance = "affirmed"
    modality: Modality | None = None
