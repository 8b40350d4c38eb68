"""A small war in four reports, one of them hostile, and its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reports import counted, report, told
from tests.situations import Told, filled, seen

from fogline.ledger.upgrade import created
from fogline.situation.situation import Situation
from fogline.web.page import page
from fogline.web.shapes import load_shapes

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \u202egnp.exe {{ 7*7 }}"
NAME = "مرصد <b>حلب</b>"


def reports() -> list[Told]:
    first = report(
        f"Monitors said 40 people were killed in Aleppo. Rebels seized Aleppo. {HOSTILE} Shells struck Aleppo.",
        "2024-12-01",
        NAME,
        title=HOSTILE,
        url='https://example.org/a?b="><script>',
    )
    denial = report("The army denied that rebels seized Aleppo.", "2024-12-02", "State Wire")
    later = report("Monitors said 70 people were killed in Aleppo. Jets bombed Idlib.", "2024-12-03", "Daily Post")
    where = {"place": "Aleppo", "day": "2024-11-30"}
    return [
        (
            first,
            [
                counted(first, "40", "killed", 40, scope="cumulative", by="Monitors", place="Aleppo"),
                told(first, "takes", "seized", agents=("Rebels",), place=where["place"], day=where["day"]),
                told(first, "ASSAULT", "struck", place=where["place"], day=where["day"]),
            ],
        ),
        (
            denial,
            [
                told(
                    denial,
                    "takes",
                    "seized",
                    agents=("rebels",),
                    place=where["place"],
                    day=where["day"],
                    stance="denied",
                    by="The army",
                )
            ],
        ),
        (
            later,
            [
                counted(later, "70", "killed", 70, scope="cumulative", by="Monitors", place="Aleppo"),
                told(later, "ASSAULT", "bombed", place="Idlib", day="2024-12-02"),
            ],
        ),
    ]


@pytest.fixture(scope="session")
def situations(tmp_path_factory: pytest.TempPathFactory) -> list[Situation]:
    empty = tmp_path_factory.mktemp("web") / "l.db"
    created(str(empty))
    ledger = filled(empty, reports())
    return [seen(ledger, known=day) for day in ("2024-12-01", "2024-12-02", "2024-12-03")]


@pytest.fixture(scope="session")
def written(situations: list[Situation]) -> str:
    return page(situations, load_shapes())


@pytest.fixture(scope="session")
def file(written: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("page") / "situation.html"
    target.write_text(written, encoding="utf-8")
    return target
