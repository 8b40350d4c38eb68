"""Values in, HTML out: escaped, self-contained, every claim one click from its sentence."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.reports import PLACES, counted, report
from tests.situations import filled, seen

from fogline.ledger.upgrade import created
from fogline.model.document import Document
from fogline.model.record import Record
from fogline.situation.situation import Situation
from fogline.web.chart import chart
from fogline.web.days import pooled, runs
from fogline.web.page import Carried, page
from fogline.web.region import clipped, country_of
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


def test_names_of_private_people_leave_the_house_only_when_told_to(ledger_of_witness: Situation) -> None:
    text = report("Amina Yusuf, a resident, said 12 civilians were killed in Goma.", "2024-12-01").text
    whole = (Document("d_1", text, title="Amina Yusuf speaks"),)
    partner = page([ledger_of_witness], load_shapes(), Carried(texts=whole))
    internal = page([ledger_of_witness], load_shapes(), Carried(profile="internal", texts=whole))
    assert "Amina" not in partner
    assert "Amina" not in data_of(partner)
    assert "[name withheld], a resident, said" in partner
    assert "Amina Yusuf, a resident, said" in internal


@pytest.fixture
def ledger_of_witness(tmp_path: Path) -> Situation:
    told_by = report("Amina Yusuf, a resident, said 12 civilians were killed in Goma.", "2024-12-01")
    claim = counted(
        told_by, "12", "killed", 12, population="civilians", place="Goma", day="2024-11-30", by="Amina Yusuf"
    )
    created(str(tmp_path / "l.db"))
    return seen(filled(tmp_path / "l.db", [(told_by, [claim])]))


def data_of(written: str) -> str:
    """What the page carries for the islands, as JSON text."""
    packed = re.findall(r'id="data">([^<]*)<', written)[0]
    return zlib.decompress(base64.b64decode(packed), wbits=-zlib.MAX_WBITS).decode()


def test_every_day_is_in_the_data_once(written: str, situations: list[Situation]) -> None:
    data = json.loads(data_of(written))
    assert data["days"] == ["2024-12-01", "2024-12-02", "2024-12-03"]
    assert set(data["claims"]) == {h.stated.claim.id for s in situations for h in s.claims}
    best = {f["best"]: f.get("on") for f in data["parts"]["figures"]}
    assert best == {"40": [0, 1], "70": [2, 2]}


@pytest.mark.parametrize(("days", "packed_as"), [([0, 1, 2, 5], [0, 2, 5, 5]), ([], []), ([4], [4, 4])])
def test_days_are_kept_as_runs(days: list[int], packed_as: list[int]) -> None:
    assert runs(days) == packed_as


def test_an_order_of_all_days_is_that_of_the_last_with_the_others_between() -> None:
    days: list[list[Record]] = [[{"a": 1}, {"x": 1}, {"b": 1}], [{"a": 1}, {"b": 1}, {"c": 1}]]
    assert [next(iter(r)) if "on" not in r else [*r][1] for r in pooled(days) if isinstance(r, dict)] == [
        "a",
        "x",
        "b",
        "c",
    ]


def test_outlines_are_cut_at_the_frame() -> None:
    ring = [(-100.0, 10.0), (2000.0, 10.0), (2000.0, 50.0), (-100.0, 50.0)]
    assert clipped(ring, 100) == [(-4.0, 10.0), (644.0, 10.0), (644.0, 50.0), (-4.0, 50.0)]


def test_a_situation_of_several_countries_is_framed_around_its_incidents(situations: list[Situation]) -> None:
    from dataclasses import replace

    first = next(i for i in situations[-1].incidents if i.place)
    goma = replace(first, place=PLACES["Goma"])
    region = country_of(replace(situations[-1], incidents=(first, goma)), load_shapes())
    assert region is not None
    assert {c.iso for c in region.countries} == {"SY", "CD"}
    assert all(region.on(region.frame.at(at)) for at in ((37.16, 36.2), (29.22, -1.68)))


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
