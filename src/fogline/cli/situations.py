"""From the options of the command line to a situation: shared by all commands that need one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from fogline.errors import DayWrong

if TYPE_CHECKING:
    from fogline.model.document import Document
    from fogline.model.incident import Rule
    from fogline.situation.situation import Situation


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for, as typed."""

    target: str
    place: str | None = None
    first: str | None = None
    last: str | None = None
    known: str | None = None
    recorded: str | None = None
    rule: Rule = "ucdp"


def asked(options: Options) -> Situation:
    """The situation in the ledger. ``as_known`` without a day is the last day of which the ledger knows."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.held import held_with_history
    from fogline.ledger.read import latest_day
    from fogline.ledger.where import instant, where
    from fogline.model.stated import Clocks, Window
    from fogline.reconcile.acts import Acts
    from fogline.reconcile.standing import Standings
    from fogline.situation.situation import Asked, situation

    clocks = Clocks(day("--as-known", options.known), instant(options.recorded))
    window = Window(day("--from", options.first), day("--to", options.last))
    with reading(opened(options.target)) as connection:
        kept = held_with_history(connection, clocks, window, where(options.place))
        known = clocks.known or latest_day(connection, clocks)
    return situation(kept, Asked(known, window, options.place, options.rule), Standings.load(), Acts.load())


MOST_DAYS = 31  # steps of the slider: more make the page heavy and the handle hard to place


def by_day(options: Options, latest: Situation) -> list[Situation]:
    """The situation as known on each day on which a document of ``latest`` became known, the latest itself last."""
    end = latest.asked.as_known
    days = sorted({s.known for s in latest.sources.documents if end is None or s.known < end})
    every = -(-len(days) // MOST_DAYS) or 1
    return [asked(replace(options, known=d.isoformat())) for d in days[::-every][::-1]] + [latest]


def texts(options: Options, found: Situation) -> tuple[Document, ...]:
    """The whole documents of a situation, in the order of its sources."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.read import document_by_id

    with reading(opened(options.target)) as connection:
        held = (document_by_id(connection, s.id) for s in found.sources.documents)
        return tuple(d for d in held if d is not None)


def day(option: str, words: str | None) -> date | None:
    """An ISO day. Raises ``DayWrong`` that names the option."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise DayWrong(option, words) from error
