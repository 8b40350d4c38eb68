"""The finished Markdown, read as a stranger would: every number, name and date is looked for in the sources it cites."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from tests.reports import counted, report, told
from tests.situations import filled, seen

from fogline.brief.brief import Brief, brief
from fogline.brief.markdown import escaped, markdown
from fogline.brief.wording import Wording
from fogline.cli.brief import outlines
from fogline.ledger.upgrade import created
from fogline.situation.record import to_record
from fogline.situation.situation import Situation

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = re.compile(rf"(?:(\d+)–)?(\d+) ({MONTHS}) (\d{{4}})")
CITES = re.compile(r"\[\\\[(\d+)\\\]\]\(#source-\d+\)")
NAMES = re.compile(r"[^\W\d_]*[A-Z][\w'’-]*")
FIXED = {w for f in Wording.load("en").fragments() for w in NAMES.findall(f) + NAMES.findall(f[:1].upper() + f[1:])}


def plain(text: str) -> str:
    return CITES.sub("", text).replace("\\", "").replace("*", "")


def sources(text: str) -> dict[int, str]:
    return {
        int(n): plain(words) for n, words in re.findall(r"^(\d+)\. <a id=\"source-\d+\"></a>(.*)$", text, re.MULTILINE)
    }


def cited_lines(text: str) -> list[tuple[str, str]]:
    """Every bullet, line and cell row of the parts that cite, with the sources that it cites."""
    listed = sources(text)
    body = text.split("\n## Sources", maxsplit=1)[0]
    return [
        (plain(line), " ".join(listed[int(n)] for n in CITES.findall(line)))
        for line in body.splitlines()
        if CITES.search(line)
    ]


def days_told(situation: Situation) -> set[date]:
    """Every day that a claim, a figure or a report has."""
    found: set[date] = set()
    for heard in situation.claims:
        claim = heard.stated.claim
        found |= {heard.stated.source.known}
        found |= {claim.time.first, claim.time.last} if claim.time else set()
        found |= {claim.figure.since} if claim.figure and claim.figure.since else set()
    return found


def written_days(line: str) -> set[date]:
    months = MONTHS.split("|")
    return {
        date(int(year), months.index(month) + 1, int(day))
        for early, late, month, year in DAYS.findall(line)
        for day in (early, late)
        if day
    }


@pytest.fixture(scope="module")
def text(demo: Brief) -> str:
    return markdown(demo)


def test_the_parts_stand_in_the_order_of_ocha(text: str) -> None:
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "Highlights",
        "Key figures",
        "Situation overview",
        "Humanitarian impact",
        "Response and diplomacy",
        "Contested and unverified",
        "Outlook",
        "Sources",
    ]


def test_every_number_stands_in_a_source_that_is_cited(text: str, demo_situation: Situation) -> None:
    figures = to_record(demo_situation)["figures"]
    assert isinstance(figures, list)
    bounds = {f"{t[k]:,}" for t in figures if isinstance(t, dict) for k in ("low", "best", "high")}
    for line, quotes in cited_lines(text):
        undated = DAYS.sub("", line)
        voices = re.findall(r"(\d+) independent origins", undated)
        numbers = re.findall(r"\d+(?:[.,]\d+)*", re.sub(r"\d+ independent origins", "", undated))
        assert all(n in quotes or (line.startswith("|") and n in bounds) for n in numbers), line
        assert all(int(v) > 1 for v in voices)


def test_every_date_is_the_day_of_a_claim_or_report(text: str, demo_situation: Situation) -> None:
    days = [day for line, _ in cited_lines(text) for day in written_days(line)]
    assert len(days) > 40
    assert set(days) <= days_told(demo_situation)


def test_every_name_stands_in_a_source_that_is_cited(text: str, demo_texts: dict[str, str]) -> None:
    """Who "it" is stands in brackets and elsewhere in the report that is quoted."""
    for line, quotes in cited_lines(text):
        glosses = [words.removeprefix("the ") for words in re.findall(r"\[([^\]\d]+)\]", line)]
        cited_texts = [held for document, held in demo_texts.items() if document in quotes]
        meant = [words for words in glosses if any(words in held for held in cited_texts)]
        told_by = " ".join([quotes, *meant])
        names = set(NAMES.findall(DAYS.sub("", line))) - FIXED
        missing = {n for n in names if n.removesuffix("'s") not in told_by and n[0].lower() + n[1:] not in told_by}
        assert missing == set(), line


def test_every_citation_leads_to_a_source_and_every_source_is_cited(text: str) -> None:
    assert {int(n) for n in CITES.findall(text)} == set(sources(text))


def test_a_source_quotes_its_document_and_opens_at_the_words(text: str, demo_texts: dict[str, str]) -> None:
    entries = re.findall(
        r"“(.*)” (\S+), characters (\d+) to (\d+)\. \[Open at the words\]\(http://127\.0\.0\.1:8765/document/(\S+)#s(\d+)-(\d+)\)",
        text.replace("\\", ""),
    )
    assert len(entries) == len(sources(text))
    for words, document, start, end, linked, first, last in entries:
        assert demo_texts[document][int(start) : int(end)] == words
        assert (linked, first, last) == (document, start, end)


@pytest.mark.parametrize(
    "words",
    [
        "| Killed | 514 | **514** | 514 | Running total since 27 November 2024 |",  # low, best, high of the running toll
        "- According to the World Food Programme, 280,000 people had been displaced in Syria since 27 November 2024",
        "- The Syrian army said that it had withdrawn from Hama on 5 December 2024. Single origin.",  # a party of itself
        "The Syrian army denied this.",  # the denial stands beside the claim
        "| Says that it is so | Says that it is not so |",
        "“It warned that up to 1.5 million people could be displaced if the fighting continued.”",  # ahead: only quoted
    ],
)
def test_what_the_demo_must_tell(words: str, text: str) -> None:
    assert words in text


def test_the_same_ledger_gives_the_same_bytes(text: str, demo_situation: Situation, demo_texts: dict[str, str]) -> None:
    again = brief(demo_situation, demo_texts, Wording.load("en"), outlines(), "http://127.0.0.1:8765")
    assert markdown(again) == text


def test_what_its_document_does_not_hold_is_left_out_and_counted(
    demo_situation: Situation, demo_texts: dict[str, str]
) -> None:
    texts = {**demo_texts, "sample-agency-damascus": "Nothing of the kind was reported."}
    made = brief(demo_situation, texts, Wording.load("en"), {})
    text = markdown(made)
    assert "captured Damascus" not in text
    assert f"{len(made.refused)} sentences were left out: a number, name or date in them could not be traced." in text


def test_american_dates(demo_situation: Situation, demo_texts: dict[str, str]) -> None:
    made = brief(demo_situation, demo_texts, Wording.load("en", "american"), {})
    assert made.refused == ()
    assert "Syrian rebels captured Damascus on December 8, 2024." in markdown(made)
    assert "8 December" not in markdown(made)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),  # no HTML
        ("[here](javascript:x)", "\\[here\\](javascript:x)"),  # no link
        ("![x](http://e.org/y)", "\\!\\[x\\](http:\\//e.org/y)"),  # no picture, no bare address
        ("a | b", "a \\| b"),  # no further cell
        ("*bold* _it_ `code` $x$", "\\*bold\\* \\_it\\_ \\`code\\` \\$x\\$"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),  # no entity
    ],
)
def test_text_from_reports_starts_no_markup(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_ledger_of_hand_made_claims_is_told_without_days_nobody_said(tmp_path: Path) -> None:
    document = report(
        "Monitors said 40 people were killed in Aleppo. Rebels seized Aleppo.", "2024-12-01", "Daily Post"
    )
    claims = [
        counted(document, "40", "killed", 40, by="Monitors", place="Aleppo", day="2024-11-30"),
        told(document, "takes", "seized", agents=("Rebels",), place="Aleppo", day="2024-11-30"),
    ]
    created(str(tmp_path / "l.db"))
    ledger = filled(tmp_path / "l.db", [(document, claims)])
    made = markdown(brief(seen(ledger), {document.id: document.text}, Wording.load("en"), {}))
    assert "30 November" not in made
