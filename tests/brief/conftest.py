"""The demo's sample reports in a ledger, and the brief of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.brief.brief import Brief, brief
from fogline.brief.evidence import Evidence
from fogline.brief.wording import Wording
from fogline.cli.add import stored
from fogline.cli.brief import outlines, texts
from fogline.cli.demo import WINDOW
from fogline.cli.reports import Reports
from fogline.cli.settings import settings
from fogline.cli.situations import Options, asked
from fogline.situation.situation import Situation

SAMPLES = Path(__file__).parents[2] / "src/fogline/data/samples"


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    ledger = str(tmp_path_factory.mktemp("brief") / "demo.db")
    stored(Reports((str(SAMPLES),), settings()), ledger)
    return ledger


@pytest.fixture(scope="session")
def demo_situation(demo_ledger: str) -> Situation:
    return asked(Options(demo_ledger, *WINDOW))


@pytest.fixture(scope="session")
def demo_texts(demo_ledger: str, demo_situation: Situation) -> dict[str, str]:
    return texts(demo_ledger, demo_situation)


@pytest.fixture(scope="session")
def evidence(demo_situation: Situation, demo_texts: dict[str, str]) -> Evidence:
    return Evidence.of(demo_situation, demo_texts, Wording.load("en"))


@pytest.fixture(scope="session")
def demo(demo_situation: Situation, demo_texts: dict[str, str]) -> Brief:
    return brief(demo_situation, demo_texts, Wording.load("en"), outlines(), "http://127.0.0.1:8765")
