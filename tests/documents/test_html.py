from __future__ import annotations

import time

import pytest

from fogline.documents.load import load
from fogline.documents.passages import passages
from fogline.model.document import Document
from fogline.model.raw import Hints, Raw

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Drones hit depot near Engels - Volga Post</title>
<meta property="og:title" content="Drones hit depot near Engels"><meta property="og:site_name" content="Volga Post">
{meta}<link rel="canonical" href="https://volga.example/depot"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport results of the weekend</a></nav>
<article><h1>Drones hit depot near Engels</h1>
<p>Long-range drones struck a fuel depot near the Russian city of Engels early on Wednesday, the regional governor said,
and two firefighters died in the blaze that followed.</p>
<p>Ukraine's general staff claimed the strike and said that the depot supplies an air base used by strategic bombers.</p>
<table><tr><th>District</th><th>Evacuated</th></tr><tr><td>Engels</td><td>1,200</td></tr></table>
<p>Russia's defence ministry said that 32 drones had been shot down overnight over six regions of the country.</p>
<script>var killed = 900;</script></article>
<footer>© 2031 Volga Post. All rights reserved.</footer></body></html>"""


def page(meta: str = "", **hints: str) -> Document:
    raw = Raw("page.html", PAGE.format(meta=meta).encode(), hints=Hints(**hints))
    (document,) = load(raw).items
    return document


def test_the_article_and_nothing_else() -> None:
    text = page().text
    assert "two firefighters died" in text
    assert not [w for w in ("Sport", "rights reserved", "900") if w in text]


def test_what_the_page_says_of_itself() -> None:
    d = page()
    assert (d.title, d.publisher, d.url, d.language) == (
        "Drones hit depot near Engels",
        "Volga Post",
        "https://volga.example/depot",
        "en",
    )


DAYS = [
    (
        '<meta property="article:published_time" content="2025-01-08T09:30:00+03:00">',
        "2025-01-08T09:30:00+03:00",
        "its instant",
    ),
    ("<meta content='2025-01-08' name='date'>", "2025-01-08", "the other way round"),
    (
        '<script type="application/ld+json">{"datePublished": "2025-01-08T06:30:00Z"}</script>',
        "2025-01-08T06:30:00Z",
        "linked data",
    ),
    ("", None, "a copyright line is no day of publication"),
    ('<meta property="article:modified_time" content="soon">', None, "no day"),
]


@pytest.mark.parametrize(("meta", "expected", "why"), DAYS)
def test_published(meta: str, expected: str | None, why: str) -> None:
    assert page(meta).published == expected, why


def test_what_the_source_knows_outranks_the_page() -> None:
    assert page(title="From the feed").title == "From the feed"


def test_rows_of_a_table_are_table_passages() -> None:
    d = page()
    rows = [d.text[p.start : p.end] for p in passages(d) if p.kind == "table"]
    assert rows == ["District\tEvacuated", "Engels\t1,200"]


def test_a_fragment_is_read_block_by_block() -> None:
    raw = Raw("entry", b"<p>Shells hit <b>Nikopol</b>.</p><ul><li>One died<li>Two fled</ul>", "text/html")
    assert load(raw).items[0].text == "Shells hit Nikopol.\nOne died\nTwo fled"


def test_an_empty_cell_keeps_its_column() -> None:
    raw = Raw("entry", b"<table><tr><th><th>Killed<th>Hurt<tr><td>Bria<td><td>3</table>", "text/html")
    assert load(raw).items[0].text.split("\n") == ["\tKilled\tHurt", "Bria\t\t3"]


HOSTILE = [
    (b"<html><body>" + b"<div>" * 200_000 + b"Shells hit Nikopol.", "Shells hit Nikopol.", "deep nesting"),
    (
        b"<html><body><p>Shells hit\0 Nikopol.</p><script>" + b"<p>" * 1000,
        "Shells hit Nikopol.",
        "a null, an open script",
    ),
    (b"<html><body>Shells." + b"<a " * 300_000, "Shells.", "tags that never close"),
    (b"<html><body>Shells.<a " + b"b=1 " * 300_000 + b">", "Shells.", "a tag of a million letters"),
    (b"<html><body>Shells.<!--" * 100_000, "Shells.", "comments that never close"),
    (b"<html><body><p>Shells <p <<p <a href='Nikopol.", "Shells", "broken tags"),
]


@pytest.mark.parametrize(("data", "expected", "why"), HOSTILE, ids=[h[2] for h in HOSTILE])
def test_hostile_pages(data: bytes, expected: str, why: str) -> None:
    start = time.perf_counter()
    assert expected in load(Raw("p.html", data)).items[0].text, why
    assert time.perf_counter() - start < 5


def test_a_page_of_many_megabytes_is_refused() -> None:
    (issue,) = load(Raw("p.html", b"<html><body>" + b"<p>war " * 2_000_000)).issues
    assert issue.code == "too_large"
