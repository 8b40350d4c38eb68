"""Compiling: the file is whole or not there, and wrong lines are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.errors import LexiconError
from fogline.gazetteer.build import build_supplement, path_in
from fogline.gazetteer.kinds import load_kinds
from fogline.gazetteer.sources import supplement, table
from fogline.language.lexicon import rows

HEADER = "name\taliases\tkind\tcountry\tadmin1\tlat\tlon\tweight\treach\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("X\t\tcity\tSD\t\tnorth\t33\t\t\n", "numbers for lat"),
        ("X\t\tcity\tSD\t\t95\t33\t\t\n", "degrees within"),
        ("X\t\tplanet\tSD\t\t15\t33\t\t\n", "one of the kinds"),
    ],
)
def test_a_wrong_line_of_the_users_places_is_named(line: str, expected: str, tmp_path: Path) -> None:
    own = tmp_path / "places.tsv"
    own.write_text(HEADER + line, "utf-8")
    with pytest.raises(LexiconError, match=f"line 2: expected {expected}"):
        build_supplement(tmp_path / "cache", own)
    assert list((tmp_path / "cache").glob("*")) == []


def test_the_place_of_the_file_depends_on_the_content_alone(tmp_path: Path) -> None:
    assert path_in(tmp_path) == path_in(tmp_path)
    assert path_in(tmp_path).name.startswith("gazetteer-")


@pytest.mark.parametrize("name", ["regions.tsv", "localities.tsv", "waters.tsv"])
def test_our_own_rows_are_on_earth_and_have_one_id_each(name: str) -> None:
    ids = [e.id for e in supplement(table(name))]
    assert len(ids) == len(set(ids))


def test_the_usual_spellings_of_provinces_name_provinces_that_exist() -> None:
    known = {(r["country"], r["name"]) for r in rows(table("admin1.tsv"), ("country", "name"))}
    usual = {(r["country"], r["name"]) for r in rows(table("provinces.tsv"), ("country", "name"))}
    assert usual - known == set()


def test_the_longest_word_of_kind_is_split_off() -> None:
    kinds = load_kinds()
    split = kinds.after("nasib border crossing")
    assert split is not None
    assert (split[0], split[1].word) == ("nasib", "border crossing")
