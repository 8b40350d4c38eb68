"""What a reader asks of a situation, as it stands in the address of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast, get_args
from urllib.parse import quote, urlencode

from fogline.errors import DayWrong, FoglineError
from fogline.model.incident import Rule
from fogline.model.stated import Window

RULES: tuple[str, ...] = get_args(Rule)
LONGEST_WORDS = 200


class RuleWrong(FoglineError):
    """A rule for low, best and high that is none."""

    def __init__(self, met: str) -> None:
        super().__init__(f"rule: expected one of {', '.join(RULES)}, met {met!r}.")


@dataclass(frozen=True, slots=True)
class Question:
    """A place (empty: everywhere), days from ``first`` to ``last``, the day of the slider, the rule for figures."""

    place: str = ""
    first: date | None = None
    last: date | None = None
    known: date | None = None
    rule: Rule = "ucdp"

    @property
    def window(self) -> Window:
        """The days asked for."""
        return Window(self.first, self.last)

    def address(self, path: str = "/", **changes: date | str | None) -> str:
        """The question behind a path, with some of its parts changed."""
        asked = replace(self, **changes)  # type: ignore[arg-type]  # the names are checked by replace
        return address(path, asked.parameters())

    def parameters(self) -> dict[str, str]:
        """The question as the parameters of an address; what says nothing is left out."""
        told = {
            "place": self.place,
            "from": _iso(self.first),
            "to": _iso(self.last),
            "as-known": _iso(self.known),
            "rule": "" if self.rule == "ucdp" else self.rule,
        }
        return {name: value for name, value in told.items() if value}


def question(asked: Mapping[str, str]) -> Question:
    """The question in the parameters of an address. Raises ``DayWrong`` or ``RuleWrong``."""
    rule = asked.get("rule") or "ucdp"
    if rule not in RULES:
        raise RuleWrong(rule[:LONGEST_WORDS])
    return Question(
        place=asked.get("place", "").strip()[:LONGEST_WORDS],
        first=day(asked, "from"),
        last=day(asked, "to"),
        known=day(asked, "as-known"),
        rule=cast(Rule, rule),
    )


def day(asked: Mapping[str, str], name: str) -> date | None:
    """The ISO day of one parameter, ``None`` where it is empty. Raises ``DayWrong``."""
    words = asked.get(name, "").strip()
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise DayWrong(name, words[:LONGEST_WORDS]) from error


def address(path: str, parameters: Mapping[str, str]) -> str:
    """A path with its parameters."""
    return f"{path}?{urlencode(parameters)}" if parameters else path


def path_of(noun: str, name: str) -> str:
    """The path of one thing: names from reports are quoted whole."""
    return f"/{noun}/{quote(name, safe='')}"


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""
