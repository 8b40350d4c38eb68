"""Times: the words, the days they get, and what is no time at all."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.times import digest_day, expressions, times
from fogline.language.lexicon import rows, shipped
from fogline.model.document import Document

DAY = "2024-12-05"  # a Thursday
Row = tuple[str, str, str, str]

NEWS: list[Row] = [
    # weekdays and deictic words, by tense
    ("Gunmen entered Goma on Monday.", "Monday", "2024-12-02", "2024-12-02"),
    ("Gunmen entered Goma on Thursday.", "Thursday", "2024-12-05", "2024-12-05"),
    ("The junta will open the road on Monday.", "Monday", "2024-12-09", "2024-12-09"),
    ("The two sides plan to meet on Saturday in Doha.", "Saturday", "2024-12-07", "2024-12-07"),
    ("A convoy was ambushed last Friday.", "last Friday", "2024-11-29", "2024-11-29"),
    ("The parties will sign next Tuesday.", "next Tuesday", "2024-12-10", "2024-12-10"),
    ("A ferry was hit yesterday evening.", "yesterday evening", "2024-12-04", "2024-12-04"),
    ("Two clinics burned last night.", "last night", "2024-12-04", "2024-12-04"),
    ("Drones struck Odesa overnight.", "overnight", "2024-12-04", "2024-12-05"),
    ("They fled the day before yesterday.", "day before yesterday", "2024-12-03", "2024-12-03"),
    ("By Saturday, the rebels had taken the base.", "Saturday", "2024-11-30", "2024-11-30"),
    ("Shells fell late on Sunday.", "late on Sunday", "2024-12-01", "2024-12-01"),
    ("Clashes peaked midweek near Sake.", "midweek", "2024-12-03", "2024-12-05"),
    # weeks, months, years around the document's day
    ("This week the army lost Wad Madani.", "This week", "2024-12-02", "2024-12-05"),
    ("Last week a bomb killed five.", "Last week", "2024-11-25", "2024-12-01"),
    ("The talks will resume next month.", "next month", "2025-01-01", "2025-01-31"),
    ("The M23 took Kalembe earlier this month.", "earlier this month", "2024-12-01", "2024-12-05"),
    ("Rebels seized the port two years ago.", "two years ago", "2022-01-01", "2022-12-31"),
    ("The road was mined three weeks ago.", "three weeks ago", "2024-11-11", "2024-11-17"),
    ("Mortars hit the market over the weekend.", "weekend", "2024-11-30", "2024-12-01"),
    ("Last summer the camp was closed.", "Last summer", "2024-06-01", "2024-08-31"),
    # windows and open ends
    ("In the past 48 hours, 30 people have been killed.", "past 48 hours", "2024-12-03", "2024-12-05"),
    ("Over the last ten days the toll has doubled.", "last ten days", "2024-11-25", "2024-12-05"),
    ("Fighting has raged since 27 November.", "since 27 November", "2024-11-27", "2024-12-05"),
    ("Sixteen reporters have been killed since 2015.", "since 2015", "2015-01-01", "2024-12-05"),
    ("The office said that 41 people had been killed since Monday.", "since Monday", "2024-12-02", "2024-12-05"),
    ("Envoys urged the junta to free the doctors held since June.", "since June", "2024-06-01", "2024-12-05"),
    (
        "On the night of Monday 2 December, gangs burned the market.",
        "night of Monday 2 December",
        "2024-12-02",
        "2024-12-03",
    ),
    # calendar dates
    ("The dam broke on 6 June 2023.", "6 June 2023", "2023-06-06", "2023-06-06"),
    ("The dam broke on June 6, 2023.", "June 6, 2023", "2023-06-06", "2023-06-06"),
    ("The town fell on Dec. 2.", "Dec. 2", "2024-12-02", "2024-12-02"),
    ("The town fell on Monday, Dec. 2, at dawn.", "Monday, Dec. 2", "2024-12-02", "2024-12-02"),
    ("The depot burned on 2024-11-30.", "2024-11-30", "2024-11-30", "2024-11-30"),
    ("The depot burned on 30/11/2024.", "30/11/2024", "2024-11-30", "2024-11-30"),
    ("The village was raided on 20 December.", "20 December", "2023-12-20", "2023-12-20"),
    ("Elections will be held on 20 January.", "20 January", "2025-01-20", "2025-01-20"),
    ("The base was shelled in August.", "August", "2024-08-01", "2024-08-31"),
    ("The airport closed in mid-June 2023.", "mid-June 2023", "2023-06-11", "2023-06-20"),
    ("Patrols resumed in early April 2015.", "early April 2015", "2015-04-01", "2015-04-10"),
    ("The ring closed at the end of 2016.", "end of 2016", "2016-09-01", "2016-12-31"),
    ("The feud began in the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
    ("Rebels regrouped in the spring of 2019.", "spring of 2019", "2019-03-01", "2019-05-31"),
    ("Incidents doubled in the first quarter of 2024.", "first quarter of 2024", "2024-01-01", "2024-03-31"),
    ("Shells fell on Easter Sunday 2022.", "Easter Sunday 2022", "2022-04-17", "2022-04-17"),
    # ranges
    ("Between 3 and 5 May 2023 shells hit Khartoum.", "Between 3 and 5 May 2023", "2023-05-03", "2023-05-05"),
    ("The camp was hit on January 12–15, 2024.", "January 12–15, 2024", "2024-01-12", "2024-01-15"),
    ("The camp was hit on 27-29 November.", "27-29 November", "2024-11-27", "2024-11-29"),
    ("Clashes went on from Monday to Wednesday.", "from Monday to Wednesday", "2024-12-02", "2024-12-04"),
    ("They fought from 2011 to 2016.", "from 2011 to 2016", "2011-01-01", "2016-12-31"),
    ("Strikes on December 2 and 3 killed nine.", "December 2 and 3", "2024-12-02", "2024-12-03"),
    (
        "Tens of thousands fled in the first three months of 2024.",
        "first three months of 2024",
        "2024-01-01",
        "2024-03-31",
    ),
    ("In the week ending 30 November, 12 raids were counted.", "week ending 30 November", "2024-11-24", "2024-11-30"),
    ("The raid came on Monday of last week.", "Monday of last week", "2024-11-25", "2024-11-25"),
    ("Drones attacked overnight into Sunday.", "overnight into Sunday", "2024-11-30", "2024-12-01"),
    ("They had to leave by the end-November deadline.", "end-November", "2024-11-21", "2024-11-30"),
    # what lies ahead without a word in the future tense
    ("Troops were deployed ahead of elections on Sunday.", "Sunday", "2024-12-08", "2024-12-08"),
    ("The ceasefire takes effect on Sunday.", "Sunday", "2024-12-08", "2024-12-08"),
    ("He was sworn in before the handover on 12 January.", "12 January", "2025-01-12", "2025-01-12"),
    ("On Tuesday the governor extended the curfew.", "Tuesday", "2024-12-03", "2024-12-03"),
    ("The governor extended the curfew to 1 February.", "1 February", "2025-02-01", "2025-02-01"),
    ("The trial has been scheduled for March.", "March", "2025-03-01", "2025-03-31"),
    ("Talks are to resume in January.", "January", "2025-01-01", "2025-01-31"),
    ("A raid took place on Saturday, December 30.", "Saturday, December 30", "2023-12-30", "2023-12-30"),
    # days whose year is known to all
    ("The October 7 attacks set off the war.", "October 7", "2023-10-07", "2023-10-07"),
    ("The 9/11 attacks changed policy.", "9/11", "2001-09-11", "2001-09-11"),
    # hours belong to their day
    ("The strike came at 4 a.m. on Sunday.", "4 a.m. on Sunday", "2024-12-01", "2024-12-01"),
    # told from the story's day
    (
        "On 3 March 2022 the mayor was abducted. The next morning crowds gathered.",
        "next morning",
        "2022-03-04",
        "2022-03-04",
    ),
    ("The bridge fell on 9 May 2015. Three days later they left.", "Three days later", "2015-05-12", "2015-05-12"),
    ("The bridge fell on 9 May 2015. That same day the airport was lost.", "That same day", "2015-05-09", "2015-05-09"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), NEWS)
def test_words_get_their_days(parsed_of: ParsedOf, text: str, words: str, first: str, last: str) -> None:
    found = {m.value.span.text: m.value for m in times(parsed_of(text, DAY)).items if m.value.span}
    assert words in found
    assert (found[words].first.isoformat(), found[words].last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The 46th Brigade captured 2000 soldiers.",  # ordinals and counts
        "The UN Security Council recalled Resolution 1701.",  # a number of a text
        "The Friday Mosque was shelled.",  # a weekday in a name
        "The Sun reported heavy losses.",  # a newspaper
        "Rebels may march on the capital.",  # verbs that look like months
        "A 24-hour curfew was imposed for three months.",  # durations
        "The October Revolution was a turning point.",  # a month in a name
        "She is a 25-year-old medic.",  # an age
        "The camp is shelled daily, day after day.",  # repetitions
        "They said that April Abrams left.",  # a given name
        "The city's fall stunned the region.",  # no season
        "Some 2024 houses and 1950 tents burned.",  # counts that look like years
        "A Christmas market was hit.",  # a kind of market
        "Heavy winter storms closed the pass.",  # a kind of storm
        "March 23 Movement fighters fled.",  # a date in a name
        "The crew of USA Today was held.",  # a newspaper
        "The strike came more than a decade ago.",  # too rough for days
    ],
)
def test_no_day_is_read_where_none_is_told(parsed_of: ParsedOf, text: str) -> None:
    assert times(parsed_of(text, DAY)).items == ()


def test_relative_words_stay_open_without_a_document_day(parsed_of: ParsedOf) -> None:
    found = times(parsed_of("A ferry was hit yesterday near Maroua. The port had fallen on 3 May 2019."))
    assert [m.value.first.isoformat() for m in found.items] == ["2019-05-03"]
    assert [i.code for i in found.issues] == ["no_anchor"]


@pytest.mark.parametrize(
    "opening",
    ["Tuesday, 3 December 2024\n\n", "GOMA, 3 December 2024 – ", "3 December 2024\n"],
)
def test_a_dateline_is_the_day_from_which_a_text_counts(parsed_of: ParsedOf, opening: str) -> None:
    found = times(parsed_of(opening + "Two clinics were looted yesterday.", "2024-12-08"))
    assert found.items[-1].value.first.isoformat() == "2024-12-02"


def test_a_story_of_years_gone_by_carries_its_year_along(parsed_of: ParsedOf) -> None:
    text = (
        "In March 1951 the town changed hands. By September it lay in ruins. The truce was signed in January 1952. "
        "In May the prisoners came home. The last post closed on 3 October 1953."
    )
    found = times(parsed_of(text, "2009-12-19"))
    assert [m.value.first.isoformat()[:7] for m in found.items] == [
        "1951-03",
        "1951-09",
        "1952-01",
        "1952-05",
        "1953-10",
    ]


def test_a_story_of_last_year_keeps_the_year_of_its_first_date(parsed_of: ParsedOf) -> None:
    text = (
        "Fighting broke out in Khartoum on 15 April 2023. By 18 April the airport was closed. "
        "On 3 November the RSF took Nyala. On 7 January the army returned."
    )
    found = times(parsed_of(text, "2024-12-06"))
    days = [m.value.first.isoformat() for m in found.items]
    assert days == ["2023-04-15", "2023-04-18", "2023-11-03", "2024-01-07"]


def test_every_item_of_a_digest_begins_on_its_day(parsed_of: ParsedOf) -> None:
    text = "The army took Jebel Moya on 1 December.\nIn Haiti, a gang burned a clinic and attacked again the same day."
    found = times(parsed_of(text, DAY, "Current events, 2024-12-05"))
    assert found.items[-1].value.first.isoformat() == DAY


def test_news_does_not_go_on_from_a_day_in_a_name(parsed_of: ParsedOf) -> None:
    text = "After the December 1 elections, shots were heard on Monday. Two people died the following day."
    assert times(parsed_of(text, DAY)).items[-1].value.first.isoformat() == "2024-12-03"


def test_days_of_a_beginning_are_counted(parsed_of: ParsedOf) -> None:
    text = "Rebels launched an offensive on 27 November. By the third day of the offensive they held the city."
    assert times(parsed_of(text, DAY)).items[-1].value.first.isoformat() == "2024-11-29"


def test_what_had_lasted_does_not_reach_the_document_day(parsed_of: ParsedOf) -> None:
    found = times(parsed_of("The town, which they had held since 2016, fell on Monday.", DAY))
    assert found.items[0].value.last.isoformat() == "2016-12-31"


@pytest.mark.parametrize(
    ("title", "published", "day"),
    [
        ("Current events: armed conflicts, 2024-12-03", "2024-12-03", "2024-12-03"),
        ("Sudan: Flash Update No. 4 (3 December 2024)", "2024-12-04", "2024-12-03"),
        ("Daily summary, December 3, 2024", None, "2024-12-03"),
        ("Situation Report, 1-15 December 2024", "2024-12-16", None),  # a span of days
        ("Clashes near Goma, 3 December 2024", "2024-12-03", None),  # no digest
        ("Current events: selected items", "2024-12-03", None),  # no date
    ],
)
def test_a_digest_says_its_day_in_its_title(title: str, published: str | None, day: str | None) -> None:
    found = digest_day(Document("d_test", "Shells fell.", title=title, published=published))
    assert (found and (found.first.isoformat(), found.span, found.inherited)) == (day and (day, None, True))


EXAMPLES = [(row["word"], row["example"]) for row in rows(shipped("lexicons", "en", "times.tsv"), ("word", "example"))]


@pytest.mark.parametrize(("word", "example"), EXAMPLES)
def test_every_row_of_the_lexicon_reads_its_example(parsed_of: ParsedOf, word: str, example: str) -> None:
    read = " | ".join(e.span.text.lower() for e in expressions(parsed_of(example, DAY)))
    assert any(form in read for form in word.split("|"))


NAMED = [
    (row["month"], row["day"], row["year"], row["example"])
    for row in rows(shipped("lexicons", "en", "named_days.tsv"), ("month", "day", "year", "nouns", "example"))
]


@pytest.mark.parametrize(("month", "day", "year", "example"), NAMED)
def test_every_named_day_reads_its_example(parsed_of: ParsedOf, month: str, day: str, year: str, example: str) -> None:
    first = times(parsed_of(example, DAY)).items[0].value.first
    assert (first.month, first.day, first.year) == (int(month), int(day), int(year))


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_beyond_the_calendar_are_not_told(parsed_of: ParsedOf, day: str) -> None:
    text = "They fled two centuries ago, on Easter, last week and yesterday; they return next century, next week and tomorrow."
    found = times(parsed_of(text, day)).items
    assert found
    assert all(m.value.first <= m.value.last for m in found)


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        (
            "Since the coup in February 2021, thousands have been killed.",
            "Since the coup in February 2021",
            "2021-02-01",
        ),
        (
            "Thousands have been killed since the coup in February 2021.",
            "since the coup in February 2021",
            "2021-02-01",
        ),
        (
            "A million people have fled since the war began in April 2023.",
            "since the war began in April 2023",
            "2023-04-01",
        ),
    ],
)
def test_what_has_gone_on_since_a_dated_happening_lasts_until_the_day(
    parsed_of: ParsedOf, text: str, words: str, first: str
) -> None:
    inner, whole = (m.value for m in times(parsed_of(text, DAY)).items)
    assert (inner.last < whole.last, whole.span and whole.span.text, str(whole.first), str(whole.last)) == (
        True, words, first, DAY
    )  # fmt: skip


def test_a_town_held_since_a_battle_was_taken_then(parsed_of: ParsedOf) -> None:
    """ "The town, lost since the rout in May, fell": no perfect tense, nothing goes on."""
    found = times(parsed_of("The town, a ruin since the rout in May, fell on Monday.", DAY)).items
    assert [str(m.value.last) for m in found] == ["2024-05-31", "2024-12-02"]


def test_a_day_in_front_is_what_later_steps_start_from(parsed_of: ParsedOf) -> None:
    found = times(parsed_of("On 17 November two nurses were abducted; one was released a day later.", DAY)).items
    assert [str(m.value.first) for m in found] == ["2024-11-17", "2024-11-18"]
