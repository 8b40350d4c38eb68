"""From a question to a situation: bounded work, kept as long as the ledger stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from fogline.ledger.connection import Ledger, reading
from fogline.ledger.extent import reached_back
from fogline.ledger.held import held_with_history
from fogline.ledger.read import latest_day
from fogline.ledger.revision import Revision, revision
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


@dataclass(frozen=True, slots=True)
class Answer:
    """A situation with the question that it answers: ``asked`` as typed, ``begins`` the day to which it was cut, if it was.

    ``of_claim`` finds the incident that a claim belongs to.
    """

    asked: Question
    begins: date | None
    revision: Revision
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


class Situations:
    """Answers questions about one ledger; the last answers are kept while the ledger stays as it is."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._standings, self._acts = Standings.load(), Acts.load()
        self._kept: Kept[tuple[Revision, Question], Answer] = Kept(KEPT)

    def of(self, asked: Question) -> Answer:
        """The situation as the ledger is now."""
        now = self.revision()
        return self._kept.of((now, asked), lambda: self._answer(asked, now))

    def revision(self) -> Revision:
        """The state of the ledger."""
        with reading(self.ledger) as connection:
            return revision(connection)

    def _answer(self, asked: Question, now: Revision) -> Answer:
        clocks, place = Clocks(known=asked.known), where(asked.place)
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
            situation=found,
            of_claim={h.stated.claim.id: i for i in found.incidents for h in i.claims},
            heard={h.stated.claim.id: h for h in found.claims},
        )
