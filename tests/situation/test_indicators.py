"""Intensity, the gap between words and deeds, the network, coverage: small reports in, numbers out."""

from __future__ import annotations

from pathlib import Path

from tests.reports import counted, report, told
from tests.situations import ACTS, Told, filled, seen

from fogline.claims.check import TYPES
from fogline.model.claim import ASSESSMENT_TYPES, RELATION_TYPES
from fogline.situation.disconnect import scores


def test_a_day_counts_incidents_places_and_deaths_but_no_running_toll(ledger: Path) -> None:
    one = report("Jets struck Idlib, killing 9. Guns fired on Hama. Since May 500 died in Hama.", "2024-12-01", "A")
    claims = [
        told(one, "ASSAULT", "struck", place="Idlib", day="2024-12-01", mode="aerial"),
        counted(one, "9", "killed", 9, place="Idlib", day="2024-12-01"),
        told(one, "ASSAULT", "fired", place="Hama", day="2024-12-01", mode="firearms"),
        counted(one, "500", "killed", 500, place="Hama", scope="cumulative"),
    ]
    (day,) = seen(filled(ledger, [(one, claims)])).indicators.intensity
    assert (day.incidents, day.places, day.best, day.without_figure) == (2, 2, 9, 1)


def test_the_gap_needs_words_from_outside_and_deeds_on_the_ground(ledger: Path) -> None:
    one = report("Russia struck Kharkiv. Turkey sent aid to Kharkiv. Russia backed the deal.", "2025-01-03", "A")
    claims = [
        told(
            one,
            "ASSAULT",
            "struck",
            agents=("Russia",),
            targets=("Ukraine",),
            place="Kharkiv",
            day="2025-01-03",
            mode="aerial",
        ),
        told(one, "AID", "sent aid", agents=("Turkey",), targets=("Ukraine",), place="Kharkiv", day="2025-01-03"),
        told(
            one, "SUPPORT", "backed", agents=("Russia",), day="2025-01-03"
        ),  # a side's words are no outside cooperation
    ]
    (gap,) = seen(filled(ledger, [(one, claims)])).indicators.disconnect
    assert (gap.cooperation, gap.conflict, gap.gap, gap.words, gap.deeds) == (10.0, -9.5, 19.5, 1, 1)


def test_the_network_holds_relations_and_attacks_but_nothing_denied(ledger: Path) -> None:
    one = report("Turkey backs rebels. HTS struck Syrian army. Russia denied that it backs RSF.", "2024-12-01", "A")
    claims = [
        told(one, "backs", "backs rebels", agents=("Turkey",), targets=("rebels",)),
        told(one, "ASSAULT", "struck", agents=("HTS",), targets=("Syrian army",), day="2024-11-30"),
        told(one, "backs", "backs RSF", agents=("Russia",), targets=("RSF",), by="Russia", stance="denied"),
    ]
    edges = seen(filled(ledger, [(one, claims)])).network.edges
    assert [(e.source, e.type, e.target) for e in edges] == [
        ("state.tr", "backs", "rebels"),
        ("sy.hts", "fights", "state.sy.army"),
    ]


def test_a_report_without_claims_counts_as_coverage(ledger: Path) -> None:
    claims: list[Told] = [(report("It rained in Hama.", "2024-12-01", "A"), [])]
    coverage = seen(filled(ledger, claims)).sources
    assert (coverage.publishers, len(coverage.documents), coverage.origins) == ((("A", 1),), 1, ())


def test_every_type_that_tells_a_happening_has_a_lane() -> None:
    silent = {*RELATION_TYPES, *ASSESSMENT_TYPES}
    kinds = [(kind, type_) for kind, types in TYPES.items() for type_ in types if type_ not in silent]
    assert [pair for pair in kinds if (*pair, "") not in ACTS.table] == []


def test_the_scores_are_plovers_with_the_sign_of_accuse_mended() -> None:
    table = scores()
    assert {type_ for type_, _ in table} == set(TYPES["event"])
    assert (table["ACCUSE", ""], table["ASSAULT", "unconventional"], table["AID", ""]) == (-3.0, -10.0, 10.0)
