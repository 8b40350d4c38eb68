"""The islands' own checks, run with the Node that comes from PyPI: types, unit tests, a lock that names no registry."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ISLANDS = ROOT / "islands"
NPM = [sys.executable, str(ROOT / "hatch_build.py")]


@pytest.fixture(scope="module")
def laid() -> Path:
    """The folder with all packages of its lock, those for types too."""
    if not (ISLANDS / "node_modules" / "typescript").exists():
        subprocess.run(
            [*NPM, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=ISLANDS, check=True, timeout=600
        )
    return ISLANDS


@pytest.mark.parametrize("script", ["check", "test", "build"])
def test_the_islands_pass_their_own(script: str, laid: Path) -> None:
    done = subprocess.run([*NPM, "run", script], cwd=laid, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lock_names_no_registry() -> None:
    lock = (ISLANDS / "package-lock.json").read_text(encoding="utf-8")
    assert lock.count('"integrity"') > 20
    assert re.findall(r'"resolved"|registry\.', lock) == []
