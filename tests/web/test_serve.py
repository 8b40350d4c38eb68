"""The server's pages, in this process: every address answers, links lead on, lists sort and download, decisions count."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.reports import counted, report
from tests.situations import filled
from tests.web.conftest import NAME
from tests.web.serving import application, at_war, client, first, form_token

from fogline.ledger.upgrade import created
from fogline.web.asking import LAG

LISTS = [
    "figures",
    "control",
    "timeline",
    "incidents",
    "episodes",
    "actors",
    "places",
    "sources",
    "documents",
    "relations",
    "claims",
]


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    with client(application(at_war(tmp_path / "l.db"))) as opened:
        yield opened


def rows(answer: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer)))


def test_the_front_page_shows_the_last_known_figure(browser: TestClient) -> None:
    assert "<strong>70</strong>" in browser.get("/").text


def test_the_day_of_knowledge_is_a_plain_parameter(browser: TestClient) -> None:
    page = browser.get("/?as-known=2024-12-01").text
    assert "<strong>40</strong>" in page
    assert "<strong>70</strong>" not in page


def test_the_slider_is_links_that_keep_the_question(browser: TestClient) -> None:
    page = browser.get("/?place=Aleppo&rule=conservative").text
    assert "/?place=Aleppo&amp;as-known=2024-12-01&amp;rule=conservative" in page


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_a_page_and_a_download(browser: TestClient, name: str) -> None:
    page, table = browser.get(f"/list/{name}"), browser.get(f"/list/{name}?format=csv")
    assert (page.status_code, table.status_code) == (200, 200)
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    shown = re.search(r'<p class="about">([\d,]+) ', page.text)
    assert shown is not None
    assert int(shown[1]) == len(rows(table.text))


def test_a_list_sorts_by_link_both_ways(browser: TestClient) -> None:
    up = [r["day"] for r in rows(browser.get("/list/claims?sort=day&format=csv").text)]
    down = [r["day"] for r in rows(browser.get("/list/claims?sort=-day&format=csv").text)]
    told = [d for d in up if d]
    assert told == sorted(told)
    assert [d for d in down if d] == told[::-1]
    assert up.index("") == len(told), "claims without a day come last"
    assert 'aria-sort="descending"' in browser.get("/list/claims?sort=-day").text


def test_cells_of_a_download_are_no_formulas(tmp_path: Path) -> None:
    from tests.reports import told

    document = report("Jets bombed Idlib.", "2024-12-01", "=HYPERLINK(1)", title="+1")
    created(str(tmp_path / "l.db"))
    ledger = filled(tmp_path / "l.db", [(document, [told(document, "ASSAULT", "bombed", place="Idlib")])])
    with client(application(ledger)) as browser:
        table = rows(browser.get("/list/documents?format=csv").text)
    assert [(r["publisher"], r["title"]) for r in table] == [("'=HYPERLINK(1)", "'+1")]


def test_an_incident_tells_each_field_with_its_sentence(browser: TestClient) -> None:
    incident = first(r'href="(/incident/[^"]+)"><bdi>Attack in Idlib', browser.get("/list/incidents").text)
    page = browser.get(incident).text
    assert re.findall(r'<th scope="rowgroup"[^>]*>([^<]+)</th>', page)[:2] == ["What", "Where"]
    assert "Warplanes <mark>bombed</mark> Idlib, residents said." in page
    assert '<th scope="col">Comparison</th>' in page


def test_an_incident_of_another_day_says_why_it_is_gone(browser: TestClient) -> None:
    answer = browser.get("/incident/i_0000000000000000")
    assert answer.status_code == 404
    assert "Open the situation, or one of the claims" in answer.text


def test_a_document_marks_its_claims_and_anchors_their_words(browser: TestClient) -> None:
    claim = next(r for r in browser.get("/api/claims?type=takes").json()["items"] if r["claim"]["stance"] == "affirmed")
    trigger = claim["claim"]["trigger"]
    page = browser.get(f"/document/{claim['claim']['document']}").text
    assert f'id="s{trigger["start"]}-{trigger["end"]}"' in page
    assert re.search(r'<mark class="core"[^>]*>seized</mark>', page)


def test_the_text_of_a_document_is_whole(browser: TestClient) -> None:
    for source in browser.get("/api/documents").json()["items"]:
        document = browser.get(f"/api/document/{source['id']}").json()
        page = browser.get(f"/document/{source['id']}").text
        lines = re.findall(r'<p class="line"[^>]*>(.*?)</p>', page, re.DOTALL)
        words = [re.sub(r"<[^>]+>", "", line) for line in lines]
        plain = document["text"].replace("\u202e", " ")
        escaped = plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert "\n".join(words) == escaped.replace('"', "&#34;").replace("'", "&#39;")


def test_names_of_any_script_and_sign_have_pages(browser: TestClient) -> None:
    page = browser.get("/list/sources").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/source/[^"]+)"', page)]
    assert len(links) == 4
    titles = [first(r"<h1><bdi>(.*?)</bdi></h1>", browser.get(link).text) for link in links]
    assert NAME.replace("<", "&lt;").replace(">", "&gt;") in titles


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("q=seized", 2, id="words"),
        pytest.param("q=seized&publisher=State+Wire", 1, id="publisher"),
        pytest.param("kind=figure", 2, id="kind"),
        pytest.param("type=ASSAULT", 2, id="type"),
        pytest.param("speaker=Monitors", 2, id="speaker"),
        pytest.param("actor=Rebels", 1, id="actor"),
        pytest.param("place=Aleppo&kind=control", 1, id="place"),
        pytest.param("place=Idlib", 4, id="place or division"),
        pytest.param("place=SY&kind=control", 3, id="country"),
        pytest.param("day=2024-12-02&kind=event", 2, id="day"),
        pytest.param("status=contested", 2, id="status"),
        pytest.param("q=nowhere", 0, id="nothing"),
        pytest.param("q=%22+OR+*+NEAR(", 0, id="words are no query language"),
    ],
)
def test_search_narrows(browser: TestClient, query: str, found: int) -> None:
    assert len(rows(browser.get(f"/search?{query}&format=csv&list=claims").text)) == found


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        pytest.param("/?from=yesterday", 400, "expected a day", id="no day"),
        pytest.param("/?rule=guess", 400, "expected one of ucdp, conservative", id="no rule"),
        pytest.param("/claim/c_none", 404, "holds no claim", id="no claim"),
        pytest.param("/document/../../etc/passwd", 404, "", id="no path"),
        pytest.param("/assets/..%2F..%2Fapp.py", 404, "", id="no file outside"),
        pytest.param("/list/secrets", 404, "no list", id="no list"),
        pytest.param("/actor/Nobody", 404, "Search the whole ledger", id="no actor"),
        pytest.param("/uploads/none", 404, "No upload", id="no upload"),
    ],
)
def test_what_is_wrong_is_told(browser: TestClient, address: str, status: int, said: str) -> None:
    answer = browser.get(address)
    assert answer.status_code == status
    assert said in answer.text


def decide(browser: TestClient, claim: str, **fields: str) -> int:
    page = browser.get(f"/claim/{claim}").text
    data = {"token": form_token(page), "back": f"/claim/{claim}", **fields}
    answer = browser.post(f"/claim/{claim}/decide", data=data)
    if answer.status_code == 303:
        assert answer.headers["location"] == f"/claim/{claim}"
    return int(answer.status_code)


def seventy(browser: TestClient) -> str:
    found = browser.get("/api/claims?kind=figure").json()["items"]
    return next(str(r["claim"]["id"]) for r in found if r["claim"]["figure"]["low"] == 70)


def test_a_rejected_claim_counts_no_more_until_undone(browser: TestClient) -> None:
    claim = seventy(browser)
    assert decide(browser, claim, action="reject") == 303
    assert "<strong>40</strong>" in browser.get("/").text
    assert "rejected by <bdi>Amal</bdi>" in browser.get(f"/claim/{claim}").text
    assert decide(browser, claim, action="undo") == 303
    assert "<strong>70</strong>" in browser.get("/").text


def test_an_accepted_claim_says_by_whom(browser: TestClient) -> None:
    claim = seventy(browser)
    assert decide(browser, claim, action="accept") == 303
    assert browser.get(f"/api/claim/{claim}").json()["review"] == "accepted"


def test_a_corrected_figure_is_what_counts(browser: TestClient) -> None:
    claim = seventy(browser)
    assert decide(browser, claim, action="correct", field="figure", value="75", because="misprint") == 303
    assert "<strong>75</strong>" in browser.get("/").text
    assert "misprint" in browser.get(f"/claim/{claim}").text


def test_a_value_that_none_can_be_is_refused(browser: TestClient) -> None:
    assert decide(browser, seventy(browser), action="correct", field="stance", value="perhaps") == 400


def test_a_missed_claim_enters(browser: TestClient) -> None:
    document = browser.get("/api/documents?q=bombed").json()["items"][0]["id"]
    start = browser.get(f"/api/document/{document}").json()["text"].index("bombed")
    page = browser.get(f"/document/{document}").text
    data = {"token": form_token(page), "start": str(start), "end": str(start + 6), "kind": "event"}
    answer = browser.post(f"/document/{document}/missed", data=data | {"pairs": "type=COERCE\nplace=Idlib"})
    assert answer.status_code == 303
    entered = browser.get(f"/api{answer.headers['location']}").json()
    assert (entered["claim"]["type"], entered["review"]) == ("COERCE", "missed")


def test_what_others_add_is_shown_in_a_moment(browser: TestClient, tmp_path: Path) -> None:
    before = browser.get("/").text
    later = report("Monitors said 90 people were killed in Aleppo.", "2024-12-05", "Daily Post")
    claims = [counted(later, "90", "killed", 90, scope="cumulative", by="Monitors", place="Aleppo")]
    filled(tmp_path / "l.db", [(later, claims)])
    assert "<strong>90</strong>" not in before
    end = time.monotonic() + LAG
    while "<strong>90</strong>" not in browser.get("/").text:
        assert time.monotonic() < end


def test_first_page_is_light(browser: TestClient) -> None:
    import gzip

    page = browser.get("/").content
    drawings = re.sub(rb"<symbol id=\"base\".*?</symbol>", b"", page, flags=re.DOTALL)
    assert len(gzip.compress(drawings)) < 100_000
    assets = [browser.get(str(a)).content for a in re.findall(r'"(/assets/[^"]+)"', page.decode())]
    assert len(assets) >= 3
    assert sum(len(a) for a in assets) + len(page) < 350_000
