"""Families of web pages: scripts, depth, charsets that lie, metadata."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.hostile.case import ANY, CANARY, READ, SENTENCE, Case, cases

MEGA = 1_000_000
BAD = f"{CANARY}()"
SCRIPTS = (
    f"<script>{BAD}</script>",
    f"<SCRIPT>{BAD}</SCRIPT >",
    f"<script src='http://127.0.0.1:9/x.js'>{BAD}</script>",
    f"<script type=text/template>{BAD}</script>",
    f"<img src=x onerror={BAD}>",
    f"<svg onload={BAD}></svg>",
    f"<svg><script>{BAD}</script></svg>",
    f"<style>a{{content:'{BAD}'}}</style>",
    f"<iframe srcdoc='<script>{BAD}</script>'></iframe>",
    "<iframe src='http://127.0.0.1:9/'></iframe>",
    "<object data='http://127.0.0.1:9/x.swf'></object>",
    "<embed src='http://127.0.0.1:9/'>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "<base href='http://127.0.0.1:9/'>",
    "<link rel=import href='http://127.0.0.1:9/'>",
    f"<!--[if IE]><script>{BAD}</script><![endif]-->",
    f"<!-- {BAD} -->",
    f"<a href='javascript:{BAD}'>here</a>",
    f"<template><p>{BAD}</p></template>",
    f"<noscript><p title='{BAD}'></noscript>",
    f"<form action='javascript:{BAD}'><input autofocus onfocus={BAD}></form>",
    f"<body onload={BAD}>",
    f"<div style='background:url(javascript:{BAD})'></div>",
    f"<math href='javascript:{BAD}'></math>",
    f"<video><source onerror={BAD}></video>",
    f"<details open ontoggle={BAD}></details>",
    f"<img src='data:image/svg+xml,<svg onload={BAD}>'>",
    f"<script>/*</script>*/{BAD}</script>"[:-9].replace(f"*/{BAD}", ""),
)
CHARSETS = (
    "utf-7",
    "utf-16",
    "utf-32",
    "punycode",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "rot13",
    "base64",
    "zip",
    "hex",
    "undefined",
    "none-such",
    "x" * 5000,
    "../../etc/passwd",
    "utf-8\x00",
    "iso-2022-jp",
    "hz",
    "cp037",
    "mbcs",
    "",
    "\x1b[31m",
    "utf_8_sig",
    "quopri",
    "bz2",
)


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Taiz</title>{head}</head><body>{body}</body></html>".encode()


def scripts() -> Iterator[Case]:
    """Markup that a browser would run or fetch: the sentence is read, nothing else."""
    rows = [(s[:40], page(f"<article>{s}<p>{SENTENCE}</p>{s}</article>"), READ) for s in SCRIPTS]
    yield from cases("scripts in pages", "a.html", rows)


def _repeated(unit: str) -> bytes:
    return page(f"<p>{SENTENCE}</p>" + unit * (300_000 // len(unit)))


DEPTH_UNITS = {
    "div": "<div>",
    "span": "<span>",
    "b": "<b>",
    "p": "<p>",
    "table": "<table><tr><td>",
    "ul": "<ul><li>",
    "font": "<font>",
    "a": "<a href=x>",
    "form": "<form>",
    "less than": "<",
    "open comment": "<!--",
    "comment": "<!---->",
    "cdata": "<![CDATA[",
    "instruction": "<?x ",
    "doctype": "<!DOCTYPE a>",
    "closing": "</div>",
    "quote": "<a b='",
    "entity": "&amp;",
    "no semicolon": "&amp",
    "number": "&#x41;",
    "empty tag": "<>",
    "custom": "<x-a>",
    "select": "<select><option>",
    "br": "<br>",
    "script": "<script>",
    "title": "<title>",
    "svg": "<svg>",
    "math": "<math><mi>",
    "nobr": "<nobr>",
    "button": "<button>",
    "h1": "<h1>x",
    "blockquote": "<blockquote>",
    "pre": "<pre>",
    "template": "<template>",
    "noscript": "<noscript>",
    "crossed": "<b><i></b></i>",
    "crossed blocks": "<b><p></b>",
    "body": "<body a=1>",
    "plaintext": "<plaintext>",
    "null": "<d\0iv>",
    "li": "<li>",
    "section": "<section>",
    "em": "<em>",
    "dl": "<dl><dd>",
}


def depth() -> Iterator[Case]:
    """Tags in tags, tags without end, attributes and entities without end: the time is bounded."""
    for name, unit in DEPTH_UNITS.items():
        yield Case(
            "pages without depth",
            name,
            "a.html",
            partial(_repeated, unit),
        )
    rows = [
        ("attributes", page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + f">{SENTENCE}"), READ),
        ("attributes parted by tabs", page("<p " + "\t".join(f"a{n}=1" for n in range(50_000)) + f">{SENTENCE}"), READ),
        (
            "attributes parted by slashes",
            page("<p " + "/".join(f"a{n}=1" for n in range(50_000)) + f">{SENTENCE}"),
            READ,
        ),
        ("attributes close together", page("<p " + "".join(f'a{n}="1"' for n in range(50_000)) + f">{SENTENCE}"), READ),
        ("a large attribute", page(f"<p title='{'x' * 5 * MEGA}'>{SENTENCE}</p>"), READ),
        ("a data address", page(f"<img src='data:image/png;base64,{'A' * 5 * MEGA}'><p>{SENTENCE}</p>"), READ),
        ("many paragraphs", page(f"<p>{SENTENCE}</p>" * 3000), READ),
        ("a page too large", page("x" * 11 * MEGA), "!too_large"),
        ("a long line", page("<p>" + "x" * 5 * MEGA), ANY),
    ]
    yield from cases("pages without depth", "a.html", rows)


def charsets() -> Iterator[Case]:
    """Pages that say another charset than theirs, or one that is none."""
    rows = [(repr(c[:20]), page(f"<p>{SENTENCE}</p>", f'<meta charset="{c}">'), READ) for c in CHARSETS]
    rows += [
        (
            f"{c[:20]!r} in XML",
            f'<?xml version="1.0" encoding="{c[:50]}"?><html><body><p>{SENTENCE}</p></body></html>'.encode(),
            READ,
        )
        for c in CHARSETS
    ]
    rows += [
        ("utf-7 script", page(f"<p>{SENTENCE}</p>+ADw-script+AD4-", '<meta charset="utf-7">'), READ),
        ("null bytes", page(f"<p>{SENTENCE}</p>").replace(b"<p>", b"<\0p\0>"), ANY),
        ("utf-16", page(f"<p>{SENTENCE}</p>").decode().encode("utf-16"), READ),
        ("bytes that are none", page(f"<p>{SENTENCE}</p>") + b"\xff\xfe\xc0\xaf" * 20, READ),
        ("a half letter", page(f"<p>{SENTENCE}</p>").replace(b"Taiz</title>", b"Ta\xc3</title>"), READ),
        ("shift out", page(f"<p>{SENTENCE}\x0e\x0f</p>"), READ),
    ]
    yield from cases("charsets of pages", "a.html", rows)


METADATA_HOSTILE = (
    "\x1b[31mred",
    "\u202egnp.exe",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "x" * MEGA,
    "=1+1",
    "{{7*7}}",
    "\ud83d",
    "\0",
    "a&#10;b",
    "&#27;[31m",
    "&#x202e;x",
)
METADATA_DAYS = (
    "0000-00-00",
    "99999-01-01",
    "2024-13-45",
    "9999-12-31T23:59:59Z",
    "-1",
    "yesterday",
    "2024-12-03T99:99",
    "1" * 55,
)
METADATA_ADDRESSES = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "//evil",
    "http://[",
    "https://example.org/" + "a" * 5000,
    "\x1b",
)


def metadata() -> Iterator[Case]:
    """What a page says of itself, with codes, without end, and out of any calendar."""
    rows: list[tuple[str, bytes, str]] = []
    for n, h in enumerate(METADATA_HOSTILE):
        words = h.encode("utf-8", "replace").decode()
        names = ("property='og:title'", "property='og:site_name'", "name='author'")
        metas = "".join(f'<meta {name} content="{words}">' for name in names)
        rows.append((f"title {n}", page(f"<p>{SENTENCE}</p>", f"<title>{words}</title>{metas}"), READ))
    rows += [
        (
            f"day {d[:12]}",
            page(f"<p>{SENTENCE}</p>", f'<meta property="article:published_time" content="{d}"><time datetime="{d}">'),
            READ,
        )
        for d in METADATA_DAYS
    ]
    rows += [
        (
            f"address {a[:20]!r}",
            page(f"<p>{SENTENCE}</p>", f'<link rel=canonical href="{a}"><meta property="og:url" content="{a}">'),
            READ,
        )
        for a in METADATA_ADDRESSES
    ]
    data = {
        "deep": '{"a":' * 20_000,
        "a list": "[" * 20_000,
        "none": "{{{",
        "large": '"' + "x" * MEGA + '"',
        "a type": '{"@type":["NewsArticle",1,null,{}],"datePublished":{"a":1},"author":[[[]]],"publisher":1}',
    }
    rows += [
        (f"linked data {n}", page(f"<p>{SENTENCE}</p>", f'<script type="application/ld+json">{d}</script>'), READ)
        for n, d in data.items()
    ]
    rows += [
        ("many metas", page(f"<p>{SENTENCE}</p>", '<meta name="date" content="x">' * 30_000), READ),
        ("a meta without end", page(f"<p>{SENTENCE}</p>", "<meta " * 50_000), ANY),
    ]
    yield from cases("metadata of pages", "a.html", rows)
