"""The page in a real browser, from a file: no request, no console error, no overflow, the slider, scripts off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def opened(browser: Browser, file: Path, width: int = 1440, *, scripts: bool = True) -> tuple[Page, list[str]]:
    """The page, and everything it complained about or asked for beyond its own file."""
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    return page, wrong


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_opens_quietly_and_fits(browser: Browser, file: Path, width: int) -> None:
    page, wrong = opened(browser, file, width)
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_slider_shows_what_was_known(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    best = page.locator(".state:not([hidden]) .best strong").first
    assert best.inner_text() == "70"
    page.locator("#known").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert best.inner_text() == "40"
    assert page.locator("#known-day").inner_text() == "1 December 2024"
    assert page.locator(".state:visible").count() == 1


def test_the_day_filter_hides_other_days(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    state = page.locator(".state:not([hidden])")
    before = state.locator(".moments tbody tr:visible").count()
    state.locator("select").select_option("2024-11-30")
    after = state.locator(".moments tbody tr:visible")
    assert 0 < after.count() < before
    assert all("30 Nov" in text for text in after.all_inner_texts())


def test_a_number_leads_to_its_sentence(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    page.locator(".state:not([hidden]) .figure summary").first.click()
    page.locator(".state:not([hidden]) .figure td a").first.click()
    assert "killed in Aleppo" in page.locator("li:target").inner_text()


def test_without_scripts_the_figures_stand(browser: Browser, file: Path) -> None:
    page, wrong = opened(browser, file, scripts=False)
    assert wrong == []
    assert page.locator(".best strong:visible").first.inner_text() == "70"
    assert page.locator("#slider:visible").count() == 0
