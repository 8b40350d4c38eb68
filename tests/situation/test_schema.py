"""The situation as JSON is what the shipped schema says, and the schema names every key that occurs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.reports import report, told
from tests.situation.test_clocks import QUICK, fresh, reports
from tests.situations import NOON, Told, filled, seen

from fogline.cli.add import stored
from fogline.cli.reports import Reports
from fogline.cli.settings import settings
from fogline.cli.situations import Options, asked
from fogline.exchange.references import dataset, past_events
from fogline.language.lexicon import shipped
from fogline.ledger.connection import opened, writing
from fogline.ledger.references import File, keep
from fogline.model.history import PastEvent
from fogline.situation.record import to_json

SCHEMA = json.loads(shipped("schemas", "situation.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SAMPLES = Path(__file__).parents[2] / "src/fogline/data/samples"


def faults(text: str) -> list[str]:
    found = json.loads(text)
    return [f"{e.json_path}: {e.message[:120]}" for e in VALIDATOR.iter_errors(found)] + list(unnamed(found, SCHEMA))


def unnamed(value: Any, schema: Any, at: str = "$") -> Iterator[str]:
    """The keys that the schema does not name: it would let them pass, and nobody would have described them."""
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in schema["properties"]:
                yield f"{at}.{key}: not in the schema"
            else:
                yield from unnamed(inner, schema["properties"][key], f"{at}.{key}")
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from unnamed(inner, schema["items"], f"{at}[{n}]")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample reports in a ledger, with reference history before them."""
    target = str(tmp_path_factory.mktemp("schema") / "demo.db")
    stored(Reports((str(SAMPLES),), settings()), target)
    head = "id,type_of_violence,where_prec,where_coordinates,adm_1,country,date_start,date_end,low,best,high"
    rows = [f"{n},1,1,Raqqa city,Ar Raqqah Governorate,Syria,2019-0{n}-05,2019-0{n}-05,1,2,3" for n in range(1, 9)]
    path = Path(target).with_name("ged.csv")
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    with path.open("rb") as lines, writing(opened(target)) as connection:
        events = [e for e in past_events(lines, "ucdp-ged") if isinstance(e, PastEvent)]
        keep(connection, File(dataset("ucdp-ged"), "ged.csv", "0", events[0].first, events[-1].last), events, NOON)
    return target


@pytest.mark.parametrize(
    ("place", "first", "last", "known"),
    [
        (None, None, None, None),
        ("Syria", "2024-11-27", "2024-12-08", None),
        ("Syria", "2024-12-02", "2024-12-08", "2024-12-04"),
        ("Aleppo", "2024-11-27", None, "2024-11-29"),
        ("Idlib", None, "2024-12-01", None),
        ("Peru", "2024-11-27", "2024-12-08", None),
    ],
)
def test_every_situation_of_the_samples_is_as_the_schema_says(
    demo: str, place: str | None, first: str | None, last: str | None, known: str | None
) -> None:
    assert faults(to_json(asked(Options(demo, place, first, last, known)))) == []


def test_history_and_silence_are_in_it(demo: str) -> None:
    made = json.loads(to_json(asked(Options(demo, "Syria", "2024-12-02", "2024-12-08"))))
    assert [h["source"] for h in made["indicators"]["tempo"]["history"]] == [
        "UCDP GED",
        "this ledger, before the window",
    ]
    assert ("SY", "raqqa", "UCDP GED") in {
        (d["country"], d["admin1"], d["source"]) for d in made["sources"]["silent"]["divisions"]
    }


@QUICK
@given(st.lists(reports(), max_size=5))
def test_random_ledgers_are_as_the_schema_says(
    empty: Path, tmp_path_factory: pytest.TempPathFactory, some: list[Told]
) -> None:
    ledger = filled(fresh(empty, tmp_path_factory.mktemp("random")), some)
    assert faults(to_json(seen(ledger))) == []


def test_the_schema_finds_what_is_wrong(ledger: Path) -> None:
    one = report("Jets struck Idlib.", "2024-12-01", "A")
    made = json.loads(to_json(seen(filled(ledger, [(one, [told(one, "ASSAULT", "struck", day="2024-12-01")])]))))
    del made["timeline"][0]["lane"]
    made["figures"] = [{}]
    met = faults(json.dumps(made))
    assert any("'lane' is a required property" in fault for fault in met)
    assert any(fault.startswith("$.figures[0]") for fault in met)
