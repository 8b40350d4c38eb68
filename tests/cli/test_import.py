"""``fogline import`` as a user runs it."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fogline.cli.main import fogline
from fogline.errors import FileUnreadable, NothingCovered

HEAD = "event_id_cnty,event_date,event_type,country,admin1,location,fatalities"
ROWS = (
    "SDN1,2024-01-01,Battles,Sudan,North Darfur,El Fasher,5",
    "SDN2,2024-01-02,Protests,Sudan,Khartoum,Khartoum,0",
    "SDN3,2024-01-09,Explosions/Remote violence,Sudan,Khartoum,Khartoum,many",
    'SDN4,2024-01-09,Violence against civilians,Sudan,"North Darfur",El Fasher,2',
)
TABLE = "\n".join((HEAD, *ROWS))


def run(folder: Path, path: Path, *words: str) -> Result:
    given = ["import", str(path), "--as", "acled", "--ledger", str(folder / "l.db"), *words]
    result = CliRunner().invoke(fogline, given, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def test_good_rows_are_kept_and_bad_ones_named_with_their_row(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    done = run(tmp_path, tmp_path / "a.csv")
    assert done.return_value == 2
    assert "2 events imported" in done.stdout
    assert "1 rows left out: protests" in done.stdout
    assert "your own licence" in done.stdout
    assert done.stderr == "refused: row 4: fatalities: expected a whole number, met 'many'\n"


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    run(tmp_path, tmp_path / "a.csv")
    again = run(tmp_path, tmp_path / "a.csv")
    assert (again.return_value, again.stdout) == (0, "a.csv: imported before, left alone\n")


def test_packed_files_are_unpacked(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.csv.gz", "wb") as packed:
        packed.write(TABLE.encode())
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("readme.txt", "ACLED")
        archive.writestr("b.csv", TABLE)
    assert "2 events imported" in run(tmp_path, tmp_path / "a.csv.gz").stdout
    assert "0 events imported, 2 were here before" in run(tmp_path, tmp_path / "b.zip").stdout


@pytest.mark.parametrize("data", [b"\x1f\x8b broken", b""])
def test_what_cannot_be_unpacked_is_a_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.csv.gz").write_bytes(data)
    with pytest.raises((FileUnreadable, NothingCovered)):
        run(tmp_path, tmp_path / "a.csv.gz")


def test_history_shows_in_the_tempo_and_in_no_toll(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    run(tmp_path, tmp_path / "a.csv", "--from", "2024-01-01", "--to", "2024-01-31")
    asked = ["situation", "--ledger", str(tmp_path / "l.db"), "--place", "Sudan", "--json"]
    made = json.loads(CliRunner().invoke(fogline, asked, standalone_mode=False).stdout)
    (history,) = made["indicators"]["tempo"]["history"]
    assert (history["from"], history["to"], history["incidents"], history["killed"]) == (
        "2024-01-01", "2024-01-31", [1, 1, 0, 0, 0], [5, 2, 0, 0, 0],
    )  # fmt: skip
    assert (made["figures"], made["timeline"], made["sums"]) == ([], [], [])
