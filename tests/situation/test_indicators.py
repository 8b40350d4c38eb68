"""Intensity, the gap between words and deeds, the network, coverage: small reports in, numbers out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
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


@pytest.mark.parametrize(
    ("text", "trigger", "edges"),
    [
        ("HTS and Syrian army clashed in Hama.", "clashed", [("sy.hts", "fights", "state.sy.army")]),
        ("HTS and Syrian army fought in Hama.", "fought", [("sy.hts", "fights", "state.sy.army")]),
        ("Warplanes of HTS and Syrian army bombed Hama.", "bombed", []),  # side by side
    ],
)
def test_two_who_act_fight_each_other_only_where_the_word_says_so(
    ledger: Path, text: str, trigger: str, edges: list[tuple[str, str, str]]
) -> None:
    one = report(text, "2024-12-01", "A")
    both = told(one, "ASSAULT", trigger, agents=("HTS", "Syrian army"), place="Hama", day="2024-11-30")
    found = seen(filled(ledger, [(one, [both])])).network.edges
    assert [(e.source, e.type, e.target) for e in found] == edges


def test_a_hospital_that_is_bombed_is_no_enemy(ledger: Path) -> None:
    one = report("Russia bombed hospital.", "2024-12-01", "A")
    raid = told(one, "ASSAULT", "bombed", agents=("Russia",), targets=("hospital",), day="2024-11-30")
    assert seen(filled(ledger, [(one, [raid])])).network.edges == ()


def test_one_actor_is_one_node_however_it_is_written(ledger: Path) -> None:
    one = report("Turkey backs Free Falcons. Turkey arms free falcons. Turkey has left.", "2024-12-01", "A")
    claims = [
        told(one, "backs", "backs", agents=("Turkey",), targets=("Free Falcons",)),
        told(one, "backs", "arms", agents=("Turkey",), targets=("free falcons",)),
    ]
    found = seen(filled(ledger, [(one, claims)])).network
    assert [n.name for n in found.nodes] == ["Free Falcons", "Turkey"]
    assert [(e.source, e.target, len(e.claims)) for e in found.edges] == [("state.tr", "Free Falcons", 2)]


def test_a_split_ends_a_membership_from_the_day_it_is_known(ledger: Path) -> None:
    one = report("Falcons are part of HTS.", "2024-12-01", "A")
    two = report("Falcons have split from HTS.", "2024-12-05", "B")
    filled(ledger, [(one, [told(one, "part_of", "part", agents=("Falcons",), targets=("HTS",))])])
    filled(ledger, [(two, [told(two, "split_from", "split", agents=("Falcons",), targets=("HTS",))])])

    def ended(known: str) -> list[tuple[str, date | None]]:
        return [(e.type, e.ended) for e in seen(ledger, known).network.edges]

    assert ended("2024-12-04") == [("part_of", None)]
    assert ended("2024-12-05") == [("part_of", date(2024, 12, 5)), ("split_from", None)]


def test_the_two_kinds_of_cooperation_are_told_apart(ledger: Path) -> None:
    one = report("Turkey sent aid to Kharkiv. Turkey met envoys. HTS spoke.", "2025-01-03", "A")
    claims = [
        told(one, "AID", "sent aid", agents=("Turkey",), place="Kharkiv", day="2025-01-03"),
        told(one, "CONSULT", "met", agents=("Turkey",), place="Kharkiv", day="2025-01-03"),
    ]
    (gap,) = seen(filled(ledger, [(one, claims)])).indicators.disconnect
    assert (gap.verbal, gap.material, gap.cooperation, gap.conflict, gap.gap) == (2.5, 10.0, 6.25, None, None)


def test_what_a_country_s_own_government_does_is_no_cooperation_from_outside(ledger: Path) -> None:
    one = report("Turkey sent aid to Aleppo. Ukraine sent aid to Kharkiv.", "2025-01-03", "A")
    claims = [
        told(one, "AID", "sent aid to Aleppo", agents=("Turkey",), place="Aleppo", day="2025-01-03"),
        told(one, "AID", "sent aid to Kharkiv", agents=("Ukraine",), place="Kharkiv", day="2025-01-03"),
    ]
    (gap,) = seen(filled(ledger, [(one, claims)])).indicators.disconnect
    assert gap.words == 1


def test_intensity_is_told_by_division_too(ledger: Path) -> None:
    one = report("Jets struck Idlib, killing 9. Guns fired on Hama.", "2024-12-01", "A")
    claims = [
        told(one, "ASSAULT", "struck", place="Idlib", day="2024-12-01", mode="aerial"),
        counted(one, "9", "killed", 9, place="Idlib", day="2024-12-01"),
        told(one, "ASSAULT", "fired", place="Hama", day="2024-12-01", mode="firearms"),
    ]
    found = seen(filled(ledger, [(one, claims)])).indicators.regions
    rows = [(r.region.country, r.region.admin1, r.told.incidents, r.told.best) for r in found]
    assert rows == [("SY", "Hama", 1, 0), ("SY", "Idlib", 1, 9)]


def test_days_without_a_document_and_divisions_fallen_silent(ledger: Path) -> None:
    old = report("Jets struck Hama.", "2024-11-20", "A")
    new = report("Jets struck Idlib.", "2024-12-02", "A")
    filled(ledger, [(old, [told(old, "ASSAULT", "struck", place="Hama", day="2024-11-20")])])
    filled(ledger, [(new, [told(new, "ASSAULT", "struck", place="Idlib", day="2024-12-02")])])
    found = seen(ledger, place="Syria", days=("2024-12-01", "2024-12-05")).sources
    assert found.silent.days == (
        (date(2024, 12, 1), date(2024, 12, 1)),
        (date(2024, 12, 3), date(2024, 12, 5)),
    )
    assert [(d.admin1, d.events, d.last) for d in found.silent.divisions] == [("hama", 1, date(2024, 11, 20))]
    assert (found.incidents, found.single_origin, found.share, found.languages) == (1, 1, 1.0, (("en", 1),))


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
