"""``fogline brief``: what it writes, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from fogline.cli.brief import command
from fogline.errors import FoglineError
from fogline.ledger.upgrade import created


@pytest.fixture
def empty(tmp_path: Path) -> str:
    created(str(tmp_path / "empty.db"))
    return str(tmp_path / "empty.db")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--out", "brief.odt"], "expected a file name that ends in .md, .docx, .pdf, met 'brief.odt'"),
        (["--out", "brief"], "expected a file name that ends in"),
        (["--out", "brief.md", "--lang", "fr"], "a brief can be written in en, not in 'fr'"),
        (
            ["--out", "brief.md", "--link-base", "javascript:alert(1)"],
            "expected an address such as http://127.0.0.1:8765",
        ),
        (["--out", "brief.md", "--from", "yesterday"], "--from: expected a day such as 2024-12-01"),
        (["--out", "brief.md"], "the ledger holds no claims for this place and these days"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(options: list[str], sentence: str, empty: str) -> None:
    done = CliRunner().invoke(command, ["--ledger", empty, *options])
    assert isinstance(done.exception, FoglineError)
    assert sentence in str(done.exception)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    from fogline.cli.brief import put

    with pytest.raises(FoglineError, match=r"nowhere/brief\.md cannot be written: No such file"):
        put(b"x", tmp_path / "nowhere" / "brief.md")
