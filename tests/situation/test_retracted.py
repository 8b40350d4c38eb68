"""An incident that nobody stands behind any more is shown as retracted and counts nowhere."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.reports import counted, report, told
from tests.situations import NOON, filled, row, seen

from fogline.ledger.connection import opened, writing
from fogline.ledger.decisions import decide, rejecting
from fogline.model.claim import Claim

RAID = report("Jets struck Idlib, HTS said. HTS said nine people were killed.", "2024-12-01", "Daily Post")
ATTACK = told(RAID, "ASSAULT", "struck", agents=("Russia",), place="Idlib", day="2024-12-01", by="HTS")
DEAD = counted(RAID, "nine people", "killed", 9, place="Idlib", day="2024-12-01", by="HTS")
DENIAL = report("HTS said no jets had struck Idlib after all.", "2024-12-03", "Daily Post")
NOT_SO = told(
    DENIAL, "ASSAULT", "struck", agents=("Russia",), place="Idlib", day="2024-12-01", by="HTS", stance="denied"
)
OTHER = report("Witnesses saw jets as they struck Idlib.", "2024-12-02", "Morning News")
SAW = told(OTHER, "ASSAULT", "struck", agents=("Russia",), place="Idlib", day="2024-12-01", by="Witnesses")


def rejected(ledger: Path, *claims: Claim) -> Path:
    with writing(opened(str(ledger))) as connection:
        for claim in claims:
            decide(connection, rejecting(claim, "Ada", "not told"), NOON + timedelta(hours=1))
    return ledger


def statuses(ledger: Path, known: str | None = None) -> list[str]:
    return [m.status for m in seen(ledger, known).timeline]


def test_an_incident_whose_claims_a_person_rejected_is_shown_as_retracted(ledger: Path) -> None:
    rejected(filled(ledger, [(RAID, [ATTACK, DEAD])]), ATTACK, DEAD)
    now = seen(ledger)
    assert ([m.status for m in now.timeline], now.figures, now.indicators.intensity) == (["retracted"], (), ())


def test_one_rejected_claim_of_two_retracts_nothing(ledger: Path) -> None:
    rejected(filled(ledger, [(RAID, [ATTACK]), (OTHER, [SAW])]), SAW)
    assert statuses(ledger) == ["single_origin"]


def test_what_its_own_speaker_takes_back_is_retracted_with_its_figures(ledger: Path) -> None:
    filled(ledger, [(RAID, [ATTACK, DEAD]), (DENIAL, [NOT_SO])])
    assert (statuses(ledger), seen(ledger).figures) == (["retracted"], ())


def test_before_it_was_taken_back_it_stood(ledger: Path) -> None:
    filled(ledger, [(RAID, [ATTACK, DEAD]), (DENIAL, [NOT_SO])])
    assert statuses(ledger, "2024-12-02") == ["single_origin"]


def test_another_voice_still_stands_against_the_denial(ledger: Path) -> None:
    now = seen(filled(ledger, [(RAID, [ATTACK]), (OTHER, [SAW]), (DENIAL, [NOT_SO])]))
    assert [m.status for m in now.timeline] == ["contested"]
    assert [row(c) for c in now.contested] == [(["Witnesses"], ["Hay'at Tahrir al-Sham"])]


def test_a_denial_of_other_days_takes_nothing_back(ledger: Path) -> None:
    later = told(
        DENIAL, "ASSAULT", "struck", agents=("Russia",), place="Idlib", day="2024-12-03", by="HTS", stance="denied"
    )
    assert "retracted" not in statuses(filled(ledger, [(RAID, [ATTACK]), (DENIAL, [later])]))
