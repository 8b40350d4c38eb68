from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from fogline.model.issue import Issue
from fogline.model.raw import Raw
from fogline.sources.limits import Limits
from fogline.sources.read import collect


def names(*paths: str | Path, limits: Limits | None = None) -> list[str]:
    """What was read by its last name, what was refused by its code."""
    found = collect([str(p) for p in paths], limits or Limits())
    return [f"!{each.code}" if isinstance(each, Issue) else each.name.rsplit("/", 1)[-1] for each in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "reports"
    for name in ("b.txt", "a/c.txt", "a/.hidden.txt", ".git/x.txt", "a/b/d.txt"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Shells hit Taiz.")
    return root


def test_a_folder_is_read_in_the_order_of_its_paths_without_hidden_files(folder: Path) -> None:
    assert names(folder) == ["d.txt", "c.txt", "b.txt"]


def test_paths_are_read_in_the_order_named(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "a" / "c.txt") == ["b.txt", "c.txt"]


def test_a_missing_path_is_named_and_the_rest_goes_on(folder: Path) -> None:
    assert names(folder / "nowhere", folder / "b.txt") == ["!missing", "b.txt"]


def test_links_out_of_the_folder_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "e.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up").symlink_to(tmp_path)
    assert names(folder) == ["d.txt", "c.txt", "b.txt", "!link_outside", "!link_outside"]


def test_links_inside_the_folder_are_not_read_twice(folder: Path) -> None:
    (folder / "again.txt").symlink_to(folder / "b.txt")
    (folder / "loop").symlink_to(folder)
    assert names(folder) == ["d.txt", "c.txt", "b.txt"]


def test_a_file_over_the_limit_is_refused_unread(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    assert names(folder / "huge.txt") == ["!too_large"]


def test_a_device_is_refused() -> None:
    assert names("/dev/zero", limits=Limits(file=1_000_000)) == ["!not_a_file"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Shells hit Taiz.")))
    assert list(collect(["-"])) == [Raw("standard input", b"Shells hit Taiz.")]
