"""The schema as its migrations make it, as its document tells it, and as its questions use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from fogline.ledger.connection import opened, reading
from fogline.ledger.schema import metadata
from fogline.ledger.upgrade import created

DOCUMENT = Path(__file__).parents[2] / "docs" / "ledger.md"
EVERY_ROW = ("SCAN claim", "SCAN document", "SCAN issue", "SCAN reach", "SCAN sketch")
QUESTIONS = {  # what is asked of every ledger again and again, with the index that must answer it
    "SELECT id FROM claim WHERE row IN (SELECT claim FROM reach WHERE country = 'SY' AND month IN ('2024-11', '2024-12'))": "pk",
    "SELECT row FROM claim WHERE place_key = 'idlib' AND first_day <= '2024-12-31' AND last_day >= '2024-12-01'": "place_key",
    "SELECT row FROM claim WHERE place_key = 'idlib' OR admin1_key = 'idlib'": "admin1_key",
    "SELECT document FROM sketch WHERE band IN (1, 2, 3)": "pk",
    "SELECT record FROM claim WHERE id = 'c_0' ORDER BY row DESC": "id",
    "SELECT record FROM claim WHERE document = 'd_0' AND superseded_at IS NULL": "document",
    "SELECT id FROM document WHERE url = 'https://x.example'": "url",
    "SELECT max(recorded_at) FROM document": "recorded_at",
    "SELECT max(known_day) FROM document": "known_day",
    "SELECT row FROM version WHERE older = 'd_0'": "older",
    "SELECT document, \"like\" FROM origin WHERE document IN ('d_0', 'd_1')": "document",
    "SELECT message FROM issue WHERE stage IN ('documents', 'sources') OR code IN ('language_not_read')": "stage",
    "SELECT verdict FROM judgement WHERE \"left\" = 'c_0'": "left",
    "SELECT action FROM decision WHERE claim = 'c_0'": "claim",
}


def test_migrations_lead_to_the_schema(ledger_target: str) -> None:
    with reading(created(ledger_target)) as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [d for d in differences if "_words" not in str(d[1])] == []


def test_the_document_lists_the_tables_as_the_schema_explains_them() -> None:
    told = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    for table in metadata.tables.values():
        assert f"| `{table.name}` | {table.comment} |" in told


def test_every_column_is_explained() -> None:
    assert [f"{c.table.name}.{c.name}" for t in metadata.tables.values() for c in t.columns if not c.comment] == []


@pytest.mark.parametrize(("question", "index"), QUESTIONS.items())
def test_no_question_reads_every_row(tmp_path: Path, question: str, index: str) -> None:
    created(str(tmp_path / "l.db"))
    with reading(opened(str(tmp_path / "l.db"))) as connection:
        plan = [str(row[-1]) for row in connection.execute(text(f"EXPLAIN QUERY PLAN {question}"))]
    assert not [step for step in plan if step.startswith(EVERY_ROW) and "USING" not in step], plan
    assert any(index in step or "PRIMARY KEY" in step for step in plan), plan
