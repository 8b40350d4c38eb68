"""Bringing reports: read in another process, stored once, refused with a reason, told while it goes on."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.web.serving import SETTINGS, application, client, form_token

from fogline.errors import ReaderEnded
from fogline.ledger.upgrade import created
from fogline.model.document import Document
from fogline.model.raw import Raw
from fogline.run.intake import Opening, Reader
from fogline.sources.limits import Limits
from fogline.web.uploads import FILES, Progress

REPORT = b"Gunmen killed 12 people in Jos, Nigeria, on Monday, police said.\n"
OTHER = "The army said on 3 March 2025 that it had recaptured Gamboru Ngala."
PATIENCE = 120.0


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """One server for all tests: its reading process loads the parser once."""
    path = tmp_path_factory.mktemp("uploads") / "l.db"
    created(str(path))
    with client(application(path)) as opened:
        yield opened


Files = list[tuple[str, tuple[str, bytes]]]


def brought(browser: TestClient, files: Files, **fields: str) -> str:
    """Send the form; the address of the progress."""
    data = {"token": form_token(browser.get("/add").text), **fields}
    answer = browser.post("/uploads", data=data, files=files or None)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def finished(browser: TestClient, address: str) -> str:
    """The page on which it ends."""
    end = time.monotonic() + PATIENCE
    while (answer := browser.get(address)).status_code == 200:
        assert '<meta http-equiv="refresh" content="2">' in answer.text, "without scripts the page goes on by itself"
        assert time.monotonic() < end, "the upload did not end"
        time.sleep(0.2)
    assert answer.status_code == 303
    return str(browser.get(answer.headers["location"]).text)


def file(name: str, content: bytes) -> tuple[str, tuple[str, bytes]]:
    return ("files", (name, content))


def test_a_file_ends_on_the_new_situation(browser: TestClient) -> None:
    page = finished(browser, brought(browser, [file("jos.txt", REPORT)], published="2025-03-12"))
    assert "1 added with" in page
    assert "<strong>12</strong>" in page


def test_a_pasted_text_keeps_its_publisher(browser: TestClient) -> None:
    page = finished(browser, brought(browser, [], text=OTHER, publisher="Army Press", published="2025-03-04"))
    assert "1 added with" in page
    assert browser.get("/source/Army%20Press").status_code == 200


def test_the_same_again_says_so(browser: TestClient) -> None:
    text = "Shelling hit Kherson on 5 May 2025."
    finished(browser, brought(browser, [], text=text, published="2025-05-06"))
    page = finished(browser, brought(browser, [], text=text, published="2025-05-06"))
    assert "here before, left alone" in page


def test_what_is_refused_says_why_and_the_rest_is_done(browser: TestClient) -> None:
    files = [file("noise.bin", bytes(range(256)) * 40), file("kept.txt", b"Rebels shelled Goma on 2 May 2025.\n")]
    page = finished(browser, brought(browser, files, published="2025-05-03"))
    assert "1 added with" in page
    assert "1 refused" in page
    assert "noise.bin" in browser.get("/issues").text


def test_an_archive_is_taken_apart_and_a_bomb_is_not(browser: TestClient) -> None:
    packed, bomb = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../one.txt", "Jets bombed Omdurman on 6 May 2025.")
        archive.writestr("two.txt", "A drone struck Port Sudan on 6 May 2025.")
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", b"0" * 300_000_000)
    files = [file("reports.zip", packed.getvalue()), file("bomb.zip", bomb.getvalue())]
    page = finished(browser, brought(browser, files, published="2025-05-07"))
    assert "2 added with" in page
    assert "refused" in page


def test_names_of_files_are_never_paths(browser: TestClient) -> None:
    page = finished(browser, brought(browser, [file("..\\..\\<i>evil.txt", b"")]))
    assert "<bdi>&lt;i&gt;evil.txt</bdi>" in page
    assert "..\\" not in page


def test_too_many_files_are_refused(browser: TestClient) -> None:
    data = {"token": form_token(browser.get("/add").text)}
    answer = browser.post("/uploads", data=data, files=[file(f"{n}.txt", REPORT) for n in range(FILES + 1)])
    assert answer.status_code == 400
    assert "Too many files" in answer.text


def test_nothing_brought_is_told(browser: TestClient) -> None:
    answer = browser.post("/uploads", data={"token": form_token(browser.get("/add").text)})
    assert answer.status_code == 400
    assert "choose files, or paste a text" in answer.text


def test_a_foreign_page_can_bring_nothing(browser: TestClient) -> None:
    answer = browser.post("/uploads", data={"text": OTHER}, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403


def test_events_tell_how_far_it_is_until_the_end(browser: TestClient) -> None:
    address = brought(browser, [], text="Protesters marched in Tbilisi on 8 May 2025.", published="2025-05-09")
    lines = [line for line in browser.get(f"{address}/events").text.split("\n") if line]
    told = [json.loads(line.removeprefix("data: ")) for line in lines]
    assert told[-1]["done"]
    assert told[-1]["outcomes"][0]["said"] == "added"
    shares = [t["share"] for t in told]
    assert shares == sorted(shares)


@pytest.mark.parametrize(
    ("progress", "share"),
    [
        pytest.param(Progress("u", 2), 0.0, id="nothing opened"),
        pytest.param(Progress("u", 1, opened=1, documents=4, read=2), 0.55, id="half read"),
        pytest.param(Progress("u", 1, done=True), 1.0, id="done"),
    ],
)
def test_the_share_of_the_work_done(progress: Progress, share: float) -> None:
    assert progress.share == pytest.approx(share)


def test_a_reader_that_takes_too_long_is_ended_and_begins_anew() -> None:
    reader = Reader(SETTINGS, seconds=0.0)
    with pytest.raises(ReaderEnded, match=r"jos\.txt: not read, it took longer"):
        reader.opened(Opening(Raw("jos.txt", REPORT), Limits()))
    reader.close()
    patient = Reader(SETTINGS)
    try:
        found = patient.opened(Opening(Raw("jos.txt", REPORT), Limits(), "2025-03-12"))
        assert isinstance(found.items[0], Document)
    finally:
        patient.close()
