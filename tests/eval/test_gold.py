"""Our own gold in tests/gold: sound by the scorer's own check, and still rich in the hard sorts of claim."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"
KINDS = ("event", "control", "figure", "relation", "assessment")
LICENCE = "Apache-2.0, written for Fogline"

Record = dict[str, Any]


def records() -> list[Record]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


def claims() -> list[Record]:
    return [claim for record in records() for claim in record["claims"]]


def required() -> list[Record]:
    return [claim for claim in claims() if not claim.get("optional")]


def faults(folder: Path) -> int:
    """What `score.py --check` counts, read from the script itself."""
    spec = importlib.util.spec_from_file_location("gold_score", ROOT / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return int(module.check(module.load_gold(folder)))


def test_the_scorer_finds_no_fault() -> None:
    assert faults(GOLD) == 0


def test_the_scorer_finds_a_planted_fault(tmp_path: Path) -> None:
    record = records()[0]
    record["claims"][0]["anchor"] = "words that no dispatch holds"
    (tmp_path / "broken.json").write_text(json.dumps(record), encoding="utf-8")
    assert faults(tmp_path) == 1


def test_documents() -> None:
    assert len(records()) >= 36


def test_claims() -> None:
    assert len(required()) >= 860


@pytest.mark.parametrize(("kind", "least"), list(zip(KINDS, (430, 100, 220, 60, 37), strict=True)))
def test_kinds(kind: str, least: int) -> None:
    assert sum(claim["kind"] == kind for claim in required()) >= least


def test_denied() -> None:
    assert sum(claim["stance"] == "denied" for claim in required()) >= 86


def test_planned_requested_or_possible() -> None:
    assert sum(claim["modality"] in {"planned", "requested", "possible"} for claim in required()) >= 95


def test_without_a_culprit() -> None:
    assert sum(claim.get("agents") == [] for claim in required()) >= 54


def test_texts_without_any_claim() -> None:
    assert [r["document"]["id"] for r in records() if not r["claims"]] == [
        "film-review-no-mans-hill",
        "sport-derby-report",
    ]


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_document_is_named_by_its_id_and_written_for_us(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))["document"]
    assert (document["id"], document["licence"], document["language"]) == (path.stem, LICENCE, "en")


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_text_is_of_a_dispatchs_length(path: Path) -> None:
    assert 90 <= len(json.loads(path.read_text(encoding="utf-8"))["document"]["text"].split()) <= 400


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_stance_modality_and_backdrop_are_always_given(path: Path) -> None:
    stated = json.loads(path.read_text(encoding="utf-8"))["claims"]
    assert [claim["anchor"] for claim in stated if not {"stance", "modality", "backdrop"} <= set(claim)] == []
