"""``fogline read`` as a user meets it: what is read, what is refused, and the exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORT = (
    "KHARTOUM, 3 May – At least 12 people were killed when shells hit a market in Omdurman on Friday, doctors said.\n"
)


def fogline(*arguments: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "fogline.cli", *arguments]
    return subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, timeout=120, check=False)


def test_a_text_becomes_attributed_claims(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    done = fogline("read", "report.txt", "--published", "2024-05-04", "--format", "jsonl", cwd=tmp_path)
    claims = [json.loads(line) for line in done.stdout.decode().splitlines()]
    killed = [c for c in claims if c["type"] == "killed"]
    assert done.returncode == 0, done.stderr
    assert [(c["figure"]["low"], c["figure"]["high"], c["figure"]["qualifier"]) for c in killed] == [
        (12, None, "at_least")
    ]
    assert killed[0]["attribution"][0]["name"] == "doctors"
    assert killed[0]["time"]["from"] == "2024-05-03"
    assert killed[0]["place"]["country"] == "SD"


def test_what_cannot_be_read_is_refused_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7 broken")
    done = fogline("read", ".", "--published", "2024-05-04", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout.count(b'"type":"killed"') == 1
    assert done.stderr.count(b"refused:") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["read"], "Missing argument"),
        (["read", "x.txt", "--published", "yesterday"], "expected a day"),
        (["nosuch"], "No such command"),
        (["read", "x.txt", "--cluster", "ray"], "cluster"),
    ],
    ids=["nothing named", "no day", "no command", "not built"],
)
def test_bad_usage_says_what_was_expected_and_exits_with_1(arguments: list[str], words: str, tmp_path: Path) -> None:
    done = fogline(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    assert words in done.stderr.decode()


def test_standard_input_is_a_report(tmp_path: Path) -> None:
    done = fogline("read", "-", "--published", "2024-05-04", "--format", "table", cwd=tmp_path, stdin=REPORT.encode())
    assert done.returncode == 0
    assert "killed 12+" in done.stdout.decode()
    assert "doctors" in done.stdout.decode()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    done = fogline("read", "nowhere.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert b"nowhere.txt" in done.stderr


def test_explain_lists_what_was_refused_and_why(tmp_path: Path) -> None:
    sport = "The two sides will battle for the league title on Sunday after the striker fired a late winner.\n"
    (tmp_path / "sport.txt").write_text(sport, encoding="utf-8")
    done = fogline("read", "sport.txt", "--explain", "--format", "jsonl", cwd=tmp_path)
    assert done.stdout == b""
    assert b"refused_" in done.stderr
