"""An empty ledger, made once a session and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fogline.ledger.upgrade import created


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "empty.db"
    created(str(path))
    return path


@pytest.fixture
def ledger(empty: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty, tmp_path / "l.db"))
