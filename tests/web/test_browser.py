"""The page in a real browser, from a file: no request, no console error, no overflow, the slider, scripts off."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.reports import report, told
from tests.situations import Told, filled, seen
from tests.web.conftest import reports

from fogline.ledger.upgrade import created
from fogline.web.page import page as page_of
from fogline.web.shapes import load_shapes

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small war, with a retreat that one side denies."""
    withdrew = report("The army withdrew from Hama.", "2024-12-02", "Daily Post")
    denied = report("The army denied that it withdrew from Hama.", "2024-12-03", "State Wire")
    day = "2024-12-02"
    army = ("army",)
    dispute: list[Told] = [
        (withdrew, [told(withdrew, "withdraws_from", "withdrew", agents=army, place="Hama", day=day)]),
        (
            denied,
            [
                told(
                    denied,
                    "withdraws_from",
                    "withdrew",
                    agents=army,
                    stance="denied",
                    by="The army",
                    place="Hama",
                    day=day,
                )
            ],
        ),
    ]
    folder = tmp_path_factory.mktemp("disputed")
    created(str(folder / "l.db"))
    ledger = filled(folder / "l.db", [*reports(), *dispute])
    days = [seen(ledger, known=day) for day in ("2024-12-01", "2024-12-02", "2024-12-03")]
    target = folder / "situation.html"
    target.write_text(page_of(days, load_shapes()), encoding="utf-8")
    return target


def opened(browser: Browser, file: Path, width: int = 1440, *, scripts: bool = True) -> tuple[Page, list[str]]:
    """The page, and everything it complained about or asked for beyond its own file."""
    page = browser.new_page(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    if scripts:
        page.wait_for_selector("html[data-islands=ready]")
    return page, wrong


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_opens_quietly_and_fits(browser: Browser, file: Path, width: int) -> None:
    page, wrong = opened(browser, file, width)
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_slider_shows_what_was_known(browser: Browser, file: Path) -> None:
    page, wrong = opened(browser, file)
    best = page.locator(".best strong").first
    assert best.inner_text() == "70"
    page.locator("#known").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(best).to_have_text("40")
    assert page.locator("#known-day").inner_text() == "1 December 2024"
    assert page.locator(".dispute").count() == 0
    assert "bombed" not in page.locator(".incidents").inner_text()
    assert wrong == []


def test_the_slider_comes_back_to_what_was_written(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    parts = ("#figures", "#incidents", "#contested", "#sources")
    before = [page.locator(f"section:has({part})").inner_text() for part in parts]
    page.locator("#known").focus()
    page.keyboard.press("Home")
    expect(page.locator(".best strong").first).to_have_text("40")
    page.keyboard.press("End")
    expect(page.locator(".best strong").first).to_have_text("70")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert [page.locator(f"section:has({part})").inner_text() for part in parts] == before


def test_the_brush_filters_lists_and_map_by_keyboard(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    rows = page.locator(".incidents details:visible")
    assert rows.count() == 5
    places = page.locator(".live .place").count()
    page.locator(".handle[data-end=to]").focus()
    page.keyboard.press("Home")
    assert "30 November 2024" in page.locator(".chosen").inner_text()
    assert rows.count() == 3  # the one without a day and those of later days are gone
    assert page.locator(".live .place").count() < places
    page.keyboard.press("Escape")
    assert rows.count() == 5


def test_the_brush_is_drawn_with_the_pointer(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    picture = page.locator(".lanes.live")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 110, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + 130, box["y"] + 60)
    page.mouse.up()
    assert page.locator(".chosen").inner_text().startswith("30 November 2024")
    page.get_by_role("button", name="Show all days").click()
    assert page.locator(".chosen").inner_text() == ""


def test_a_number_leads_to_its_sentence(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    page.locator(".figure summary").first.click()
    page.locator(".figure td a").first.click()
    assert "killed in Aleppo" in page.locator("li:has(p:target)").inner_text()


def test_a_place_on_the_map_lists_its_incidents(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    page.locator(".live .place").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".picked li a").count() > 0


def test_figures_and_timeline_are_saved_without_formulas(browser: Browser, file: Path) -> None:
    page, wrong = opened(browser, file)
    for name in ("figures.csv", "timeline.csv"):
        with page.expect_download() as saved:
            page.get_by_role("button", name=f"Save as {name}").click()
        rows = list(csv.reader(saved.value.path().read_text(encoding="utf-8").splitlines()))
        assert len(rows) > 2
        assert [c for row in rows for c in row if c.startswith(("=", "+", "-", "@"))] == []
    assert wrong == []


def test_arabic_names_do_not_turn_their_surroundings(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    names = page.locator("bdi", has_text="مرصد")
    assert names.count() > 0
    assert {names.nth(i).evaluate("e => getComputedStyle(e).unicodeBidi") for i in range(names.count())} == {"isolate"}


@pytest.mark.parametrize("width", [360, 1440])
def test_no_serious_finding_of_axe(browser: Browser, file: Path, width: int) -> None:
    page, _ = opened(browser, file, width)
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}] == []


def test_keys_alone_reach_every_part(browser: Browser, file: Path) -> None:
    page, _ = opened(browser, file)
    reached: set[str] = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.closest('section,.bar')?.querySelector('h2')?.id ?? document.activeElement.id"
            )
        )
    assert {"known", "figures", "map", "timeline", "incidents", "contested", "sources"} <= reached


def test_without_scripts_everything_stands(browser: Browser, file: Path) -> None:
    page, wrong = opened(browser, file, scripts=False)
    assert wrong == []
    assert page.locator(".best strong:visible").first.inner_text() == "70"
    assert page.locator("#slider:visible").count() == 0
    assert page.locator("svg.still:visible, svg.lanes:visible").count() == 2
    page.locator(".figure summary").first.click()
    page.locator(".figure td a").first.click()
    assert page.locator("p:target").is_visible()
