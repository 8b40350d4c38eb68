"""A ten-day offensive holds the incidents of its days and does not become one more."""

from __future__ import annotations

from pathlib import Path

from tests.reports import report, told
from tests.situations import Told, filled, seen


def offensive(days: int) -> list[Told]:
    """A capture and a strike on two of the days, and a report of the whole."""
    taken = report("M23 captured Goma.", "2025-01-27", "A")
    raid = report("M23 shelled Goma.", "2025-01-24", "B")
    whole = report("The offensive of M23 in Goma since 20 January goes on.", "2025-01-30", "C")
    elsewhere = report("Russia struck Kharkiv.", "2025-01-25", "D")
    claims: list[Told] = [
        (taken, [told(taken, "takes", "captured", agents=("M23",), place="Goma", day="2025-01-27")]),
        (raid, [told(raid, "ASSAULT", "shelled", agents=("M23",), place="Goma", day="2025-01-24")]),
        (
            whole,
            [told(whole, "ASSAULT", "offensive", agents=("M23",), place="Goma", day="2025-01-20", until="2025-01-30")],
        ),
        (elsewhere, [told(elsewhere, "ASSAULT", "struck", agents=("Russia",), place="Kharkiv", day="2025-01-25")]),
    ]
    return claims[-days:]


def test_the_report_of_the_whole_is_an_episode_and_no_incident(ledger: Path) -> None:
    situation = seen(filled(ledger, offensive(4)))
    (episode,) = situation.episodes
    titles = {i.id: i.title for i in situation.incidents}
    assert [titles[i] for i in episode.incidents] == ["Attack by M23 in Goma", "Capture of Goma by M23"]
    assert sorted(titles.values()) == ["Attack by M23 in Goma", "Attack by Russia in Kharkiv", "Capture of Goma by M23"]
    assert (str(episode.first), str(episode.last)) == ("2025-01-20", "2025-01-30")


def test_alone_it_stays_an_incident_so_that_nothing_is_lost(ledger: Path) -> None:
    situation = seen(filled(ledger, offensive(2)))
    assert situation.episodes == ()
    assert len(situation.incidents) == 2


def test_the_beginning_of_an_offensive_is_a_days_happening(ledger: Path) -> None:
    text = report("M23 launched an offensive on Goma on 20 January.", "2025-01-21", "E")
    start = (text, [told(text, "ASSAULT", "launched an offensive", agents=("M23",), place="Goma", day="2025-01-20")])
    situation = seen(filled(ledger, [*offensive(4), start]))
    assert [len(e.incidents) for e in situation.episodes] == [3]
