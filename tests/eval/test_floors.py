"""The quality floors of eval/floors.toml: held by what the reader does now, and never lowered since they were written."""

from __future__ import annotations

import os
import subprocess
import tomllib
from pathlib import Path

import pytest

from fogline.cli.scoring import Scores, scores
from fogline.config import Settings

ROOT = Path(__file__).parents[2]
FLOORS = ROOT / "eval" / "floors.toml"
CEILINGS = {"extras_per_gold", "quiet_claims"}  # rates where less is better

Floors = dict[str, dict[str, dict[str, float]]]


def floors(text: str) -> Floors:
    parsed: Floors = tomllib.loads(text)
    return parsed


def unmet(result: Scores, wanted: dict[str, dict[str, float]]) -> list[str]:
    """The floors of one gold folder that the scores do not reach, one line each."""
    lines = []
    for kind, rates in wanted.items():
        for name, floor in rates.items():
            value = result.fields[name]["right"] if kind == "fields" else result.kinds[kind][name]
            if (value > floor) if name in CEILINGS else (value < floor):
                lines.append(f"{kind} {name}: {value:.3f}, floor {floor}")
    return lines


@pytest.fixture(scope="module")
def wanted() -> Floors:
    return floors(FLOORS.read_text(encoding="utf-8"))


def test_our_own_gold_is_read_as_well_as_before(wanted: Floors) -> None:
    assert unmet(scores(ROOT / "tests" / "gold", Settings(cache=Settings().cache.expanduser())), wanted["tests"]) == []


def test_the_shared_gold_is_read_as_well_as_before(wanted: Floors, capsys: pytest.CaptureFixture[str]) -> None:
    folder = os.environ.get("FOGLINE_GOLD")
    if not folder:
        with capsys.disabled():
            print("\nNOT RUN: the floors on the shared gold (FOGLINE_GOLD names no folder)")  # noqa: T201 - told to the person
        return
    assert unmet(scores(Path(folder), Settings(cache=Settings().cache.expanduser())), wanted["dev"]) == []


def test_no_floor_was_ever_lowered(wanted: Floors) -> None:
    log = ["git", "log", "--format=%H", "--", "eval/floors.toml"]
    commits = subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    for commit in commits:
        show = ["git", "show", f"{commit}:eval/floors.toml"]
        before = floors(subprocess.run(show, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
        for gold, kinds in before.items():
            for kind, rates in kinds.items():
                for name, floor in rates.items():
                    now = wanted[gold][kind][name]
                    assert now <= floor if name in CEILINGS else now >= floor, (
                        f"{gold} {kind} {name} since {commit[:9]}"
                    )
