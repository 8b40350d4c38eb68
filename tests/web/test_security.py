"""The door and the walls: tokens, foreign sites and names, sizes, headers, text that wants to be markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.situations import filled
from tests.web.conftest import HOSTILE
from tests.web.serving import BASE, application, at_war, client, form_token

from fogline.ledger.upgrade import created
from fogline.web.headers import known_host
from fogline.web.tokens import ATTEMPTS, SPAN, Attempts, Door
from fogline.web.views import own_path

TOKEN = "a long and private token"
OURS = {"/assets/serve.js", "/assets/islands.js"}
PAGES = ["/", "/list/claims", "/search?q=seized", "/issues", "/add", "/list/documents"]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return at_war(tmp_path / "l.db")


@pytest.fixture
def browser(ledger: Path) -> Iterator[TestClient]:
    with client(application(ledger)) as opened:
        yield opened


@pytest.fixture
def stranger(ledger: Path) -> Iterator[TestClient]:
    """A browser before a server that asks for its token."""
    with client(application(ledger, TOKEN)) as opened:
        yield opened


class Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def everything(browser: TestClient) -> dict[str, str]:
    """Pages of every kind, by address."""
    claims = browser.get("/api/claims").json()["items"]
    addresses = [*PAGES, *(f"/claim/{c['claim']['id']}" for c in claims)]
    addresses += [f"/document/{d['id']}" for d in browser.get("/api/documents").json()["items"]]
    addresses += [f"/incident/{i['id']}" for i in browser.get("/api/incidents").json()["items"]]
    return {address: browser.get(address).text for address in addresses}


def test_text_from_reports_is_never_markup(browser: TestClient) -> None:
    shown = ""
    for address, page in everything(browser).items():
        tags = Tags(page).found
        scripts = [held for tag, held in tags if tag == "script"]
        assert all(held.get("src") in OURS or held.get("type") == "text/plain" for held in scripts), address
        assert not {"img", "iframe", "object", "embed", "base"} & {tag for tag, _ in tags}, address
        assert not [n for _, held in tags for n in held if n.startswith("on") or n == "style"], address
        assert not [v for _, held in tags for v in held.values() if (v or "").lower().startswith("javascript:")]
        shown += page
    assert "&lt;script&gt;alert(1)" in shown
    assert "{{ 7*7 }}" in shown


def test_words_of_a_search_are_never_markup(browser: TestClient) -> None:
    page = browser.get("/search", params={"q": HOSTILE, "actor": HOSTILE}).text
    assert [tag for tag, _ in Tags(page).found].count("script") == 1
    assert "\u202e" not in page


def test_controls_are_taken_out_of_pages_and_downloads(tmp_path: Path) -> None:
    from tests.reports import report, told

    document = report("Jets \x1b[31mbombed Idlib\u202e.", "2024-12-01", "Wire\x1b]0;x\x07")
    created(str(tmp_path / "c.db"))
    filled(tmp_path / "c.db", [(document, [told(document, "ASSAULT", "bombed", place="Idlib")])])
    with client(application(tmp_path / "c.db")) as browser:
        for address in ("/list/claims", "/list/claims?format=csv", f"/document/{document.id}"):
            text = browser.get(address).text
            assert not set(text) & {"\x1b", "\x07", "\u202e"}, address
            assert "bombed" in text


@pytest.mark.parametrize("address", [*PAGES, "/nothing", "/api/claims", "/assets/serve.css", "/?from=x"])
def test_every_answer_carries_the_headers(browser: TestClient, address: str) -> None:
    headers = browser.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers


def test_the_session_is_for_no_script_and_no_other_site(browser: TestClient) -> None:
    cookie = browser.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    ("host", "loopback", "known"),
    [
        pytest.param("127.0.0.1:8765", True, True, id="loopback"),
        pytest.param("localhost:8765", True, True, id="localhost"),
        pytest.param("[::1]:8765", True, True, id="loopback six"),
        pytest.param("desk.example:8765", True, True, id="named"),
        pytest.param("DESK.example", True, True, id="case"),
        pytest.param("evil.example:8765", True, False, id="a foreign name that points here"),
        pytest.param("192.168.1.9:8765", True, False, id="another number on loopback"),
        pytest.param("192.168.1.9:8765", False, True, id="a number on the network"),
        pytest.param("127.0.0.1.evil.example", True, False, id="a name like a number"),
        pytest.param("", True, False, id="no host"),
    ],
)
def test_only_our_names_are_answered(host: str, loopback: bool, known: bool) -> None:
    assert known_host(host, frozenset({"desk.example"}), loopback=loopback) is known


def test_a_foreign_name_gets_nothing(browser: TestClient) -> None:
    answer = browser.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "Aleppo" not in answer.text


def accept(browser: TestClient, token: str | None = None, **headers: str) -> int:
    claim = browser.get("/api/claims").json()["items"][0]["claim"]["id"]
    page = browser.get(f"/claim/{claim}").text
    data = {"action": "accept", "token": form_token(page) if token is None else token}
    answer = browser.post(f"/claim/{claim}/decide", data=data, headers=headers)
    decided = browser.get(f"/api/claim/{claim}").json()["review"]
    assert (decided == "accepted") is (answer.status_code == 303)
    return int(answer.status_code)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 303, id="our own page"),
        pytest.param({"origin": BASE, "sec-fetch-site": "same-origin"}, 303, id="as a browser says it"),
        pytest.param({"origin": "null", "sec-fetch-site": "same-origin"}, 303, id="without a referrer"),
        pytest.param({"origin": "https://evil.example"}, 403, id="another origin"),
        pytest.param({"origin": "null"}, 403, id="an origin withheld"),
        pytest.param({"origin": "null", "sec-fetch-site": "cross-site"}, 403, id="a sandbox"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="another site"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="another port"),
    ],
)
def test_forms_come_from_our_own_pages(browser: TestClient, headers: dict[str, str], status: int) -> None:
    assert accept(browser, **headers) == status


def test_forms_need_the_token_of_the_session(browser: TestClient, ledger: Path) -> None:
    assert accept(browser, token="") == 403
    with client(application(ledger)) as other:
        foreign = form_token(other.get("/add").text)
    assert accept(browser, token=foreign) == 403


def test_a_token_of_a_form_never_repeats(browser: TestClient) -> None:
    assert form_token(browser.get("/add").text) != form_token(browser.get("/add").text)


@pytest.mark.parametrize(
    "to",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a b", "", "/x\n//evil"],
)
def test_the_way_back_never_leaves_the_server(to: str) -> None:
    assert own_path(to) == "/"


@pytest.mark.parametrize("address", ["/", "/claim/x", "/document/x", "/search?q=Aleppo", "/uploads/x/events", "/add"])
def test_without_the_token_there_is_only_the_login(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?to=%2F")
    assert "Aleppo" not in stranger.get("/login").text


def test_the_interface_asks_for_the_token_in_a_header(stranger: TestClient) -> None:
    assert stranger.get("/api/claims").status_code == 401
    assert stranger.get("/api/claims", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert stranger.get(f"/api/claims?token={TOKEN}").status_code == 401


def enter(browser: TestClient, token: str) -> int:
    data = {"token": form_token(browser.get("/login").text), "password": token, "to": "/list/claims"}
    return int(browser.post("/login", data=data).status_code)


def test_the_right_token_opens(stranger: TestClient) -> None:
    assert enter(stranger, TOKEN) == 303
    assert stranger.get("/list/claims").status_code == 200


def test_after_some_wrong_tokens_even_the_right_one_waits(stranger: TestClient) -> None:
    assert [enter(stranger, "guess") for _ in range(ATTEMPTS)] == [401] * ATTEMPTS
    assert enter(stranger, TOKEN) == 429
    assert stranger.get("/api/claims", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 429


def test_a_session_from_before_the_login_is_worth_nothing(stranger: TestClient) -> None:
    stranger.get("/login")
    assert stranger.get("/").status_code == 303


def test_a_made_up_session_opens_nothing(stranger: TestClient) -> None:
    stranger.cookies.set("fogline", "name." + "0" * 64)
    assert stranger.get("/").status_code == 303


def test_waiting_ends_and_others_are_not_kept_out() -> None:
    now = [0.0]
    clock: Callable[[], float] = lambda: now[0]  # noqa: E731
    attempts = Attempts(clock)
    for _ in range(ATTEMPTS):
        attempts.wrong("one")
    assert (attempts.wait("one"), attempts.wait("two")) == (SPAN, 0.0)
    now[0] = SPAN
    assert attempts.wait("one") == 0.0


def test_a_server_without_a_token_lets_no_token_pass() -> None:
    assert not Door(None).right("")


@pytest.mark.parametrize(
    ("address", "size", "status"),
    [
        pytest.param("/claim/x/decide", 400_000, 413, id="a form of 400 kB"),
        pytest.param("/uploads", 62_000_000, 413, id="an upload of 62 MB"),
    ],
)
def test_a_body_is_refused_before_it_is_read(browser: TestClient, address: str, size: int, status: int) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(size // 100_000):
            yield b"x" * 100_000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert browser.post(address, content=b"x" * size, headers=kind).status_code == status
    assert browser.post(address, content=parts(), headers=kind).status_code == status, "without a declared length"
