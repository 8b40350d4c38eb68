"""``fogline gazetteer``: find and add."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from fogline.cli.gazetteer import gazetteer as command


@pytest.mark.usefixtures("gazetteer")
def test_find_prints_one_json_object_a_line() -> None:
    result = CliRunner().invoke(command, ["find", "Homs", "--country", "sy", "--json"])
    first = json.loads(result.output.splitlines()[0])
    assert (result.exit_code, first["country"]) == (0, "SY")


@pytest.mark.usefixtures("gazetteer")
def test_an_unknown_name_exits_with_2() -> None:
    result = CliRunner().invoke(command, ["find", "Qwixalon"])
    assert (result.exit_code, "No place called 'Qwixalon'" in result.output) == (2, True)


def test_add_writes_the_users_places(tmp_path: Path) -> None:
    source, target = tmp_path / "sdn.csv", tmp_path / "places.tsv"
    source.write_text("admin1Name_en,admin1Pcode,lat,lon\nSennar,SD14,13.0,34.1\n", "utf-8")
    result = CliRunner().invoke(command, ["add", str(source), "--as", "pcodes", "--to", str(target)])
    assert result.output == f"1 places added to {target}\n"
    assert "pcode:SD14\tSennar" in target.read_text("utf-8")
