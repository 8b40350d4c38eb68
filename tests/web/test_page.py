"""Values in, HTML out: escaped, self-contained, every claim one click from its sentence."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from fogline.situation.situation import Situation
from fogline.web.chart import chart
from fogline.web.page import page
from fogline.web.shapes import inside, load_shapes
from fogline.web.words import clean, number, pieces

Tag = tuple[str, dict[str, str | None]]
LOADS = {"src", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href", "href", "style"}


class Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.found: list[Tag] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def tags(written: str) -> list[Tag]:
    return Tags(written).found


def test_text_from_reports_is_never_markup(tags: list[Tag], written: str) -> None:
    scripts = [held for tag, held in tags if tag == "script"]
    assert scripts == [{"type": "text/plain", "id": "data"}, {}]
    assert "img" not in {tag for tag, _ in tags}
    assert not [name for _, held in tags for name in held if name.startswith("on")]
    assert "&lt;script&gt;alert(1)" in written


def test_text_from_reports_is_no_template(written: str) -> None:
    assert "{{ 7*7 }}" in written


def test_bidirectional_overrides_are_taken_out(written: str) -> None:
    assert not set(written) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def test_names_are_isolated(written: str) -> None:
    assert "<bdi>مرصد &lt;b&gt;حلب&lt;/b&gt;</bdi>" in written


def test_nothing_is_loaded_from_anywhere(tags: list[Tag]) -> None:
    values = [v or "" for _, held in tags for name, v in held.items() if name in LOADS]
    assert values
    assert [v for v in values if not v.startswith("#")] == []


def test_every_link_leads_to_something(tags: list[Tag]) -> None:
    ids = Counter(held["id"] for _, held in tags if "id" in held)
    wanted = {str(held["href"])[1:] for _, held in tags if "href" in held}
    assert wanted - set(ids) == set()
    assert [i for i, n in ids.items() if n > 1] == []


def test_every_claim_has_its_sentence(tags: list[Tag], situations: list[Situation]) -> None:
    ids = {held.get("id") for _, held in tags}
    assert {h.stated.claim.id for s in situations for h in s.claims} <= ids


def test_the_policy_allows_exactly_the_style_and_script_inside(written: str) -> None:
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', written)[0].replace("&#39;", "'")
    for tag in ("style", "script"):
        content = re.findall(rf"<{tag}>(.*?)</{tag}>", written, re.DOTALL)[0]
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_page_shows_the_last_day(written: str) -> None:
    assert '<strong id="known-day">3 December 2024</strong>' in written
    assert re.findall(r"<strong>([\d,]+)</strong>", written)[0] == "70"


def test_the_same_situation_gives_the_same_bytes(written: str, situations: list[Situation]) -> None:
    assert page(situations, load_shapes()) == written


def test_a_situation_without_claims_has_a_page(situations: list[Situation]) -> None:
    from dataclasses import replace

    from fogline.situation.network import Network

    empty = replace(
        situations[0],
        figures=(),
        control=(),
        contested=(),
        timeline=(),
        incidents=(),
        network=Network((), ()),
        claims=(),
    )
    assert "No figure was known" in page([empty], load_shapes())


def test_the_words_of_the_trigger_are_marked(situations: list[Situation]) -> None:
    claim = next(h.stated.claim for h in situations[0].claims if h.stated.claim.type == "takes")
    assert [text for text, marked in pieces(claim) if marked] == ["seized"]
    assert "".join(text for text, _ in pieces(claim)) == claim.evidence.text


@pytest.mark.parametrize(
    ("low", "high", "written_as"),
    [
        pytest.param(255, 255, "255", id="exact"),
        pytest.param(14001, None, "14,001+", id="at least"),
        pytest.param(0, 300, "0–300", id="between"),
    ],
)
def test_numbers_keep_their_qualifier(low: int, high: int | None, written_as: str) -> None:
    assert number(low, high) == written_as


def test_control_characters_are_taken_out() -> None:
    assert clean("a\x1b[31m\u202eb\u200f") == "a [31m b "


@pytest.mark.parametrize(("point", "division"), [((37.16, 36.2), "Aleppo"), ((36.63, 35.93), "Idlib")])
def test_a_city_lies_in_its_province(point: tuple[float, float], division: str) -> None:
    syria = load_shapes()["SY"]
    assert [d.name for d in syria.divisions if inside(point, d.rings)] == [division]


def test_a_running_toll_is_drawn_with_every_value(situations: list[Situation]) -> None:
    drawn = chart(situations[-1].figures[0])
    assert drawn is not None
    assert [(line.name, [dot[2] for dot in line.dots]) for line in drawn.lines] == [
        ("Monitors", ["2024-12-01: 40", "2024-12-03: 70"])
    ]
    assert chart(situations[0].figures[0]) is None
