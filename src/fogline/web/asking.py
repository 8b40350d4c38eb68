"""From a question to a situation: bounded work, kept as long as the ledger stays as it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from fogline.ledger.connection import Ledger, reading
from fogline.ledger.extent import reached_back
from fogline.ledger.held import held_with_history
from fogline.ledger.read import latest_day
from fogline.ledger.revision import Revision, matters, revision
from fogline.ledger.where import where
from fogline.model.incident import Episode, Heard, Incident
from fogline.model.stated import Clocks
from fogline.reconcile.acts import Acts
from fogline.reconcile.standing import Standings
from fogline.situation.situation import Asked, Situation, situation
from fogline.web.kept import Kept
from fogline.web.question import Question

MOST_CLAIMS = 8000  # of one situation: about 300 documents; more are cut to the latest days, and the page says so
KEPT = 24
LAG = 15.0  # seconds that an answer may lag behind what others add


@dataclass(frozen=True, slots=True)
class Answer:
    """A situation with the question that it answers: ``asked`` as typed, ``begins`` the day to which it was cut, if it was.

    ``of_claim`` finds the incident that a claim belongs to; ``at`` is the clock when it was read.
    """

    asked: Question
    begins: date | None
    revision: Revision
    at: float
    situation: Situation
    of_claim: dict[str, Incident]
    heard: dict[str, Heard]

    def incident(self, name: str) -> Incident | None:
        """The incident of that id."""
        return next((i for i in self.situation.incidents if i.id == name), None)

    def episode(self, name: str) -> Episode | None:
        """The episode of that id."""
        return next((e for e in self.situation.episodes if e.id == name), None)

    def held_by(self, incident: str) -> tuple[Episode, ...]:
        """The episodes that hold an incident."""
        return tuple(e for e in self.situation.episodes if incident in e.incidents)


@dataclass(slots=True)
class _Line:
    """The last answer to one question; whoever holds the lock works out the next, ``awaited`` while somebody will.

    ``seen`` is the state of the ledger up to which the answer is known to stand.
    """

    lock: Lock = field(default_factory=Lock)
    awaited: bool = False
    answer: Answer | None = None
    seen: Revision = ()


class Situations:
    """Answers questions about one ledger. The last answers are kept, and one is worked out once however many ask.

    While others add reports, an answer may lag behind them by ``LAG`` seconds: it is given at once and renewed behind it. It
    is still what the ledger held at its instant, whole. What was changed here (``touched``) is in every answer after it.
    """

    def __init__(self, ledger: Ledger, clock: Callable[[], float] = time.monotonic) -> None:
        self.ledger = ledger
        self._clock = clock
        self._standings, self._acts = Standings.load(), Acts.load()
        self._lines: Kept[Question, _Line] = Kept(KEPT)
        self._least: Revision = ()
        self._behind = ThreadPoolExecutor(1, "situations")

    def of(self, asked: Question) -> Answer:
        """The situation as the ledger is now, or was a moment ago."""
        line = self._lines.of(asked, _Line)
        answer = line.answer
        if answer is not None and self._stands(line, answer):
            return answer
        if answer is None or not self._may_lag(answer):
            with line.lock:  # whoever waited for another reader's answer takes that
                if line.answer is None or not self._may_lag(line.answer):
                    return self._new(line, asked)
                return line.answer
        if not line.awaited:
            line.awaited = True
            self._behind.submit(self._renew, line, asked)
        return answer

    def touched(self) -> None:
        """Something was changed here: no answer from before is given any more."""
        self._least = self.revision()

    def close(self) -> None:
        """Work out nothing more."""
        self._behind.shutdown(cancel_futures=True)

    def revision(self) -> Revision:
        """The state of the ledger."""
        with reading(self.ledger) as connection:
            return revision(connection)

    def _stands(self, line: _Line, answer: Answer) -> bool:
        """Whether nothing came since that matters to the answer."""
        place = where(answer.asked.place)
        with reading(self.ledger) as connection:
            now = revision(connection)
            if line.seen != now:
                newest = answer.asked.known or latest_day(connection)
                if newest != answer.situation.asked.as_known or matters(connection, line.seen, place):
                    return False
                line.seen = now
        return True

    def _may_lag(self, answer: Answer) -> bool:
        young = self._clock() - answer.at <= LAG
        return young and all(have >= least for have, least in zip(answer.revision, self._least, strict=False))

    def _renew(self, line: _Line, asked: Question) -> None:
        with line.lock:
            line.awaited = False
            self._new(line, asked)

    def _new(self, line: _Line, asked: Question) -> Answer:
        now = self.revision()
        line.answer = self._answer(asked, now)
        line.seen = now
        return line.answer

    def _answer(self, asked: Question, now: Revision) -> Answer:
        started, clocks, place = self._clock(), Clocks(known=asked.known), where(asked.place)
        with reading(self.ledger) as connection:
            begins = reached_back(connection, MOST_CLAIMS, asked.known, asked.window, place)
            window = replace(asked.window, first=begins) if begins else asked.window
            kept = held_with_history(connection, clocks, window, place)
            known = asked.known or latest_day(connection, clocks)
        found = situation(kept, Asked(known, window, asked.place or None, asked.rule), self._standings, self._acts)
        return Answer(
            asked=asked,
            begins=begins,
            revision=now,
            at=started,
            situation=found,
            of_claim={h.stated.claim.id: i for i in found.incidents for h in i.claims},
            heard={h.stated.claim.id: h for h in found.claims},
        )
