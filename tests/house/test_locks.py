"""The lock files: every version hashed, no registry address, and binary wheels for all three systems."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock"]
PLATFORMS = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_version_is_pinned_by_hash_and_no_registry_is_named(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\S)", text.strip())
    assert len(requirements) > 50
    assert [r.splitlines()[0] for r in requirements if "==" not in r or "--hash=sha256:" not in r] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links|file:", text) == []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_user_lock_resolves_with_binary_wheels_only(platform: str, tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--dry-run", "--only-binary", ":all:"]
    command += ["--python-platform", platform, "--python-version", "3.11", "--require-hashes"]
    command += ["-r", str(ROOT / "requirements.lock"), "--target", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr


def test_the_development_lock_holds_the_user_lock() -> None:
    users, developers = (
        set(re.findall(r"^([\w.-]+==[\w.+-]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    )
    assert users - developers == set()
