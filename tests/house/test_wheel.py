"""The wheel alone runs ``fogline``: everything a user needs is inside, nothing of the source tree is needed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
INSIDE = [
    "fogline/py.typed",
    "fogline/data/eval/score.py",
    "fogline/data/confidence/weights.tsv",
    "fogline/data/lexicons/en/events.tsv",
    "fogline/data/lexicons/en/actors/middle_east.tsv",
    "fogline/data/gazetteer/localities.tsv",
    "fogline/ledger/migrations/env.py",
    "fogline/web/assets/islands.js",
    "fogline/web/assets/islands.LICENSE.md",
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_what_a_user_needs_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [n for n in INSIDE if n not in names] == []
    assert [n for n in names if n.startswith(("tests/", "fogline/tests/"))] == []


def test_the_wheel_alone_reads_a_report(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    report = tmp_path / "report.txt"
    report.write_text("Gunmen killed 12 people in Jos, Nigeria, on Monday, police said.\n", encoding="utf-8")
    command = [
        sys.executable,
        "-P",
        "-m",
        "fogline.cli",
        "read",
        str(report),
        "--published",
        "2025-03-12",
        "--format",
        "jsonl",
    ]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert '"low":12' in done.stdout
