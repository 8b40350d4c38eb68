"""Counts read from sentences: what is counted, what became of them, the bounds, and what is no figure."""

from __future__ import annotations

from datetime import date

import pytest
from tests.conftest import ParsedOf

from fogline.extract.figures import figures
from fogline.language.lexicon import rows, shipped
from fogline.model.mention import Count, Mention
from fogline.model.period import Period

READ = [
    # text, every (words of the number, measure, low, high, qualifier) in order; a word on what the row proves
    ("Twelve people were killed and 23 others were injured in Bunia.", ["Twelve killed 12 12 exact", "23 injured 23 23 exact"]),
    ("At least nine died in the raid on Yei.", ["At least nine killed 9 None at_least"]),  # a bare number, a verb without object
    ("Nine were killed and 62 wounded.", ["Nine killed 9 9 exact", "62 injured 62 62 exact"]),  # the second auxiliary is left out
    ("The blast left 12 dead and 23 injured.", ["12 killed 12 12 exact", "23 injured 23 23 exact"]),
    ("Killed: 12; wounded: 23.", ["12 killed 12 12 exact", "23 injured 23 23 exact"]),  # the style of a table
    ("The raid claimed the lives of 17 people.", ["17 killed 17 17 exact"]),
    ("The death toll in Kurram has risen to 130.", ["130 killed 130 130 exact"]),
    ("Clashes forced more than 14,000 people from their homes.", ["more than 14,000 displaced 14001 None more_than"]),
    ("A soldier was killed near Djibo.", ["A soldier killed 1 1 exact"]),
    ("Gunmen killed a mother and her two children.", ["a mother killed 1 1 exact", "two killed 2 2 exact"]),
    ("No casualties were reported in Odesa.", ["No casualties killed 0 0 exact"]),
    ("No policeman was killed in Cali.", ["No policeman killed 0 0 exact"]),  # nobody, in the singular
    ("Thirty huts were set on fire in Bor.", ["Thirty houses_destroyed 30 30 exact"]),
    ("Nobody was hurt in the shelling.", ["Nobody injured 0 0 exact"]),
    ("Sixty civilians were killed and injured in Taiz.", ["Sixty affected 60 60 exact"]),  # two fates, one number
    ("Troops freed 30 hostages in Zamfara.", ["30 released 30 30 exact"]),
    ("Kenya deployed 400 policemen to Haiti.", ["400 troops 400 400 exact"]),
    ("Some 24 million people need aid in Sudan.", ["Some 24 million in_need 24000000 24000000 about"]),
    ("Shells destroyed 30 houses in Toretsk.", ["30 houses_destroyed 30 30 exact"]),
    ("Police arrested between 20 and 30 students.", ["between 20 and 30 detained 20 30 between"]),
    ("Another dozen people were wounded in Nikopol.", ["Another dozen injured 12 12 about"]),
    ("Scores of people have been uprooted in Djugu, bringing the total to 4,600.",
     ["Scores displaced 40 99 vague", "4,600 displaced 4600 4600 exact"]),  # a total of what was counted before it
    ("The strike killed a father, a mother and their four children.",
     ["a father killed 1 1 exact", "a mother killed 1 1 exact", "four killed 4 4 exact"]),
    ("Police arrested the mayor of Arauca and four councillors.", ["four detained 4 4 exact"]),  # joined over the name before it
    ("The junta freed a first batch of 30 detainees.", ["30 released 30 30 exact"]),
    ("The army lost 14 men and killed 63 rebels.", ["14 killed 14 14 exact", "63 killed 63 63 exact"]),
    ("A farmer was killed and another was hurt in Sumy.", ["A farmer killed 1 1 exact", "another injured 1 1 exact"]),
    ("Five traders were burnt to death in Sarh.", ["Five killed 5 5 exact"]),
    ("Two nurses and a driver were among those killed.", ["Two killed 2 2 exact", "a driver killed 1 1 exact"]),
    ("The victims were a mother and her two sons.", ["a mother killed 1 1 exact", "two killed 2 2 exact"]),
    ("Eight people, among them a French national, were abducted.",
     ["Eight abducted 8 8 exact", "a French national abducted 1 1 exact"]),
    ("The Red Cross evacuated 46 wounded people from Tibú.", ["46 injured 46 46 exact"]),  # the harm, not the transport
    ("Raiders set fire to 60 homes in Bokkos.", ["60 houses_destroyed 60 60 exact"]),
    ("The army denied any loss of life.", ["any loss of life killed 0 0 exact"]),
    ("No houses were damaged in Samar.", ["No houses houses_destroyed 0 0 exact"]),
    ("There were no deaths and no houses were burned.", ["no deaths killed 0 0 exact", "no houses houses_destroyed 0 0 exact"]),
    ("The number of those killed could be as high as 40.", ["as high as 40 killed 0 40 at_most"]),
    ("The raid killed 11 men, including a bomb-maker.", ["11 killed 11 11 exact", "a bomb-maker killed 1 1 exact"]),
    ("Two soldiers were killed and a third was hurt in Tanf.", ["Two killed 2 2 exact", "third injured 1 1 exact"]),
    ("An air raid killed 40-odd villagers.", ["40-odd killed 40 40 about"]),
    ("The police shot three protesters dead and wounded 21.", ["three killed 3 3 exact", "21 injured 21 21 exact"]),
    ("Two sisters, 8 and 11, died in the shelling.", ["Two killed 2 2 exact"]),  # ages
    ("Officials say 12 soldiers killed five civilians.", ["five killed 5 5 exact"]),  # the killers are not counted
]  # fmt: skip

