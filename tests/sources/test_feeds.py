from __future__ import annotations

from fogline.documents.load import load
from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.expand import expand

RSS = b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Sahel &amp; Coast Wire</title><language>en-gb</language>
<item><title>Ambush near T\xc3\xa9ra</title><link>https://wire.example/1</link><pubDate>Tue, 03 Dec 2024 14:00:00 +0100</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Gunmen killed nine soldiers near T\xc3\xa9ra.</p>
<p>No group claimed it.</p>]]></content:encoded></item>
<item><title>Plain</title><description>Militants left Djibo &amp; Arbinda.</description></item>
<item><title>Nothing</title><link>https://wire.example/3</link></item></channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>
<entry><title>A</title><updated>2024-12-03T10:00:00Z</updated><summary>Shells hit Taiz.</summary></entry></feed>"""


def test_every_entry_is_a_report_with_what_the_feed_knows() -> None:
    first = next(expand(Raw("feed.xml", RSS)))
    assert isinstance(first, Raw)
    (d,) = load(first).items
    assert d.text == "Gunmen killed nine soldiers near Téra.\nNo group claimed it."
    assert (d.title, d.publisher, d.url, d.published, d.language) == (
        "Ambush near Téra",
        "Sahel & Coast Wire",
        "https://wire.example/1",
        "2024-12-03T13:00:00Z",
        "en",
    )


def test_a_plain_description_is_text() -> None:
    second = list(expand(Raw("feed.xml", RSS)))[1]
    assert isinstance(second, Raw)
    assert load(second).items[0].text == "Militants left Djibo & Arbinda."


def test_an_entry_without_text_is_an_issue() -> None:
    third = list(expand(Raw("feed.xml", RSS)))[2]
    assert isinstance(third, Issue)
    assert third.code == "empty"


def test_a_day_of_change_is_taken_and_said() -> None:
    issue, raw = expand(Raw("feed.atom", ATOM))
    assert isinstance(issue, Issue)
    assert isinstance(raw, Raw)
    assert (issue.code, raw.hints.published) == ("published_from_updated", "2024-12-03T10:00:00Z")


def test_entities_that_define_each_other_are_refused() -> None:
    bomb = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>'
    assert [e.code for e in expand(Raw("feed.xml", bomb)) if isinstance(e, Issue)] == ["bomb"]


def test_a_feed_cut_off_gives_what_it_has() -> None:
    found = list(expand(Raw("feed.xml", RSS[: RSS.index(b"<item><title>Plain")])))
    assert len(found) == 1
