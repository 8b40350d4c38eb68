"""What could not be read or resolved, said as data, and the pair of values and issues that every stage returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from fogline.model.span import Span

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Issue:
    """Something odd in the world (never a bug): listed, stored, shown; the work goes on.

    ``code`` is a stable short name (``no_anchor``, ``unknown_place``, ``refused_metaphor``); ``message`` one sentence:
    what was expected, what was met, what to do. ``document`` may be empty where no document exists yet (a refused file,
    then ``message`` names it). ``span`` is where in the canonical text, when there is one.
    """

    stage: str
    code: str
    message: str
    document: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What a stage found and what it could not."""

    items: tuple[T, ...]
    issues: tuple[Issue, ...] = ()
