"""Web pages. The only file that knows trafilatura."""

from __future__ import annotations

import re
from html import unescape

import trafilatura

from fogline.documents.decode import decode
from fogline.documents.make import Text
from fogline.documents.markup import text_of
from fogline.documents.published import iso
from fogline.documents.refused import issue
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw

LARGEST = 10_000_000  # characters of markup: beyond it a page is no article, and the extraction takes minutes
# htmldate: no guessing from the text, and no clock (its latest day is today unless told otherwise)
DATES = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2199-12-31"}
META = re.compile(r"<meta\s[^>]{1,2000}>", re.IGNORECASE)
PUBLISHED_META = re.compile(
    r"[\"'](?:article:published_time|og:published_time|datepublished|date|dc\.date\.issued|dcterms\.issued|pubdate|"
    r"parsely-pub-date|sailthru\.date)[\"']",
    re.IGNORECASE,
)
CONTENT = re.compile(r"\scontent=(?:\"([^\"]{1,60})\"|'([^']{1,60})')", re.IGNORECASE)
LINKED_DATA = re.compile(r"\"datePublished\"\s{0,9}:\s{0,9}\"([^\"]{8,40})\"")
HEAD = 500_000  # characters in which a page says when it was published
MOST_ATTRIBUTES = 5000  # in one tag: libxml2 compares each with all others
PARTING = " \t\n\r\f=/"
DATA = re.compile(r"=[\"']data:[^\"'\s,]{0,200},[^\"'\s]*")
MOST_TAGS = 100_000  # long lists of encyclopedias have 60,000; the extraction takes 3 s for these
DEEPEST = 2000  # open tags inside each other: real pages stay under 100; the tree walkers recurse
TAG = re.compile(r"<(/?)(div|span|p|b|i|font|table|tr|td|ul|li|section|blockquote|a|em|strong)\b", re.IGNORECASE)


def read(raw: Raw) -> Text | Issue:
    """The article in the page with its title, day, publisher and address, or why not.

    Fragments (the text of a feed's entry) and pages without an article are read block by block.
    """
    html = decode(raw.data, raw.media)
    if len(html) > LARGEST:
        return issue("too_large", raw.name, f"a page of more than {LARGEST:,} characters. Save its text.")
    if "<body" not in html.lower() or _is_unwieldy(html):
        return Text(text_of(html))
    page = trafilatura.bare_extraction(
        html,
        url=raw.hints.url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        prune_xpath="//template",  # no browser shows it
        date_extraction_params=DATES,
    )
    if page is None or isinstance(page, dict):
        return Text(text_of(html), Hints(published=_published(html)))
    hints = Hints(
        title=page.title,
        published=_published(html) or page.date,
        publisher=page.sitename,
        url=page.url,
        language=page.language,
        licence=page.license,
    )
    return Text(_rows(page.text or "") or text_of(html), hints)


def _published(html: str) -> str | None:
    """The instant that the page's own metadata give: finer than the day that trafilatura keeps."""
    head = html[:HEAD]
    for meta in META.finditer(head):
        content = CONTENT.search(meta[0])
        if content and PUBLISHED_META.search(meta[0]) and (found := iso(unescape(content[1] or content[2]))):
            return found
    linked = LINKED_DATA.search(head)
    return iso(linked[1]) if linked else None


def _rows(text: str) -> str:
    """Rows of tables with their cells parted by tabs, as everywhere in the canonical text."""
    return "\n".join(_row(line) if line.startswith("|") else line for line in text.split("\n"))


def _row(line: str) -> str:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    return "" if all(set(cell) <= {"-", ":"} for cell in cells) else "\t".join(cells)


def _is_unwieldy(html: str) -> bool:
    return html.count("<") > MOST_TAGS or _depth(html) > DEEPEST or _attributes(html) > MOST_ATTRIBUTES


def _attributes(html: str) -> int:
    """The most characters in one tag that can part attributes, those of pictures in the page apart."""
    tags = (part[part.find("<") :] for part in html.split(">") if len(part) > MOST_ATTRIBUTES and "<" in part)
    return max((sum(map(DATA.sub("", tag).count, PARTING)) for tag in tags), default=0)


def _depth(html: str) -> int:
    depth = deepest = 0
    for tag in TAG.finditer(html):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest
