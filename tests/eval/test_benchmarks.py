"""The public benchmarks of eval/, each run as its command, against the floors of eval/floors.toml."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.eval.test_floors import CEILINGS

ROOT = Path(__file__).parents[2]
PRINTED = {  # benchmark: (script, what it prints before the figure)
    "geovirus_161km": ("places", r"within 161 km ([\d.]+)"),
    "wikiwars_recall": ("times", r"^recall\s+([\d.]+)"),
    "wikiwars_value": ("times", r"^value right, all \(BC wrong\)\s+([\d.]+)"),
    "plover_type": ("plover", r"right, ([\d.]+)"),
    "ucdp_names": ("actors", r"GEDEvent\S+ names \S+ = ([\d.]+)"),
    "re3d_recall": ("re3d", r"recall ([\d.]+)"),
    "re3d_precision": ("re3d", r"precision ([\d.]+)"),
    "grouping_precision": ("grouping", r"grouping precision ([\d.]+)"),
    "grouping_recall": ("grouping", r"grouping .* recall ([\d.]+)"),
    "quiet_claims": ("quiet", r"claims per document ([\d.]+)"),
}


@pytest.fixture(scope="module")
def printed() -> dict[str, str]:
    """What each script prints (it exits with 1 below its own bar); empty where the shared folder is not named."""
    if not os.environ.get("FOGLINE_SHARED"):
        return {}
    made = {}
    for script in sorted({script for script, _ in PRINTED.values()}):
        command = [sys.executable, str(ROOT / "eval" / f"{script}.py")]
        made[script] = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False).stdout
    return made


@pytest.mark.parametrize("name", sorted(PRINTED))
def test_a_benchmark_holds_its_floor(name: str, printed: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    script, pattern = PRINTED[name]
    if not printed:
        with capsys.disabled():
            print(f"\nNOT RUN: {name} (FOGLINE_SHARED names no folder)")  # noqa: T201 - told to the person
        return
    figures = [float(n) for n in re.findall(pattern, printed[script], re.MULTILINE)]
    assert figures, printed[script]
    floor = tomllib.loads((ROOT / "eval/floors.toml").read_text(encoding="utf-8"))["benchmarks"]["public"][name]
    assert max(figures) <= floor if name in CEILINGS else min(figures) >= floor
