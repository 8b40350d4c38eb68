from __future__ import annotations

import gzip
import io

from fastwarc.warc import WarcRecord, WarcRecordType

from fogline.documents.load import load
from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.expand import expand


def record(url: str, status: str, media: str, body: bytes) -> bytes:
    made = WarcRecord()
    made.init_headers(WarcRecordType.response)
    made.headers["WARC-Target-URI"] = url
    made.headers["WARC-Date"] = "2024-12-03T10:00:00Z"
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n".encode() + body)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


PAGES = (
    record("https://a.example/1", "200 OK", "text/html; charset=utf-8", "<p>Shells hit Téra.</p>".encode()),
    record("https://a.example/2", "404 Not Found", "text/html", b"<p>Gone.</p>"),
    record("https://a.example/3", "200 OK", "image/png", b"\x89PNG"),
    record("https://a.example/4", "200 OK", "text/plain", b"Drones hit Odesa."),
)


def read(data: bytes) -> list[tuple[str, str | None, str | None]]:
    raws = [each for each in expand(Raw("crawl.warc.gz", data)) if isinstance(each, Raw)]
    return [(d.text, d.url, d.retrieved) for raw in raws for d in load(raw).items]


EXPECTED = [
    ("Shells hit Téra.", "https://a.example/1", "2024-12-03T10:00:00Z"),
    ("Drones hit Odesa.", "https://a.example/4", "2024-12-03T10:00:00Z"),
]


def test_pages_that_were_fetched_and_can_hold_text() -> None:
    assert read(b"".join(PAGES)) == EXPECTED


def test_packed_record_by_record() -> None:
    assert read(b"".join(gzip.compress(page) for page in PAGES)) == EXPECTED


def test_an_archive_cut_off_gives_what_it_has() -> None:
    assert read(b"".join(PAGES)[:-3])[0] == EXPECTED[0]


def test_rubbish_after_the_mark_is_no_crash() -> None:
    found = list(expand(Raw("a.warc", b"WARC/1.0\r\n" + b"\xff" * 5000)))
    assert all(isinstance(each, Issue) for each in found)
