"""The server in a real browser: every page at three widths, scripts on and off, keyboard, axe, and no request elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from tests.web.serving import application, at_war, running

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
WIDTHS = (360, 768, 1440)
GRAVE = {"serious", "critical"}
KINDS = [
    "situation", "as known", "list", "incident", "claim", "document", "actor", "place", "source", "search", "issues", "review",
    "add", "api", "error",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running(application(at_war(tmp_path_factory.mktemp("browser") / "l.db"))) as address:
        yield address


@pytest.fixture(scope="module")
def addresses(browser: Browser, host: str) -> dict[str, str]:
    """One page of every kind."""
    page = browser.new_page()

    def link(where: str, kind: str) -> str:
        page.goto(host + where)
        found = page.locator(f'main a[href^="/{kind}/"]').first.get_attribute("href")
        assert found is not None
        return found

    page.goto(f"{host}/list/incidents?sort=-claims")
    incident = page.locator('main a[href^="/incident/"]').first.get_attribute("href") or ""
    known = {
        "situation": "/", "as known": "/?as-known=2024-12-02&place=Aleppo", "list": "/list/claims", "incident": incident,
        "claim": link("/list/claims", "claim"), "document": link("/list/documents?sort=known", "document"),
        "actor": link("/list/actors", "actor"), "place": link("/list/places", "place"),
        "source": link("/list/sources", "source"), "search": "/search?q=seized", "issues": "/issues", "review": "/review",
        "add": "/add", "api": "/api", "error": "/claim/none",
    }  # fmt: skip
    page.close()
    assert list(known) == KINDS
    return known


def opened(browser: Browser, address: str, width: int = 1440, *, scripts: bool = True) -> tuple[Page, list[str]]:
    """The page, and everything it complained about or asked for beyond its host."""
    host = address.split("/", 3)[2]
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    wrong: list[str] = []
    refusals = re.compile(r"status of 404")  # the error page is one
    page.on("console", lambda message: None if refusals.search(message.text) else wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.split("/", 3)[2] == host else wrong.append(request.url))
    page.goto(address)
    return page, wrong


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_opens_quietly_fits_and_is_accessible(
    browser: Browser, host: str, addresses: dict[str, str], kind: str, width: int
) -> None:
    page, wrong = opened(browser, host + addresses[kind], width)
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = [v for v in Axe().run(page).response["violations"] if v["impact"] in GRAVE]
    assert [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found] == []
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_complete_without_scripts(
    browser: Browser, host: str, addresses: dict[str, str], kind: str
) -> None:
    page, wrong = opened(browser, host + addresses[kind], scripts=False)
    assert wrong == []
    assert page.locator("h1").first.inner_text().strip()
    assert page.locator("main").inner_text().strip()
    page.close()


def test_names_in_arabic_stand_for_themselves(browser: Browser, host: str) -> None:
    page, _ = opened(browser, f"{host}/list/sources")
    name = page.locator("bdi", has_text="مرصد").first
    assert name.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"
    page.close()


def test_a_number_leads_to_its_sentence_in_the_document(browser: Browser, host: str) -> None:
    page, wrong = opened(browser, host)
    page.locator(".figure summary").first.click()
    page.locator('.figure a[href^="/claim/"]').first.click()
    page.locator(".evidence a").click()
    assert page.locator("mark.lit.core").all_inner_texts() == ["40"]
    assert re.search(r"#s\d+-\d+$", page.url)
    assert wrong == []
    page.close()


def test_a_deep_link_marks_any_span(browser: Browser, host: str, addresses: dict[str, str]) -> None:
    page, _ = opened(browser, f"{host}{addresses['document']}?span=0-8#s0-8", scripts=False)
    assert page.locator("mark.core").first.inner_text() == "Monitors"
    page.close()


def test_the_keyboard_reaches_the_content_and_the_focus_is_seen(browser: Browser, host: str) -> None:
    page, _ = opened(browser, host)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "To the content"
    assert skip.bounding_box() is not None
    assert (skip.bounding_box() or {"x": -1})["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    outline = page.locator(":focus").evaluate("element => getComputedStyle(element).outlineWidth")
    assert outline == "2px"
    page.close()


def test_j_and_k_go_from_claim_to_claim(browser: Browser, host: str, addresses: dict[str, str]) -> None:
    page, _ = opened(browser, host + addresses["document"])
    notes = page.locator(".remark").evaluate_all("all => all.map(note => note.id)")
    assert len(notes) == 2
    for key, at in (("j", 0), ("j", 1), ("k", 0), ("j", 1), ("j", 1)):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.id") == notes[at]
    assert page.locator("mark.lit").count() > 0
    page.close()


def test_j_in_a_field_is_a_letter(browser: Browser, host: str, addresses: dict[str, str]) -> None:
    page, _ = opened(browser, host + addresses["document"])
    page.locator("#find").focus()
    page.keyboard.press("j")
    assert page.locator("#find").input_value() == "j"
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_accept_and_undo_stand_beside_the_claim(
    browser: Browser, host: str, addresses: dict[str, str], scripts: bool
) -> None:
    page, wrong = opened(browser, host + addresses["document"], scripts=scripts)
    first = page.locator(".remark").first
    first.get_by_role("button", name="Accept").click()
    assert "accepted by Amal" in first.inner_text()
    first.get_by_role("button", name="Undo").click()
    assert first.get_by_role("button", name="Accept").count() == 1
    assert wrong == []
    page.close()


def test_words_marked_in_the_text_fill_the_form_of_a_missed_claim(
    browser: Browser, host: str, addresses: dict[str, str]
) -> None:
    page, _ = opened(browser, host + addresses["document"])
    page.evaluate(
        """() => { const run = document.querySelector('.text [data-start]:not(.line)'); const range = document.createRange();
        range.setStart(run.firstChild, 0); range.setEnd(run.firstChild, 8);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.wait_for_function("document.querySelector('form.missed').elements.end.value !== ''")
    values = [page.locator(f"form.missed [name={name}]").input_value() for name in ("start", "end")]
    assert values == ["0", "8"]
    page.close()


def test_a_list_sorts_by_click(browser: Browser, host: str) -> None:
    page, _ = opened(browser, f"{host}/list/documents")
    page.get_by_role("link", name="Publisher").click()
    names = page.locator("tbody tr td:nth-child(2)").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    assert page.locator('th[aria-sort="ascending"]').inner_text().startswith("Publisher")
    page.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_files_brought_end_on_the_new_situation(browser: Browser, tmp_path: Path, scripts: bool) -> None:
    report = tmp_path / "jos.txt"
    report.write_text("Gunmen killed 12 people in Jos, Nigeria, on Monday, police said.\n", encoding="utf-8")
    with running(application(at_war(tmp_path / "l.db"))) as host:
        page, wrong = opened(browser, f"{host}/add", scripts=scripts)
        page.locator("input[type=file]").set_input_files(report)
        page.locator("input[name=published]").fill("2025-03-12")
        page.get_by_role("button", name="Add", exact=True).click()
        page.wait_for_url(re.compile(r"/\?upload="), timeout=120_000)
        assert "1 added with" in page.locator(".brought").inner_text()
        assert page.locator(".figure strong", has_text="12").count() == 1
        assert wrong == []
        page.close()


def test_files_dropped_anywhere_are_brought(browser: Browser, tmp_path: Path) -> None:
    with running(application(at_war(tmp_path / "l.db"))) as host:
        page, wrong = opened(browser, f"{host}/search")
        page.evaluate(
            """() => { const data = new DataTransfer();
            data.items.add(new File(['A drone struck Port Sudan on 6 May 2025.'], 'sudan.txt', {type: 'text/plain'}));
            for (const kind of ['dragenter', 'drop'])
              document.body.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data})); }"""
        )
        page.wait_for_url(re.compile(r"/\?upload="), timeout=120_000)
        assert (
            "sudan.txt" in page.locator(".brought").inner_text() or "1 added" in page.locator(".brought").inner_text()
        )
        assert wrong == []
        page.close()


def test_the_login_lets_in(browser: Browser, tmp_path: Path) -> None:
    with running(application(at_war(tmp_path / "l.db"), "secret words")) as host:
        page, wrong = opened(browser, f"{host}/list/claims?sort=day")
        page.get_by_label("Token").fill("secret words")
        page.get_by_role("button", name="Enter").click()
        assert page.url == f"{host}/list/claims?sort=day"
        assert wrong == []
        page.close()
