from __future__ import annotations

import json

from fogline.documents.load import load
from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.expand import expand

ANSWER = {
    "data": [
        {"id": "4100001", "fields": {
            "title": "DR Congo: Situation Report 3",
            "body-html": "<p>Some 5,100 people reached Bulengo.</p><p>Hospitals are full.</p>",
            "source": [{"name": "OCHA"}, {"name": "UNHCR"}], "language": [{"code": "en"}],
            "date": {"original": "2025-01-28T00:00:00+00:00", "created": "2025-01-29T09:00:00+00:00"},
            "url_alias": "https://reliefweb.int/report/drc/3",
        }},
        {"id": "4100002", "fields": {"title": "Annex", "body": "**Goma**: shells hit [a camp](https://x.example)."}},
        {"id": "4100003", "fields": {"title": "Map only"}},
    ]
}  # fmt: skip


def test_reports_with_all_that_the_answer_says() -> None:
    first, second, third = expand(Raw("answer.json", json.dumps(ANSWER).encode()))
    assert isinstance(first, Raw)
    (d,) = load(first).items
    assert d.text == "Some 5,100 people reached Bulengo.\nHospitals are full."
    assert (d.title, d.publisher, d.url) == (
        "DR Congo: Situation Report 3",
        "OCHA, UNHCR",
        "https://reliefweb.int/report/drc/3",
    )
    assert (d.published, d.language) == ("2025-01-28T00:00:00+00:00", "en")
    assert isinstance(second, Raw)
    assert load(second).items[0].text == "Goma: shells hit a camp."
    assert isinstance(third, Issue)
    assert third.code == "empty"


def test_other_json_is_handed_on() -> None:
    raw = Raw("a.json", b'{"data": 1, "fields": 2, "text": "Shells."}')
    assert list(expand(raw)) == [raw]