NOTHING = [
    "The army fired 155 mm shells and 500 kg bombs at Bakhmut.",  # sizes
    "Four in ten people need aid in Marib.",  # a share
    "Nearly three-quarters of a million people fled.",
    "The clinic saw 4,200 cases of cholera and 120 deaths.",  # disease
    "The 45-year-old commander met 12 elders in Gao.",  # an age, and a count without fate
    "The 46th Brigade was besieged near Highway 7.",  # names
    "He was killed on 12 March 2019.",  # a date
    "Resolution 2254 was killed by a veto.",  # a label
    "More than half of the 4,000 residents fled.",  # a share of the number
    "The army moved 20 kilometres and captured the ridge.",  # a distance
]


def summary(count: Count) -> str:
    figure = count.figure
    return f"{figure.span.text} {figure.measure} {figure.low} {figure.high} {figure.qualifier}"


@pytest.mark.parametrize(("text", "expected"), READ)
def test_counts_of_a_sentence(text: str, expected: list[str], parsed_of: ParsedOf) -> None:
    assert [summary(c) for c in figures(parsed_of(text), ()).items] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_numbers_that_count_nothing(text: str, parsed_of: ParsedOf) -> None:
    assert figures(parsed_of(text), ()).items == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The raid killed 14 people, including five nurses and a child.", [None, 0, 0]),
        ("255 killed, 14 of them children.", [None, 0]),
        ("Twelve people were killed in Goma. Among the dead were three journalists.", [None, 0]),  # across sentences
        ("Twelve people were killed, and 23 others were injured.", [None, None]),
        ("Killed: 12 (incl. 3 children)", [None, 0]),
        ("The raid killed 148 people. Of these, 61 were civilians and 35 were gunmen.", [None, 0, 0]),
    ],
)
def test_sub_counts_name_their_total(text: str, parts: list[int | None], parsed_of: ParsedOf) -> None:
    assert [c.part_of for c in figures(parsed_of(text), ()).items] == parts


@pytest.mark.parametrize(
    ("text", "populations"),
    [
        ("Two soldiers were killed and three others were wounded.", [("soldiers",), ("soldiers",)]),
        ("A boy was killed and three others were wounded.", [("children",), ("all",)]),
        ("The raid killed 14 people, five of whom were policemen.", [("all",), ("police",)]),
    ],
)
def test_population_of_the_counted(text: str, populations: list[tuple[str, ...]], parsed_of: ParsedOf) -> None:
    assert [c.figure.population for c in figures(parsed_of(text), ()).items] == populations


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Rebels killed 12 soldiers in Gao.", ["Rebels"]),
        ("Twelve soldiers were killed by rebels in Gao.", ["rebels"]),
        ("Twelve people were killed in Russian airstrikes on Idlib.", ["airstrikes"]),
        ("The sides exchanged fire in Arauca, killing 80 people.", ["sides"]),
    ],
)
def test_who_did_it(text: str, agents: list[str], parsed_of: ParsedOf) -> None:
    parsed = parsed_of(text)
    (count,) = figures(parsed, ()).items
    assert [parsed.sentences[0].tokens[n].text for n in count.agents] == agents


def test_who_lost_their_own_is_the_side_and_not_the_killer(parsed_of: ParsedOf) -> None:
    (count,) = figures(parsed_of("The brigade lost three soldiers near Gao."), ()).items
    assert (count.agents, count.targets) == ((), (1,))


def test_a_running_toll_counts_since_the_day_told(parsed_of: ParsedOf) -> None:
    parsed = parsed_of("Some 400 people have been killed in Darfur since May.")
    first = next(t.i for t in parsed.sentences[0].tokens if t.text == "May")
    since = Mention(Period(None, date(2023, 5, 1), date(2023, 5, 31), 4), 0, first, first + 1, first)
    (count,) = figures(parsed, (since,)).items
    assert (count.figure.scope, count.figure.since) == ("cumulative", date(2023, 5, 1))


def test_the_dead_of_nature_are_refused_with_a_reason(parsed_of: ParsedOf) -> None:
    found = figures(parsed_of("The earthquake killed 126 people in Dingri."), ())
    assert ([c.figure.low for c in found.items], [i.code for i in found.issues]) == ([], ["refused_disaster"])


def test_every_row_of_the_fates_reads_its_example(parsed_of: ParsedOf) -> None:
    table = list(rows(shipped("lexicons", "en", "figures.tsv"), ("word", "measure", "example")))
    parsed = [figures(parsed_of(row["example"]), ()).items for row in table]
    wrong = [
        r["example"]
        for r, found in zip(table, parsed, strict=True)
        if r["measure"] not in {c.figure.measure for c in found}
    ]
    assert wrong == []


def test_every_noun_of_people_reads_its_example(parsed_of: ParsedOf) -> None:
    table = list(rows(shipped("lexicons", "en", "populations.tsv"), ("noun", "population", "example")))
    parsed = [figures(parsed_of(row["example"]), ()).items for row in table]
    wrong = [
        row["example"]
        for row, found in zip(table, parsed, strict=True)
        if [c.figure.population for c in found] != [row.many("population")]
    ]
    assert wrong == []


def test_a_short_sentence_counts_on_from_a_long_one(parsed_of: ParsedOf) -> None:
    """The word that tells the fate stands in the first sentence; the trigger of the second is its own."""
    first = "After hours of shelling that lasted until dawn on the far bank, twelve people were killed in Bunia."
    found = figures(parsed_of(f"{first} Of these, 3 were nurses."), ()).items
    assert [(c.figure.low, c.figure.measure, c.trigger.text) for c in found] == [
        (12, "killed", "killed"),
        (3, "killed", "3"),
    ]
