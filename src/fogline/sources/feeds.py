"""RSS and Atom feeds: one raw report an entry. The only file that knows feedparser."""

from __future__ import annotations

import calendar
import html
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from time import struct_time

import feedparser

from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw
from fogline.sources.limits import Limits
from fogline.sources.refused import note, printable, refused

HEAD = 2000
MOST_ATTRIBUTES = 2000
ROOTS = (b"<rss", b"<feed", b"<rdf:rdf")


def is_feed(raw: Raw) -> bool:
    """Whether the bytes are an RSS or Atom feed."""
    head = raw.data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(b"<") and any(root in head for root in ROOTS) and b"<html" not in head


def entries(raw: Raw, limits: Limits) -> Iterator[Raw | Issue]:
    """The text of every entry as HTML, with its title, address and day; an entry without text is an issue."""
    if odd := _hostile(raw):
        yield odd
        return
    try:
        # a stream and not the bytes: feedparser would try bytes as a file name first
        feed = feedparser.parse(io.BytesIO(raw.data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        # what feedparser lets through of its own and of the parsers below it on malformed feeds
        yield refused("broken_feed", raw.name, f"not a whole feed ({type(error).__name__}). Fetch it again.")
        return
    publisher = _plain(feed.feed.get("title"))
    language = feed.feed.get("language")
    if not feed.entries:
        yield refused("empty", raw.name, "a feed without entries. There is nothing to read.")
    for number, entry in enumerate(feed.entries[: limits.entries], 1):
        name = f"{raw.name}!/{printable(str(entry.get('link') or number))}"
        text = _text(entry)
        if not text:
            yield refused("empty", name, "an entry without text. Read the page that it links to.")
            continue
        published, issue = _published(entry, name)
        if issue:
            yield issue
        hints = Hints(None, _plain(entry.get("title")), published, publisher, entry.get("link"), language)
        yield Raw(name, text.encode("utf-8", "replace"), "text/html; charset=utf-8", raw.retrieved, hints)


def _hostile(raw: Raw) -> Issue | None:
    """Why a feed is not even parsed: entities of its own, or a tag whose attributes take the parser minutes."""
    if b"<!entity" in raw.data.lower():
        return refused("bomb", raw.name, "a feed that defines its own entities, as no honest feed does. Not read.")
    if any(tag.split(b">", 1)[0].count(b"=") > MOST_ATTRIBUTES for tag in raw.data.split(b"<")):
        why = f"a feed with more than {MOST_ATTRIBUTES:,} attributes in one tag, as no honest feed has. Not read."
        return refused("bomb", raw.name, why)
    return None


def _text(entry: feedparser.FeedParserDict) -> str:
    pieces = [str(part.get("value", "")) for part in entry.get("content", [])] or [str(entry.get("summary", ""))]
    body = max(pieces, key=len).strip()
    plain = "<" not in body
    return "<p>" + "</p>\n<p>".join(html.escape(body, quote=False).split("\n\n")) + "</p>" if body and plain else body


def _published(entry: feedparser.FeedParserDict, name: str) -> tuple[str | None, Issue | None]:
    if day := _iso(entry.get("published_parsed")):
        return day, None
    if day := _iso(entry.get("updated_parsed")):
        why = "tells only when it was last changed; that day is taken as its day of publication."
        return day, note("published_from_updated", name, why)
    if said := entry.get("published") or entry.get("updated"):
        why = f"the date of publication {printable(str(said)[:60])!r} is no day. Left unknown."
        return None, note("bad_published", name, why)
    return None, None


def _iso(when: struct_time | None) -> str | None:
    """The instant; ``None`` for none and for one that no calendar has (year 0)."""
    try:
        return datetime.fromtimestamp(calendar.timegm(when), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if when else None
    except (ValueError, OverflowError):
        return None


def _plain(text: str | None) -> str | None:
    return (html.unescape(text).strip() or None) if text else None
