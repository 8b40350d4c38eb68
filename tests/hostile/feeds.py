"""Families of feeds and web archives."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from tests.hostile.case import ANY, CANARY, READ, SENTENCE, Case, cases, cut, flipped

HERE = Path(__file__).with_name("case.py").as_uri()  # holds the canary
FILE = f'<!ENTITY x SYSTEM "{HERE}">'
LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)
DATES = (
    "0000-00-00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "99999-01-01",
    "-1",
    "Mon, 32 Dec 2024 25:61:61 GMT",
    "1e400",
    "Tue, 03 Dec 99999999999 00:00:00 GMT",
    "2024-13-45T99:99:99+99:99",
    "Thu, 01 Jan 1970 00:00:00 -9999",
    "\u0662\u0660\u0662\u0664-01-01",
    "2024-12-03\x1b[31m",
    "2024-12-03T00:00:00+24:00",
    "31 Feb 2024",
    "yesterday",
    "9" * 5000,
    "Mon Jan 0 00:00:00 0",
    "",
    "2024-W99-9",
    "1969-12-31T23:59:59Z",
    "Sat, 01 Jan 0000 00:00:00 +0000",
    "10000-01-01T00:00:00Z",
)


def feed(item: str, head: str = "", channel: str = "") -> bytes:
    made = f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Wire</title>{channel}<item>{item}</item></channel></rss>'
    return made.encode("utf-8", "surrogatepass")


def told(extra: str = "") -> str:
    return f"<title>Taiz</title><link>https://example.org/1</link><description>{SENTENCE}</description>{extra}"


def entities() -> Iterator[Case]:
    """Entities of the feed's own: bombs, files, addresses, in every disguise."""

    def defined(inside: str, use: str = "&x;") -> bytes:
        return feed(told(f"<description>{use}</description>"), f"<!DOCTYPE rss [{inside}]>")

    external = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'
    rows = [
        ("laughs", defined(LAUGHS, "&j;"), "!bomb"),
        ("a file", defined(FILE), "!bomb"),
        ("small letters", defined(FILE.replace("ENTITY", "entity")), "!bomb"),
        ("an address", defined('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">'), "!bomb"),
        ("a parameter", defined('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;', ""), "!bomb"),
        ("public", defined(f'<!ENTITY x PUBLIC "-//x" "{HERE}">'), "!bomb"),
        ("quadratic", defined(f'<!ENTITY x "{"x" * 100_000}">', "&x;" * 2000), ANY),
        (
            "a long comment first",
            feed(told("&j;"), f"<!-- <rss {'-' * 0}{'x' * 300_000} --><!DOCTYPE rss [{LAUGHS}]>"),
            "!bomb",
        ),
        ("a long comment inside", defined(f"<!-- {'x' * 300_000} -->{LAUGHS}", "&j;"), ANY),
        ("spaces before", b" \n\t" * 100_000 + defined(LAUGHS, "&j;"), ANY),
        ("an outer definition", feed(told(), external), ANY),
        ("undefined", feed(told("<description>&nothing;</description>")), ANY),
        ("itself", defined('<!ENTITY x "&x;">'), "!bomb"),
        ("utf-16", defined(FILE).decode().encode("utf-16"), ANY),
        ("utf-16 that says so", defined(LAUGHS, "&j;").replace(b'"1.0"', b'"1.0" encoding="utf-16"'), "!bomb"),
        ("utf-7", defined(FILE).replace(b'"1.0"', b'"1.0" encoding="utf-7"'), "!bomb"),
        ("letters by number", feed(told("<description>" + "&#x41;" * 100_000 + "</description>")), ANY),
        (
            "a number that is none",
            feed(told("<description>&#x110000; &#0; &#xD800; &#99999999999;</description>")),
            ANY,
        ),
        (
            "an include",
            feed(told(f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{HERE}" parse="text"/>')),
            READ,
        ),
        ("a stylesheet", feed(told(), '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'), READ),
        ("an instruction", feed(told(f'<?php system("{CANARY}") ?>')), READ),
    ]
    yield from cases("entities in feeds", "a.xml", rows)


def entries() -> Iterator[Case]:
    """Entries with wrong days, addresses that are none, without end, and feeds that are cut."""
    rows: list[tuple[str, bytes, str]] = [
        (f"day {d[:20]!r}", feed(told(f"<pubDate>{d}</pubDate>")), READ) for d in DATES
    ]
    rows += [
        (f"day of Atom {d[:20]!r}", _atom(f"<updated>{d}</updated><published>{d}</published>"), READ) for d in DATES
    ]
    rows += [
        ("deep", feed(told("<a>" * 50_000)), ANY),
        ("many attributes", feed(told("<a " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>")), ANY),
        ("a large entry", feed(f"<description>{SENTENCE} {'word ' * 1_000_000}</description>"), READ),
        ("many entries", feed("</item><item>".join([told()] * 3000)), READ),
        ("no entries", b"<rss><channel></channel></rss>", "!empty"),
        ("an entry without text", feed("<title>x</title>"), "!empty"),
        ("binary content", _atom('<content type="application/octet-stream">AAAA</content>'), ANY),
        ("base64 that is none", _atom('<content type="image/png">!!!!</content>'), ANY),
        ("not a feed after all", b"<rss", ANY),
    ]
    yield from cases("entries of feeds", "a.xml", [*rows, *cut(feed(told()), 8), *flipped(feed(told()), 8)])


def links() -> Iterator[Case]:
    """Titles, publishers and addresses of entries that would run, or reach out."""
    addresses = (
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox",
        "file:///etc/passwd",
        "//evil.example/x",
        "ftp://evil.example/x",
        "blob:x",
        "about:blank",
        "mailto:a@b.c",
        "http://\u202egro.example",
        'https://example.org/"onmouseover="alert(1)',
        "https://example.org/<script>",
        "https://example.org/" + "a" * 100_000,
        "https://a:b@example.org/",
        "x",
        " ",
        "https://[::1",
        "https://example.org:99999999/",
        "\\\\host\\share",
        "https://example.org/\x1b[31m",
    )
    rows = [
        (
            repr(a[:30]),
            feed(f"<link>{_x(a)}</link><guid isPermaLink='true'>{_x(a)}</guid><description>{SENTENCE}</description>"),
            ANY,
        )
        for a in addresses
    ]
    titles = (
        "\x1b[31mred",
        "\u202egnp.exe",
        "<script>alert(1)</script>",
        "x" * 1_000_000,
        "&lt;img src=x onerror=alert(1)&gt;",
        "=1+1",
        "\ud800",
        "a\nb\nc",
        "\0",
    )
    rows += [
        (
            f"title {t[:20]!r}",
            feed(
                f"<title>{_x(t)}</title><description>{SENTENCE}</description>",
                channel=f"<title>{_x(t)}</title><language>{_x(t)}</language>",
            ),
            ANY,
        )
        for t in titles
    ]
    yield from cases("addresses and titles in feeds", "a.xml", rows)


def record(body: bytes, heads: bytes = b"", length: str | None = None, address: str = "https://example.org/a") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + heads + b"\r\n" + body
    size = length if length is not None else str(len(http))
    warc = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-12-01T00:00:00Z\r\n"
    warc += "Content-Type: application/http; msgtype=response\r\n"
    return warc.encode() + f"Content-Length: {size}\r\n\r\n".encode() + http + b"\r\n\r\n"


def web_archives() -> Iterator[Case]:
    """Web archives that lie about lengths, with bombs in them, cut and spoilt."""
    page = f"<html><body><p>{SENTENCE}</p></body></html>".encode()
    whole = record(page)
    zeros = b"<p>" + b"\0" * 20_000_000
    lengths = ("0", "-1", "99999999999999999999", "1", "x", "", "1e9", "0x10", "50", "18446744073709551615")
    rows: list[tuple[str, bytes, str]] = [(f"length {n!r}", record(page, length=n) + whole, ANY) for n in lengths]
    gz, chunk = b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n"
    rows += [
        ("a bomb in gzip", record(gzip.compress(zeros, 9), gz), "!bomb"),
        ("a bomb in deflate", record(zlib.compress(zeros, 9), b"Content-Encoding: deflate\r\n"), "!bomb"),
        ("many bombs", record(gzip.compress(zeros, 9), gz) * 60, "!bomb"),
        ("says gzip, is none", record(page, gz) + whole, ANY),
        ("says brotli, is none", record(page, b"Content-Encoding: br\r\n") + whole, ANY),
        ("chunks that lie", record(b"ffffffff\r\n" + page, chunk) + whole, ANY),
        ("chunks without end", record(b"1\r\nx\r\n" * 100_000, chunk), ANY),
        ("chunks that are negative", record(b"-5\r\n" + page, chunk) + whole, ANY),
        ("version 9.9", whole.replace(b"WARC/1.0", b"WARC/9.9"), ANY),
        ("no type", whole.replace(b"WARC-Type: response\r\n", b""), ANY),
        ("a status that is none", whole.replace(b"200 OK", b"99999999999"), ANY),
        ("heads without end", b"WARC/1.0\r\n" + b"X: y\r\n" * 200_000, ANY),
        ("a head without end", b"WARC/1.0\r\nX: " + b"y" * 5_000_000, ANY),
        ("too many records", record(b"x") * 10_001, ANY),
        ("codes in the address", record(page, address="https://example.org/\x1b[31m\u202e"), READ),
        ("a script in the address", record(page, address="javascript:alert(1)"), READ),
        ("a file's address", record(page, address="file:///etc/passwd"), READ),
        ("a day that is none", whole.replace(b"2024-12-01T", b"9999-99-99T"), READ),
        ("nothing", b"WARC/", ANY),
        ("no pages", whole.replace(b"text/html", b"image/png"), ANY),
    ]
    yield from cases("web archives", "a.warc", [*rows, *cut(whole, 8), *flipped(whole, 10)])


def _atom(inside: str) -> bytes:
    entry = f'<entry><title>T</title><id>1</id>{inside}<content type="html">{SENTENCE}</content></entry>'
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode()


def _x(text: str) -> str:
    return text.replace("&lt;", "\0").replace("<", "&lt;").replace("\0", "&lt;")
