"""Every row of events.tsv reads its own example; roles, nesting, merging and modes read as the table says."""

from __future__ import annotations

import pytest
from tests.conftest import ParsedOf

from fogline.extract.trigger_lexicon import TriggerLexicon, load
from fogline.extract.triggers import triggers
from fogline.language.lexicon import rows, shipped

EXAMPLES = [
    (f"{row.line}:{row['words'][:30]}", row["example"], row["type"], row["mode"])
    for row in rows(shipped("lexicons", "en", "events.tsv"), ("words", "type", "mode", "example"))
]


@pytest.fixture(scope="module")
def lexicon() -> TriggerLexicon:
    return load()


@pytest.mark.parametrize(("name", "text", "type_", "mode"), EXAMPLES, ids=[e[0] for e in EXAMPLES])
def test_a_row_reads_its_example(
    name: str, text: str, type_: str, mode: str, parsed_of: ParsedOf, lexicon: TriggerLexicon
) -> None:
    read = [(t.type, t.mode or "") for t in triggers(parsed_of(text), lexicon).items]
    assert any(t == type_ and (not mode or m == mode) for t, m in read), (name, read)
