"""Assertion against denial, as known before and after the denier admits it."""

from __future__ import annotations

from pathlib import Path

from tests.reports import counted, report, told
from tests.situations import Told, filled, ground, row, seen

ARMY = ("Syrian army",)


def retreat() -> list[Told]:
    """29 November: rebels say the army left, the army denies it. 30 November: the army announces that it withdrew."""
    rebels = report("HTS said that the army had withdrawn from Aleppo.", "2024-11-29", "A")
    army = report("The Syrian army denied that its forces were retreating from Aleppo.", "2024-11-29", "B")
    later = report("The Syrian army said that it had withdrawn from Aleppo to prepare.", "2024-11-30", "C")
    return [
        (rebels, [told(rebels, "withdraws_from", "withdrawn", agents=ARMY, place="Aleppo", by="HTS", day="2024-11-29")]),
        (army, [told(army, "RETREAT", "retreating", mode="withdraw", agents=ARMY, by="Syrian army", stance="denied")]),
        (later, [told(later, "withdraws_from", "withdrawn", agents=ARMY, place="Aleppo", by="Syrian army", day="2024-11-30")]),
    ]  # fmt: skip


def test_a_denied_retreat_is_contested_as_known_on_that_day(ledger: Path) -> None:
    situation = seen(filled(ledger, retreat()), known="2024-11-29")
    assert [row(c) for c in situation.contested] == [(["Hay'at Tahrir al-Sham"], ["Syrian Army"])]
    assert [i.status for i in situation.incidents] == ["contested", "denied_only"]


def test_it_is_resolved_once_the_army_admits_it(ledger: Path) -> None:
    situation = seen(filled(ledger, retreat()), known="2024-11-30")
    assert situation.contested == ()
    assert [str(c.resolved) for c in situation.resolved] == ["2024-11-30"]


def test_a_third_partys_word_does_not_resolve_it(ledger: Path) -> None:
    claims = retreat()[:2]
    seen_by = report("Witnesses said that the army had withdrawn from Aleppo.", "2024-11-30", "D")
    claims.append(
        (
            seen_by,
            [told(seen_by, "withdraws_from", "withdrawn", agents=("Syrian army",), place="Aleppo", by="Witnesses")],
        )
    )
    assert [row(c) for c in seen(filled(ledger, claims)).contested] == [
        (["Hay'at Tahrir al-Sham", "Witnesses"], ["Syrian Army"])
    ]


def test_a_denied_retreat_is_answered_by_the_enemys_capture(ledger: Path) -> None:
    taken = report("Rebels captured Saraqib.", "2024-11-29", "A")
    army = report("The Syrian army denied that it had left Saraqib.", "2024-11-29", "B")
    claims: list[Told] = [
        (taken, [told(taken, "takes", "captured", agents=("HTS",), place="Saraqib", day="2024-11-28")]),
        (
            army,
            [
                told(
                    army,
                    "withdraws_from",
                    "left",
                    agents=("Syrian army",),
                    place="Saraqib",
                    by="Syrian army",
                    stance="denied",
                )
            ],
        ),
    ]
    assert [row(c) for c in seen(filled(ledger, claims)).contested] == [(["A"], ["Syrian Army"])]


def test_a_denied_strike_is_contested_with_the_strike(ledger: Path) -> None:
    strike = report("Ukraine said that Russia struck a clinic in Kharkiv.", "2025-01-03", "A")
    denial = report("Russia denied that it had struck Kharkiv.", "2025-01-04", "B")
    elsewhere = report("Russia struck Goma's airport.", "2025-01-03", "C")  # another place: not what is denied
    claims: list[Told] = [
        (
            strike,
            [told(strike, "ASSAULT", "struck", agents=("Russia",), place="Kharkiv", by="Ukraine", day="2025-01-03")],
        ),
        (
            denial,
            [told(denial, "ASSAULT", "struck", agents=("Russia",), place="Kharkiv", by="Russia", stance="denied")],
        ),
        (elsewhere, [told(elsewhere, "ASSAULT", "struck", agents=("Russia",), place="Goma", day="2025-01-03")]),
    ]
    assert [row(c) for c in seen(filled(ledger, claims)).contested] == [(["Ukraine"], ["Russia"])]


def test_no_casualties_against_twelve_killed(ledger: Path) -> None:
    one = report("Doctors said that 12 people were killed in El Fasher.", "2025-01-03", "A")
    two = report("The RSF said that no one was killed in El Fasher.", "2025-01-03", "B")
    claims: list[Told] = [
        (one, [counted(one, "12 people", "killed", 12, place="El Fasher", day="2025-01-03", by="Doctors")]),
        (two, [counted(two, "no one", "killed", 0, 0, place="El Fasher", day="2025-01-03", by="RSF")]),
    ]
    assert [row(c) for c in seen(filled(ledger, claims)).contested] == [(["Doctors"], ["Rapid Support Forces"])]


def test_both_sides_say_they_hold_the_town(ledger: Path) -> None:
    one = report("The RSF said that it had taken El Fasher.", "2025-01-03", "A")
    two = report("The Sudanese army said that it held El Fasher.", "2025-01-03", "B")
    claims: list[Told] = [
        (one, [told(one, "takes", "taken", agents=("RSF",), by="RSF", place="El Fasher", day="2025-01-03")]),
        (
            two,
            [
                told(
                    two,
                    "holds",
                    "held",
                    agents=("Sudanese army",),
                    by="Sudanese army",
                    place="El Fasher",
                    day="2025-01-03",
                )
            ],
        ),
    ]
    situation = seen(filled(ledger, claims))
    assert [row(c) for c in situation.contested] == [(["Rapid Support Forces"], ["Sudanese Armed Forces"])]
    assert [h.status for h in situation.control] == ["contested"]


