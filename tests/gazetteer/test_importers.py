"""GeoNames dumps and OCHA P-code tables become rows of the user's places.tsv."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline.errors import LexiconError
from fogline.gazetteer.build import build_supplement
from fogline.gazetteer.importers import append, read_geonames, read_pcodes
from fogline.gazetteer.lookup import Gazetteer

DUMP = "99\tKurmuk Base\tKurmuk Base\tKurmuk,Kormok\t10.55\t34.28\tS\tMILB\tSD\t\t42\t\t\t\t0\t\t\tAfrica/Khartoum\t2020-01-01\n"
TABLE = (
    "admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode,center_lat,center_lon\n"
    "Sennar,SD14,Sinja,SD14001,13.15,33.93\nSennar,SD14,,,13.0,34.1\n"
)


def test_a_dump_is_read(tmp_path: Path) -> None:
    source = tmp_path / "SD.txt"
    source.write_text(DUMP, "utf-8")
    entry = next(read_geonames(source))
    assert (entry.id, entry.kind, entry.country, entry.aliases) == ("99", "base", "SD", ("Kurmuk", "Kormok"))


def test_a_line_that_is_no_dump_is_named(tmp_path: Path) -> None:
    source = tmp_path / "SD.txt"
    source.write_text(DUMP + "not a dump\n", "utf-8")
    with pytest.raises(LexiconError, match="line 2"):
        list(read_geonames(source))


def test_a_pcode_table_gives_the_deepest_level_of_each_row(tmp_path: Path) -> None:
    source = tmp_path / "sdn.csv"
    source.write_text(TABLE, "utf-8")
    assert [(e.id, e.name, e.kind, e.admin1) for e in read_pcodes(source)] == [
        ("pcode:SD14001", "Sinja", "admin2", "Sennar"),
        ("pcode:SD14", "Sennar", "admin1", "Sennar"),
    ]


def test_a_table_without_centroids_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "sdn.csv"
    source.write_text("admin1Name_en,admin1Pcode\nSennar,SD14\n", "utf-8")
    with pytest.raises(LexiconError, match="lat or center_lat"):
        list(read_pcodes(source))


def test_what_is_added_is_found_and_added_once(tmp_path: Path) -> None:
    source, target = tmp_path / "SD.txt", tmp_path / "places.tsv"
    source.write_text(DUMP, "utf-8")
    assert append(target, read_geonames(source)) == 1
    assert append(target, read_geonames(source)) == 0
    book = Gazetteer((build_supplement(tmp_path, target),))
    assert [c.id for c in book.find("Kormok")] == ["99"]
    book.close()
