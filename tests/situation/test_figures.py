"""Counts: small reports in, series and low–best–high out. One scenario for each class of difference."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.reports import counted, report
from tests.reports import told as event
from tests.situations import brief, filled, seen, steps

from fogline.model.record import identified
from fogline.model.span import Span

SOHR = "Syrian Observatory for Human Rights"


def test_later_counts_of_one_speaker_are_one_running_toll(ledger: Path) -> None:
    first = report(
        "The Syrian Observatory for Human Rights counts 255 dead since Wednesday in Aleppo.", "2024-11-29", "A"
    )
    second = report("The Observatory says that 311 people died.", "2024-11-30", "B")
    third = report("The dead are 412, the Syrian Observatory for Human Rights said.", "2024-12-01", "C")
    told = [
        (
            first,
            [counted(first, "255", "killed", 255, by=SOHR, place="Aleppo", scope="cumulative", since="2024-11-27")],
        ),
        (second, [counted(second, "311", "killed", 311, by=SOHR, place="Syria", scope="cumulative")]),
        (third, [counted(third, "412", "killed", 412, by=SOHR, scope="unknown")]),
    ]
    (toll,) = seen(filled(ledger, told)).figures
    assert steps(toll) == [f"{SOHR} 255 first", f"{SOHR} 311 later_count", f"{SOHR} 412 later_count"]
    assert brief(toll) == "killed 412–412–412 Aleppo cumulative"
    assert str(toll.since) == "2024-11-27"


def test_a_correction_downwards_replaces_and_the_older_value_stays_visible(ledger: Path) -> None:
    first = report("Police said that 40 people were killed in Goma.", "2025-01-03", "A")
    second = report("Police corrected the toll in Goma to 31 killed.", "2025-01-04", "A")
    told = [
        (first, [counted(first, "40 people", "killed", 40, by="Police", place="Goma", day="2025-01-03")]),
        (second, [counted(second, "31", "killed", 31, by="Police", place="Goma", day="2025-01-03")]),
    ]
    (toll,) = seen(filled(ledger, told)).figures
    assert (brief(toll), steps(toll)) == ("killed 31–31–31 Goma incident", ["Police 40 first", "Police 31 revision"])


def test_a_part_is_never_added_to_its_total(ledger: Path) -> None:
    one = report("The toll is 255 dead, 20 of them civilians.", "2024-11-29", "A")
    total = counted(one, "255", "killed", 255, by=SOHR, place="Aleppo", scope="cumulative")
    part = counted(
        one, "20 of them", "killed", 20, population="civilians", place="Aleppo", scope="cumulative", subset_of=total.id
    )
    tolls = seen(filled(ledger, [(one, [total, part])])).figures
    assert [brief(t) for t in tolls] == [
        "killed 255–255–255 Aleppo cumulative",
        "killed civilians 20–20–20 Aleppo cumulative",
    ]
    assert [v.difference for v in tolls[1].series] == ["subset"]


def test_an_incident_and_a_running_toll_are_two_series(ledger: Path) -> None:
    one = report("A strike killed nine in Idlib. In all 300 have died in Idlib since Wednesday.", "2024-12-01", "A")
    claims = [
        counted(one, "nine", "killed", 9, place="Idlib", day="2024-12-01"),
        counted(one, "300", "killed", 300, place="Idlib", scope="cumulative", since="2024-11-27"),
    ]
    tolls = seen(filled(ledger, [(one, claims)])).figures
    assert [brief(t) for t in tolls] == ["killed 300–300–300 Idlib cumulative", "killed 9–9–9 Idlib incident"]
    assert [v.difference for v in tolls[0].series] == ["other_scope"]


def test_counts_for_two_places_are_two_series(ledger: Path) -> None:
    one = report("The UN says 14,000 fled Aleppo. The UN says 48,500 fled Hama.", "2024-12-01", "A")
    claims = [
        counted(one, "14,000", "displaced", 14_000, place="Aleppo", scope="cumulative", by="UN"),
        counted(one, "48,500", "displaced", 48_500, place="Hama", scope="cumulative", by="UN"),
    ]
    tolls = seen(filled(ledger, [(one, claims)])).figures
    assert [v.difference for t in tolls for v in t.series] == ["other_place", "other_place"]


def test_a_vague_word_agrees_with_a_number_inside_its_range(ledger: Path) -> None:
    one = report("Dozens were killed in El Fasher, witnesses said.", "2025-01-04", "A")
    two = report("Doctors counted 27 killed in El Fasher.", "2025-01-04", "B")
    told = [
        (one, [counted(one, "Dozens", "killed", 24, 99, place="El Fasher", day="2025-01-03", by="witnesses")]),
        (two, [counted(two, "27", "killed", 27, place="El Fasher", day="2025-01-03", by="Doctors")]),
    ]
    (toll,) = seen(filled(ledger, told)).figures
    assert brief(toll) == "killed 27–27–27 El Fasher incident"
    assert sorted(v.difference for v in toll.series) == ["first", "rounding"]


def test_two_numbers_for_one_raid_are_low_and_high(ledger: Path) -> None:
    one = report("The UN counted nine killed in Kharkiv.", "2025-01-04", "A")
    two = report("Rescuers counted 12 killed in Kharkiv.", "2025-01-04", "B")
    told = [
        (one, [counted(one, "nine", "killed", 9, place="Kharkiv", day="2025-01-03", by="UN")]),
        (two, [counted(two, "12", "killed", 12, place="Kharkiv", day="2025-01-03", by="Rescuers")]),
    ]
    (toll,) = seen(filled(ledger, told)).figures
    assert brief(toll) == "killed 9–9–12 Kharkiv incident"
    assert {v.difference for v in toll.series} == {"first", "contradiction"}


def test_a_wire_copy_is_no_second_voice(ledger: Path) -> None:
    text = (
        "GOMA (Reuters) - Shells killed nine people in a camp near Goma on Friday. Rebels denied that they had fired on the "
        "camp, where 70,000 people live in tents. Aid workers said that the clinic was full and that water was short."
    )
    wire, copy = report(text, "2025-01-03", "Reuters"), report("News. " + text, "2025-01-04", "Daily Post")
    other = report("Eight people died in the camp at Goma, its doctors say.", "2025-01-04", "C")
    told = [
        (wire, [counted(wire, "nine people", "killed", 9, place="Goma", day="2025-01-03")]),
        (copy, [counted(copy, "nine people", "killed", 9, place="Goma", day="2025-01-03")]),
        (other, [counted(other, "Eight people", "killed", 8, place="Goma", day="2025-01-03")]),
    ]
    situation = seen(filled(ledger, told))
    assert [o.voice.name for o in situation.sources.origins] == ["C", "Reuters"]
    assert [brief(t) for t in situation.figures] == ["killed 8–8–9 Goma incident"]


def test_at_least_is_open_and_never_lowers(ledger: Path) -> None:
    one = report("At least 20 people were killed in Goma.", "2025-01-03", "A")
    (toll,) = seen(
        filled(ledger, [(one, [counted(one, "20", "killed", 20, None, place="Goma", day="2025-01-03")])])
    ).figures
    assert (brief(toll), toll.open) == ("killed 20–20–20+ Goma incident", True)


def test_up_to_moves_only_high(ledger: Path) -> None:
    one = report("Nine people were killed in Goma.", "2025-01-03", "A")
    two = report("Up to 30 people were killed in Goma.", "2025-01-03", "B")
    told = [
        (one, [counted(one, "Nine", "killed", 9, place="Goma", day="2025-01-03")]),
        (two, [counted(two, "30", "killed", 0, 30, place="Goma", day="2025-01-03")]),
    ]
    (toll,) = seen(filled(ledger, told)).figures
    assert brief(toll) == "killed 9–9–30 Goma incident"


def test_a_side_that_counts_its_enemys_dead_moves_only_low_and_high(ledger: Path) -> None:
    raid = report("Russia struck a base in Kharkiv and says it killed 200 soldiers.", "2025-01-03", "A")
    count = report("Local officials say that 20 soldiers died in Kharkiv.", "2025-01-03", "B")
    told = [
        (
            raid,
            [
                event(raid, "ASSAULT", "struck", agents=("Russia",), targets=("Ukraine",), place="Kharkiv", day="2025-01-03"),
                counted(
                    raid, "200", "killed", 200, population="soldiers", targets=("Ukraine",), by="Russia", place="Kharkiv",
                    day="2025-01-03",
                ),
            ],
        ),
        (
            count,
            [
                counted(
                    count, "20", "killed", 20, population="soldiers", by="local officials", place="Kharkiv", day="2025-01-03"
                )
            ],
        ),
    ]  # fmt: skip
    (toll,) = seen(filled(ledger, told)).figures
    assert brief(toll) == "killed soldiers 20–20–200 Kharkiv incident"


def test_the_conservative_rule_takes_the_lowest_reliable_value(ledger: Path) -> None:
    one = report("Dozens were killed in Goma, the UN said.", "2025-01-03", "A")
    claims = [counted(one, "Dozens", "killed", 24, 99, by="UN", place="Goma", day="2025-01-03")]
    (toll,) = seen(filled(ledger, [(one, claims)]), rule="conservative").figures
    assert brief(toll) == "killed 12–12–99 Goma incident"


def test_background_plans_and_fears_enter_no_toll(ledger: Path) -> None:
    one = report("In 2016 the battle killed 31,000. Up to 500 may die. It plans for 60 wounded.", "2024-12-01", "A")
    claims = [
        counted(one, "31,000", "killed", 31_000, place="Aleppo", backdrop=True),
        counted(one, "500", "killed", 500, place="Aleppo", modality="possible"),
        counted(one, "60", "injured", 60, place="Aleppo", modality="planned"),
    ]
    assert seen(filled(ledger, [(one, claims)])).figures == ()


def test_a_toll_of_an_older_war_completes_no_current_one(ledger: Path) -> None:
    old = report("Between 2012 and 2016 the battle of Aleppo killed 31,000 people.", "2024-12-01", "A")
    new = report("The toll of the fighting in Aleppo stands at 255 dead.", "2024-12-01", "B")
    told = [
        (
            old,
            [
                counted(
                    old,
                    "31,000",
                    "killed",
                    31_000,
                    place="Aleppo",
                    scope="cumulative",
                    day="2012-07-19",
                    until="2016-12-22",
                )
            ],
        ),
        (new, [counted(new, "255", "killed", 255, place="Aleppo", scope="cumulative")]),
    ]
    tolls = seen(filled(ledger, told)).figures
    assert [(t.best, t.since and t.since.year) for t in tolls] == [(31_000, 2012), (255, None)]


def test_a_country_and_a_town_are_not_one_toll(ledger: Path) -> None:
    one = report("The UN says that 14,000 people fled in Aleppo.", "2024-12-01", "A")
    two = report("The WFP says that 1,500,000 people were displaced in Syria.", "2024-12-07", "B")
    told = [
        (one, [counted(one, "14,000", "displaced", 14_000, None, place="Aleppo", scope="unknown", by="UN")]),
        (two, [counted(two, "1,500,000", "displaced", 1_500_000, place="Syria", scope="unknown", by="WFP")]),
    ]
    tolls = seen(filled(ledger, told)).figures
    assert [brief(t) for t in tolls] == [
        "displaced 1500000–1500000–1500000 Syria cumulative",
        "displaced 14000–14000–14000+ Aleppo cumulative",
    ]


def test_nobody_corrects_himself_within_a_report(ledger: Path) -> None:
    one = report("Since May 523 have died, the UN said. In all 1,500 have died, the UN said.", "2025-01-03", "A")
    claims = [
        counted(one, w, "killed", n, place="Goma", scope="cumulative", by="UN")
        for w, n in (("523", 523), ("1,500", 1500))
    ]
    (toll,) = seen(filled(ledger, [(one, claims)])).figures
    assert (brief(toll), steps(toll)) == (
        "killed 1500–1500–1500 Goma cumulative",
        ["United Nations 523 other_scope", "United Nations 1500 first"],
    )


def test_after_a_long_silence_a_toll_without_a_beginning_is_another(ledger: Path) -> None:
    one = report("The floods have displaced 2,000 in Goma.", "2023-02-18", "A")
    two = report("The fighting has displaced 3,000 in Goma.", "2025-01-17", "A")
    told = [
        (one, [counted(one, "2,000", "displaced", 2000, place="Goma", scope="cumulative")]),
        (two, [counted(two, "3,000", "displaced", 3000, place="Goma", scope="cumulative")]),
    ]
    assert sorted(len(t.series) for t in seen(filled(ledger, told)).figures) == [1, 1]


def test_two_parties_counts_of_one_sides_dead(ledger: Path) -> None:
    """Each counts the same army's dead: its own count is best, the enemy's is the other end."""
    one = report(
        "Ukraine and Russia fought in Kharkiv. Ukraine counts 43 dead soldiers. Russia counts 300.",
        "2025-01-03",
        "A",
    )
    fight = event(one, "ASSAULT", "fought", agents=("Ukraine", "Russia"), place="Kharkiv", day="2025-01-03")
    own, enemy = (
        counted(
            one,
            words,
            "killed",
            n,
            population="soldiers",
            targets=("Ukraine",),
            by=by,
            place="Kharkiv",
            day="2025-01-03",
        )
        for words, n, by in (("43", 43, "Ukraine"), ("300", 300, "Russia"))
    )
    (toll,) = seen(filled(ledger, [(one, [fight, own, enemy])])).figures
    assert brief(toll) == "killed soldiers 43–43–300 Kharkiv incident"


def test_the_toll_of_one_bombing_grows_in_the_series_of_that_bombing(ledger: Path) -> None:
    """ "The toll of the bombing has risen to 12" is no toll of the war."""
    one = report("A bombing in Goma killed nine people.", "2025-01-03", "A")
    two = report("The toll of the bombing in Goma has risen to 12.", "2025-01-05", "B")
    told = [
        (
            one,
            [
                event(one, "ASSAULT", "bombing", mode="explosives", place="Goma", day="2025-01-03"),
                counted(one, "nine people", "killed", 9, place="Goma", day="2025-01-03"),
            ],
        ),
        (
            two,
            [
                event(two, "ASSAULT", "bombing", mode="explosives", place="Goma"),
                counted(two, "12", "killed", 12, place="Goma", scope="cumulative"),
            ],
        ),
    ]
    (toll,) = seen(filled(ledger, told)).figures
    assert (toll.scope, steps(toll)) == ("incident", ["A 9 first", "B 12 later_count"])


def test_one_count_of_two_provinces_keeps_both_names_and_no_point(ledger: Path) -> None:
    one = report("The UN said that 48,500 people fled in Aleppo and Idlib governorates.", "2024-12-02", "A")
    claim = counted(one, "48,500 people", "displaced", 48_500, place="Aleppo", scope="cumulative", by="UN")
    assert claim.place is not None
    spanned = replace(
        claim, place=replace(claim.place, span=Span.of(one.text, one.text.index("Aleppo"), one.text.index(" and I")))
    )
    (toll,) = seen(filled(ledger, [(one, [identified(spanned)])])).figures
    assert toll.place is not None
    assert (toll.place.name, toll.place.lat, toll.place.country) == ("Aleppo and Idlib", None, "SY")


def test_a_part_of_a_running_total_is_counted_as_that_total_is(ledger: Path) -> None:
    one = report("SOHR counted 182 dead since Wednesday. Nineteen civilians were among them.", "2024-11-28", "A")
    total = counted(one, "182", "killed", 182, place="Aleppo", scope="cumulative", since="2024-11-27", by=SOHR)
    part = counted(one, "Nineteen", "killed", 19, population="civilians", subset_of=total.id, by=SOHR)
    situation = seen(filled(ledger, [(one, [total, part])]))
    assert [brief(t) for t in situation.figures] == [
        "killed 182–182–182 Aleppo cumulative",
        "killed civilians 19–19–19 Aleppo cumulative",
    ]
    assert situation.incidents == ()