def test_the_takers_word_alone_is_claimed(ledger: Path) -> None:
    one = report("HTS said that it had captured Saraqib.", "2024-11-29", "A")
    claims: list[Told] = [
        (one, [told(one, "takes", "captured", agents=("HTS",), by="HTS", place="Saraqib", day="2024-11-29")])
    ]
    assert [ground(h) for h in seen(filled(ledger, claims)).control] == ["Saraqib: held by HTS, claimed"]


def test_admitted_by_the_loser_it_is_confirmed(ledger: Path) -> None:
    one = report("HTS said that it had captured Saraqib.", "2024-11-29", "A")
    two = report("The Syrian army said that it withdrew from Saraqib.", "2024-11-30", "B")
    claims: list[Told] = [
        (one, [told(one, "takes", "captured", agents=("HTS",), by="HTS", place="Saraqib", day="2024-11-29")]),
        (
            two,
            [
                told(
                    two,
                    "withdraws_from",
                    "withdrew",
                    agents=("Syrian army",),
                    by="Syrian army",
                    place="Saraqib",
                    day="2024-11-30",
                )
            ],
        ),
    ]
    assert [ground(h) for h in seen(filled(ledger, claims)).control] == ["Saraqib: changed_hands by HTS, confirmed"]


def test_part_of_a_town_is_not_the_town(ledger: Path) -> None:
    one = report("HTS entered Aleppo.", "2024-11-29", "A")
    claims: list[Told] = [(one, [told(one, "enters", "entered", agents=("HTS",), place="Aleppo", day="2024-11-29")])]
    assert [ground(h) for h in seen(filled(ledger, claims)).control] == ["Aleppo: contested by nobody known, confirmed"]


def test_an_undated_denial_answers_nothing(ledger: Path) -> None:
    strike = report("Russia struck a clinic in Kharkiv.", "2025-01-03", "A")
    denial = report("Russia denied that it had struck Kharkiv.", None, "B")
    claims: list[Told] = [
        (strike, [told(strike, "ASSAULT", "struck", agents=("Russia",), place="Kharkiv", day="2025-01-03")]),
        (
            denial,
            [told(denial, "ASSAULT", "struck", agents=("Russia",), place="Kharkiv", by="Russia", stance="denied")],
        ),
    ]
    assert seen(filled(ledger, claims)).contested == ()


def test_what_somebody_would_not_say_contradicts_nobody(ledger: Path) -> None:
    one = report("Turkey rejected the plan for Syria.", "2025-01-03", "A")
    two = report("Turkey did not reject the other plan for Syria.", "2025-01-03", "B")
    claims: list[Told] = [
        (one, [told(one, "REJECT", "rejected", agents=("Turkey",), place="Syria", day="2025-01-03")]),
        (two, [told(two, "REJECT", "reject", agents=("Turkey",), place="Syria", day="2025-01-03", stance="denied")]),
    ]
    assert seen(filled(ledger, claims)).contested == ()


def test_ground_whose_loss_is_denied_is_contested_until_it_is_admitted(ledger: Path) -> None:
    filled(ledger, retreat())
    grounds = [[ground(h) for h in seen(ledger, known=day).control] for day in ("2024-11-29", "2024-11-30")]
    assert grounds == [["Aleppo: contested by nobody known, claimed"], ["Aleppo: unknown by nobody known, confirmed"]]


def test_who_came_in_holds_what_the_others_left(ledger: Path) -> None:
    one = report("HTS entered Aleppo.", "2024-11-29", "A")
    two = report("The Syrian army said that it withdrew from Aleppo.", "2024-11-30", "B")
    claims: list[Told] = [
        (one, [told(one, "enters", "entered", agents=("HTS",), place="Aleppo", day="2024-11-29")]),
        (
            two,
            [told(two, "withdraws_from", "withdrew", agents=ARMY, by="Syrian army", place="Aleppo", day="2024-11-30")],
        ),
    ]
    assert [ground(h) for h in seen(filled(ledger, claims)).control] == ["Aleppo: changed_hands by HTS, confirmed"]


def test_forces_without_a_name_are_the_speakers_own(ledger: Path) -> None:
    """ "The army denied that its forces had left" answers "the army has left"."""
    rebels = report("HTS said that the army had withdrawn from Aleppo.", "2024-11-29", "A")
    army = report("The Syrian army denied that its forces had left Aleppo.", "2024-11-29", "B")
    claims: list[Told] = [
        (rebels, [told(rebels, "withdraws_from", "withdrawn", agents=ARMY, place="Aleppo", by="HTS")]),
        (
            army,
            [
                told(
                    army,
                    "withdraws_from",
                    "left",
                    agents=("forces",),
                    place="Aleppo",
                    by="Syrian army",
                    stance="denied",
                )
            ],
        ),
    ]
    assert [(row(c), c.about) for c in seen(filled(ledger, claims)).contested] == [
        ((["Hay'at Tahrir al-Sham"], ["Syrian Army"]), "withdrawal by Syrian Army in Aleppo")
    ]
