from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.limits import Limits
from fogline.sources.read import collect
from fogline.sources.web import fetch, public


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        leads = {"/file": "file:///etc/passwd", "/private": "/page", "/loop": "http://127.0.0.1:9/"}
        if self.path in leads:
            self.send_response(302)
            self.send_header("Location", leads[self.path])
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(404)
        else:
            body = b"x" * 5000 if self.path == "/large" else b"<p>Shells hit Taiz.</p>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the inherited name
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_page_that_the_user_named(site: str) -> None:
    (raw,) = collect([f"{site}/page"])
    assert isinstance(raw, Raw)
    assert (raw.data, raw.media, raw.hints.url) == (
        b"<p>Shells hit Taiz.</p>",
        "text/html; charset=utf-8",
        f"{site}/page",
    )
    assert raw.retrieved is not None


REFUSED = [
    ("/file", "unreachable", "no redirect to a file"),
    ("/private", "private_address", "no redirect into a private network, even the one that was named"),
    ("/gone", "unreachable", "an error page is no report"),
    ("/large", "too_large", "more bytes than allowed"),
]


@pytest.mark.parametrize(("path", "code", "why"), REFUSED)
def test_refused(site: str, path: str, code: str, why: str) -> None:
    found = fetch(site + path, Limits(file=4000))
    assert isinstance(found, Issue)
    assert found.code == code, why


def test_an_address_of_unknown_origin_may_not_be_private_at_all(site: str) -> None:
    found = fetch(f"{site}/page", trusted=False)
    assert isinstance(found, Issue)
    assert found.code == "private_address"


ADDRESSES = [
    ("93.184.215.14", True),
    ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
    ("127.0.0.1", False),
    ("10.1.2.3", False),
    ("169.254.169.254", False),
    ("100.64.0.1", False),
    ("0.0.0.0", False),
    ("::1", False),
    ("fe80::1%eth0", False),
    ("fd00::1", False),
    ("::ffff:10.0.0.1", False),
    ("2002:a00:1::", False),
    ("224.0.0.1", False),
    ("64:ff9b::a00:1", False),
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_public_addresses(address: str, expected: bool) -> None:
    assert public(address) == expected


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://x.invalid/", "http://127.0.0.1:1/", "http://a b/"])
def test_addresses_that_lead_nowhere_are_issues(url: str) -> None:
    assert isinstance(fetch(url), Issue)
